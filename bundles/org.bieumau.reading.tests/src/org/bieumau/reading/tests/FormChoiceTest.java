/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.rows.FormImport;
import org.junit.jupiter.api.Test;

/** Number and title above a table decide between templates with the same columns. */
class FormChoiceTest {

    private static final String COLUMNS = "cột tt \"TT\": số thứ tự cột tên \"Tên\": chữ cột n \"Số lượng\": số";
    private static final String TABLE = """
            TT | Tên | Số lượng
            1 | A | 10
            2 | B | 20
            """;

    private static String template(String above) throws Exception {
        var file = new BieuReader()
                .read("mẫu biểu Nam \"DANH SÁCH NAM\" { số hiệu biểu \"Biểu số 1\" " + COLUMNS + " }\n"
                        + "mẫu biểu Nữ \"DANH SÁCH NỮ\" { số hiệu biểu \"Biểu số 2\" " + COLUMNS + " }\n");
        var reading = new FormImport();
        for (var name : new String[] {"Nam", "Nữ"}) {
            reading.with(file.element(FormTemplate.class, name).orElseThrow(), new KnownLabels());
        }
        return reading.read(Sketch.content(above + TABLE), "a")
                .form()
                .getTemplate()
                .getName();
    }

    @Test
    void numberDecides() throws Exception {
        assertEquals("Nam", template(" | | Biểu số 1\n"));
        assertEquals("Nữ", template(" | | BIỂU SỐ 2\n"));
    }

    @Test
    void titleDecides() throws Exception {
        assertEquals("Nam", template("DANH SÁCH NAM | < | <\n"));
        assertEquals("Nữ", template("Danh sách nữ | < | <\n"));
    }

    @Test
    void numberCountsMoreThanTitle() throws Exception {
        assertEquals("Nữ", template("DANH SÁCH NAM | < | <\n | | Biểu số 2\n"));
    }

    @Test
    void templatesThatFitAlikeAreAQuestion() {
        var problem = assertThrows(ProblemException.class, () -> template("DANH SÁCH | < | <\n"))
                .problem();
        assertEquals("READ-FORM-OPEN", problem.code());
        assertTrue(problem.message().contains("Nam, Nữ"), problem.message());
    }
}
