/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** The names of known agencies, to be found in texts that write them without capitals (ND30, Phụ lục II, IV). */
public final class AgencyTitles {

    /** Number of words from which a name is not taken for a common noun, such as «văn phòng». */
    private static final int LEAST = 4;

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Ll}[\\p{L}\\p{M}]*");

    /** The names by their first word in lower case; longer ones come first. */
    private final Map<String, List<String>> titles = new HashMap<>();

    public AgencyTitles(Collection<String> names) {
        names.stream()
                .filter(name ->
                        !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && name.split(" ").length >= LEAST)
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .forEach(name -> titles.computeIfAbsent(
                                name.substring(0, name.indexOf(' ')).toLowerCase(VietnameseText.LOCALE),
                                key -> new ArrayList<>())
                        .add(name));
    }

    /** Returns the names that a text writes with a small letter at the beginning, in text order. */
    List<CapitalText.Found> find(String text) {
        var found = new ArrayList<CapitalText.Found>();
        if (titles.isEmpty()) {
            return found;
        }
        var word = WORD.matcher(text);
        while (word.find()) {
            for (var title : titles.getOrDefault(word.group(), List.of())) {
                var end = word.start() + title.length();
                if (text.regionMatches(true, word.start(), title, 0, title.length())
                        && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                    found.add(new CapitalText.Found("CAPITAL-AGENCY", word.start(), end, title));
                    break;
                }
            }
        }
        return found;
    }
}
