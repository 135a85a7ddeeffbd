/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.grid.Texts;

/**
 * The words of a label, as far as they tell columns apart: in lower case, without the numbers of questions and
 * footnotes.
 *
 * @param words words in order
 * @param isPlain whether no word has a diacritic, so that they may have been typed without
 */
record Label(List<Word> words, boolean isPlain) {

    /**
     * A word.
     *
     * @param text the word with its diacritics
     * @param folded the word without diacritics
     */
    record Word(String text, String folded) {

        static Word of(String text) {
            return new Word(text, VietnameseText.fold(text));
        }

        private boolean isPlain() {
            return text.equals(folded);
        }

        /**
         * Returns how alike two words are, from 0 to 1.
         *
         * @param plain whether diacritics may be missing
         */
        double alike(Word other, boolean plain) {
            if (text.equals(other.text)) {
                return 1;
            }
            if (folded.equals(other.folded)) {
                return VietnameseText.spelledAlike(text, other.text) ? 1 : plain ? 0.97 : 0.6;
            }
            return Math.min(folded.length(), other.folded.length()) >= 4 && Similar.distance(folded, other.folded) == 1
                    ? 0.75
                    : 0;
        }
    }

    private static final Pattern NOTE = Pattern.compile("[(\\[]\\s*(\\d+([.&,]\\s*\\d+)*(\\.?[a-z])?|\\*+)\\s*[)\\]]");
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+|%");
    /** Common abbreviations with the words they stand for. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("sl", "số lượng"),
            Map.entry("đvt", "đơn vị tính"),
            Map.entry("gc", "ghi chú"),
            Map.entry("tl", "tỉ lệ"),
            Map.entry("kp", "kinh phí"),
            Map.entry("ubnd", "ủy ban nhân dân"),
            Map.entry("hđnd", "hội đồng nhân dân"),
            Map.entry("cccd", "căn cước công dân"),
            Map.entry("cmnd", "chứng minh nhân dân"),
            Map.entry("bhyt", "bảo hiểm y tế"),
            Map.entry("bhxh", "bảo hiểm xã hội"),
            Map.entry("tp", "thành phố"));

    private static final Pattern ORDINAL = Pattern.compile("s*tt|s tt|so tt|so thu tu|thu tu");

    Label {
        words = List.copyOf(words);
    }

    /** Reads a label. */
    static Label of(String text) {
        var line = NOTE.matcher(Texts.line(VietnameseText.nfc(text)).toLowerCase(VietnameseText.LOCALE))
                .replaceAll(" ");
        if (ORDINAL.matcher(VietnameseText.fold(line)).matches()) {
            return new Label(List.of(Word.of("stt")), false);
        }
        var words = WORD.matcher(line)
                .results()
                .map(match -> spelling(match.group()))
                .flatMap(word -> Stream.of(SYNONYMS.getOrDefault(word, word).split(" ")))
                .map(Word::of)
                .toList();
        return new Label(words, words.stream().allMatch(Word::isPlain));
    }

    /** Reads a label without text in parentheses, such as a unit or an instruction. */
    static Label withoutAsides(String text) {
        return of(ASIDE.matcher(text).replaceAll(" "));
    }

    /** Writes <code>tỷ</code>, <code>kỹ</code> as <code>tỉ</code>, <code>kĩ</code>. */
    private static String spelling(String word) {
        if (word.length() < 2 || word.length() > 3 || "aeiouăâêôơưqy".indexOf(base(word, word.length() - 2)) >= 0) {
            return word;
        }
        var last = "yýỳỷỹỵ".indexOf(word.charAt(word.length() - 1));
        return last < 0 ? word : word.substring(0, word.length() - 1) + "iíìỉĩị".charAt(last);
    }

    private static char base(String word, int index) {
        return VietnameseText.fold(word.substring(index, index + 1)).charAt(0);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public String toString() {
        return words.stream().map(Word::text).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }
}
