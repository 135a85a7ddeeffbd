/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each unit has a row or a column of the consolidated form. */
class UnitFormsTest {

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void receive() throws Exception {
        office = Office.withPrintedRows(folder);
        office.receive("a.xlsx", "UBND xã Hòa Bình", Office.rows(30, 10, 20, 10, 10, 0, 25, 9));
        office.receive("b.docx", "UBND xã Tân Thủy", Office.rows(3, 1, 2, 1, 1, 0, 2, 1));
    }

    @Test
    void eachUnitIsAColumn() throws Exception {
        var merged = office.says("gộp mỗi đơn vị một cột").consolidate();

        assertEquals(
                Map.of(
                        "cóViệc/đv1_nữ", "1",
                        "cóViệc/đv1_sốLượng", "2",
                        "cóViệc/đv2_nữ", "9",
                        "cóViệc/đv2_sốLượng", "25",
                        "cóViệc/tổngCộng_nữ", "10",
                        "cóViệc/tổngCộng_sốLượng", "27"),
                only(Office.cells(merged), "cóViệc/"));
        var text = office.text();
        assertTrue(text.contains("nhóm đv1 \"UBND xã Tân Thủy\" {"), text);
        var form = new BieuReader().read(text).element(Form.class, "D_TổngHợp").orElseThrow();
        assertEquals(4, form.getEntries().size());
    }

    @Test
    void eachUnitIsARow() throws Exception {
        var rows = new TreeMap<String, String>();
        office.says("gộp mỗi đơn vị một dòng\ncột đơn vị \"Xã, phường\"")
                .consolidate()
                .rows(row -> row.row()
                        .cells()
                        .forEach((column, value) ->
                                rows.put(row.row().cells().get("đơnVị").text() + "/" + column, value.text())));

        assertEquals(18, rows.size(), rows::toString);
        assertEquals("20", rows.get("UBND xã Hòa Bình/tổng_thànhThị_sốLượng"));
        assertEquals("1", rows.get("UBND xã Tân Thủy/cóViệc_nữ"));
        var text = office.text();
        assertTrue(text.contains("cột đơnVị \"Xã, phường\": chữ"), text);
        assertTrue(text.contains("đơnVị \"UBND xã Hòa Bình\""), text);
        assertTrue(new BieuReader().read(text).problems().stream().noneMatch(problem -> problem.isError()));
    }

    private static Map<String, String> only(Map<String, String> cells, String start) {
        var found = new TreeMap<>(cells);
        found.keySet().removeIf(key -> !key.startsWith(start));
        return found;
    }
}
