/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.time.LocalDate;

/** What the office decides about a file, a unit or a value, before it is written into the campaign. */
public sealed interface Verdict {

    /**
     * A cell of the return of a unit.
     *
     * @param unit key of the unit
     * @param given path of the row if it is printed with the form; an empty string if it is not
     * @param title label of the row if it is the only one with this label in the return; an empty string otherwise
     * @param row number of the row in the return, from 1
     * @param column name of the column
     */
    record DecidedCell(String unit, String given, String title, int row, String column) {}

    /** A file is not a return. */
    record NoReturn(String file) implements Verdict {}

    /** A file is the return of a unit. */
    record SentBy(String file, String unit) implements Verdict {}

    /** A file was received on a day. */
    record ReceivedOn(String file, LocalDate day) implements Verdict {}

    /** A unit need not send a return. */
    record Exempt(String unit) implements Verdict {}

    /** One of the returns of a unit holds. */
    record TakeFile(String unit, String file) implements Verdict {}

    /** A value holds, rather than that of the return. */
    record Keep(DecidedCell cell, String value) implements Verdict {}

    /** The value of the return holds although it was reported. */
    record Accept(DecidedCell cell) implements Verdict {}
}
