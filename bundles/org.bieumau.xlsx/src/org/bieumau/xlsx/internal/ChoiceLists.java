/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.model.ColumnType;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * The terms that choice columns offer. Short lists are part of the data validation itself. Lists that are too long for
 * Excel, or whose terms contain commas, are on a hidden sheet, one column per list.
 */
final class ChoiceLists {

    private static final String SHEET = "Danh mục";
    /** Excel's limit for a list within a data validation, in UTF-16 code units. */
    private static final int LONGEST_LIST = 255;

    /** The lists of a sheet whose columns offer nothing. */
    static final ChoiceLists NONE = new ChoiceLists(List.of());

    private final List<TableColumn> columns;
    private final List<List<String>> hidden = new ArrayList<>();
    /** Column of each choice list on the hidden sheet, from 1, by table column; 0 where it is not there. */
    private final int[] places;

    ChoiceLists(List<TableColumn> columns) {
        this.columns = columns;
        places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            var choices = columns.get(i).choices();
            if (columns.get(i).type() == ColumnType.CHOICE && !choices.isEmpty() && !isShort(choices)) {
                var known = hidden.indexOf(choices);
                places[i] = known >= 0 ? known + 1 : hidden.size() + 1;
                if (known < 0) {
                    hidden.add(choices);
                }
            }
        }
    }

    private static boolean isShort(List<String> choices) {
        return String.join(",", choices).length() <= LONGEST_LIST
                && choices.stream().noneMatch(choice -> choice.contains(","));
    }

    /** Returns whether the hidden sheet is needed. */
    boolean needSheet() {
        return !hidden.isEmpty();
    }

    static String sheet() {
        return SHEET;
    }

    /**
     * Returns the formula of the choices of a table column: a string constant or a range on the hidden sheet.
     *
     * @return empty if the column has no choices
     */
    Optional<String> formula(int column) {
        var choices = column < columns.size() ? columns.get(column).choices() : List.<String>of();
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        if (places[column] == 0) {
            return Optional.of('"' + String.join(",", choices).replace("\"", "\"\"") + '"');
        }
        var letter = CellNames.column(places[column] - 1);
        return Optional.of("'" + SHEET + "'!$" + letter + "$1:$" + letter + "$" + choices.size());
    }

    /** Writes the hidden sheet. */
    void write(XmlWriter xml) throws IOException {
        xml.start("worksheet").attribute("xmlns", CellStyles.MAIN).start("sheetData");
        var rows = hidden.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            xml.start("row").attribute("r", row + 1L);
            for (int column = 0; column < hidden.size(); column++) {
                if (row < hidden.get(column).size()) {
                    xml.start("c")
                            .attribute("r", CellNames.cell(column, row + 1))
                            .attribute("t", "inlineStr");
                    xml.start("is")
                            .start("t")
                            .text(XString.of(hidden.get(column).get(row)))
                            .end()
                            .end()
                            .end();
                }
            }
            xml.end();
        }
        xml.end().end();
    }
}
