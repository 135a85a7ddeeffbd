/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.FormTemplate;
import org.bieumau.testing.LibreOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that unit of measurement, place, date and signatures of a form are in the files of all formats. */
class SignedFormsTest {

    private static final String EXAMPLE = "vidu-bieucochuky";
    private static final List<String> FOOT = List.of(
            "Quảng Ngãi, ngày 05 tháng 01 năm 2026",
            "NGƯỜI LẬP BIỂU",
            "(Ký, ghi rõ họ tên)",
            "KẾ TOÁN TRƯỞNG",
            "(Ký, ghi rõ họ tên)",
            "GIÁM ĐỐC",
            "(Ký, ghi rõ họ tên, đóng dấu)",
            "Nguyễn Minh Tâm",
            "Phạm Quốc Việt",
            "Lê Thị Thu Hà");

    @TempDir
    private Path folder;

    @Test
    void textsShowThemAboveAndBelowTheTable() throws Exception {
        check(new DocxText(Exported.of(EXAMPLE, "docx", folder)).words());
        check(HtmlText.words(Exported.of(EXAMPLE, "html", folder)));
        try (var file = Loader.loadPDF(Exported.of(EXAMPLE, "pdf", folder))) {
            check(PdfText.words(file));
        }
    }

    private static void check(List<String> words) {
        var above = Words.of("Đơn vị tính: triệu đồng TT Nguồn thu");
        assertTrue(Collections.indexOfSubList(words, above) > 0, words::toString);
        var foot = Words.of(String.join(" ", FOOT));
        assertEquals(foot, words.subList(words.size() - foot.size(), words.size()));
    }

    @Test
    void blankWorkbookCanBeSigned() throws Exception {
        Examples.copyTo(folder);
        var template = new BieuReader(List.of())
                .read(folder.resolve(EXAMPLE + ".bieu")).library().getElements().stream()
                        .filter(FormTemplate.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var registry = Registry.load(getClass().getClassLoader());
        var file = folder.resolve("blank.xlsx");
        try (var out = Files.newOutputStream(file)) {
            registry.exporter("xlsx")
                    .orElseThrow()
                    .export(Layout.of(template, registry.profile("nd30").orElseThrow()), out, Progress.NONE);
        }
        var lines = new ArrayList<String>();
        for (var line :
                Files.readAllLines(LibreOffice.convert(file, "csv:Text - txt - csv (StarCalc):124,34,76,1", folder))) {
            lines.add(line.replace("\"", "").replaceAll("\\|+", "|").replaceAll("^\\||\\|$", ""));
        }
        assertTrue(lines.contains("Đơn vị tính: triệu đồng"), lines::toString);
        assertTrue(lines.contains("…………, ngày …… tháng …… năm ………"), lines::toString);
        // The position and the instruction are two lines of one cell.
        assertTrue(
                String.join("\n", lines)
                        .contains("NGƯỜI LẬP BIỂU\n(Ký, ghi rõ họ tên)|KẾ TOÁN TRƯỞNG\n(Ký, ghi rõ họ tên)|"
                                + "THỦ TRƯỞNG ĐƠN VỊ\n(Ký, ghi rõ họ tên, đóng dấu)"),
                lines::toString);
    }
}
