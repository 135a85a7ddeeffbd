/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.bieumau.core.form.DataException;
import org.bieumau.core.internal.check.DataChecks;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.internal.export.OutputNames;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.internal.resolved.CurrentRow;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.problem.KeptOutput;
import org.bieumau.dsl.internal.reading.ProblemFinder;
import org.bieumau.model.Attachment;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Exports the documents and forms of files to a folder. Each output is written completely or not at all. */
public final class ExportRun {

    /** Receives the progress and the results of a run. */
    public interface Listener {

        /**
         * Called when a file was read and checked.
         *
         * @param exported whether the file is exported; false if it has errors, or violations that are not accepted
         */
        default void checked(Path file, List<Problem> problems, boolean exported) {}

        /** Called after {@link #checked} for a file with problems that are silenced. */
        default void silenced(Path file, List<SilencedProblem> problems) {}

        /** Called for a file that contains nothing to export. */
        default void empty(Path file) {}

        /**
         * Called before a file is replaced that somebody has edited since it was exported, that is an export of another
         * element, or that was not exported at all.
         *
         * @param reason the problem to report if the file is not replaced
         * @return whether to replace it
         */
        default boolean replaces(Path target, Problem reason) {
            return false;
        }

        /**
         * Called before an output is written that lacks parts of the element.
         *
         * @param leftOut the parts that the format cannot represent
         * @return whether to write it; by default, unless one of the problems is an error
         */
        default boolean leavesOut(Path target, List<Problem> leftOut) {
            return leftOut.stream().noneMatch(Problem::isError);
        }

        /** Called before an output is written; returns the progress monitor of the output, which can cancel it. */
        default Progress begun(Path target) {
            return Progress.NONE;
        }

        /** Called when an output was written. */
        default void written(Path target) {}

        /**
         * Called before or after an output whose rows come from a data source that has problems, such as values that do
         * not fit their column. The output has the text of these values. Each problem is reported once, not for each
         * format.
         */
        default void data(List<Problem> problems) {}

        /** Called when a file or an output failed; the run continues with the next file. */
        default void failed(Problem problem) {}
    }

    /** Result of a run: the most severe event in it. */
    public enum Outcome {
        DONE,
        /**
         * A file has errors or violations that are not accepted, an output lacks something that the format cannot
         * represent, or a data source has errors.
         */
        PROBLEMS,
        /** A file has none of the requested elements. */
        UNKNOWN_ELEMENT,
        /** A file could not be read, or an output could not be written. */
        FAILED
    }

    /**
     * What to export, and how.
     *
     * @param elements names of the elements to export; if empty, all documents, and the forms that no document attaches
     * @param profile the id of the layout profile; null for the profile that applies to each document
     * @param strict whether a file with violations is not exported, as a file with errors
     * @param name pattern of the names of the outputs, with <code>{file}</code> and <code>{element}</code>; null for
     *     the default: the only document or form of a file has the name of the file, all others have <code>
     *     {file}-{element}</code>
     * @param each whether a document with a form of rows (mỗi dòng của) is exported once for each row; the names of the
     *     outputs may have <code>{stt}</code> and names of columns. Otherwise it is exported for the first row, which
     *     is told
     */
    public record Options(
            List<String> elements,
            @Nullable String profile,
            boolean strict,
            @Nullable String name,
            boolean each) {

        /** Exports what is usual, with default names, and accepts violations. */
        public static final Options DEFAULT = new Options(List.of(), null, false, null);

        public Options {
            elements = List.copyOf(elements);
        }

        /** Exports documents for the first row of their form. */
        public Options(List<String> elements, @Nullable String profile, boolean strict, @Nullable String name) {
            this(elements, profile, strict, name, false);
        }
    }

    private final BieuReader reader;
    private final Path folder;
    private final List<Exporter> exporters;
    private final Options options;
    private final OutputNames names;
    private final Listener listener;
    /** Why exporters were switched off, as far as it has been reported. */
    private final Set<Problem> switchedOff = new HashSet<>();

    /** Problems of data sources that have been reported. */
    private final Set<Problem> dataProblems = new HashSet<>();

    private Outcome outcome = Outcome.DONE;

    /**
     * Creates a run.
     *
     * @param folder the folder to write to; created if missing
     * @param exporters the formats; an element is skipped for formats that do not support it
     * @throws IllegalArgumentException if the pattern of the names is not valid; the message is the offending part
     */
    public ExportRun(BieuReader reader, Path folder, List<Exporter> exporters, Options options, Listener listener) {
        this.reader = reader;
        this.folder = folder;
        this.exporters = List.copyOf(exporters);
        this.options = options;
        this.names = new OutputNames(options.name(), options.each());
        this.listener = listener;
    }

