/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.shape.RowKind;

/** Changes of the header: its merges, its rows, and the labels of the columns. */
enum HeaderMutation implements Mutation {
    /** Labels over several rows are followed by empty cells instead. */
    UNMERGED_DOWN {
        @Override
        public boolean change(Paper paper, Random random) {
            return unmerge(paper, false);
        }
    },
    /** No cell of the header is merged. */
    UNMERGED {
        @Override
        public boolean change(Paper paper, Random random) {
            return unmerge(paper, true);
        }
    },
    NO_NUMBER_ROW {
        @Override
        public boolean change(Paper paper, Random random) {
            var numbers = paper.table.rows(RowKind.NUMBERS);
            numbers.forEach(paper.table::remove);
            return !numbers.isEmpty();
        }
    },
    NUMBERS_IN_PARENTHESES {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeCells(paper.table.rows(RowKind.NUMBERS), text -> "(" + text + ")");
        }
    },
    NUMBER_ROW_ADDED {
        @Override
        public boolean change(Paper paper, Random random) {
            var table = paper.table;
            if (!table.rows(RowKind.NUMBERS).isEmpty()) {
                return false;
            }
            var numbers = new Row(RowKind.NUMBERS);
            for (int column = 0; column < table.width; column++) {
                numbers.cells.add(paper.cell(
                        column, column < 2 ? Character.toString('A' + column) : Integer.toString(column - 1)));
            }
            table.insertAfter(table.rows(RowKind.HEADER).getLast(), numbers);
            return true;
        }
    },
    /** The header is repeated in the middle, as on the next page. */
    HEADER_AGAIN {
        @Override
        public boolean change(Paper paper, Random random) {
            var table = paper.table;
            var places = table.body().stream()
                    .skip(1)
                    .filter(row -> !table.isContinued(row))
                    .toList();
            if (places.isEmpty()) {
                return false;
            }
            var place = Mutation.any(places, random);
            table.insert(table.rows.indexOf(place), table.headerCopy());
            return true;
        }
    },
    /** The same table has a row above the header with a title over the whole width. */
    TITLE_IN_TABLE {
        @Override
        public boolean change(Paper paper, Random random) {
            var title = paper.row(RowKind.ABOVE, "BIỂU TỔNG HỢP SỐ LIỆU THÁNG 6 NĂM 2026");
            title.cells.getFirst().span = paper.table.width;
            paper.table.insertBefore(paper.table.rows(RowKind.HEADER).getFirst(), title);
            return true;
        }
    },
    CAPITAL_LABELS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeLabels(paper, text -> text.toUpperCase(VietnameseText.LOCALE));
        }
    },
    SMALL_LABELS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeLabels(paper, text -> text.toLowerCase(VietnameseText.LOCALE));
        }
    },
    SPACES_IN_LABELS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeLabels(
                    paper, text -> " " + text.replace(" ", random.nextBoolean() ? "  " : "\u00A0") + " \u00A0");
        }
    },
    LINE_BREAKS_IN_LABELS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeCells(
                    paper.table.rows(RowKind.HEADER),
                    text -> text.replaceFirst(" ", random.nextBoolean() ? "\n" : " \n"));
        }
    },
    QUESTION_NUMBERS {
        @Override
        public boolean change(Paper paper, Random random) {
            var count = new int[1];
            return changeLabels(paper, text -> text + " (" + ++count[0] + ")");
        }
    },
    CLOSING_MARKS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeLabels(paper, text -> text + Mutation.any(List.of(".", ":", "*", " …"), random));
        }
    },
    UNITS_IN_LABELS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeSome(
                    paper,
                    random,
                    text -> text + Mutation.any(List.of(" (ha)", " (người)", "\n(triệu đồng)", " (%)"), random));
        }
    },
    /** A letter is doubled or missing. */
    SLIP_IN_LABEL {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeOne(paper, random, text -> {
                var at = random.nextInt(text.length());
                return random.nextBoolean()
                        ? text.substring(0, at) + text.charAt(at) + text.substring(at)
                        : text.substring(0, at) + text.substring(at + 1);
            });
        }
    },
    LABELS_WITHOUT_DIACRITICS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeLabels(paper, VietnameseText::fold);
        }
    },
    ABBREVIATED_LABELS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeLabels(
                    paper,
                    text -> text.replace("STT", random.nextBoolean() ? "TT" : "Số TT")
                            .replace("Số lượng", "SL")
                            .replace("Ghi chú", "GC")
                            .replace("Kinh phí", "KP")
                            .replace("Tỷ lệ", "Tỉ lệ"));
        }
    },
    /** A word is added to a label, or its last word is left out. */
    REWORDED_LABEL {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeOne(paper, random, text -> switch (random.nextInt(3)) {
                case 0 -> text + " thực hiện";
                case 1 -> "Tổng " + text;
                default -> text.contains(" ") ? text.substring(0, text.lastIndexOf(' ')) : text + " khác";
            });
        }
    },
    OTHER_LABEL {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeOne(paper, random, text -> "Nội dung khác hẳn");
        }
    };

    private static boolean unmerge(Paper paper, boolean across) {
        var isChanged = false;
        for (var row : paper.table.rows(RowKind.HEADER)) {
            for (var cell : row.cells) {
                isChanged |= cell.rowSpan > 1 || across && cell.span > 1;
                cell.rowSpan = 1;
                cell.span = across ? 1 : cell.span;
            }
        }
        return isChanged;
    }

    private static Stream<Cell> labels(Paper paper) {
        return paper.table.rows(RowKind.HEADER).stream()
                .flatMap(row -> row.cells.stream())
                .filter(cell -> !cell.isEmpty());
    }

    private static boolean changeLabels(Paper paper, UnaryOperator<String> change) {
        return changeCells(paper.table.rows(RowKind.HEADER), change);
    }

    private static boolean changeCells(List<Row> rows, UnaryOperator<String> change) {
        var isChanged = false;
        for (var row : rows) {
            for (var cell : row.filled()) {
                var text = cell.text();
                var changed = change.apply(text);
                if (!changed.equals(text)) {
                    cell.text(changed);
                    isChanged = true;
                }
            }
        }
        return isChanged;
    }

    private static boolean changeSome(Paper paper, Random random, UnaryOperator<String> change) {
        labels(paper).filter(cell -> random.nextBoolean()).forEach(cell -> cell.text(change.apply(cell.text())));
        return true;
    }

    private static boolean changeOne(Paper paper, Random random, UnaryOperator<String> change) {
        var cell = Mutation.any(labels(paper).toList(), random);
        cell.text(change.apply(cell.text()));
        return true;
    }
}
