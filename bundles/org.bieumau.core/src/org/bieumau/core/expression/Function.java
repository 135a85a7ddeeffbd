/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.expression;

import java.util.List;

/**
 * A function that expressions can call.
 *
 * @param name name as written in an expression, such as <code>chữ hoa</code>: words of letters, separated by single
 *     spaces
 * @param parameters number of arguments, 0 or more
 * @param help one sentence for the user that says what the function returns
 * @param body computes the value
 */
public record Function(String name, int parameters, String help, Body body) {

    /** Computes the value of a function. */
    @FunctionalInterface
    public interface Body {

        /**
         * Returns the value for the given arguments. Values are numbers ({@link java.math.BigDecimal}), texts,
         * booleans, dates ({@link org.bieumau.model.PartialDate}), years, model elements, and lists of these.
         *
         * @throws IllegalArgumentException if an argument has the wrong type; the message tells the user which type is
         *     expected
         */
        Object apply(List<Object> arguments);
    }
}
