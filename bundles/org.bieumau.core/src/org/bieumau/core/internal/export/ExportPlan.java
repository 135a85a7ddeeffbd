/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.form.DataException;
import org.bieumau.core.internal.resolved.CellTexts;
import org.bieumau.core.internal.resolved.CurrentRow;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Attachment;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Severity;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;

/**
 * Decides which elements of a file are exported, with which layout and under which file names. The command line and the
 * editors use the same plan.
 */
public final class ExportPlan {

    /**
     * A file to write.
     *
     * @param name the file name without extension
     * @param layout the content
     */
    public record Output(Exporter exporter, String name, Layout layout) {

        /** Returns the path of the file in a folder. */
        public Path in(Path folder) {
            return folder.resolve(name + "." + exporter.id());
        }
    }

    private final Registry registry;
    private final String file;
    private final String profile;
    private final OutputNames names;

    /**
     * Creates a plan with the default names.
     *
     * @param file the name of the source file, with or without .bieu or .txt
     * @param profile the id of the layout profile; null to use the profile of each document
     */
    public ExportPlan(Registry registry, String file, String profile) {
        this(registry, file, profile, new OutputNames(null));
    }

    /**
     * @param file the name of the source file, with or without .bieu or .txt
     * @param profile the id of the layout profile; null to use the profile of each document
     * @param names the names of all outputs of the run
     */
    public ExportPlan(Registry registry, String file, String profile, OutputNames names) {
        this.names = names;
        this.registry = registry;
        this.file = file.replaceFirst("(?i)\\.(bieu|txt)$", "");
        this.profile = profile;
    }

    /** Returns all elements of a file that can be exported. */
    public static List<LibraryElement> all(Library library) {
        return library.getElements().stream().filter(Layout::supports).toList();
    }

    /**
     * Returns the elements that are exported by default: documents, and forms that are attached to no document and do
     * not have the rows for which a document is exported. Form templates are included only if there is nothing else.
     */
    public static List<LibraryElement> usual(Library library) {
        var filled = all(library).stream()
                .filter(element -> !(element instanceof FormTemplate))
                .filter(element -> !(element instanceof Form form)
                        || ResolvedDocument.attaching(form).isEmpty() && !hasRowsOfDocument(form, library))
                .toList();
        return filled.isEmpty() ? all(library) : filled;
    }

    private static boolean hasRowsOfDocument(Form form, Library library) {
        return library.getElements().stream()
                .anyMatch(element -> element instanceof Document document && document.getRows() == form);
    }

    /**
     * Returns the layout of an element by the requested profile, or else the profile of the document, or else the
     * profile of state documents.
     */
    public Layout layout(LibraryElement element) {
        return Layout.of(element, profile(element));
    }

    private LayoutProfile profile(LibraryElement element) {
        var known = profile != null
                ? registry.profile(profile)
                : element instanceof Document document
                        ? ResolvedDocument.of(document).profile(registry)
                        : registry.profile(LayoutProfile.DEFAULT);
        return known.orElseGet(() -> registry.profile(LayoutProfile.DEFAULT).orElseThrow());
    }

    /**
     * Returns the files to write for an element: one in each format that accepts it. In a format that cannot hold a
     * document, the forms attached to the document are written instead.
     *
     * @param single whether no other element is exported in the same run
     */
    public List<Output> outputs(LibraryElement element, List<Exporter> exporters, boolean single) {
        return outputs(element, exporters, names.name(file, element, single));
    }

    /**
     * Returns the files to write for a document and its current row ({@link CurrentRow}).
     *
     * @param number the number of the row, from 1
     * @param digits the least number of digits of the number in names
     * @throws IllegalArgumentException if the pattern of the names has a placeholder that is not the name of a column;
     *     the message is the placeholder
     */
    public List<Output> outputs(Document document, List<Exporter> exporters, boolean single, int number, int digits) {
        var row = CurrentRow.of(document).orElseThrow();
        var form = CurrentRow.form(document).orElseThrow();
        var columns = ResolvedTemplate.of(form.getTemplate()).columns();
        return outputs(
                document,
                exporters,
                names.name(
                        file,
                        document,
                        single,
                        number,
                        digits,
                        name -> columns.stream()
                                .filter(column -> name.equals(column.name()))
                                .findFirst()
                                .map(column -> CellTexts.text(row, name))));
    }

