/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Splits texts into words and compares them. */
final class Words {

    /** A difference between two texts: the words in one, and the words in the other instead. */
    record Difference(String one, String other) {}

    private Words() {}

    /** Returns the words of a text in NFC, with uniform spaces and quotation marks. */
    static List<String> of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .replaceAll("[“”]", "\"")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    /** Returns the differences between two texts, by their longest common subsequence. */
    static List<Difference> differences(List<String> one, List<String> other) {
        var common = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] = one.get(i).equals(other.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var differences = new ArrayList<Difference>();
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            if (i < one.size() && j < other.size() && one.get(i).equals(other.get(j))) {
                add(left, right, differences);
                i++;
                j++;
            } else if (j == other.size() || i < one.size() && common[i + 1][j] >= common[i][j + 1]) {
                left.add(one.get(i++));
            } else {
                right.add(other.get(j++));
            }
        }
        add(left, right, differences);
        return differences;
    }

    private static void add(List<String> left, List<String> right, List<Difference> differences) {
        if (!left.isEmpty() || !right.isEmpty()) {
            differences.add(new Difference(String.join(" ", left), String.join(" ", right)));
            left.clear();
            right.clear();
        }
    }
}
