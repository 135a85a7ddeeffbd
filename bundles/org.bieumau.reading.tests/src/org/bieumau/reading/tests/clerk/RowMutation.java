/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.reading.internal.shape.RowKind;

/** Rows that are no data, ordinals as each office writes them, and rows that are merged or in another order. */
enum RowMutation implements Mutation {
    BLANK_ROWS {
        @Override
        public boolean change(Paper paper, Random random) {
            paper.table.insertBefore(Mutation.any(free(paper), random), new Row(RowKind.EMPTY));
            paper.table.insertAfter(paper.table.body().getLast(), new Row(RowKind.EMPTY));
            return true;
        }
    },
    /** Rows below the last one have their ordinals already. */
    ORDINALS_PREFILLED {
        @Override
        public boolean change(Paper paper, Random random) {
            var ordinal = ordinal(paper);
            if (ordinal.isEmpty()) {
                return false;
            }
            var count = paper.table.body().size();
            for (int i = 1; i < 4; i++) {
                var row = new Row(RowKind.ORDINAL_ONLY);
                row.cells.add(paper.cell(column(paper, ordinal.get()), Integer.toString(count + i)));
                paper.table.insertAfter(paper.table.body().getLast(), row);
            }
            return true;
        }
    },
    /** The example of the blank form is still there. */
    SAMPLE_ROW {
        @Override
        public boolean change(Paper paper, Random random) {
            var first = paper.table.body().getFirst();
            var sample = first.singleCopy();
            sample.kind = RowKind.SAMPLE;
            var title = title(paper).flatMap(leaf -> first.of(leaf.index()));
            if (title.isEmpty()) {
                return false;
            }
            sample.at(title.get().column).orElseThrow().text("Ví dụ: Nguyễn Văn A");
            paper.table.insertBefore(first, sample);
            return true;
        }
    },
    INSTRUCTION_ROW {
        @Override
        public boolean change(Paper paper, Random random) {
            var texts = new String[paper.table.width];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = Mutation.any(List.of("Ghi rõ", "(Ghi theo mẫu)", "Chọn trong danh sách"), random);
            }
            paper.table.insertBefore(paper.table.body().getFirst(), paper.row(RowKind.INSTRUCTION, texts));
            return true;
        }
    },
    AND_SO_ON {
        @Override
        public boolean change(Paper paper, Random random) {
            var texts = new String[paper.table.width];
            Arrays.fill(texts, Mutation.any(List.of("…", "...", ",,,,"), random));
            paper.table.insertAfter(paper.table.body().getLast(), paper.row(RowKind.AND_SO_ON, texts));
            return true;
        }
    },
    /** A row of the form is hidden. */
    HIDDEN {
        @Override
        public boolean change(Paper paper, Random random) {
            Mutation.any(free(paper), random).isHidden = true;
            return true;
        }
    },
    /** A row with the numbers of somebody else is hidden. */
    HIDDEN_ROW_ADDED {
        @Override
        public boolean change(Paper paper, Random random) {
            var row = Mutation.any(free(paper), random);
            var copy = row.singleCopy();
            copy.kind = RowKind.HIDDEN;
            copy.isHidden = true;
            paper.table.insertBefore(row, copy);
            return true;
        }
    },
    NO_ORDINALS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeOrdinals(paper, (row, text) -> "");
        }
    },
    ORDINALS_WITH_DOTS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeOrdinals(paper, (row, text) -> text + (random.nextBoolean() ? "." : " ."));
        }
    },
    ORDINALS_WITH_ZEROS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeOrdinals(paper, (row, text) -> text.length() == 1 ? "0" + text : text);
        }
    },
    /** Ordinals do not count on: after an insertion, or restarted. */
    WRONG_ORDINALS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeOrdinals(paper, (row, text) -> Integer.toString(1 + row % 2));
        }
    },
    /** Equal values below each other are merged. */
    EQUAL_VALUES_MERGED {
        @Override
        public boolean change(Paper paper, Random random) {
            var body = paper.table.body();
            var isChanged = false;
            for (int i = body.size() - 1; i > 0; i--) {
                var above = body.get(i - 1);
                var row = body.get(i);
                if (paper.table.rows.indexOf(row) != paper.table.rows.indexOf(above) + 1) {
                    continue;
                }
                for (var leaf : paper.truth.template().columns()) {
                    var one = above.of(leaf.index());
                    var other = row.of(leaf.index());
                    if (leaf.index() > 1
                            && one.isPresent()
                            && other.isPresent()
                            && !one.get().isEmpty()
                            && one.get().rowSpan == 1
                            && one.get().text().equals(other.get().text())) {
                        one.get().rowSpan += other.get().rowSpan;
                        row.cells.remove(other.get());
                        isChanged = true;
                    }
                }
            }
            return isChanged;
        }
    },
    /** A printed row is left out. */
    PRINTED_ROW_DROPPED {
        @Override
        public boolean change(Paper paper, Random random) {
            var printed = paper.table.body().stream()
                    .filter(row -> isPrinted(paper, row))
                    .toList();
            if (printed.size() < 2) {
                return false;
            }
            paper.table.remove(Mutation.any(printed, random));
            return true;
        }
    },
    /** A row is added that is not printed with the form. */
    ROW_ADDED_TO_PRINTED {
        @Override
        public boolean change(Paper paper, Random random) {
            var printed = paper.table.body().stream()
                    .filter(row -> isPrinted(paper, row))
                    .toList();
            var title = title(paper);
            if (printed.isEmpty() || title.isEmpty()) {
                return false;
            }
            var row = Mutation.any(printed, random);
            var added = row.singleCopy();
            added.at(column(paper, title.get())).orElseThrow().text("Nội dung phát sinh");
            paper.table.insertAfter(row, added);
            return true;
        }
    },
    /** The printed unit of measure or code of a row is another one. */
    PRINTED_UNIT_CHANGED {
        @Override
        public boolean change(Paper paper, Random random) {
            var units = paper.truth.template().columns().stream()
                    .filter(leaf -> leaf.type() == ColumnType.MEASURE || leaf.type() == ColumnType.CODE)
                    .flatMap(leaf -> paper.table.body().stream()
                            .filter(row -> isPrinted(paper, row))
                            .flatMap(row -> row.of(leaf.index()).stream()))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            if (units.isEmpty()) {
                return false;
            }
            var cell = Mutation.any(units, random);
            cell.text("nghìn lượt");
            cell.isWrong = true;
            return true;
        }
    },
    PRINTED_LABELS_IN_CAPITALS {
        @Override
        public boolean change(Paper paper, Random random) {
            return changePrinted(paper, text -> text.toUpperCase(VietnameseText.LOCALE));
        }
    },
    PRINTED_LABELS_CLOSED {
        @Override
        public boolean change(Paper paper, Random random) {
            return changePrinted(paper, text -> "  " + text + Mutation.any(List.of(":", ".", " :", ";"), random));
        }
    };

    private interface OrdinalChange {

        String apply(int row, String text);
    }

    /** Returns the rows of the body that can move on their own. */
    private static List<Row> free(Paper paper) {
        return paper.table.body().stream()
                .filter(row -> !paper.table.isContinued(row))
                .toList();
    }

    static Optional<Leaf> ordinal(Paper paper) {
        return paper.truth.template().ordinalColumn();
    }

    static Optional<Leaf> title(Paper paper) {
        return paper.truth.template().titleColumn();
    }

    /** Returns the present column of the file for a column of the template. */
    static int column(Paper paper, Leaf leaf) {
        return paper.table.body().stream()
                .flatMap(row -> row.of(leaf.index()).stream())
                .mapToInt(cell -> cell.column)
                .findFirst()
                .orElse(leaf.index());
    }

    private static boolean changeOrdinals(Paper paper, OrdinalChange change) {
        var ordinal = ordinal(paper);
        if (ordinal.isEmpty() || !paper.truth.template().givenRows().isEmpty()) {
            return false;
        }
        var isChanged = false;
        var body = paper.table.body();
        for (int i = 0; i < body.size(); i++) {
            var cell = body.get(i).of(ordinal.get().index());
            if (cell.isPresent() && !cell.get().isEmpty()) {
                cell.get().text(change.apply(i, cell.get().text()));
                isChanged = true;
            }
        }
        return isChanged;
    }

    static boolean isPrinted(Paper paper, Row row) {
        return row.line >= 0
                && paper.truth.lines().get(row.line).source() instanceof Object source
                && (!(source instanceof Entry entry) || entry.getIndicator() != null)
                && paper.truth.lines().get(row.line).isEntry();
    }

    private static boolean changePrinted(Paper paper, UnaryOperator<String> change) {
        var title = title(paper);
        var cells = paper.table.body().stream()
                .filter(row -> isPrinted(paper, row))
                .map(row -> title.flatMap(leaf -> row.of(leaf.index())).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        cells.forEach(cell -> cell.text(change.apply(cell.text())));
        return !cells.isEmpty();
    }
}
