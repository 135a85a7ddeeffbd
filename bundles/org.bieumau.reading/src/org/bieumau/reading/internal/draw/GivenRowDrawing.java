/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.reading.internal.draw.GivenRowList.GivenRow;
import org.bieumau.reading.internal.message.ReadingMessages;

/** Writes the rows that are printed with a form. */
final class GivenRowDrawing {

    private final Supplier<ItemNames> scopes;
    private final ItemNames names;
    private final StringBuilder text;

    /** @param columns the names of the columns, which no row has */
    GivenRowDrawing(Collection<String> columns, StringBuilder text) {
        this.text = text;
        scopes = () -> new ItemNames(columns);
        names = scopes.get();
    }

    /** @param isFilled whether the file has values in the rows */
    void draw(List<GivenRowList> lists, boolean isFilled) {
        var isDoubtful = isFilled;
        for (var list : lists) {
            text.append("    chỉ tiêu");
            if (list.section() != null) {
                text.append(" trong lĩnh vực ").append(TemplateDrawing.quoted(list.section()));
            }
            text.append(" {");
            var doubts = Stream.of(isDoubtful ? "draw.filled" : "", list.isNumbered() ? "" : "draw.section")
                    .filter(key -> !key.isEmpty())
                    .map(ReadingMessages.ALL::text)
                    .collect(Collectors.joining("; "));
            text.append(doubts.isEmpty() ? "" : TemplateDrawing.doubt(doubts)).append('\n');
            isDoubtful = false;
            rows(list);
            text.append("    }\n");
        }
    }

    private void rows(GivenRowList list) {
        var open = new ArrayDeque<ItemNames>();
        open.push(names);
        for (int i = 0; i < list.rows().size(); i++) {
            var row = list.rows().get(i);
            var below = list.levelAfter(i);
            var isOpened = below > row.level();
            text.append("    ".repeat(1 + open.size()))
                    .append(line(row, open.element()))
                    .append(isOpened ? " {" : "")
                    .append(row.isGuess() ? TemplateDrawing.doubt(ReadingMessages.ALL.text("draw.level")) : "")
                    .append('\n');
            if (isOpened) {
                open.push(scopes.get());
            }
            for (var level = row.level(); level > below; level--) {
                open.pop();
                text.append("    ".repeat(1 + open.size())).append("}\n");
            }
        }
    }

    private static String line(GivenRow row, ItemNames names) {
        var line = new StringBuilder(names.of(row.title(), "dòng"));
        line.append(row.ordinal().isEmpty() ? "" : ' ' + TemplateDrawing.quoted(row.ordinal()))
                .append(' ')
                .append(TemplateDrawing.quoted(row.title()));
        if (row.isHeading()) {
            line.append(", đề mục");
        }
        if (!row.unit().isEmpty()) {
            line.append(", đơn vị tính ").append(TemplateDrawing.quoted(row.unit()));
        }
        if (!row.code().isEmpty()) {
            line.append(", mã số ").append(TemplateDrawing.quoted(row.code()));
        }
        return line.toString();
    }
}
