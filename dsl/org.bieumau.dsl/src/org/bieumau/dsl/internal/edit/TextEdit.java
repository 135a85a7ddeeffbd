/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.List;

/**
 * A piece of a text that is to be replaced.
 *
 * @param offset where it begins in the text as it was
 * @param length how long it is, 0 where something is put in
 * @param text what stands there instead
 */
public record TextEdit(int offset, int length, String text) {

    /**
     * What makes one text of another: what lies between the same beginning and the same end; nothing is replaced by
     * nothing where they are equal.
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

    /** Whether it leaves the text as it is. */
    public boolean isEmpty() {
        return length == 0 && text.isEmpty();
    }

    /** A text after edits, which are in their order and do not overlap. */
    public static String apply(List<TextEdit> edits, String text) {
        var result = new StringBuilder(text);
        for (var edit : edits.reversed()) {
            result.replace(edit.offset(), edit.offset() + edit.length(), edit.text());
        }
        return result.toString();
    }

    /** The same edit that many letters further on. */
    public TextEdit moved(int by) {
        return new TextEdit(offset + by, length, text);
    }
}
