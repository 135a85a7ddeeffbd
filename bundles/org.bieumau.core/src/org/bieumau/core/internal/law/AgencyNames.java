/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Agency;
import org.bieumau.model.AgencyName;
import org.bieumau.model.PartialDate;

/**
 * The names of an agency on a given day, since names and codes change.
 *
 * @param title the official name; empty if none is given
 * @param heading the name in the letterhead of subordinate agencies, in upper case; it may be abbreviated
 * @param issuer the name in the letterhead of the agency's own documents, in upper case. The decree wants it in full
 *     (ND30, Phụ lục I, II.2), so it is the official name if the heading has an abbreviation of it
 * @param abbreviation the code in symbols; empty if none is given
 */
public record AgencyNames(String title, String heading, String issuer, String abbreviation) {

    /**
     * Returns the names on a day.
     *
     * @param day the day; null for the current names
     */
    public static AgencyNames at(Agency agency, PartialDate day) {
        if (day != null) {
            for (var former : agency.getFormerNames()) {
                if (holds(former, PartialDate.of(day.latest()))) {
                    return of(
                            former.getTitle(),
                            former.getHeadingName(),
                            former.getAbbreviation() == null ? agency.getAbbreviation() : former.getAbbreviation());
                }
            }
        }
        return of(agency.getTitle(), agency.getHeadingName(), agency.getAbbreviation());
    }

    /** Returns whether a former name was valid on a day. Without an end date it is ignored: it would not be former. */
    private static boolean holds(AgencyName name, PartialDate day) {
        return name.getValidTo() != null && Validity.holds(name, day);
    }

    private static AgencyNames of(String title, String heading, String abbreviation) {
        var name = title == null ? "" : title;
        var shown = VietnameseText.capitals(heading == null ? name : heading);
        return new AgencyNames(
                name,
                shown,
                abbreviates(shown, name) ? VietnameseText.capitals(name) : shown,
                abbreviation == null ? "" : abbreviation);
    }

    /** Returns whether a heading has an abbreviation of words of a title, such as UBND or TP. */
    private static boolean abbreviates(String heading, String title) {
        var words = List.of(VietnameseText.fold(title).split("[^\\p{L}\\d]+"));
        var initials = words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        return Arrays.stream(VietnameseText.fold(heading).split("[^\\p{L}\\d]+"))
                .anyMatch(word -> word.length() > 1 && !words.contains(word) && initials.contains(word));
    }
}
