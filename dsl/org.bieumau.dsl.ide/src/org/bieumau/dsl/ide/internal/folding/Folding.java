/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.folding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.Entry;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Prose;
import org.bieumau.model.Section;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Computes the folding regions of a file: elements, columns, sections, rows, prose and comments of more than one line.
 */
public final class Folding {

    /**
     * Foldable region of whole lines.
     *
     * @param firstLine the line that stays visible, from 1
     * @param lastLine the last line that is hidden
     * @param comment whether the region is a comment
     */
    public record Region(int firstLine, int lastLine, boolean comment) {}

    private Folding() {}

    /**
     * Returns the regions of a file, sorted by first line. Of regions with the same lines only the outer one is kept.
     */
    public static List<Region> of(XtextResource resource) {
        var regions = new ArrayList<Region>();
        for (var each = EcoreUtil.<EObject>getAllContents(resource, true); each.hasNext(); ) {
            var element = each.next();
            switch (element) {
                case LibraryElement library -> add(element, regions);
                case ColumnItem item -> add(element, regions);
                case Section section -> add(element, regions);
                case Entry entry -> add(element, regions);
                case Prose prose -> add(element, regions);
                default -> {}
            }
        }
        if (resource.getParseResult() != null) {
            for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
                if (leaf.isHidden() && leaf.getText().startsWith("/*")) {
                    add(leaf, true, regions);
                }
            }
        }
        regions.sort(Comparator.comparingInt(Region::firstLine)
                .thenComparing(Comparator.comparingInt(Region::lastLine).reversed()));
        return regions.stream().distinct().toList();
    }

    private static void add(EObject element, List<Region> regions) {
        var node = NodeModelUtils.findActualNodeFor(element);
        if (node != null) {
            add(node, false, regions);
        }
    }

    private static void add(INode node, boolean comment, List<Region> regions) {
        if (node.getEndLine() > node.getStartLine()) {
            regions.add(new Region(node.getStartLine(), node.getEndLine(), comment));
        }
    }
}
