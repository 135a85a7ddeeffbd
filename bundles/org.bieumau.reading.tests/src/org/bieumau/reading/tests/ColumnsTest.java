/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.match.FormFinder;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.junit.jupiter.api.Test;

/** Columns are assigned by labels, groups and values; doubtful columns stay open. */
class ColumnsTest {

    private static final String TEMPLATE = """
            mẫu biểu M "DÂN SỐ" {
                cột stt "STT": số thứ tự
                cột tên "Tên xã": chữ, bắt buộc
                nhóm dân "Số dân" {
                    cột dânTổng "Tổng số": số
                    cột dânNữ "Nữ": số
                }
                nhóm hộ "Số hộ" {
                    cột hộTổng "Tổng số": số
                    cột hộNghèo "Hộ nghèo" tên khác "Nghèo": số
                }
                cột ghiChú "Ghi chú": chữ
            }
            """;

    private static FormTemplate template(String text) throws Exception {
        return new BieuReader().read(text).element(FormTemplate.class, "M").orElseThrow();
    }

    private static FormMatch match(String template, String drawing) throws Exception {
        return match(template(template), drawing, new KnownLabels());
    }

    private static FormMatch match(FormTemplate template, String drawing, KnownLabels known) {
        return new FormFinder(ResolvedTemplate.of(template), known)
                .find(Sketch.grid(drawing))
                .orElseThrow();
    }

    /** Returns the names of the columns that are read, by their letters. */
    private static String taken(FormMatch match) {
        var taken = new TreeMap<String, String>();
        match.columns()
                .forEach((column, leaf) -> taken.put(match.shape().grid().columnName(column.first()), leaf.name()));
        return taken.toString();
    }

    private static List<String> names(FormMatch match, Kind kind) {
        return match.decisions().stream()
                .filter(decision -> decision.kind() == kind)
                .map(decision -> decision.leaf().map(leaf -> leaf.name()).orElse("-"))
                .toList();
    }

    @Test
    void equalLabelsAreDistinguishedByTheirGroups() throws Exception {
        var match = match(TEMPLATE, """
                TT | Tên xã | Số hộ | < | Số dân | < | Ghi chú
                ^ | ^ | Hộ nghèo | Tổng số | Tổng số | Nữ | ^
                1 | Hòa Phú | 5 | 100 | 400 | 200 |
                """);

        assertEquals("{A=stt, B=tên, C=hộNghèo, D=hộTổng, E=dânTổng, F=dânNữ, G=ghiChú}", taken(match));
        assertTrue(match.score() > FormMatch.KNOWN);
    }

    @Test
    void equalLabelsWithoutGroupsAreLeftOpen() throws Exception {
        var match = match(TEMPLATE, """
                TT | Tên xã | Tổng số | Nữ | Hộ nghèo | Ghi chú
                1 | Hòa Phú | 400 | 200 | 5 |
                2 | Bình An | 300 | 150 | 4 |
                """);

        assertTrue(!taken(match).contains("Tổng"), taken(match));
        assertTrue(taken(match).contains("dânNữ") && taken(match).contains("hộNghèo"), taken(match));
        assertEquals(1, names(match, Kind.AMBIGUOUS).size());
    }

    @Test
    void otherNamesOfTheTemplateAreKnown() throws Exception {
        var match = match(TEMPLATE, """
                TT | Tên xã | Số dân | < | Số hộ | < | Ghi chú
                ^ | ^ | Tổng số | Nữ | Tổng số | Nghèo | ^
                1 | Hòa Phú | 400 | 200 | 100 | 5 |
                """);

        assertTrue(taken(match).contains("F=hộNghèo"), taken(match));
        assertEquals(List.of(), names(match, Kind.LIKELY));
    }

    private static final String OVERLAYS = TEMPLATE.replace("mẫu biểu M", "mẫu biểu Gốc") + """
            mẫu biểu Giữa dựa trên Gốc {
                đổi tên nhóm dân thành "Nhân khẩu"
                đổi tên nhóm hộ thành "Gia đình"
                đổi tên cột ghiChú thành "Diễn giải"
            }
            mẫu biểu M dựa trên Giữa {
                đổi tên nhóm dân thành "Cư dân thường trú"
                đổi tên nhóm hộ thành "Nơi ăn ở"
                đổi tên cột ghiChú thành "Nguồn"
            }
            """;

