/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.text.VietnameseText;

/** Finds how a name that is printed in capitals is written in a text. In capitals again it is what was printed. */
public final class ProperCase {

    /** Abbreviations that stay in capitals. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("UBND", "HĐND", "UBMTTQ", "UBMTTQVN", "TP", "TP.", "TNHH", "MTV", "BQL", "TW", "VPUB", "KT-XH");

    /** Words that names of bodies and positions write with a capital letter within. */
    private static final List<String> INNER = List.of(
            "giám đốc:Giám đốc",
            "chủ tịch:Chủ tịch",
            "trưởng ban:Trưởng ban",
            "trưởng phòng:Trưởng phòng",
            "bí thư:Bí thư",
            "cục trưởng:Cục trưởng",
            "chánh văn phòng:Chánh Văn phòng",
            "hiệu trưởng:Hiệu trưởng",
            "chủ nhiệm:Chủ nhiệm",
            "viện trưởng:Viện trưởng",
            "thường trực:Thường trực");

    private final String text;

    /** @param lines texts of the file, which may write the names in their usual case */
    public ProperCase(Stream<String> lines) {
        text = lines.collect(Collectors.joining("\n"));
    }

    /** Returns a name as the text of the file writes it, or else with a capital letter at its beginning. */
    public String of(String printed) {
        var name = printed.replace('\u00A0', ' ').strip();
        if (!name.equals(VietnameseText.capitals(name))) {
            return name;
        }
        return Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .results()
                .map(found -> found.group())
                .filter(found -> !found.equals(VietnameseText.capitals(found))
                        && Character.isUpperCase(found.charAt(0))
                        && VietnameseText.capitals(found).equals(name))
                .findFirst()
                .orElseGet(() -> sentence(name));
    }

    /** Returns whether the file has a word in this case. */
    public boolean isWritten(String word) {
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})")
                .matcher(text)
                .find();
    }

    /** Returns a position of a signer in the usual capitalisation, such as <code>Phó Giám đốc</code>. */
    public String position(String printed) {
        var name = of(printed);
        for (var pair : INNER) {
            var words = pair.split(":");
            name = name.replaceAll("(?<!\\p{L})" + words[0] + "(?!\\p{L})", words[1]);
        }
        return VietnameseText.capitals(name)
                        .equals(VietnameseText.capitals(
                                printed.replace('\u00A0', ' ').strip()))
                ? name
                : printed.strip();
    }

    private static String sentence(String capitals) {
        var words = capitals.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = ABBREVIATIONS.contains(words[i]) || words[i].matches("[IVXLC]{2,}|.*\\d.*")
                    ? words[i]
                    : words[i].toLowerCase(VietnameseText.LOCALE);
        }
        var name = VietnameseText.capitalised(String.join(" ", words));
        for (var province : Provinces.all()) {
            name = place(name, province.name());
            for (var merged : province.merged()) {
                name = place(name, merged);
            }
        }
        return name;
    }

    private static String place(String name, String province) {
        var lower = province.toLowerCase(Locale.of("vi"));
        var at = name.toLowerCase(Locale.of("vi")).indexOf(lower);
        return at >= 0 && (at + lower.length() == name.length() || name.charAt(at + lower.length()) == ' ')
                ? name.substring(0, at) + province + name.substring(at + lower.length())
                : name;
    }
}
