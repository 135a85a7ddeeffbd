/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads and writes cells in the clipboard format of spreadsheets and word processors: one line per row, tabs between
 * cells, quotes around cells with several lines.
 */
public final class TabSeparated {

    private TabSeparated() {}

    /** Returns the rows of a text; a line break at the end does not begin another row. */
    public static List<List<String>> read(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var atStart = true;
        var all = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < all.length(); i++) {
            var c = all.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && atStart && all.indexOf('"', i + 1) > 0) {
                quoted = true;
            } else if (c == '\t' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
                atStart = true;
                continue;
            } else {
                cell.append(c);
            }
            atStart = false;
        }
        if (!cell.isEmpty() || !row.isEmpty() || !atStart) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }

    /** Returns rows as text for {@link #read} and for spreadsheets. */
    public static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TabSeparated::quoted).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String cell) {
        return cell.contains("\n") || cell.contains("\t") || cell.startsWith("\"")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
