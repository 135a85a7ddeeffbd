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
 * Printed pages of an element of a file.
 *
 * @param names the names of the elements that can be shown
 * @param name the name of the element shown; null for none
 * @param pdf the pages as a PDF; null if there are none
 * @param areas the parts of the pages with their source, inner ones after outer ones
 */
record Pages(List<String> names, String name, byte[] pdf, List<Area> areas) {

    /**
     * Rectangle of a page with the source it prints, in pt from the lower left corner of the page.
     *
     * @param page the index of the page, from 0
     * @param offset the offset of the source in the file, in UTF-16 code units; -1 if the source is in another file
     * @param length the length of the source, in UTF-16 code units
     */
    record Area(int page, double left, double bottom, double width, double height, int offset, int length) {

        boolean contains(double x, double y) {
            return x >= left && x <= left + width && y >= bottom && y <= bottom + height;
        }
    }

    /** Pages of a file without printable elements. */
    static final Pages NONE = new Pages(List.of(), null, null, List.of());

    /**
     * Lays out the element with the given name or, if there is none, the first element that is exported by default.
     *
     * @throws java.util.concurrent.CancellationException if the layout was cancelled
     * @throws IOException if the PDF cannot be written
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