    private List<Output> outputs(LibraryElement element, List<Exporter> exporters, String name) {
        var layout = layout(element);
        var outputs = new ArrayList<Output>();
        for (var exporter : exporters) {
            if (registry.accepts(exporter, layout)) {
                outputs.add(new Output(exporter, names.unique(name, exporter.id()), layout));
            } else if (element instanceof Document document) {
                outputs.addAll(forms(document, exporter, name));
            }
        }
        return outputs;
    }

    private List<Output> forms(Document document, Exporter exporter, String name) {
        var forms = ResolvedDocument.of(document).attachments().stream()
                .map(Attachment::getElement)
                .filter(each -> each instanceof Form form && !form.eIsProxy() && form.getTemplate() != null)
                .toList();
        return forms.stream()
                .map(form -> new Output(
                        exporter,
                        names.unique(forms.size() == 1 ? name : name + "-" + form.getName(), exporter.id()),
                        Layout.of(form, profile(document))))
                .filter(output -> registry.accepts(exporter, output.layout()))
                .toList();
    }

    /**
     * Returns the state of a file that an output is about to replace.
     *
     * @throws IOException if the file cannot be read
     */
    public static Seal.State state(Output output, Path target) throws IOException {
        var state = Seal.of(target, origin(output));
        return state == Seal.State.INTACT
                        && source(output)
                                .filter(file -> SourceMark.isFromOther(target, file))
                                .isPresent()
                ? Seal.State.OTHER_ORIGIN
                : state;
    }

    /** Returns what an output shows, independent of the folder: the file name of the source and the element. */
    private static String origin(Output output) {
        var file = uri(output).map(uri -> URI.decode(uri.lastSegment())).orElse("");
        return Normalizer.normalize(file + "\n" + output.layout().element().getName(), Normalizer.Form.NFC);
    }

    /** Returns the source of an output; empty if it is not in a file. */
    private static Optional<Path> source(Output output) {
        return uri(output).filter(URI::isFile).map(uri -> Path.of(uri.toFileString()));
    }

    private static Optional<URI> uri(Output output) {
        return Optional.ofNullable(output.layout().element().eResource()).map(Resource::getURI);
    }

    /**
     * Writes a file completely or not at all, with a seal that shows whether it is edited later ({@link Seal}) and a
     * mark of its source ({@link SourceMark}). An exporter of a plug-in that fails is switched off; an exception in one
     * of the project's own exporters is a bug and is passed on.
     *
     * @throws WholeFile.LockedException if the file exists and cannot be replaced
     * @throws IOException if the file cannot be written
     * @throws ProblemException if the plug-in failed, or the rows of a data source cannot be read
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public void write(Output output, Path target, Progress progress) throws IOException, ProblemException {
        try {
            WholeFile.write(target, out -> writeTo(out, output, progress));
            source(output).ifPresent(file -> SourceMark.write(target, file));
        } catch (PluginFailedException e) {
            throw e.problem(Place.of(target.toString()));
        } catch (DataException e) {
            throw new ProblemException(e.problem(), e);
        }
    }

    /** Writes to a stream, which is left open; throws the same as {@link #write(Output, Path, Progress)}. */
    public void write(Output output, OutputStream out, Progress progress) throws IOException, ProblemException {
        try {
            writeTo(out, output, progress);
        } catch (PluginFailedException e) {
            throw e.problem(null);
        } catch (DataException e) {
            throw new ProblemException(e.problem(), e);
        }
    }

    private void writeTo(OutputStream out, Output output, Progress progress) throws IOException {
        var sealing = new Seal.Sealing(out, origin(output));
        if (!registry.export(output.exporter(), output.layout(), sealing, progress)) {
            throw new PluginFailedException(registry.failure(output.exporter()).orElseThrow());
        }
        sealing.finish();
    }

    /** Thrown when the exporter of a plug-in failed. */
    private static final class PluginFailedException extends IOException {

        private static final long serialVersionUID = 1L;
        private final transient Problem reason;

        PluginFailedException(Problem reason) {
            super(reason.message());
            this.reason = reason;
        }

        ProblemException problem(Place place) {
            return new ProblemException(new Problem(reason.code(), Severity.ERROR, reason.message(), place), this);
        }
    }

    /**
     * Returns findings for the parts of a layout that the format cannot represent.
     *
     * @throws IOException if the rows cannot be read
     */
    public List<Finding> leftOut(Output output) throws IOException {
        return registry.leftOut(output.exporter(), output.layout());
    }
}
