/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.completion;

import java.util.List;

/**
 * Content assist proposal.
 *
 * @param label the text to show
 * @param detail additional information, or an empty string
 * @param offset start offset of the replaced text
 * @param length length of the replaced text
 * @param text the replacement
 * @param stops the tab stops in the replacement, in order; the caret goes to the first
 */
public record Proposal(String label, String detail, Kind kind, int offset, int length, String text, List<Stop> stops) {

    /** Kind of a proposal. */
    public enum Kind {
        KEYWORD,
        NAME,
        FUNCTION,
        TEMPLATE
    }

    /**
     * Tab stop: a part of the replacement still to be filled in.
     *
     * @param offset offset in the replacement
     * @param length length in UTF-16 code units; 0 for a position of the caret
     */
    public record Stop(int offset, int length) {}
}
