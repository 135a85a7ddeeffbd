/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.unit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit of a campaign.
 *
 * @param index position in the campaign, from 0
 * @param key name by which the text of the campaign refers to it
 * @param title name as printed
 * @param names all names: title, other names, former names, abbreviations
 * @param code code of the unit; an empty string for none
 * @param contact the person to call; an empty string for none
 */
public record Unit(int index, String key, String title, List<String> names, String code, String contact)
        implements Serializable {

    public Unit {
        names = new ArrayList<>(names);
    }
}
