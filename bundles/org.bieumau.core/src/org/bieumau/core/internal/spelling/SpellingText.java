/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.core.internal.text.VietnameseText;

/**
 * Finds misspelt words: syllables that cannot exist in Vietnamese, and tone marks at the wrong letter. What may be
 * right in another way is left alone: names, abbreviations, symbols, addresses, foreign words, quoted text, and words
 * with capitals unless they begin a sentence.
 */
public final class SpellingText {

    /** Stands for a part of a line that is not text, such as an expression. A word beside it is not checked. */
    public static final char OTHER = '\uFFFC';

    /**
     * A misspelt word.
     *
     * @param start the offset of its first letter, in UTF-16 code units
     * @param end the offset after its last letter
     * @param tone whether only its tone mark is at the wrong letter
     * @param corrections the words that it may stand for, the most likely first; never empty
     */
    public record Found(int start, int end, boolean tone, List<String> corrections) {}

    private static final String OPENING = "“«‘";
    private static final String CLOSING = "”»’";
    private static final String SENTENCE_ENDS = ".?!:;";

    /** Letters that are not in the Vietnamese alphabet. */
    private static final String FOREIGN = "fjwz";

    private static final String MARKED_CONSONANTS = "đ";

    /** Distance of a correction that is near beyond doubt. */
    private static final double NEAR = 1;

    /** Distance up to which a word with a tone that borrowed words do not have is taken for Vietnamese. */
    private static final double FAR = 1.5;

    private final Map<String, Optional<Misspelling>> known = new HashMap<>();

    private record Misspelling(boolean tone, List<String> corrections) {}

    /** Returns whether a word in lower case and NFC is a syllable of Vietnamese. */
    public static boolean isSyllable(String word) {
        return Syllables.isPossible(word);
    }

    /** Reports the misspelt words of a text in NFC, in the order of the text. */
    public void find(String text, Consumer<Found> report) {
        // Most texts are right, and need not be divided into words.
        if (!Syllables.areAllWords(text)) {
            words(text, (start, end) -> check(text, start, end, report));
        }
    }

    /** Receives the place of a word. */
    @FunctionalInterface
    public interface Words {
        void word(int start, int end);
    }

