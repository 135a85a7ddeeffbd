/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The number formats that a file names by a number only (ECMA-376 part 1, 18.8.30). Dates and currencies are those of
 * Vietnam, since Excel takes them from the computer.
 */
public final class BuiltInFormats {

    private static final String DATE = "dd/mm/yyyy";
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(0, "General"),
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(5, "#,##0 \"₫\";-#,##0 \"₫\""),
            Map.entry(6, "#,##0 \"₫\";[Red]-#,##0 \"₫\""),
            Map.entry(7, "#,##0.00 \"₫\";-#,##0.00 \"₫\""),
            Map.entry(8, "#,##0.00 \"₫\";[Red]-#,##0.00 \"₫\""),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(14, DATE),
            Map.entry(15, "d-mmm-yy"),
            Map.entry(16, "d-mmm"),
            Map.entry(17, "mmm-yy"),
            Map.entry(18, "h:mm AM/PM"),
            Map.entry(19, "h:mm:ss AM/PM"),
            Map.entry(20, "h:mm"),
            Map.entry(21, "h:mm:ss"),
            Map.entry(22, DATE + " h:mm"),
            Map.entry(37, "#,##0;(#,##0)"),
            Map.entry(38, "#,##0;[Red](#,##0)"),
            Map.entry(39, "#,##0.00;(#,##0.00)"),
            Map.entry(40, "#,##0.00;[Red](#,##0.00)"),
            Map.entry(41, "#,##0;-#,##0;\"-\";@"),
            Map.entry(42, "#,##0 \"₫\";-#,##0 \"₫\";\"-\" \"₫\";@"),
            Map.entry(43, "#,##0.00;-#,##0.00;\"-\"??;@"),
            Map.entry(44, "#,##0.00 \"₫\";-#,##0.00 \"₫\";\"-\"?? \"₫\";@"),
            Map.entry(45, "mm:ss"),
            Map.entry(46, "[h]:mm:ss"),
            Map.entry(47, "mm:ss.0"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(49, "@"));

    private BuiltInFormats() {}

    /** Returns the code of a format; null if the number is not that of a format. */
    public static @Nullable String code(int id) {
        // Dates of East Asian languages, which other computers show as their own.
        var isDate = id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58;
        return isDate ? DATE : CODES.get(id);
    }
}
