/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers that are the same in every locale. */
final class Numbers {

    private static final Pattern MACHINE = Pattern.compile("-?\\d{1,30}(\\.\\d{1,2}|\\.\\d{4,20})?");

    private Numbers() {}

    /**
     * Reads a number with a decimal point. One with three decimals is not read, because the point could separate
     * thousands.
     *
     * @return null if the text is not such a number
     */
    static @Nullable BigDecimal machine(String text) {
        return MACHINE.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
