/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.library;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.core.check.Checks;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.internal.resolved.CellTexts;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.Packs;
import org.bieumau.dsl.internal.reading.ProblemFinder;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/**
 * A .bieu text with its model. Entry point for programs that read, check, edit, write and export.
 *
 * <pre>{@code
 * var file = BieuFile.open(Path.of("khaosat.bieu"));
 * file.problems().forEach(System.out::println);
 * var form = file.element(Form.class, "KhảoSát2026").orElseThrow();
 * file.change(form, changed -> changed.setPeriod("2027"));
 * file.save();
 * file.export(file.element(Form.class, "KhảoSát2026").orElseThrow(), Path.of("khaosat.docx"));
 * }</pre>
 *
 * <p>The text is the truth: a change of the model becomes the smallest edit of the text, and the model is read from the
 * text again. Elements obtained before a change are outdated after it. Not thread-safe.
 */
public final class BieuFile {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BieuReader reader;
    private final XtextResource resource;
    private @Nullable Path path;
    private ProblemFinder.@Nullable Found found;

    BieuFile(BieuReader reader, @Nullable Path path, XtextResource resource) {
        this.reader = reader;
        this.path = path;
        this.resource = resource;
    }

    /**
     * Opens a file with the installed plug-ins and packs. Errors in its text are reported by {@link #problems}.
     *
     * @throws ProblemException if the file cannot be read at all
     */
    public static BieuFile open(Path file) throws ProblemException {
        return new BieuReader().read(file);
    }

    /** Returns the path of the file; empty for a text that has not been saved. */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /** Returns the current text. */
    public String text() {
        return resource.getParseResult().getRootNode().getText();
    }

    /**
     * Returns the model of the current text; an empty library if nothing could be parsed. Change it only by
     * {@link #change(Consumer)}.
     */
    public Library library() {
        return Libraries.library(resource).orElseGet(BieumauFactory.eINSTANCE::createLibrary);
    }

    /** Returns the forms, documents, templates and other elements, in the order of the text. */
    public List<LibraryElement> elements() {
        return List.copyOf(library().getElements());
    }

    /** Returns the element of a kind with a name; empty if there is none. */
    public <T extends LibraryElement> Optional<T> element(Class<T> kind, String name) {
        return Libraries.named(resource, kind, name);
    }

    /** Returns the problems of the current text, in the order of their offsets, without those that are silenced. */
    public List<Problem> problems() {
        return found().issues().stream()
                .map(issue -> ProblemFinder.problem(path, issue))
                .toList();
    }

    /**
     * Returns the problems of the current text that are silenced (<code>bỏ qua</code>), in the order of their offsets.
     */
    public List<SilencedProblem> silenced() {
        return found().silenced().stream()
                .map(each -> new SilencedProblem(ProblemFinder.problem(path, each.issue()), each.reason()))
                .toList();
    }

    /**
     * Reads the rows that forms of the current text take from data sources, and returns their problems, with the place
     * in the data. Sources outside the folder of the file and databases are opened only if the data access of the
     * registry permits it.
     *
     * @throws java.util.concurrent.CancellationException if the user cancels
     */
    public List<Problem> dataProblems() {
        var problems = new LinkedHashSet<Problem>();
        reader.registry().takeDataProblems();
        for (var element : elements()) {
            if (element instanceof Form form) {
                var checked = new ArrayList<Problem>();
                Checks.checkData(form, checked::add);
                problems.addAll(reader.registry().takeDataProblems());
                problems.addAll(checked);
            }
        }
        return List.copyOf(problems);
    }

    private ProblemFinder.Found found() {
        var known = found;
        if (known != null) {
            return known;
        }
        var now = ProblemFinder.find(resource, CancelIndicator.NullImpl);
        found = now;
        return now;
    }

    /** Returns whether the text has errors. A text with errors is not exported; see {@link #obstacles}. */
    public boolean hasErrors() {
        return problems().stream().anyMatch(Problem::isError);
    }

    /**
     * Returns the problems that prevent an export: the errors, and the violations if they are not accepted.
     *
     * @param strict whether violations prevent an export; they do so anyway if a pack that applies to the file is
     *     strict
     */
    public List<Problem> obstacles(boolean strict) {
        var strictly = strict || Packs.areStrict(library());
        return problems().stream().filter(problem -> problem.stops(strictly)).toList();
    }

    /**
     * Returns the printed text of a cell of a form: a number with Vietnamese separators, a date, <code>X</code> for a
     * mark, the value of a computed column; an empty string for an empty cell.
     *
     * @param row a row of this file
     * @param column the name of the column
     * @throws IllegalArgumentException if the row belongs to no form with a template, or the template has no such
     *     column
     */
    public String cell(Entry row, String column) {
        return CellTexts.text(row, column);
    }

