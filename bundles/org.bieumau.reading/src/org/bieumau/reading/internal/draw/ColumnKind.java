/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * The type of a column, determined from its values or guessed from its label.
 *
 * @param type keyword of the language
 * @param isSure whether the values determine the type
 */
record ColumnKind(String type, boolean isSure) {

    private static final Pattern ORDINAL = Pattern.compile("s*tt|s tt|so tt|so thu tu|thu tu");
    private static final Pattern CODE = Pattern.compile("(ma|so (cccd|cmnd|dien thoai|hieu|bhxh)|dien thoai)\\b.*");
    private static final Pattern NUMBER = Pattern.compile(
            "(so|dien tich|tong|ty le|ti le|kinh phi|gia tri|luong|he so|diem|phan tram|du toan|chi|thu|luot|co cau)\\b.*|.*%.*");
    private static final Pattern DATE = Pattern.compile("(ngay|thoi gian|thang|nam)\\b.*");
    private static final Pattern DIGITS = Pattern.compile("[-+(]?\\d[\\d.,\\s]*%?\\)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2}|…)/(\\d{1,2}|…)/\\d{4}");
    private static final Pattern MARK = Pattern.compile("[xX✓]");
    private static final int LONG = 150;

    static ColumnKind of(TableShape shape, ShapeColumn column) {
        var label = VietnameseText.fold(column.label());
        if (ORDINAL.matcher(label).matches()) {
            return new ColumnKind("số thứ tự", true);
        }
        var values = shape.rows(RowKind.BODY).stream()
                .flatMap(row -> shape.cells(row, column).stream())
                .filter(cell -> !cell.text().startsWith("&=") && !cell.text().startsWith("{"))
                .toList();
        if (values.isEmpty()) {
            return guess(label);
        }
        if (!CODE.matcher(label).matches() && all(values, DIGITS, Kind.NUMBER)) {
            return new ColumnKind("số", true);
        }
        if (all(values, DAY, Kind.DATE)) {
            return new ColumnKind("ngày", true);
        }
        if (all(values, MARK, null)) {
            return new ColumnKind("đánh dấu", true);
        }
        return values.stream().anyMatch(cell -> cell.text().length() > LONG)
                ? new ColumnKind("nhiều đoạn", true)
                : new ColumnKind("chữ", true);
    }

    private static ColumnKind guess(String label) {
        if (CODE.matcher(label).matches()) {
            return new ColumnKind("chữ", false);
        }
        if (NUMBER.matcher(label).matches()) {
            return new ColumnKind("số", false);
        }
        return new ColumnKind(DATE.matcher(label).matches() ? "ngày" : "chữ", false);
    }

    private static boolean all(List<GridCell> values, Pattern pattern, Kind kind) {
        return values.stream()
                .allMatch(cell ->
                        cell.kind() == kind || pattern.matcher(cell.text()).matches());
    }
}
