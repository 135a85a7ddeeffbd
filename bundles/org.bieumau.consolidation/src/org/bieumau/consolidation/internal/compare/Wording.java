/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** The words of a text, to see how alike two texts are and which words differ. */
public final class Wording {

    /** Number of words above which two texts are not compared word by word. */
    private static final int MOST = 2_000;

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\d]+(?:[.,/-][\\p{L}\\p{M}\\d]+)*|[^\\s\\p{L}\\p{M}\\d]");

    /**
     * A piece of a text.
     *
     * @param text words with the spaces between them
     * @param differs whether the other text lacks these words
     */
    record Piece(String text, boolean differs) {}

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /** How often each word occurs, without case and diacritics. */
    private final Map<String, Integer> counts = new HashMap<>();

    public Wording(String text) {
        this.text = text.replace(NO_BREAK_SPACE, ' ').strip();
        var matcher = WORD.matcher(this.text);
        while (matcher.find()) {
            words.add(matcher.group());
            starts.add(matcher.start());
            ends.add(matcher.end());
            if (Character.isLetterOrDigit(matcher.group().codePointAt(0))) {
                counts.merge(VietnameseText.fold(matcher.group()), 1, Integer::sum);
            }
        }
    }

    String text() {
        return text;
    }

    /** Returns the number of words, without punctuation. */
    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns whether two texts have the same words and punctuation; spaces do not count. */
    boolean equalTo(Wording other) {
        return words.equals(other.words);
    }

    /** Returns the share of common words in two texts, from 0 to 1. */
    public double alike(Wording other) {
        var total = size() + other.size();
        if (total == 0) {
            return words.equals(other.words) ? 1 : 0;
        }
        var common = 0;
        for (var each : counts.entrySet()) {
            common += Math.min(each.getValue(), other.counts.getOrDefault(each.getKey(), 0));
        }
        return 2.0 * common / total;
    }

    /** Returns this text in pieces, which tell the words that another text does not have at their place. */
    List<Piece> against(Wording other) {
        if (words.size() > MOST || other.words.size() > MOST) {
            return List.of(new Piece(text, !equalTo(other)));
        }
        var pieces = new ArrayList<Piece>();
        var kept = common(words, other.words);
        var from = 0;
        for (int i = 1; i < words.size(); i++) {
            if (kept[i] != kept[i - 1]) {
                // The space around words that differ belongs to the words that do not.
                var to = kept[i - 1] ? starts.get(i) : ends.get(i - 1);
                pieces.add(new Piece(text.substring(from, to), !kept[i - 1]));
                from = to;
            }
        }
        if (!words.isEmpty()) {
            pieces.add(new Piece(text.substring(from), !kept[words.size() - 1]));
        }
        return pieces;
    }

    /** Returns for each word of one text whether it is in the longest common subsequence of both. */
    private static boolean[] common(List<String> one, List<String> other) {
        var lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                lengths[i][j] = one.get(i).equals(other.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        var common = new boolean[one.size()];
        for (int i = 0, j = 0; i < one.size() && j < other.size(); ) {
            if (one.get(i).equals(other.get(j))) {
                common[i++] = true;
                j++;
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
