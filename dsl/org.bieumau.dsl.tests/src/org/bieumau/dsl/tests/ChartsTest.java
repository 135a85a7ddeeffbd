/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.ChartFigures;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.ChartDrawing;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Chart;
import org.bieumau.model.ChartKind;
import org.bieumau.model.Document;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;

/** Tests the figures of charts, and where charts are drawn. */
class ChartsTest {

    private static final String FORMS = """
            danh mục LV { A "Kinh tế" B "Xã hội" }
            mẫu biểu M "BIỂU" {
                cột tên "Tên": chữ
                cột loại "Loại": chữ
                cột số "Số lượng": số
                cột gấpĐôi "Gấp đôi": tính (số * 2)
                lĩnh vực theo LV
            }
            biểu Nay lập theo mẫu M { kỳ 2022
                lĩnh vực A { dòng "Sở A" { loại "x" số 1,5 } dòng "Sở B" { loại "y" số 2 } dòng "Sở C" { loại "x" } }
                lĩnh vực B { dòng "Sở A" { số 10 } }
            }
            biểu Trước lập theo mẫu M { kỳ 2021
                lĩnh vực B { dòng "Sở B" { loại "y" số 7 } dòng "Sở D" { loại "z" số -1 } }
            }
            """;

    private static XtextResource parsed(String text) {
        var resource = Bieu.resource(text);
        assertEquals(List.of(), resource.getErrors());
        return resource;
    }

