/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The characters by which two texts differ: for each character of the old text, what stands in its place. */
final class TextChange {

    /** Length up to which the longest common subsequence is looked for. */
    private static final int LONGEST = 2000;

    private TextChange() {}

    /**
     * Returns what replaces each character: mostly itself, an empty string if it is removed, or itself with new
     * characters around it.
     *
     * @param old a text that is not empty
     */
    static List<String> of(String old, String text) {
        if (old.length() == text.length()) {
            return old.isEmpty()
                    ? List.of()
                    : text.chars().mapToObj(Character::toString).toList();
        }
        var from = 0;
        while (from < Math.min(old.length(), text.length()) && old.charAt(from) == text.charAt(from)) {
            from++;
        }
        var end = 0;
        while (end < Math.min(old.length(), text.length()) - from
                && old.charAt(old.length() - 1 - end) == text.charAt(text.length() - 1 - end)) {
            end++;
        }
        var result = new ArrayList<String>(Collections.nCopies(old.length(), ""));
        for (int i = 0; i < old.length(); i++) {
            if (i < from || i >= old.length() - end) {
                result.set(i, old.substring(i, i + 1));
            }
        }
        var middle = new Middle(old.substring(from, old.length() - end), text.substring(from, text.length() - end));
        middle.insert(result, from);
        return result;
    }

    /** The part in which the texts differ. */
    private record Middle(String old, String text) {

        void insert(List<String> result, int from) {
            var common = old.length() <= LONGEST && text.length() <= LONGEST ? common() : new int[0][];
            var i = 0;
            var j = 0;
            var pending = new StringBuilder();
            while (i < old.length() || j < text.length()) {
                if (common.length > 0 && i < old.length() && j < text.length() && old.charAt(i) == text.charAt(j)) {
                    result.set(from + i, pending.toString() + old.charAt(i));
                    pending.setLength(0);
                    i++;
                    j++;
                } else if (j < text.length()
                        && (i == old.length() || common.length > 0 && common[i][j + 1] >= common[i + 1][j])) {
                    pending.append(text.charAt(j++));
                } else if (j < text.length() && common.length == 0) {
                    pending.append(text, j, text.length());
                    j = text.length();
                } else {
                    result.set(from + i, pending.toString());
                    pending.setLength(0);
                    i++;
                }
            }
            append(result, from + old.length(), pending.toString());
        }

        private static void append(List<String> result, int at, String rest) {
            if (rest.isEmpty()) {
                return;
            }
            if (at > 0) {
                result.set(at - 1, result.get(at - 1) + rest);
            } else {
                result.set(at, rest + result.get(at));
            }
        }

        /** Returns the lengths of the longest common subsequences of the rests of the texts. */
        private int[][] common() {
            var lengths = new int[old.length() + 1][text.length() + 1];
            for (int i = old.length() - 1; i >= 0; i--) {
                for (int j = text.length() - 1; j >= 0; j--) {
                    lengths[i][j] = old.charAt(i) == text.charAt(j)
                            ? lengths[i + 1][j + 1] + 1
                            : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
                }
            }
            return lengths;
        }
    }
}
