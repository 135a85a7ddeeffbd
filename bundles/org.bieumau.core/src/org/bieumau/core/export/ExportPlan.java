/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.export;

import java.util.List;
import org.bieumau.core.document.ResolvedDocument;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.layout.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.model.Attachment;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;

/** What is written of a file, in which layout and under which names: the same from the command line and from an editor. */
public final class ExportPlan {

    /**
     * A file to write.
     *
     * @param name   its name without the ending
     * @param layout what it holds
     */
    public record Output(String name, Layout layout) {
    }

    private final Registry registry;
    private final String file;
    private final String profile;

    /**
     * @param file    the name of the file, with or without .bieu
     * @param profile the id of the layout profile; null for that of each document
     */
    public ExportPlan(Registry registry, String file, String profile) {
        this.registry = registry;
        this.file = file.replaceFirst("\\.bieu$", "");
        this.profile = profile;
    }

    /** All elements of a file that can be written. */
    public static List<LibraryElement> all(Library library) {
        return library.getElements().stream().filter(Layout::supports).toList();
    }

    /** Those that are written unless others are asked for: documents, and forms that go with none; templates only where there is nothing else. */
    public static List<LibraryElement> usual(Library library) {
        var filled = all(library).stream().filter(element -> !(element instanceof FormTemplate))
                .filter(element -> !(element instanceof Form form) || ResolvedDocument.attaching(form).isEmpty()).toList();
        return filled.isEmpty() ? all(library) : filled;
    }

    /** The layout of an element: by the profile that was asked for, else that of the document, else that of state documents. */
    public Layout layout(LibraryElement element) {
        return Layout.of(element, profile(element));
    }

    private LayoutProfile profile(LibraryElement element) {
        var id = profile != null ? profile : element instanceof Document document ? ResolvedDocument.of(document).profileId() : LayoutProfile.DEFAULT;
        return registry.profile(id).orElseGet(() -> registry.profile(LayoutProfile.DEFAULT).orElseThrow());
    }

    /**
     * The files of an element in a format. One that holds no document gets the forms that go with it.
     *
     * @param count how many elements of the file are written: of one alone the file gives the name
     */
    public List<Output> outputs(LibraryElement element, Exporter exporter, int count) {
        var name = count == 1 ? file : file + "-" + element.getName();
        var layout = layout(element);
        if (accepts(exporter, layout)) {
            return List.of(new Output(name, layout));
        }
        if (!(element instanceof Document document)) {
            return List.of();
        }
        var forms = ResolvedDocument.of(document).attachments().stream().map(Attachment::getElement)
                .filter(each -> each instanceof Form form && !form.eIsProxy() && form.getTemplate() != null).toList();
        return forms.stream().map(form -> new Output(forms.size() == 1 ? name : name + "-" + form.getName(), Layout.of(form, profile(document))))
                .filter(output -> accepts(exporter, output.layout())).toList();
    }

    private boolean accepts(Exporter exporter, Layout layout) {
        return registry.call(exporter, () -> exporter.accepts(layout)).orElse(false);
    }
}
