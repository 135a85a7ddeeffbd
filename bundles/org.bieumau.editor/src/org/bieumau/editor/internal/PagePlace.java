/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.Optional;
import org.bieumau.dsl.ide.internal.prose.ProsePlace;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Prose;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The page that shows a place of the text.
 *
 * @param page the id of the page
 * @param element the element that the user has to choose on the page
 */
public record PagePlace(String page, String element) {

    /** Returns the page for a place in the rows of a form or in prose; empty for any other. */
    public static Optional<PagePlace> of(XtextResource resource, int offset) {
        var node = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
        var element = node == null ? null : NodeModelUtils.findActualSemanticObjectFor(node);
        var entry = EcoreUtil2.getContainerOfType(element, Entry.class);
        var form = EcoreUtil2.getContainerOfType(element, Form.class);
        if (entry != null && form != null) {
            return Optional.of(new PagePlace(LastPage.GRID, form.getName()));
        }
        var prose = EcoreUtil2.getContainerOfType(element, Prose.class);
        return prose == null
                ? Optional.empty()
                : ProsePlace.labels(resource).stream()
                        .filter(label -> ProsePlace.of(resource, label)
                                .filter(place -> place.offset() <= offset
                                        && offset
                                                <= place.offset()
                                                        + place.prose().source().length())
                                .isPresent())
                        .findFirst()
                        .map(label -> new PagePlace(LastPage.PROSE, label));
    }
}
