/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import org.bieumau.consolidation.internal.record.Spot;

/**
 * What a cell of a return contributes to the consolidated form.
 *
 * @param section heading of the section; an empty string for none
 * @param row label of the row
 * @param column title of the column
 * @param unit title of the unit
 * @param value the value as merged
 */
public record Contribution(
        String section, String row, String column, String unit, String file, Spot place, String value) {}