    /** Reports the words of a text that may be checked: not those in quotes or within symbols and addresses. */
    public static void words(String text, Words report) {
        var length = text.length();
        var straight = false;
        var quoted = 0;
        for (int at = 0; at < length; at++) {
            var start = at;
            var plain = true;
            var marked = false;
            while (at < length && !isSpace(text.charAt(at))) {
                if (!Character.isLetter(text.charAt(at))) {
                    marked = true;
                    plain &= isPlain(text, at, start, length);
                }
                at++;
            }
            if (!marked) {
                if (at > start && !straight && quoted == 0) {
                    report.word(start, at);
                }
                continue;
            }
            for (int i = start; i < at; i++) {
                var c = text.charAt(i);
                if (c == '"') {
                    straight = !straight;
                } else if (OPENING.indexOf(c) >= 0) {
                    quoted++;
                } else if (CLOSING.indexOf(c) >= 0) {
                    quoted = Math.max(0, quoted - 1);
                } else if (plain && !straight && quoted == 0 && Character.isLetter(c)) {
                    var from = i;
                    while (i + 1 < at && Character.isLetter(text.charAt(i + 1))) {
                        i++;
                    }
                    report.word(from, i + 1);
                }
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\n' || c == '\t' || c == '\r';
    }

    /**
     * Returns whether a character other than a letter may stand beside a word of running text: a mark that does not
     * join letters to a symbol, an address or a transcribed name.
     */
    private static boolean isPlain(String text, int at, int start, int end) {
        return switch (text.charAt(at)) {
            case '(', ')', '[', ']', '“', '”', '«', '»', '"', '…', '/', '*' -> true;
            case ',', ';', ':', '!', '?' -> true;
            case '.' -> at + 1 == end || !Character.isLetterOrDigit(text.charAt(at + 1));
            case '-', '–', '—', '+', '\'', '‘', '’' ->
                !(at > start
                        && at + 1 < end
                        && Character.isLetterOrDigit(text.charAt(at - 1))
                        && Character.isLetterOrDigit(text.charAt(at + 1)));
            default -> false;
        };
    }

    private void check(String text, int start, int end, Consumer<Found> report) {
        if (Syllables.isPossible(text, start, end)) {
            return;
        }
        var small = isSmall(text, start, end);
        if (!small
                && !(isCapitalised(text, start, end) && beginsSentence(text, start) && isFollowedBySmall(text, end))) {
            return;
        }
        var lower =
                small ? text.substring(start, end) : text.substring(start, end).toLowerCase(VietnameseText.LOCALE);
        if (Syllables.isPossible(lower) || isAscii(lower) && !Typed.isTelex(lower)) {
            return;
        }
        known.computeIfAbsent(lower, SpellingText::misspelling)
                .filter(found -> found.tone()
                        || small
                        || isStrong(lower) && vowelGroups(Written.of(lower).letters()) == 1)
                .filter(found -> found.tone() || !isForeign(text, start, end))
                .ifPresent(found -> report.accept(new Found(
                        start,
                        end,
                        found.tone(),
                        small
                                ? found.corrections()
                                : found.corrections().stream()
                                        .map(VietnameseText::capitalised)
                                        .toList())));
    }

    private static boolean isSmall(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCapitalised(String text, int start, int end) {
        return end > start + 1 && Character.isUpperCase(text.charAt(start)) && isSmall(text, start + 1, end);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsSentence(String text, int start) {
        var at = start - 1;
        while (at >= 0 && isSpace(text.charAt(at))) {
            at--;
        }
        return at < 0 || at < start - 1 && SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isFollowedBySmall(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLowerCase(text.charAt(end + 1));
    }

    /** Returns whether the word before or after is a foreign one. */
    private static boolean isForeign(String text, int start, int end) {
        var before = start - 1;
        while (before > 0 && Character.isLetter(text.charAt(before - 1)) && text.charAt(start - 1) == ' ') {
            before--;
        }
        var after = end;
        while (after + 1 < text.length() && text.charAt(end) == ' ' && Character.isLetter(text.charAt(after + 1))) {
            after++;
        }
        return before >= 0 && before < start - 1 && isForeign(text.substring(before, start - 1))
                || after > end && isForeign(text.substring(end + 1, after + 1));
    }

    private static boolean isForeign(String word) {
        var lower = word.toLowerCase(VietnameseText.LOCALE);
        return word.length() > 2
                && isSmall(word, 1, word.length())
                && isAscii(lower)
                && !Typed.isTelex(lower)
                && Syllables.of(lower).isEmpty();
    }

    /** Returns whether a word has a tone mark that borrowed words, which are at most sắc, do not have. */
    private static boolean isStrong(String word) {
        return word.chars().mapToObj(c -> Tone.of((char) c)).anyMatch(tone -> tone != Tone.NGANG && tone != Tone.SAC);
    }

    private static Optional<Misspelling> misspelling(String word) {
        var typed = Typed.syllable(word);
        if (typed.isPresent()) {
            return Optional.of(new Misspelling(false, List.of(typed.get())));
        }
        var written = Written.of(word);
        if (written.marks() == 1) {
            var moved = Syllables.of(written.letters())
                    .filter(shape -> shape.hasTone(written.tone()))
                    .map(shape -> shape.with(written.tone(), true));
            // The letters of a rare syllable are rather another slip: siá for giá.
            if (moved.filter(Syllables::isCommon).isPresent()) {
                return Optional.of(new Misspelling(true, List.of(moved.get())));
            }
        }
        if (!isVietnamese(word)) {
            return Optional.empty();
        }
        var strong = isStrong(word);
        var vowels = vowelGroups(written.letters());
        if (vowels == 0) {
            return Optional.empty();
        }
        if (word.length() > 1 && isAbbreviation(written.letters())) {
            return Optional.empty();
        }
        var parts = vowels > 1 && strong ? Joined.parts(word) : List.<String>of();
        if (!parts.isEmpty()) {
            return Optional.of(new Misspelling(false, List.of(String.join(" ", parts))));
        }
        var corrections = Corrections.of(word);
        var farthest = strong && vowels == 1 ? FAR : strong || vowels == 1 ? NEAR : 0;
        return corrections.isEmpty() || corrections.stream().noneMatch(each -> each.distance() <= farthest)
                ? Optional.empty()
                : Optional.of(new Misspelling(
                        false,
                        corrections.stream().map(Corrections.Correction::word).toList()));
    }

    private static boolean isVietnamese(String word) {
        for (int i = 0; i < word.length(); i++) {
            var letter = Tone.without(word.charAt(i));
            if (!Tone.isVowel(letter)
                    && MARKED_CONSONANTS.indexOf(letter) < 0
                    && (letter >= 0x80 || FOREIGN.indexOf(letter) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static int vowelGroups(String letters) {
        var groups = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (Tone.isVowel(letters.charAt(i)) && (i == 0 || !Tone.isVowel(letters.charAt(i - 1)))) {
                groups++;
            }
        }
        return groups;
    }

    /** Returns whether a syllable follows the first letters of another one, as in «hđộng» for «hoạt động». */
    private static boolean isAbbreviation(String letters) {
        if (isSlip(letters)) {
            return false;
        }
        for (int i = 1; i < letters.length() && !Tone.isVowel(letters.charAt(i)); i++) {
            if (!Syllables.isOnset(letters.substring(0, i + 1))
                    && Syllables.of(letters.substring(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the first letter is typed twice, or the first two are swapped. */
    private static boolean isSlip(String letters) {
        var swapped = new StringBuilder(letters).reverse().substring(letters.length() - 2);
        return letters.charAt(0) == letters.charAt(1)
                || letters.startsWith("dđ")
                || letters.startsWith("đd")
                || Syllables.isOnset(swapped)
                        && Syllables.of(swapped + letters.substring(2)).isPresent();
    }
}