    /** Returns whether a text can be used as {@link Options#name}. */
    public static boolean isNamePattern(@Nullable String text) {
        try {
            new OutputNames(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Exports files.
     *
     * @throws java.util.concurrent.CancellationException if a progress monitor cancelled the run; the output that was
     *     being written does not exist then
     */
    public Outcome run(List<Path> files) {
        outcome = Outcome.DONE;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            fail(unwritable(folder, e));
            return outcome;
        }
        for (var file : new LinkedHashSet<>(files)) {
            try {
                export(file);
            } catch (ProblemException e) {
                fail(e.problem());
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                fail(faulty(file, e));
            }
        }
        return outcome;
    }

    private void fail(Problem problem) {
        listener.failed(problem);
        atLeast(Outcome.FAILED);
    }

    private void atLeast(Outcome other) {
        outcome = outcome.compareTo(other) < 0 ? other : outcome;
    }

    private void export(Path file) throws ProblemException {
        var read = reader.read(file);
        var exported = read.obstacles(options.strict()).isEmpty();
        listener.checked(file, read.problems(), exported);
        if (!read.silenced().isEmpty()) {
            listener.silenced(file, read.silenced());
        }
        if (!exported) {
            atLeast(Outcome.PROBLEMS);
            return;
        }
        var chosen = chosen(file, read);
        if (chosen.isEmpty() && options.elements().isEmpty()) {
            listener.empty(file);
        }
        chosen.forEach(this::checkData);
        var plan = new ExportPlan(reader.registry(), file.getFileName().toString(), options.profile(), names);
        for (var element : chosen) {
            var single = chosen.size() == 1;
            if (element instanceof Document document && document.getRows() != null) {
                exportRows(file, plan, document, single);
            } else {
                plan.outputs(element, exporters, single).forEach(output -> write(file, plan, output));
            }
        }
        exporters.forEach(this::reportFailure);
    }

    /** Checks the rows that an element takes from data sources by the rules of its template, if it has some. */
    private void checkData(LibraryElement element) {
        var checked = new ArrayList<Problem>();
        forms(element).forEach(form -> {
            try {
                if (form.getDataSource() != null
                        && form.getTemplate() != null
                        && !form.getTemplate().eIsProxy()) {
                    var template = ResolvedTemplate.of(form.getTemplate());
                    if (DataChecks.areNeeded(form, template)) {
                        DataChecks.check(form, template, checked::add);
                    }
                }
            } catch (IOException e) {
                // The export, which reads the same rows, reports why they cannot be read.
            }
        });
        report(checked);
    }

    /** Returns an element that is a form, or the forms attached to a document. */
    private static Stream<Form> forms(LibraryElement element) {
        return (element instanceof Document document
                        ? document.getAttachments().stream().map(Attachment::getElement)
                        : Stream.of(element))
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .filter(form -> !form.eIsProxy());
    }

    /** Exports a document for each row of its form, or for the first one if not all are asked for. */
    private void exportRows(Path file, ExportPlan plan, Document document, boolean single) {
        var form = CurrentRow.form(document).orElse(null);
        try {
            var rows = form == null ? List.<Entry>of() : rows(form);
            if (rows.isEmpty()) {
                tellRows("EACH-NONE", file, document, 0);
                atLeast(Outcome.PROBLEMS);
                return;
            }
            if (!options.each() && rows.size() > 1) {
                tellRows("EACH-FIRST", file, document, rows.size());
            }
            var last = options.each() ? rows.size() : 1;
            var digits = Integer.toString(rows.size()).length();
            for (int i = 0; i < last; i++) {
                CurrentRow.set(document, rows.get(i));
                var outputs = options.each()
                        ? plan.outputs(document, exporters, single, i + 1, digits)
                        : plan.outputs(document, exporters, single);
                outputs.forEach(output -> write(file, plan, output));
            }
        } catch (IllegalArgumentException e) {
            listener.failed(Problem.error(
                    DslMessages.ALL,
                    "EACH-COLUMN",
                    Place.of(file.toString()),
                    e.getMessage(),
                    form == null ? "" : form.getName()));
            atLeast(Outcome.PROBLEMS);
        } catch (DataException e) {
            fail(e.problem());
        } catch (IOException e) {
            fail(unwritable(file, e));
        } finally {
            CurrentRow.clear(document);
        }
    }

    private void tellRows(String code, Path file, Document document, int rows) {
        listener.data(List.of(new Problem(
                code,
                code.equals("EACH-NONE") ? Severity.ERROR : Severity.WARNING,
                DslMessages.ALL.text(
                        code, document.getName(), document.getRows().getName(), rows),
                Place.of(file.toString()))));
    }

    /** Returns the filled rows of a form, each within a form with the same template. */
    private static List<Entry> rows(Form form) throws IOException {
        var rows = new ArrayList<Entry>();
        try (var lines = FormRows.open(form, ResolvedTemplate.of(form.getTemplate()), FormData.rows(form))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (line instanceof FormRows.Row row && !row.blank()) {
                    rows.add(row.entry().eContainer() == null ? ofForm(row.entry(), form) : row.entry());
                }
            }
        }
        return rows;
    }

    /** Returns a copy of a row of a data source in a form of its own. */
    private static Entry ofForm(Entry row, Form form) {
        var owner = BieumauFactory.eINSTANCE.createForm();
        owner.setName(form.getName());
        owner.setTemplate(form.getTemplate());
        var copy = EcoreUtil.copy(row);
        owner.getEntries().add(copy);
        return copy;
    }

    /** Reports an exporter that was switched off, once. */
    private void reportFailure(Exporter exporter) {
        reader.registry().failure(exporter).filter(switchedOff::add).ifPresent(this::fail);
    }

    private List<LibraryElement> chosen(Path file, BieuFile read) {
        var elements = options.elements();
        if (elements.isEmpty()) {
            return ExportPlan.usual(read.library());
        }
        var all = read.elements().stream().filter(Layout::supports).toList();
        var chosen = all.stream()
                .filter(element -> elements.contains(element.getName()))
                .toList();
        if (chosen.isEmpty()) {
            var names =
                    String.join(", ", all.stream().map(LibraryElement::getName).toList());
            listener.failed(Problem.error(
                    DslMessages.ALL, "ELEMENT-UNKNOWN", Place.of(file.toString()), String.join(", ", elements), names));
            atLeast(Outcome.UNKNOWN_ELEMENT);
        }
        return chosen;
    }

    /** Writes an output. Its failure does not affect the other outputs. */
    private void write(Path file, ExportPlan plan, ExportPlan.Output output) {
        var target = output.in(folder);
        if (reader.registry().failure(output.exporter()).isPresent()) {
            return;
        }
        try {
            if (!isReplaceable(output, target) || !isComplete(file, plan, output, target)) {
                return;
            }
            plan.write(output, target, listener.begun(target));
            listener.written(target);
            reportData();
        } catch (DataException e) {
            reportData();
            fail(e.problem());
        } catch (FormatLimitException e) {
            e.findings().forEach(finding -> listener.failed(ProblemFinder.problem(file, finding)));
            atLeast(Outcome.PROBLEMS);
        } catch (WholeFile.LockedException e) {
            fail(Problem.error(DslMessages.ALL, "OUTPUT-LOCKED", Place.of(target.toString()), target));
        } catch (IOException e) {
            fail(unwritable(target, e));
        } catch (ProblemException e) {
            reader.registry().failure(output.exporter()).ifPresent(switchedOff::add);
            reportData();
            fail(e.problem());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            fail(faulty(target, e));
        }
    }

    /** Reports the problems of the rows of data sources that were not reported for another output. */
    private void reportData() {
        report(reader.registry().takeDataProblems());
    }

    private void report(List<Problem> ofData) {
        var found = ofData.stream().filter(dataProblems::add).toList();
        if (!found.isEmpty()) {
            listener.data(found);
        }
        if (found.stream().anyMatch(Problem::isError)) {
            atLeast(Outcome.PROBLEMS);
        }
    }

    /** Returns whether an output can be written without replacing a file that is not the former output. */
    private boolean isReplaceable(ExportPlan.Output output, Path target) throws IOException {
        var problem = KeptOutput.problem(output, target);
        if (problem.isEmpty() || listener.replaces(target, problem.get())) {
            return true;
        }
        fail(problem.get());
        return false;
    }

    /** Returns whether an output lacks nothing, or is to be written all the same. */
    private boolean isComplete(Path file, ExportPlan plan, ExportPlan.Output output, Path target) throws IOException {
        var leftOut = plan.leftOut(output).stream()
                .map(finding -> ProblemFinder.problem(file, finding))
                .toList();
        if (leftOut.stream().anyMatch(Problem::isError)) {
            atLeast(Outcome.PROBLEMS);
        }
        return leftOut.isEmpty() || listener.leavesOut(target, leftOut);
    }

    /** Returns the problem that an error in the program prevents an export. */
    private static Problem faulty(Path file, Throwable e) {
        return Problem.error(DslMessages.ALL, "EXPORT-FAULT", Place.of(file.toString()), file, e);
    }

    /** Returns the problem that a file or folder cannot be written. */
    public static Problem unwritable(Path target, IOException e) {
        return Problem.error(
                DslMessages.ALL, "OUTPUT-UNWRITABLE", Place.of(target.toString()), target, FileFailure.reason(e));
    }

    /** Returns the problem that no exporter has the given id. */
    public static Problem unknownFormat(Registry registry, String format) {
        var known = String.join(
                ", ", registry.exporters().stream().map(Exporter::id).toList());
        return Problem.error(DslMessages.ALL, "FORMAT-UNKNOWN", null, format, known);
    }
}
