/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Column;
import org.bieumau.model.ContentPart;
import org.bieumau.model.Prose;

/**
 * The parts (ý) that a column requires in the prose of its cells. A part with a label starts with a paragraph that
 * begins with the label, and extends to the next labelled part. A part without a label starts with a paragraph that
 * begins with none of the labels. Parts must be in the order of the template.
 */
public final class ContentParts {

    /**
     * A part that is missing or out of order.
     *
     * @param label the label of the part, or else its name
     * @param elsewhere whether the part is present, but out of order
     */
    public record Missing(String label, boolean elsewhere) {}

    private final List<ContentPart> parts;
    private final List<String> paragraphs;
    private final List<String> folded;

    private ContentParts(List<ContentPart> parts, List<String> paragraphs) {
        this.parts = parts;
        this.paragraphs = paragraphs;
        this.folded = paragraphs.stream().map(VietnameseText::fold).toList();
    }

    public static ContentParts of(Prose prose, Column column) {
        return new ContentParts(column.getParts(), PlainProse.paragraphs(prose));
    }

    /** Returns the required parts that are missing or out of order. */
    public List<Missing> missing() {
        var missing = new ArrayList<Missing>();
        var from = 0;
        for (var part : parts) {
            var at = find(part, from);
            if (at >= 0) {
                from = at + 1;
            } else if (!part.isOptional()) {
                missing.add(
                        new Missing(part.getTitle() == null ? part.getName() : part.getTitle(), find(part, 0) >= 0));
            }
        }
        return missing;
    }

    /**
     * Returns the text of a part without its label; empty if the prose does not contain the part, null if the column
     * has no part with this name.
     */
    String text(String name) {
        var part = parts.stream().filter(each -> name.equals(each.getName())).findFirst();
        if (part.isEmpty()) {
            return null;
        }
        var first = find(part.get(), 0);
        if (first < 0) {
            return "";
        }
        var text = new StringBuilder(part.get().getTitle() == null ? paragraphs.get(first) : unlabelled(first));
        for (int i = first + 1; i < paragraphs.size() && !beginsAny(i); i++) {
            text.append('\n').append(paragraphs.get(i));
        }
        return text.toString();
    }

    private String unlabelled(int paragraph) {
        var text = paragraphs.get(paragraph);
        var colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(colon + 1).strip();
    }

    private int find(ContentPart part, int from) {
        for (int i = from; i < folded.size(); i++) {
            if (part.getTitle() != null ? begins(i, part) : !beginsAny(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean beginsAny(int paragraph) {
        return parts.stream().anyMatch(part -> begins(paragraph, part));
    }

    private boolean begins(int paragraph, ContentPart part) {
        return part.getTitle() != null && folded.get(paragraph).startsWith(VietnameseText.fold(part.getTitle()));
    }
}
