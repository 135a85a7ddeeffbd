/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An encoding of Vietnamese from before Unicode. Its fonts draw Vietnamese letters in place of the Latin letters and
 * signs from U+00A1 to U+00FF, so its text reads as <code>Céng hßa</code> or <code>Coäng hoøa</code> where the font is
 * missing.
 */
public enum LegacyEncoding {
    /**
     * TCVN 5712:1993, third form, also called ABC: one character for each letter. Text in fonts for capitals, whose
     * names end in H, has the codes of small letters.
     */
    TCVN3 {
        @Override
        String letters(String text) {
            var letters = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                var at = text.charAt(i) - TCVN3_FIRST;
                letters.append(at >= 0 && at < TCVN3_LETTERS.length() ? TCVN3_LETTERS.charAt(at) : text.charAt(i));
            }
            return letters.toString();
        }
    },
    /** VNI for Windows: most marks are a character of their own after the letter. */
    VNI {
        @Override
        String letters(String text) {
            var letters = new StringBuilder(text.length() * 2);
            for (int i = 0; i < text.length(); i++) {
                var marks = i == 0 ? null : marks(text.charAt(i - 1), text.charAt(i));
                letters.append(marks != null ? marks : VNI_LETTERS.getOrDefault(text.charAt(i), text.charAt(i)));
            }
            return letters.toString();
        }

        /** Returns the combining marks that a character adds to the letter before it; null if it is no mark. */
        private static @Nullable String marks(char letter, char mark) {
            var base = Character.toLowerCase(letter);
            var marks = VNI_MARKS.get(Character.toLowerCase(mark));
            if (marks == null) {
                return null;
            }
            var bases = marks.charAt(0) == BREVE ? "a" : marks.charAt(0) == CIRCUMFLEX ? "aeo" : "aeouyôö";
            return bases.indexOf(base) < 0 ? null : marks;
        }
    };

    private static final char TCVN3_FIRST = '\u00A1';
    /** The letters of U+00A1 to U+00FF. The five combining marks are at U+00B0 to U+00B4. */
    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợ"
                    + "ùỖủũúụừửữứựỳỷỹýỵỐ";

    private static final char BREVE = '\u0306';
    private static final char CIRCUMFLEX = '\u0302';
    private static final Map<Character, Character> VNI_LETTERS = new HashMap<>();
    private static final Map<Character, String> VNI_MARKS = Map.ofEntries(
            Map.entry('ù', "\u0301"),
            Map.entry('ø', "\u0300"),
            Map.entry('û', "\u0309"),
            Map.entry('õ', "\u0303"),
            Map.entry('ï', "\u0323"),
            Map.entry('ê', "\u0306"),
            Map.entry('é', "\u0306\u0301"),
            Map.entry('è', "\u0306\u0300"),
            Map.entry('ú', "\u0306\u0309"),
            Map.entry('ü', "\u0306\u0303"),
            Map.entry('ë', "\u0306\u0323"),
            Map.entry('â', "\u0302"),
            Map.entry('á', "\u0302\u0301"),
            Map.entry('à', "\u0302\u0300"),
            Map.entry('å', "\u0302\u0309"),
            Map.entry('ã', "\u0302\u0303"),
            Map.entry('ä', "\u0302\u0323"));

    static {
        var written = "íìæóòîñôö";
        var letters = "íìỉĩịỵđơư";
        for (int i = 0; i < written.length(); i++) {
            VNI_LETTERS.put(written.charAt(i), letters.charAt(i));
            VNI_LETTERS.put(Character.toUpperCase(written.charAt(i)), Character.toUpperCase(letters.charAt(i)));
        }
    }

    /** Letters beside those from U+1EA0 that only Unicode has: text with one of them is not in a legacy encoding. */
    private static final String UNICODE_ONLY = "ĂăĐđĨĩŨũƠơƯư";

    /** A possessive quantifier, so that text of one endless word takes no longer than others. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z\u00A1-\u00FF]++");

    /** Length of the longest syllable in an encoding with one or two characters for a letter. */
    private static final int LONGEST_WORD = 14;

    private static final Pattern TONES = Pattern.compile("[\u0301\u0300\u0309\u0303\u0323]");
    private static final Pattern CASE = Pattern.compile("\\p{Lu}?\\p{Ll}*|\\p{Lu}+");
    /** A syllable without its tone mark, in small letters. */
    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
            + "(?:a(?:ch|ng|nh|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])|e(?:ng|[cmnopt])?"
            + "|ê(?:ch|ng|nh|[mnptu])?|i(?:ch|nh|[amnptu])?|iê(?:ng|[cmnptu])|yê(?:ng|[mntu])"
            + "|o(?:ng|[cimnpt])?|oa(?:ch|ng|nh|[cimnopty])?|oă(?:ng|[cmnt])|oe[mnot]?|oo(?:c|ng)"
            + "|ô(?:ng|[cimnpt])?|ơ[imnpt]?|u(?:ng|[acimnpty])?|uâ(?:ng|[nty])|uê(?:ch|nh)?|uô(?:ng|[cimnt])"
            + "|uơ|uy(?:ch|nh|[anptu])?|uyê[nt]|ư(?:ng|[acimntu])?|ươ(?:ng|[cimnptu])|y)");

    /** Returns a text in Unicode, in NFC. Characters that the encoding does not use are unchanged. */
    public String decode(String text) {
        return Normalizer.normalize(letters(text), Normalizer.Form.NFC);
    }

    /**
     * Returns a text that a file has in a font. A font for capitals, such as <code>.VnTimeH</code>, draws small letters
     * as capitals. Text with letters that only Unicode has is unchanged, since its font was not used to type it.
     *
     * @param font name of the font
     */
    public static String decode(String text, String font) {
        var encoding = ofFont(font);
        if (encoding.isEmpty() || text.chars().anyMatch(c -> c > '\u00FF' && isUnicodeOnly((char) c))) {
            return text;
        }
        var decoded = isPossible(text) ? encoding.get().decode(text) : text;
        return encoding.get() == TCVN3 && font.endsWith("H") ? decoded.toUpperCase(Locale.ROOT) : decoded;
    }

    /** Returns the encoding of a font by its name, such as <code>.VnTime</code> or <code>VNI-Times</code>. */
    public static Optional<LegacyEncoding> ofFont(String name) {
        return name.regionMatches(true, 0, ".Vn", 0, ".Vn".length())
                ? Optional.of(TCVN3)
                : name.regionMatches(true, 0, "VNI-", 0, "VNI-".length()) ? Optional.of(VNI) : Optional.empty();
    }

    /** Returns a text with the letters of Unicode, some of them decomposed. */
    abstract String letters(String text);

    /**
     * Returns whether a text can be in a legacy encoding: it has characters from U+00A1 to U+00FF, and no letter that
     * only Unicode has. This is much faster to tell than {@link #evidence}.
     */
    public static boolean isPossible(String text) {
        var isPossible = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c > '\u00FF' && isUnicodeOnly(c)) {
                return false;
            }
            isPossible |= c >= '\u00A1' && c <= '\u00FF';
        }
        return isPossible;
    }

    private static boolean isUnicodeOnly(char c) {
        return c >= '\u1EA0' && c <= '\u1EF9' || c >= '\u0300' && c <= '\u036F' || UNICODE_ONLY.indexOf(c) >= 0;
    }

    /**
     * Returns how many words of a text are Vietnamese in this encoding only, less the words that are not Vietnamese in
     * it; 0 if there are more of the latter, or if the text has letters of Unicode that no legacy encoding has.
     */
    public int evidence(String text) {
        if (!isPossible(text)) {
            return 0;
        }
        var evidence = 0;
        var words = WORD.matcher(text);
        while (words.find()) {
            if (!hasLegacyLetter(words.group())) {
                continue;
            }
            if (words.end() - words.start() > LONGEST_WORD) {
                evidence--;
                continue;
            }
            var isDecoded = isVietnamese(decode(words.group()));
            if (isDecoded != isVietnamese(words.group()) || !isDecoded) {
                evidence += isDecoded ? 1 : -1;
            }
        }
        return Math.max(0, evidence);
    }

    private static boolean hasLegacyLetter(String word) {
        return word.chars().anyMatch(c -> c >= '\u00A1');
    }

    /** Returns the encoding of a text; empty if it is Unicode, or too short to tell. */
    public static Optional<LegacyEncoding> of(String text) {
        return Stream.of(values())
                .filter(each -> each.evidence(text) >= 2)
                .max(Comparator.comparingInt(each -> each.evidence(text)));
    }

    private static boolean isVietnamese(String word) {
        var letters = Normalizer.normalize(word, Normalizer.Form.NFD);
        var unmarked = TONES.matcher(letters).replaceAll("");
        var base = Normalizer.normalize(unmarked, Normalizer.Form.NFC);
        return letters.length() - unmarked.length() <= 1
                && CASE.matcher(base).matches()
                && SYLLABLE.matcher(base.toLowerCase(Locale.ROOT)).matches();
    }
}
