/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.completion;

import java.util.List;

/**
 * What can be put in at a place.
 *
 * @param label what to show
 * @param detail more about it, or an empty text
 * @param kind what it is
 * @param offset where what it replaces begins
 * @param length how long that is
 * @param text what stands there instead
 * @param stops the parts of the text that are still to be filled in, in their order; the caret goes to the first
 */
public record Proposal(String label, String detail, Kind kind, int offset, int length, String text, List<Stop> stops) {

    /** What is proposed. */
    public enum Kind {
        KEYWORD,
        NAME,
        FUNCTION,
        TEMPLATE
    }

    /**
     * A part of the text of a proposal.
     *
     * @param offset where it begins in that text
     * @param length how long it is; 0 for a place for the caret
     */
    public record Stop(int offset, int length) {}
}