    /** A clerk fills in the form of the base, or of the overlay between. */
    @Test
    void groupsAreKnownByTheirNamesInTheBases() throws Exception {
        for (var labels : List.of(
                List.of("Số dân", "Số hộ", "Ghi chú"),
                List.of("Nhân khẩu", "Gia đình", "Diễn giải"),
                List.of("Cư dân thường trú", "Nơi ăn ở", "Nguồn"),
                List.of("Số dân", "Gia đình", "Nguồn"))) {
            var match = match(OVERLAYS, """
                    TT | Tên xã | %2$s | < | %1$s | < | %3$s
                    ^ | ^ | Tổng số | Nghèo | Tổng số | Nữ | ^
                    1 | Hòa Phú | 100 | 5 | 400 | 200 |
                    """.formatted(labels.toArray()));

            assertEquals(
                    "{A=stt, B=tên, C=hộTổng, D=hộNghèo, E=dânTổng, F=dânNữ, G=ghiChú}", taken(match), "" + labels);
            assertEquals(7, names(match, Kind.SURE).size(), "" + labels);
        }
    }

    @Test
    void labelsOfTheOverlayComeBeforeThoseOfItsBase() throws Exception {
        var match = match(TEMPLATE.replace("mẫu biểu M", "mẫu biểu Gốc") + """
                mẫu biểu M dựa trên Gốc {
                    đổi tên nhóm dân thành "Số hộ"
                    đổi tên nhóm hộ thành "Số dân"
                    đổi tên cột dânNữ thành "Hộ nghèo"
                    đổi tên cột hộNghèo thành "Nữ"
                }
                """, """
                TT | Tên xã | Số dân | < | Số hộ | < | Ghi chú
                ^ | ^ | Tổng số | Nữ | Tổng số | Hộ nghèo | ^
                1 | Hòa Phú | 400 | 200 | 100 | 5 |
                """);

        assertEquals("{A=stt, B=tên, C=hộTổng, D=hộNghèo, E=dânTổng, F=dânNữ, G=ghiChú}", taken(match));
    }

    @Test
    void templateWithoutColumnsFitsNoTable() throws Exception {
        var match = match("mẫu biểu M \"A\" {}", """
                Họ và tên | Ghi chú
                Nguyễn Văn An | x
                """);

        assertEquals(0, match.score());
    }

    @Test
    void manAndYearAreDifferentColumns() throws Exception {
        var match = match(
                "mẫu biểu M \"A\" { cột tên \"Họ và tên\": chữ cột năm \"Năm\": chữ cột ghi \"Ghi chú\": chữ }", """
                Họ và tên | Nam | Ghi chú
                Nguyễn Văn An | x |
                Trần Thị Bình | | x
                """);

        assertTrue(!taken(match).contains("năm"), taken(match));
    }

    @Test
    void labelsMayBeTypedWithoutDiacritics() throws Exception {
        var match = match(
                "mẫu biểu M \"A\" { cột tên \"Họ và tên\": chữ cột nơi \"Nơi ở\": chữ cột ghi \"Ghi chú\": chữ }", """
                Ho va ten | Noi o | Ghi chu
                Nguyễn Văn An | Hòa Phú | x
                """);

        assertEquals("{A=tên, B=nơi, C=ghi}", taken(match));
    }

    @Test
    void renamedColumnIsTakenWithAWarningUnlessItIsRequired() throws Exception {
        var drawing = """
                Mã số đơn vị | Số hộ nghèo đầu kỳ báo cáo | Ghi chú
                '01 | 5 | x
                '02 | 6 | x
                '03 | 7 | x
                """;
        var columns =
                "mẫu biểu M \"A\" { cột mã \"Mã số đơn vị\": chữ cột hộ \"Số hộ nghèo đầu kỳ\": số%s cột ghi \"Ghi chú\": chữ }";

        assertEquals(List.of("hộ"), names(match(columns.formatted(""), drawing), Kind.LIKELY));
        assertEquals(List.of("hộ"), names(match(columns.formatted(", bắt buộc"), drawing), Kind.AMBIGUOUS));
    }

    @Test
    void mappingOfTheUserComesFirst() throws Exception {
        var template = template(TEMPLATE);
        var known = new KnownLabels();
        known.add(
                "Tổng số",
                Optional.of(ResolvedTemplate.of(template).columns().get(4).source()));
        known.add("Ghi chú", Optional.empty());

        var match = match(template, """
                TT | Tên xã | Tổng số | Nữ | Ghi chú
                1 | Hòa Phú | 400 | 200 | x
                """, known);

        assertEquals("{A=stt, B=tên, C=hộTổng, D=dânNữ}", taken(match));
    }

    @Test
    void headerLowerThanInTheTemplateIsFound() throws Exception {
        var match = match(TEMPLATE, """
                UBND HUYỆN | < | < | Mẫu số 3
                ---
                Kỳ | Năm | Người lập
                '1 | '2023 | An
                ---
                TT | Tên xã | Số dân | < | Số hộ | < | Ghi chú
                ^ | ^ | Tổng số | Nữ | Tổng số | Hộ nghèo | ^
                1 | Hòa Phú | 400 | 200 | 100 | 5 |
                """);

        assertEquals(6, match.shape().grid().rowNumber(match.shape().top()));
        assertEquals(7, match.columns().size());
    }
}
