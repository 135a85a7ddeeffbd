/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.table;

import java.util.Optional;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.model.Cell;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.Section;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Names the place of a problem in a form as the user sees it: by section, row and column instead of the line. */
public final class RowPlace {

    private RowPlace() {}

    /**
     * Returns the name of a place in the text.
     *
     * @param library the model of the text
     * @param offset offset in the text
     * @return the name; empty if the place is not in the rows of a form
     */
    public static Optional<String> of(Library library, int offset) {
        if (!(library.eResource() instanceof XtextResource resource) || resource.getParseResult() == null) {
            return Optional.empty();
        }
        var node = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
        var element = node == null ? null : NodeModelUtils.findActualSemanticObjectFor(node);
        var entry = EcoreUtil2.getContainerOfType(element, Entry.class);
        var form = EcoreUtil2.getContainerOfType(element, Form.class);
        if (entry == null || form == null) {
            return Optional.empty();
        }
        var place = new StringBuilder(IdeMessages.ALL.text("place.form", form.getName()));
        if (entry.eContainer() instanceof Section section) {
            place.append(IdeMessages.ALL.text("place.section", FormRows.name(section)));
        }
        place.append(
                entry.getIndicator() == null
                        ? IdeMessages.ALL.text("place.row", index(entry, form) + 1)
                        : IdeMessages.ALL.text(
                                "place.indicator", entry.getIndicator().getTitle()));
        var cell = EcoreUtil2.getContainerOfType(element, Cell.class);
        if (cell != null && cell.getColumn() != null && cell.getColumn().getTitle() != null) {
            place.append(IdeMessages.ALL.text("place.column", cell.getColumn().getTitle()));
        }
        return Optional.of(place.toString());
    }

    private static int index(Entry entry, Form form) {
        return (entry.eContainer() instanceof Section section ? section.getEntries() : form.getEntries())
                .indexOf(entry);
    }
}
