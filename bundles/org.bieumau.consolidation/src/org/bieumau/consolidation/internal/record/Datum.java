/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.record;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A value of a return.
 *
 * @param text the text; a number in plain notation, a date as <code>dd/MM/yyyy</code>, a term by its title, an empty
 *     string for a mark
 */
public record Datum(Kind kind, String text) implements Serializable {

    /** Kinds of values. */
    public enum Kind {
        TEXT,
        PROSE,
        DECIMAL,
        DATE,
        MARK,
        TERM
    }

    /** Returns a number. Trailing zeros do not distinguish numbers. */
    public static Datum of(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return new Datum(Kind.DECIMAL, (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString());
    }

    public static Datum text(String text) {
        return new Datum(Kind.TEXT, text);
    }

    public boolean isNumber() {
        return kind == Kind.DECIMAL;
    }

    /** Returns the number. */
    public BigDecimal number() {
        return new BigDecimal(text);
    }
}