    private static String figures(String chart) throws Exception {
        var resource = parsed(FORMS + "biểu đồ D {" + chart + "}");
        var figures = ChartFigures.of(
                EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Chart.class)
                        .getFirst());
        return figures.categories()
                + figures.series().stream()
                        .map(each -> " " + each.title() + " " + each.values())
                        .collect(Collectors.joining());
    }

    @Test
    void rowsAreCategories() throws Exception {
        assertEquals(
                "[Sở A, Sở B, Sở C, Sở A] Số lượng [1.5, 2, null, 10] Gấp đôi [3.0, 4, null, 20]",
                figures("từ biểu Nay giá trị số giá trị gấpĐôi"));
    }

    @Test
    void rowsOfAnotherPeriodAreMatchedByName() throws Exception {
        assertEquals(
                "[Sở A, Sở B, Sở C, Sở A, Sở D] Năm 2022 [1.5, 2, null, 10, null] Năm 2021 [null, 7, null, null, -1]",
                figures("từ biểu Nay giá trị số giá trị số, từ biểu Trước"));
    }

    @Test
    void sectionsAreAggregated() throws Exception {
        assertEquals(
                "[Kinh tế, Xã hội] Cộng [3.5, 10] Số lượng [1.75, 10.00] Đếm [2, 1] Số dòng [3, 1]",
                figures(
                        "từ biểu Nay nhóm theo lĩnh vực giá trị số \"Cộng\" giá trị số, trung bình giá trị số \"Đếm\", đếm"
                                + " giá trị số dòng"));
    }

    @Test
    void valuesOfAColumnAreCategories() throws Exception {
        assertEquals(
                "[x, y, Không ghi] Số lượng [1.5, 2, 10] Số dòng [2, 1, 1]",
                figures("từ biểu Nay nhóm theo cột loại giá trị số giá trị số dòng"));
    }

    @Test
    void printedRowsBelowARowAreCategories() throws Exception {
        var resource = parsed("""
                mẫu biểu M { cột tên "Tên": chữ cột số "Số": số
                    chỉ tiêu { tổng "1" "Tổng số" { nam "a" "Nam" nữ "b" "Nữ" } khác "2" "Khác" } }
                biểu B lập theo mẫu M { chỉ tiêu tổng { số 9 } chỉ tiêu tổng.nam { số 4 } chỉ tiêu tổng.nữ { số 5 } }
                biểu đồ D { từ biểu B giá trị số }
                biểu đồ E { từ biểu B nhóm theo từng dòng trong tổng giá trị số }
                """);
        var charts = EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Chart.class);
        var all = ChartFigures.of(charts.get(0));
        assertEquals(List.of("Tổng số", "Khác"), all.categories());
        assertEquals(
                List.of(BigDecimal.valueOf(9)), all.series().getFirst().values().subList(0, 1));
        var parts = ChartFigures.of(charts.get(1));
        assertEquals(List.of("Nam", "Nữ"), parts.categories());
        assertEquals(
                List.of(BigDecimal.valueOf(4), BigDecimal.valueOf(5)),
                parts.series().getFirst().values());
    }

    @Test
    void figuresAreGivenInPlace() throws Exception {
        assertEquals(
                "[2021, 2022] Thu [1234.5, -3] Chi [2, 4]",
                figures("dạng đường số liệu \"Thu\", \"Chi\" { \"2021\" 1.234,5, 2 \"2022\" -3, 4 }"));
    }

    @Test
    void furtherCategoriesAreCombined() throws Exception {
        var rows = new StringBuilder();
        for (int i = 1; i <= 600; i++) {
            rows.append("dòng \"").append(i).append("\" { s 2 }\n");
        }
        var resource = parsed("mẫu biểu M { cột t: chữ cột s: số } biểu B lập theo mẫu M {" + rows
                + "} biểu đồ D { từ biểu B giá trị s }");
        var figures = ChartFigures.of(
                EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Chart.class)
                        .getFirst());
        assertEquals(501, figures.categories().size());
        assertEquals("Còn lại", figures.categories().getLast());
        assertEquals(
                BigDecimal.valueOf(200), figures.series().getFirst().values().getLast());
    }

    private static List<Block.Chart> charts(String text) throws Exception {
        var resource = parsed(FORMS + text);
        var document = EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Document.class)
                .getFirst();
        var layout = Layout.of(document, Registry.installed().profile("nd30").orElseThrow());
        var charts = new ArrayList<Block.Chart>();
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Chart chart) {
                    charts.add(chart);
                }
            }
        }
        assertEquals(charts, layout.charts());
        return charts;
    }

    @Test
    void chartsOfATextAndItsFormsAreNumberedTogether() throws Exception {
        var captions = charts("""
                        biểu đồ D "Thứ nhất" { số liệu { "a" 1 } }
                        biểu đồ E { từ biểu Phụ giá trị số }
                        biểu Phụ lập theo mẫu M { biểu đồ E, D lĩnh vực A { dòng "Sở A" { số 1 } } }
                        công văn C { trích yếu "x"
                            nội dung '''
                                Đoạn:
                                {D}
                            '''
                            kèm theo Phụ
                        }
                        """).stream().map(chart -> chart.caption().text()).toList();
        assertEquals(List.of("Biểu đồ 1. Thứ nhất", "Biểu đồ 2", "Biểu đồ 3. Thứ nhất"), captions);
    }

    private static ChartDrawing.Scale scale(boolean stacked, String... values) {
        var numbers = java.util.stream.Stream.of(values).map(BigDecimal::new).toList();
        var categories = List.of("a");
        var series = numbers.stream()
                .map(number -> new Block.Series("s", List.of(number), -1))
                .toList();
        return ChartDrawing.Scale.of(
                new Block.Chart(1, "", ChartKind.COLUMN, stacked, categories, series, "", 100, 80, "", -1, null));
    }

    @Test
    void marksOfAScaleAreRoundAndContainAllValues() {
        assertEquals(
                List.of("0", "10", "20", "30"),
                scale(false, "26").marks().stream()
                        .map(BigDecimal::toPlainString)
                        .toList());
        assertEquals(
                List.of("-5", "0", "5", "10", "15", "20"),
                scale(false, "17", "-3").marks().stream()
                        .map(BigDecimal::toPlainString)
                        .toList());
        assertEquals(
                List.of("0", "10", "20", "30", "40", "50"),
                scale(true, "17", "26").marks().stream()
                        .map(BigDecimal::toPlainString)
                        .toList());
        assertEquals(
                List.of("0.0", "0.1", "0.2", "0.3"),
                scale(false, "0.26").marks().stream()
                        .map(BigDecimal::toPlainString)
                        .toList());
        // Whole numbers have no marks between them.
        assertEquals(
                List.of("0", "1", "2"),
                scale(false, "2").marks().stream()
                        .map(BigDecimal::toPlainString)
                        .toList());
    }
}
