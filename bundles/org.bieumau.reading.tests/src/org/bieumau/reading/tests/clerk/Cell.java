/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.function.UnaryOperator;

/** A cell of a {@link Table}, which may cover several columns and rows. */
abstract class Cell {

    /** First column, from 0. */
    int column;

    int span = 1;
    int rowSpan = 1;
    /** Index of the column of the template whose value the cell shows; -1 if it shows none. */
    int leaf = -1;

    /** Whether the content contradicts the form, which must be told even if it is not read. */
    boolean isWrong;

    int end() {
        return column + span;
    }

    abstract String text();

    /** Replaces the content by a text, which may have several lines. */
    abstract void text(String text);

    /** Replaces each piece of text by another one, and keeps the looks. Numbers are not changed. */
    abstract void replace(UnaryOperator<String> change);

    /** Writes the text in a font. */
    abstract void font(String name);

    /** Returns a copy that shows no value of the form. */
    Cell copy() {
        var copy = duplicate();
        copy.column = column;
        copy.span = span;
        copy.rowSpan = rowSpan;
        return copy;
    }

    abstract Cell duplicate();

    boolean isEmpty() {
        return text().isBlank();
    }
}
