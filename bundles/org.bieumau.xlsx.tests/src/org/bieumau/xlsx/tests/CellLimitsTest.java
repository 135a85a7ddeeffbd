/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what Excel does not accept: cells that are too long, and control characters. */
class CellLimitsTest {

    private static final String FORM = """
            mẫu biểu M "TITLE" {
                số hiệu biểu "LABEL"
                cột a "HEADER": chữ
                kiểm tra R báo lỗi khi độ dài(a) > 50000: "RULE"
            }
            biểu B lập theo mẫu M { dòng { a "VALUE" } }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TITLE", "LABEL", "HEADER", "VALUE"})
    void textThatExcelDoesNotAcceptIsReported(String place) throws Exception {
        Workbook.of(folder, "B", FORM.replace(place, "a".repeat(32_767)));
        var failure = assertThrows(
                IOException.class, () -> Workbook.of(folder, "B", FORM.replace(place, "a".repeat(32_768))));
        assertTrue(failure.getMessage().contains("32.768"), failure::getMessage);
    }

    @Test
    void messagesOfRulesHaveNoControlCharacters() throws Exception {
        var text = FORM.replace("RULE", "Sai\u0001\u200b\ufffe rồi").replace("độ dài(a) > 50000", "a = \"x\"");
        var xml = Workbook.of(folder, "B", text).part("xl/worksheets/sheet1.xml");
        assertTrue(xml.contains("Sai \ufffd rồi"), xml);
        assertFalse(xml.contains("\u200b"));
        assertEquals(-1, xml.indexOf('\u0001'));
    }
}
