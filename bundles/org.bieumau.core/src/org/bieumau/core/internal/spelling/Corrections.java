/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.internal.spelling.Syllables.Shape;

/** Finds the syllables that a misspelt word may stand for. */
final class Corrections {

    /** A syllable with its distance from the word; usual slips are short distances. */
    record Correction(String word, double distance) {}

    /** Distance of any other letter, missing or too many. */
    private static final double LETTER = 1;

    /** Distance of letters that differ by a mark, or are written one for the other. */
    private static final double SIMILAR_LETTER = 0.4;

    private static final double TWICE = 0.4;
    private static final double SWAPPED = 0.6;
    private static final double ONSET = 0.3;
    private static final double OTHER_TONE = 0.5;
    private static final double MISSING_TONE = 0.2;

    /** Greatest distance of a correction. */
    private static final double FARTHEST = 1.5;

    /** How much farther than the nearest correction another one may be. */
    private static final double MARGIN = 0.5;

    private static final int MOST = 4;

    /** How much farther a common syllable may be and still comes before a rare one. */
    private static final double COMMON = 0.5;

    private static final List<String> SIMILAR = List.of("aăâ", "eê", "oôơ", "uư", "dđ", "iy");

    private Corrections() {}

    /** Returns the nearest syllables to a word in lower case, the nearest first; an empty list if none is near. */
    static List<Correction> of(String word) {
        var written = Written.of(word);
        var found = new ArrayList<Correction>();
        var kinds = Syllables.kinds(written.letters());
        for (var shape : Syllables.all()) {
            var letters = isFar(kinds, shape.kinds()) ? Double.MAX_VALUE : distance(written.letters(), shape.letters());
            if (letters <= FARTHEST) {
                tones(written, shape)
                        .map(tone -> new Correction(shape.with(tone, true), letters + distance(written, tone, shape)))
                        .filter(each -> each.distance() <= FARTHEST)
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(Corrections::rank).thenComparing(Correction::word));
        return found.isEmpty()
                ? List.of()
                : found.stream()
                        .filter(each -> each.distance() <= found.getFirst().distance() + MARGIN)
                        .limit(MOST)
                        .toList();
    }

    /** Returns whether two words differ in so many letters that their distance need not be computed. */
    private static boolean isFar(int one, int other) {
        return Integer.bitCount(one & ~other) > FARTHEST || Integer.bitCount(other & ~one) > FARTHEST;
    }

    private static double rank(Correction correction) {
        return correction.distance() - (Syllables.isCommon(correction.word()) ? COMMON : 0);
    }

    /** Returns the tones that a syllable may have for a word: that of the word, if it is possible. */
    private static Stream<Tone> tones(Written written, Shape shape) {
        return Stream.of(Tone.values())
                .filter(shape::hasTone)
                .filter(tone -> tone == written.tone() || written.marks() != 1 || !shape.hasTone(written.tone()));
    }

    private static double distance(Written written, Tone tone, Shape shape) {
        if (tone == written.tone()) {
            return written.marks() > 1 ? MISSING_TONE : 0;
        }
        return written.marks() == 0 && shape.isStopped() ? MISSING_TONE : OTHER_TONE;
    }

    /** Returns the distance of two words without tone marks. */
    static double distance(String word, String right) {
        if (Math.abs(word.length() - right.length()) > 3) {
            return Double.MAX_VALUE;
        }
        var onset = onset(word);
        var rightOnset = onset(right);
        return onset.equals(word) && rightOnset.equals(right)
                ? edits(word, right)
                : Math.min(edits(word, right), edits(onset, rightOnset) + ONSET);
    }

    /** Returns a word with one spelling of onsets that sound alike. */
    private static String onset(String word) {
        if (word.startsWith("ngh")) {
            return "ng" + word.substring(3);
        }
        if (word.startsWith("gh")) {
            return "g" + word.substring(2);
        }
        return word.startsWith("k") && !word.startsWith("kh")
                ? "c" + word.substring(1)
                : word.startsWith("qu") ? "cu" + word.substring(2) : word;
    }

    private static double edits(String word, String right) {
        var before = new double[right.length() + 1];
        var previous = new double[right.length() + 1];
        for (int j = 1; j < previous.length; j++) {
            previous[j] = j * LETTER;
        }
        for (int i = 1; i <= word.length(); i++) {
            var current = new double[right.length() + 1];
            var least = current[0] = previous[0] + dropped(word, i - 1);
            for (int j = 1; j <= right.length(); j++) {
                var cost = Math.min(
                        previous[j - 1] + replaced(word.charAt(i - 1), right.charAt(j - 1)),
                        Math.min(previous[j] + dropped(word, i - 1), current[j - 1] + LETTER));
                if (i > 1
                        && j > 1
                        && word.charAt(i - 1) == right.charAt(j - 2)
                        && word.charAt(i - 2) == right.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + SWAPPED);
                }
                current[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > FARTHEST) {
                return Double.MAX_VALUE;
            }
            before = previous;
            previous = current;
        }
        return previous[right.length()];
    }

    /** Returns the distance of a letter too many. One that is typed twice is more likely a slip. */
    private static double dropped(String word, int at) {
        var letter = word.charAt(at);
        return at > 0 && replaced(word.charAt(at - 1), letter) < LETTER
                        || at + 1 < word.length() && replaced(letter, word.charAt(at + 1)) < LETTER
                ? TWICE
                : LETTER;
    }

    private static double replaced(char one, char other) {
        if (one == other) {
            return 0;
        }
        for (var letters : SIMILAR) {
            if (letters.indexOf(one) >= 0 && letters.indexOf(other) >= 0) {
                return SIMILAR_LETTER;
            }
        }
        return LETTER;
    }
}
