/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.util.List;

/** Brings functions for the expressions of the language. */
public interface FunctionProvider extends Contribution {

    /**
     * A function.
     *
     * @param name as it is written, such as <code>chữ hoa</code>; words of letters with single blanks between them
     * @param parameters how many arguments it takes, 0 or more
     * @param help a sentence that says what it gives, for the user
     * @param body computes the value
     */
    record Function(String name, int parameters, String help, Body body) {}

    /** Computes a value. */
    @FunctionalInterface
    interface Body {

        /**
         * The value for some arguments. Values are numbers ({@link java.math.BigDecimal}), texts, truth values, dates
         * ({@link org.bieumau.model.PartialDate}), years, elements of the model and lists of these.
         *
         * @throws IllegalArgumentException if an argument is of a wrong type; the message, for the user, says which is
         *     wanted
         */
        Object apply(List<Object> arguments);
    }

    /** The functions; asked for once. A name of the engine's own is not replaced. */
    List<Function> functions();
}
