/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.model.Column;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/** The first values of the columns of a table. They support or contradict a column of the template. */
final class Samples {

    /** Maximum number of values examined. */
    private static final int MOST = 40;
    /** Minimum number of values that can support or contradict a column. */
    private static final int FEW = 3;

    private static final Pattern NUMBER = Pattern.compile("[-+(]?\\d[\\d.,\\s]*%?\\)?|[-–]");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2}[/.-]){0,2}\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}|\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern MARK = Pattern.compile("[xX×✓✔✗✘vV]");

    private final TableShape shape;

    Samples(TableShape shape) {
        this.shape = shape;
    }

    private List<GridCell> values(ShapeColumn column) {
        return shape.rows(RowKind.BODY).stream()
                .flatMap(row -> shape.cells(row, column).stream())
                .limit(MOST)
                .toList();
    }

    /**
     * Returns how well the values fit a column of the template: 1 if all fit, -1 if most contradict its type, otherwise
     * 0.
     */
    int fit(ShapeColumn column, Column source) {
        var values = values(column);
        var fitting = values.stream().filter(cell -> fits(cell, source)).count();
        if (values.size() < FEW || !isTelling(source)) {
            return 0;
        }
        return fitting == values.size() ? 1 : fitting * 2 < values.size() ? -1 : 0;
    }

    private static boolean isTelling(Column source) {
        return switch (source.getType()) {
            case NUMBER, MONEY, DATE, MARK, ORDINAL, CHOICE -> true;
            default -> false;
        };
    }

    private static boolean fits(GridCell cell, Column source) {
        return switch (source.getType()) {
            case NUMBER, MONEY, ORDINAL ->
                cell.kind() == Kind.NUMBER || NUMBER.matcher(cell.text()).matches();
            case DATE -> cell.kind() == Kind.DATE || DATE.matcher(cell.text()).matches();
            case MARK -> MARK.matcher(cell.text()).matches();
            case CHOICE ->
                source.getVocabulary() == null
                        || source.getVocabulary().getTerms().stream()
                                .anyMatch(term -> term.getTitle() != null
                                        && VietnameseText.fold(term.getTitle())
                                                .equals(VietnameseText.fold(cell.text())));
            default -> true;
        };
    }
}
