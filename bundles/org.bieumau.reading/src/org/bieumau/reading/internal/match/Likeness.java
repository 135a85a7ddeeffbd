/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Compares labels. A word that few labels of the template have counts more than a common one. */
final class Likeness {

    private final Map<String, Double> weights = new HashMap<>();
    /** Labels by their texts, since each is compared with many others. */
    private final Map<String, Label> full = new HashMap<>();

    private final Map<String, Label> shorter = new HashMap<>();
    private final double weightOfOthers;
    private final boolean plain;

    /**
     * Creates a comparison.
     *
     * @param labels all labels of the template
     * @param found all labels of the file; if none has a diacritic, they were typed without
     */
    Likeness(Collection<String> labels, Collection<String> found) {
        plain = found.size() > 2 && found.stream().map(Label::of).allMatch(Label::isPlain);
        var counts = new HashMap<String, Integer>();
        for (var label : labels) {
            new HashSet<>(Label.of(label).words()).forEach(word -> counts.merge(word.text(), 1, Integer::sum));
        }
        counts.forEach((word, count) -> weights.put(word, weight(labels.size(), count)));
        weightOfOthers = weight(Math.max(labels.size(), 1), 1);
    }

    private static double weight(int labels, int count) {
        return 1 + Math.log((double) labels / count);
    }

    /** Returns how alike two labels are, from 0 to 1; 1 only for equal words. */
    double of(String one, String other) {
        var full = of(full(one), full(other));
        var shorter = of(shorter(one), shorter(other));
        return Math.max(full, 0.97 * shorter);
    }

    private Label full(String text) {
        return full.computeIfAbsent(text, Label::of);
    }

    private Label shorter(String text) {
        return shorter.computeIfAbsent(text, Label::withoutAsides);
    }

    private double of(Label one, Label other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return (matched(one, other.words()) + matched(other, one.words())) / (weight(one) + weight(other));
    }

    private double matched(Label label, List<Label.Word> others) {
        return label.words().stream()
                .mapToDouble(word -> weight(word)
                        * others.stream()
                                .mapToDouble(other -> word.alike(other, plain))
                                .max()
                                .orElse(0))
                .sum();
    }

    private double weight(Label label) {
        return label.words().stream().mapToDouble(this::weight).sum();
    }

    private double weight(Label.Word word) {
        return weights.getOrDefault(word.text(), weightOfOthers);
    }

    /**
     * Returns how alike two paths of groups are, from 0 to 1. A missing path is neither like nor unlike another one,
     * since groups are lost when cells are no longer merged.
     */
    double ofGroups(List<String> one, List<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return 0.6;
        }
        return of(String.join(" ", one), String.join(" ", other));
    }
}
