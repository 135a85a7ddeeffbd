/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.ColumnType;
import org.bieumau.reading.internal.shape.RowKind;

/** What Excel adds to workbooks: formulas, errors, other sheets, hidden columns. */
enum WorkbookMutation implements Mutation {
    FORMULAS {
        @Override
        boolean change(Workbook workbook, Random random) {
            var numbers = numbers(workbook);
            numbers.forEach(cell -> cell.formula("1+1"));
            return !numbers.isEmpty();
        }
    },
    TEXT_FORMULAS {
        @Override
        boolean change(Workbook workbook, Random random) {
            var texts = filled(workbook).stream()
                    .filter(cell -> !cell.isNumber() && !cell.text().contains("\n"))
                    .toList();
            texts.forEach(cell -> cell.textFormula("VLOOKUP(A1,B2:C9,2,0)"));
            return !texts.isEmpty();
        }
    },
    /** Formulas that failed. */
    ERRORS {
        @Override
        boolean change(Workbook workbook, Random random) {
            var numbers = numbers(workbook);
            if (numbers.isEmpty()) {
                return false;
            }
            Mutation.any(numbers, random).error(Mutation.any(List.of("#DIV/0!", "#REF!", "#N/A", "#VALUE!"), random));
            return true;
        }
    },
    HIDDEN_COLUMN {
        @Override
        boolean change(Workbook workbook, Random random) {
            workbook.hide(random.nextInt(workbook.table.width));
            return true;
        }
    },
    HIDDEN_SHEET {
        @Override
        boolean change(Workbook workbook, Random random) {
            workbook.addSheet(
                    random.nextBoolean(), "Danhmuc", true, List.of(List.of("Mã", "Tên"), List.of("01", "Ba Tơ")));
            return true;
        }
    },
    /** A copy of the sheet as it was before. */
    FORMER_SHEET {
        @Override
        boolean change(Workbook workbook, Random random) {
            workbook.addCopy(random.nextBoolean(), "Bản cũ");
            return true;
        }
    },
    COMMENT {
        @Override
        boolean change(Workbook workbook, Random random) {
            workbook.addComment("B5", "Kiểm tra lại số này");
            return true;
        }
    },
    DAYS_FROM_1904 {
        @Override
        boolean change(Workbook workbook, Random random) {
            workbook.countFrom1904();
            for (var row : workbook.table.body()) {
                for (var leaf : workbook.truth.template().columns()) {
                    if (leaf.type() == ColumnType.DATE
                            && row.of(leaf.index()).orElse(null) instanceof SheetCell cell
                            && cell.isNumber()) {
                        cell.number(new BigDecimal(cell.number())
                                .subtract(BigDecimal.valueOf(1462))
                                .toPlainString());
                    }
                }
            }
            return true;
        }
    },
    /** Numbers without a number format. */
    UNFORMATTED_NUMBERS {
        @Override
        boolean change(Workbook workbook, Random random) {
            for (var row : workbook.table.body()) {
                for (var leaf : workbook.truth.template().columns()) {
                    if (leaf.type() != ColumnType.DATE
                            && row.of(leaf.index()).orElse(null) instanceof SheetCell cell
                            && cell.isNumber()) {
                        cell.style(0);
                    }
                }
            }
            return true;
        }
    },
    /** Dates in cells without a date format show their serial numbers. */
    UNFORMATTED_DATES {
        @Override
        boolean change(Workbook workbook, Random random) {
            var isChanged = false;
            for (var row : workbook.table.body()) {
                for (var leaf : workbook.truth.template().columns()) {
                    if (leaf.type() == ColumnType.DATE
                            && row.of(leaf.index()).orElse(null) instanceof SheetCell cell
                            && cell.isNumber()) {
                        cell.style(0);
                        isChanged = true;
                    }
                }
            }
            return isChanged;
        }
    },
    /** Ordinals that Excel counts. */
    ORDINAL_FORMULAS {
        @Override
        boolean change(Workbook workbook, Random random) {
            var ordinal = RowMutation.ordinal(workbook);
            if (ordinal.isEmpty()) {
                return false;
            }
            workbook.table.body().stream()
                    .flatMap(row -> row.of(ordinal.get().index()).stream())
                    .map(SheetCell.class::cast)
                    .filter(SheetCell::isNumber)
                    .forEach(cell -> cell.formula("ROW()-5"));
            return true;
        }
    },
    /** Remarks of the clerk right of the table. */
    REMARKS_BESIDE {
        @Override
        boolean change(Workbook workbook, Random random) {
            var row = Mutation.any(workbook.table.body(), random);
            row.cells.add(workbook.cell(workbook.table.width + 1, "xem lại"));
            return true;
        }
    },
    /** Numbers that somebody computed below the table. */
    FOREIGN_NUMBERS_BELOW {
        @Override
        boolean change(Workbook workbook, Random random) {
            var row = workbook.row(RowKind.BELOW, "", "", "123", "456", "789");
            row.gap = 2;
            workbook.table.rows.add(row);
            return true;
        }
    };

    @Override
    public boolean change(Paper paper, Random random) {
        return paper instanceof Workbook workbook && change(workbook, random);
    }

    abstract boolean change(Workbook workbook, Random random);

    private static List<SheetCell> filled(Workbook workbook) {
        return workbook.table.body().stream()
                .flatMap(row -> row.cells.stream())
                .filter(cell -> !cell.isEmpty())
                .map(SheetCell.class::cast)
                .toList();
    }

    private static List<SheetCell> numbers(Workbook workbook) {
        var ordinal = RowMutation.ordinal(workbook).map(Leaf::index).orElse(-1);
        return filled(workbook).stream()
                .filter(cell -> cell.isNumber() && cell.leaf != ordinal)
                .toList();
    }
}
