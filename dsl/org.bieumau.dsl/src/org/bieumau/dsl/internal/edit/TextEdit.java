/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.List;

/**
 * The replacement of a range of a text.
 *
 * @param offset the start of the range in the text before the edit, in UTF-16 code units
 * @param length the length of the range in UTF-16 code units; 0 for an insertion
 * @param text the new text of the range
 */
public record TextEdit(int offset, int length, String text) {

    /**
     * Returns the edit that turns one text into another: it replaces the part between the common prefix and the common
     * suffix. For equal texts the edit is empty.
     */
    public static TextEdit between(String before, String after) {
        var start = 0;
        while (start < before.length() && start < after.length() && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        var end = 0;
        while (end < before.length() - start
                && end < after.length() - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new TextEdit(start, before.length() - start - end, after.substring(start, after.length() - end));
    }

    /** Returns whether the edit leaves the text unchanged. */
    public boolean isEmpty() {
        return length == 0 && text.isEmpty();
    }

    /**
     * Returns the text after edits.
     *
     * @param edits in ascending order of their offsets, without overlaps
     */
    public static String apply(List<TextEdit> edits, String text) {
        var result = new StringBuilder(text);
        for (var edit : edits.reversed()) {
            result.replace(edit.offset(), edit.offset() + edit.length(), edit.text());
        }
        return result.toString();
    }

    /** Returns the same edit with its offset increased by a number of UTF-16 code units. */
    public TextEdit moved(int by) {
        return new TextEdit(offset + by, length, text);
    }
}
