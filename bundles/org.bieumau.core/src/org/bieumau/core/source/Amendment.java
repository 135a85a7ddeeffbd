/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.source;

import java.util.Set;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem.Anchor;
import org.jspecify.annotations.Nullable;

/** A change of a stored file that leaves all else in the file as it is. */
public sealed interface Amendment {

    /**
     * Changes characters of a text. Only those that differ are replaced; they look like the ones they replace.
     *
     * @param anchor where the text begins
     * @param old the text as it was read
     * @param text the text in its place
     */
    record Retype(Anchor anchor, String old, String text) implements Amendment {}

    /**
     * Changes the look of a text, directly and not by a style.
     *
     * @param anchor where the text begins
     * @param text the text as it was read
     * @param look the values of the properties
     * @param properties the properties that are set: typeface, size, bold, italic, underlined and colour of the
     *     characters; alignment, first indent, spaces and line spacing of the paragraph as a whole
     */
    record Restyle(Anchor anchor, String text, Look look, Set<Look.Property> properties) implements Amendment {

        public Restyle {
            properties = Set.copyOf(properties);
        }
    }

    /**
     * Changes size and margins of the pages of a section.
     *
     * @param section number of the section, from 0
     */
    record Repage(int section, PageSetup page) implements Amendment {}

    /**
     * Adds a page number, centred at the top of all pages but the first.
     *
     * @param section number of the section, from 0; its pages have no header yet
     * @param look the look of the number
     */
    record NumberPages(int section, Look look) implements Amendment {}

    /**
     * Draws a horizontal line below a paragraph.
     *
     * @param indent distance of its ends from the edges of the text or the cell, in mm
     */
    record DrawLine(Anchor anchor, double indent) implements Amendment {}

    /**
     * Adds a comment.
     *
     * @param anchor the paragraph; null for the first one of the file
     */
    record Comment(@Nullable Anchor anchor, String text) implements Amendment {}
}