    /**
     * Changes the model and writes the change into the text as the smallest edit; comments and other lines stay as they
     * are.
     *
     * @param change changes the library that it is given, a copy of {@link #library}
     * @throws ProblemException if the text has syntax errors, or the change cannot be written as text; nothing is
     *     changed then
     */
    public void change(Consumer<Library> change) throws ProblemException {
        try {
            apply(new ModelEdits(resource).of(change));
        } catch (RefusedException e) {
            throw refused(e);
        }
    }

    /**
     * Changes one element, as {@link #change(Consumer)} does.
     *
     * @param element an element of the current model, such as a form or one of its rows
     * @param change changes the copy of the element that it is given
     * @throws ProblemException as {@link #change(Consumer)}
     */
    public <T extends EObject> void change(T element, Consumer<T> change) throws ProblemException {
        try {
            apply(new ModelEdits(resource).of(element, change));
        } catch (RefusedException e) {
            throw refused(e);
        }
    }

    private void apply(List<TextEdit> edits) {
        var before = text();
        var edit = TextEdit.between(before, TextEdit.apply(edits, before));
        resource.update(edit.offset(), edit.length(), edit.text());
        found = null;
    }

    private ProblemException refused(RefusedException e) {
        var place = path == null ? null : Place.of(path.toString());
        return new ProblemException(Problem.error(DslMessages.ALL, "CHANGE-REFUSED", place, e.getMessage()), e);
    }

    /**
     * Saves the text to its file, completely or not at all. A byte order mark is kept.
     *
     * @throws IllegalStateException if the text has no file yet, see {@link #saveAs}
     * @throws IOException if the file cannot be written; it is unchanged then
     */
    public void save() throws IOException {
        var file = path;
        if (file == null) {
            throw new IllegalStateException("a text without a file; use saveAs");
        }
        write(file);
    }

    private void write(Path file) throws IOException {
        var marked = hasByteOrderMark(file) && !text().startsWith("\uFEFF");
        WholeFile.write(file, out -> {
            if (marked) {
                out.write(BYTE_ORDER_MARK);
            }
            out.write(text().getBytes(StandardCharsets.UTF_8));
        });
    }

    /**
     * Saves the text to a file, which becomes the file of this text.
     *
     * @throws IOException if the file cannot be written; the text keeps its former file then
     */
    public void saveAs(Path file) throws IOException {
        write(file);
        path = file;
        found = null;
    }

    private static boolean hasByteOrderMark(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        }
    }

    /**
     * Exports an element completely or not at all, in the format given by the file extension of the target.
     *
     * @param element a form, a document, or a template (as its blank form) of this file
     * @param target the file to write, such as <code>khaosat.docx</code>
     * @throws ProblemException if there are {@link #obstacles obstacles}, the format is unknown, or it does not support
     *     the element or cannot represent a part of it, such as a character that no font of a PDF contains
     * @throws IOException if the target cannot be written
     */
    public void export(LibraryElement element, Path target) throws ProblemException, IOException {
        var name = target.getFileName().toString();
        var output = output(element, name.substring(name.lastIndexOf('.') + 1), name);
        plan(name).write(complete(output, name), target, Progress.NONE);
    }

    /**
     * Exports an element to a stream, which is left open.
     *
     * @param element a form, a document, or a template (as its blank form) of this file
     * @param format the id of an exporter, such as <code>docx</code>
     * @throws ProblemException as {@link #export(LibraryElement, Path)}
     * @throws IOException if the stream cannot be written
     */
    public void export(LibraryElement element, String format, OutputStream out) throws ProblemException, IOException {
        plan("").write(complete(output(element, format, format), ""), out, Progress.NONE);
    }

    private ExportPlan plan(String name) {
        return new ExportPlan(reader.registry(), name, null);
    }

    private ExportPlan.Output output(LibraryElement element, String format, String name) throws ProblemException {
        for (var problem : obstacles(false)) {
            throw new ProblemException(problem);
        }
        var exporter = reader.registry()
                .exporter(format)
                .orElseThrow(() -> new ProblemException(ExportRun.unknownFormat(reader.registry(), format)));
        return plan(name).outputs(element, List.of(exporter), true).stream()
                .filter(output -> output.layout().element() == element)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.error(DslMessages.ALL, "FORMAT-ELEMENT", null, element.getName(), title(exporter))));
    }

    /** Returns an output; throws if its format cannot represent a part of the element. */
    private ExportPlan.Output complete(ExportPlan.Output output, String name) throws ProblemException, IOException {
        var lost = plan(name).leftOut(output).stream()
                .map(finding -> ProblemFinder.problem(path, finding))
                .filter(Problem::isError)
                .findFirst();
        if (lost.isPresent()) {
            throw new ProblemException(lost.get());
        }
        return output;
    }

    private static String title(Exporter exporter) {
        return exporter.title();
    }
}
