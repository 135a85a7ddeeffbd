/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests forms whose rows come from JSON files. */
class JsonTest {

    private static final String TEMPLATE = """
        mẫu biểu M "M" {
            cột tên "Họ và tên": chữ, bắt buộc
            cột tiền "Số tiền": số tiền
            cột nữ "Nữ": đánh dấu
        }
        """;

    @TempDir
    private Path folder;

    private FilledForm form;

    @BeforeEach
    void createForm() {
        form = new FilledForm(folder, TEMPLATE);
    }

    @Test
    void objectsOfAnArrayAreRows() throws Exception {
        var rows = form.rows("d.json", """
            [ {"tên": "An", "tiền": 1.234, "nữ": false},
              {"nữ": true, "Họ và tên": null, "tên": "Bình"},
              {"tên": 7, "tiền": "1.234,5"} ]
            """.replace("\"Họ và tên\": null, ", ""));
        assertEquals(List.of("An|1,234|", "Bình||X", "7|1.234,5|"), rows);
        assertEquals(List.of(), form.codes());
    }

    @Test
    void arraysOfAnObjectAreSections() throws Exception {
        var other = new FilledForm(folder, """
            danh mục LV { Tài "Tài chính"   Giáo "Giáo dục" }
            mẫu biểu M "M" { cột tên "Tên": chữ   lĩnh vực theo LV, đánh số I }
            """);
        assertEquals(List.of("#I. Tài chính", "a", "b", "#II. Giáo dục", "c"), other.rows("d.json", """
            {"Tài": [{"tên": "a"}, {"tên": "b"}], "Giáo dục": [{"tên": "c"}]}
            """));
        assertEquals(List.of(), other.codes());
    }

    @Test
    void valuesThatDoNotFitAreLocated() throws Exception {
        assertEquals(List.of("An|chưa|"), form.rows("d.json", "[\n  {\"tên\": \"An\",\n   \"tiền\": \"chưa\"}]"));
        assertEquals("DATA-VALUE 2:3", form.codes().getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"tên\": \"An\"} | DATA-JSON",
                "[{\"tên\": \"An\",}] | DATA-JSON",
                "[{tên: \"An\"}] | DATA-JSON",
                "[{\"tên\": \"An\"}] x | DATA-JSON",
                "[{\"tên\": NaN}] | DATA-JSON",
                "\"An\" | DATA-JSON-SHAPE",
                "[\"An\"] | DATA-JSON-SHAPE",
                "{\"tên\": \"An\"} | DATA-JSON-SHAPE",
                "[{\"tên\": [\"An\"]}] | DATA-JSON-NESTED",
                "[{\"tên\": \"An\", \"tên\": \"Bình\"}] | DATA-JSON-TWICE",
                "[] | DATA-NO-LABELS",
                "[{}] | DATA-NO-LABELS",
                "[{\"x\": 1}] | DATA-COLUMN-REQUIRED"
            })
    void filesThatAreNoTableEndReadingAtTheirPlace(String text, String code) throws Exception {
        assertEquals(code, form.refusal("d.json", text).code());
    }

    @Test
    void placeOfAnErrorIsItsLine() throws Exception {
        var problem = form.refusal("d.json", "[{\"tên\": \"An\"},\n {\"tên\": \"Bình\"},\n x]");
        assertEquals(3, ((Place.Text) problem.place()).line());
    }

    @Test
    void hostileFilesEndWithAProblem() throws Exception {
        assertTrue(form.refusal("d.json", "[".repeat(100_000)).code().startsWith("DATA-JSON"));
        assertEquals(
                "DATA-UNREADABLE",
                form.refusal("d.json", "[{\"tên\": \"" + "a".repeat(5_000_000) + "\"}]")
                        .code(),
                "a long string");
        assertEquals(
                List.of("An|1e99999999|"),
                form.rows("d.json", "[{\"tên\":\"An\",\"tiền\":1e99999999}]").stream()
                        .map(row -> row.toLowerCase().replace("1e+", "1e").replace("an|", "An|"))
                        .toList());
        var labels = new StringBuilder("[{\"tên\": 1");
        for (int i = 0; i < 3000; i++) {
            labels.append(",\"c").append(i).append("\":1");
        }
        assertEquals("DATA-JSON-LABELS", form.refusal("d.json", labels + "}]").code());
    }
}
