/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that need no convention to be read. */
final class Numbers {

    private static final Pattern MACHINE = Pattern.compile("-?\\d{1,30}(\\.\\d{1,2}|\\.\\d{4,20})?");

    private Numbers() {}

    /**
     * Reads a number as programs write it. Three decimals could be a group of thousands, and are not read.
     *
     * @return null if the text is no such number
     */
    static @Nullable BigDecimal machine(String text) {
        return MACHINE.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
