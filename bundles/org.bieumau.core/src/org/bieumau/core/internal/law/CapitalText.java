/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.spelling.SpellingText;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.VietnameseText;

/**
 * Finds capitals that differ from ND30, Phụ lục II, as far as they can be told without a dictionary of all names:
 * sentences, provisions, provinces, agencies, cited documents, codes of laws, holidays.
 */
public final class CapitalText {

    /**
     * A word in the wrong case.
     *
     * @param code code of the problem
     * @param start the offset of its first character, in UTF-16 code units
     * @param end the offset after its last character
     * @param expected the right spelling
     */
    public record Found(String code, int start, int end, String expected) {}

    /** What precedes a word within a sentence. */
    private static final String WITHIN = "(?<=[\\p{L}\\d,;(“\"][ \\u00A0(])";

    private static final String WORD = "(?<![\\p{L}\\p{M}])";

    /** Khoản and điểm in the middle of a sentence. */
    private static final Pattern CLAUSE =
            Pattern.compile(WITHIN + "(?:Khoản(?=[ \\u00A0]\\d)|Điểm(?=[ \\u00A0][a-zđ](?![\\p{L}\\p{M}])))");

    /** Phần, chương, mục and điều with a number. */
    private static final Pattern ARTICLE = Pattern.compile(
            WORD
                    + "(?:điều(?=[ \\u00A0]\\d+(?![\\d%.,/]*[\\d%]))|(?:phần|chương|mục)(?=[ \\u00A0][IVXLC]+(?![\\p{L}\\p{M}])))");

    private static final Pattern CODE_OF_LAW = Pattern.compile(
            WORD + "[Bb]ộ [Ll]uật (?iu:lao động|dân sự|hình sự|hàng hải|tố tụng (?:dân sự|hình sự))(?![\\p{L}\\p{M}])");

    private static final Pattern HOLIDAY = Pattern.compile(WORD + "(?iu:tết nguyên đán|quốc khánh)(?![\\p{L}\\p{M}])");

    private static final Map<String, String> HOLIDAYS =
            Map.of("quốc khánh", "Quốc khánh", "tết nguyên đán", "tết Nguyên đán");

    private static final Pattern PROVINCE = Pattern.compile(WITHIN + "(?:Tỉnh|Thành phố)(?=[ \\u00A0](?:"
            + Provinces.all().stream()
                    .map(Provinces.Province::name)
                    // Thủ đô Hà Nội and Thành phố Hồ Chí Minh are special.
                    .filter(name -> !name.equals("Hồ Chí Minh") && !name.equals("TP Hồ Chí Minh"))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")(?![\\p{L}\\p{M}]))");

    /** Agencies whose names are never common nouns. */
    private static final Pattern AGENCY = Pattern.compile(
            WORD + "(?:(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|tòa án nhân dân|toà án nhân dân|viện kiểm sát nhân dân"
                    + "|thủ tướng Chính phủ|văn phòng Chính phủ|thanh tra Chính phủ)(?![\\p{L}\\p{M}])");

    /** The first word of a sentence after another one. What precedes the dot may be an abbreviation. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?<![\\p{L}\\p{M}.])(\\p{Ll}{3,})[.?!][ \\u00A0](\\p{Ll}{2,})(?![\\p{L}\\p{M}])");

    /** Words before agencies and documents of which there are several, and what makes «bộ» another word. */
    private static final Pattern SEVERAL = Pattern.compile("(?iu)(?:các|những|một số|hai|ba|cán)[ \\u00A0]$");

    private CapitalText() {}

    /**
     * Returns the words in the wrong case, in text order.
     *
     * @param agencies the agencies that are known by their names
     */
    public static List<Found> find(String text, AgencyTitles agencies) {
        var found = agencies.find(text);
        found.removeIf(each -> isOneOfSeveral(text, each.start()));
        add(found, "CAPITAL-PROVISION", CLAUSE, text, CapitalText::small);
        add(found, "CAPITAL-PROVISION", ARTICLE, text, VietnameseText::capitalised);
        add(found, "CAPITAL-PLACE", PROVINCE, text, CapitalText::small);
        add(found, "CAPITAL-LAW", CODE_OF_LAW, text, CapitalText::codeOfLaw);
        add(found, "CAPITAL-HOLIDAY", HOLIDAY, text, CapitalText::holiday);
        addAgencies(found, text);
        addDocuments(found, text);
        addSentences(found, text);
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static void add(
            List<Found> found, String code, Pattern pattern, String text, UnaryOperator<String> expected) {
        for (var match : (Iterable<MatchResult>) pattern.matcher(text).results()::iterator) {
            var right = expected.apply(match.group());
            if (!right.equals(match.group())) {
                found.add(new Found(code, match.start(), match.end(), right));
            }
        }
    }

    private static void addAgencies(List<Found> found, String text) {
        var others = new ArrayList<Found>();
        add(others, "CAPITAL-AGENCY", AGENCY, text, VietnameseText::capitalised);
        others.removeIf(each -> found.stream().anyMatch(known -> known.start() == each.start()));
        found.addAll(others);
    }

    private static boolean isOneOfSeveral(String text, int start) {
        return SEVERAL.matcher(text.substring(0, start)).find();
    }

    /** Adds types of cited documents. The kind of several documents is a common noun. */
    private static void addDocuments(List<Found> found, String text) {
        for (var citation : CitationText.find(text)) {
            var start = citation.start();
            if (Character.isLowerCase(text.charAt(start)) && !isOneOfSeveral(text, start)) {
                var end = text.indexOf(' ', start);
                var type = text.substring(start, end < 0 ? citation.end() : end);
                found.add(
                        new Found("CAPITAL-DOCUMENT", start, start + type.length(), VietnameseText.capitalised(type)));
            }
        }
    }

    private static void addSentences(List<Found> found, String text) {
        for (var match : (Iterable<MatchResult>) SENTENCE.matcher(text).results()::iterator) {
            if (SpellingText.isSyllable(match.group(1)) && SpellingText.isSyllable(match.group(2))) {
                found.add(new Found(
                        "CAPITAL-SENTENCE", match.start(2), match.end(2), VietnameseText.capitalised(match.group(2))));
            }
        }
    }

    private static String small(String word) {
        return word.substring(0, 1).toLowerCase(VietnameseText.LOCALE) + word.substring(1);
    }

    /** The first letter of the kind and of the name: Bộ luật Lao động. */
    private static String codeOfLaw(String text) {
        var name = text.substring("Bộ luật ".length()).toLowerCase(VietnameseText.LOCALE);
        return "Bộ luật " + VietnameseText.capitalised(name);
    }

    /** A capital at the beginning may be that of the sentence. */
    private static String holiday(String text) {
        var right = HOLIDAYS.get(text.toLowerCase(VietnameseText.LOCALE));
        return Character.isUpperCase(text.charAt(0)) ? VietnameseText.capitalised(right) : right;
    }
}
