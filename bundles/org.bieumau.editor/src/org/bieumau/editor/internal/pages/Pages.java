/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.LibraryElement;
import org.bieumau.pdf.internal.PdfExporter;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * An element of a file as it prints.
 *
 * @param names the elements that can be shown, by name
 * @param name the one that is shown
 * @param pdf its pages
 * @param areas what stands where on them, the innermost last
 */
record Pages(List<String> names, String name, byte[] pdf, List<Area> areas) {

    /**
     * A rectangle of a page and the text that it shows, in pt from the lower left corner.
     *
     * @param page from 0
     * @param offset where the text begins in the file; -1 where it stands in another file
     */
    record Area(int page, double left, double bottom, double width, double height, int offset, int length) {

        boolean contains(double x, double y) {
            return x >= left && x <= left + width && y >= bottom && y <= bottom + height;
        }
    }

    /** Nothing that prints. */
    static final Pages NONE = new Pages(List.of(), null, null, List.of());

    /**
     * The pages of an element, of the first that is usually exported where it is not there.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    static Pages of(XtextResource resource, String wanted, BooleanSupplier cancelled) throws IOException {
        var library = Libraries.library(resource).orElse(null);
        if (library == null) {
            return NONE;
        }
        var all = ExportPlan.all(library).stream()
                .filter(element -> element.getName() != null)
                .toList();
        var element = all.stream()
                .filter(each -> each.getName().equals(wanted))
                .findFirst()
                .or(() ->
                        ExportPlan.usual(library).stream().filter(all::contains).findFirst())
                .orElse(null);
        if (element == null) {
            return NONE;
        }
        var out = new ByteArrayOutputStream();
        var areas = new ArrayList<Area>();
        var layout = new ExportPlan(Registry.of(element), "", null).layout(element);
        for (var area : new PdfExporter().exportWithAreas(layout, out, rows -> !cancelled.getAsBoolean())) {
            var node = source(area.source(), resource);
            areas.add(new Area(
                    area.page() - 1,
                    area.left(),
                    area.bottom(),
                    area.width(),
                    area.height(),
                    node == null ? -1 : node.getOffset(),
                    node == null ? 0 : node.getLength()));
        }
        return new Pages(
                all.stream().map(LibraryElement::getName).toList(), element.getName(), out.toByteArray(), areas);
    }

    private static INode source(EObject source, XtextResource resource) {
        return source == null || source.eResource() != resource ? null : NodeModelUtils.findActualNodeFor(source);
    }
}
