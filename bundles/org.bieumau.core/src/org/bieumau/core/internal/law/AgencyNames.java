/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Agency;
import org.bieumau.model.AgencyName;
import org.bieumau.model.PartialDate;

/**
 * The names of an agency on a given day, since names and codes change.
 *
 * @param title the official name; empty if none is given
 * @param heading the name in the letterhead, in upper case
 * @param abbreviation the code in symbols; empty if none is given
 */
public record AgencyNames(String title, String heading, String abbreviation) {

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
        return new AgencyNames(
                name,
                VietnameseText.capitals(heading == null ? name : heading),
                abbreviation == null ? "" : abbreviation);
    }
}
