/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read from a file: no objects of the model, so that it can be stored and sent to another machine. It does not
 * depend on the name or place of the file.
 *
 * @param edition index of the template of the campaign that the file follows, from 0
 * @param unitName the unit that the form names; an empty string for none
 * @param heading texts above the table, such as the letterhead
 * @param period period that the form states; an empty string for none
 * @param measureUnit unit of measure, if it differs from that of the template; an empty string otherwise
 * @param leftovers texts that no column took, each with its place
 */
public record ReturnContent(
        int edition,
        String unitName,
        List<String> heading,
        String period,
        String measureUnit,
        List<ReturnTable> tables,
        List<ReturnRow> rows,
        List<String> leftovers,
        List<ReturnProblem> problems)
        implements Serializable {

    public ReturnContent {
        heading = new ArrayList<>(heading);
        tables = new ArrayList<>(tables);
        rows = new ArrayList<>(rows);
        leftovers = new ArrayList<>(leftovers);
        problems = new ArrayList<>(problems);
    }

    /** Returns the place of a cell. */
    public Spot place(ReturnRow row, String column) {
        if (row.table() < 0 || row.table() >= tables.size()) {
            return Spot.NONE;
        }
        var table = tables.get(row.table());
        return table.place().cell(row.number(), table.columns().getOrDefault(column, ""));
    }
}
