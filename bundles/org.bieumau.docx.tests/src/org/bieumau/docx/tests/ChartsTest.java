/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.DocxExporter;
import org.bieumau.docx.internal.reading.DocxImporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.bieumau.testing.Python;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAxDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTSerTx;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;

/** Checks the charts of exported documents as POI and the schemas see them. */
class ChartsTest {

    /** The figures of each chart: categories, and for each series its name and values. */
    private static final List<Map<String, List<String>>> FIGURES = List.of(
            Map.of(
                    "", List.of("Phát triển kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh"),
                    "Năm 2021", List.of("18", "6", "5"),
                    "Năm 2022", List.of("26", "9", "4")),
            Map.of(
                    "", List.of("2019", "2020", "2021", "2022"),
                    "Đăng ký", List.of("21", "27", "33", "44"),
                    "Hoàn thành", List.of("18", "25", "29", "39")),
            Map.of(
                    "",
                            List.of(
                                    "Phòng Quản lý khoa học",
                                    "Chi cục Tiêu chuẩn Đo lường Chất lượng",
                                    "Trung tâm Ứng dụng tiến bộ khoa học",
                                    "Thanh tra Sở"),
                    "Đăng ký", List.of("12", "18", "9", "5"),
                    "Hoàn thành", List.of("11", "15", "9", "4")),
            Map.of(
                    "", List.of("Phát triển kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh"),
                    "Đăng ký", List.of("30", "9", "5")));

    @TempDir
    private Path folder;

    private byte[] file;

    @BeforeEach
    void exportExample() throws Exception {
        file = export();
    }

    private byte[] export() throws Exception {
        Examples.copyTo(folder);
        var document = new BieuReader(List.of())
                .read(folder.resolve("vidu-bieudo.bieu"))
                .element(Document.class, "KếtQuả2022")
                .orElseThrow();
        var profile = Registry.load(getClass().getClassLoader()).profile("nd30").orElseThrow();
        var out = new ByteArrayOutputStream();
        new DocxExporter().export(Layout.of(document, profile), out, Progress.NONE);
        return out.toByteArray();
    }

    private ChartSpaceDocument part(int number) throws Exception {
        return ChartSpaceDocument.Factory.parse(
                new ByteArrayInputStream(Parts.of(file).get("word/charts/chart" + number + ".xml")));
    }

    private record Series(CTSerTx title, CTAxDataSource categories, CTNumDataSource values) {}

    private static List<Series> series(CTPlotArea area) {
        var all = new ArrayList<Series>();
        area.getBarChartList()
                .forEach(chart -> chart.getSerList()
                        .forEach(each -> all.add(new Series(each.getTx(), each.getCat(), each.getVal()))));
        area.getLineChartList()
                .forEach(chart -> chart.getSerList()
                        .forEach(each -> all.add(new Series(each.getTx(), each.getCat(), each.getVal()))));
        area.getPieChartList()
                .forEach(chart -> chart.getSerList()
                        .forEach(each -> all.add(new Series(each.getTx(), each.getCat(), each.getVal()))));
        return all;
    }

    @Test
    void chartsAreValidAgainstTheSchema() throws Exception {
        for (int i = 1; i <= FIGURES.size(); i++) {
            var errors = new ArrayList<XmlError>();
            part(i).validate(new XmlOptions().setErrorListener(errors));
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void chartsContainTheFigures() throws Exception {
        for (int i = 1; i <= FIGURES.size(); i++) {
            var figures = FIGURES.get(i - 1);
            var series = series(part(i).getChartSpace().getChart().getPlotArea());
            assertEquals(figures.size() - 1, series.size());
            for (var each : series) {
                assertEquals(
                        figures.get(""),
                        each.categories().getStrRef().getStrCache().getPtList().stream()
                                .map(point -> point.getV())
                                .toList());
                assertEquals(
                        figures.get(each.title()
                                .getStrRef()
                                .getStrCache()
                                .getPtArray(0)
                                .getV()),
                        each.values().getNumRef().getNumCache().getPtList().stream()
                                .map(point -> point.getV())
                                .toList());
            }
        }
    }

    @Test
    void embeddedWorkbooksContainTheFigures() throws Exception {
        for (int i = 1; i <= FIGURES.size(); i++) {
            var figures = FIGURES.get(i - 1);
            try (var workbook = new XSSFWorkbook(
                    new ByteArrayInputStream(Parts.of(file).get("word/embeddings/workbook" + i + ".xlsx")))) {
                for (var each : series(part(i).getChartSpace().getChart().getPlotArea())) {
                    var title = cells(workbook, each.title().getStrRef().getF());
                    assertEquals(
                            figures.get(""),
                            cells(workbook, each.categories().getStrRef().getF()));
                    assertEquals(
                            figures.get(title.getFirst()),
                            cells(workbook, each.values().getNumRef().getF()));
                }
            }
        }
    }

    private static List<String> cells(XSSFWorkbook workbook, String reference) {
        var texts = new ArrayList<String>();
        for (var cell : new AreaReference(reference, workbook.getSpreadsheetVersion()).getAllReferencedCells()) {
            texts.add(text(
                    workbook.getSheet(cell.getSheetName()).getRow(cell.getRow()).getCell(cell.getCol())));
        }
        return texts;
    }

    private static String text(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC
                ? Long.toString((long) cell.getNumericCellValue())
                : cell.getStringCellValue();
    }

    @Test
    void wordFindsChartsAndWorkbooks() throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertEquals(4, document.getCharts().size());
            for (var chart : document.getCharts()) {
                assertEquals("Số liệu", chart.getWorkbook().getSheetName(0));
            }
        }
        var path = Files.write(folder.resolve("a.docx"), file);
        assertEquals("4", Python.run("docx", """
                                import sys, docx
                                shapes = docx.Document(sys.argv[1]).inline_shapes
                                print(sum(1 for each in shapes if each.type == 12))
                                """, path).strip());
    }

    @Test
    void drawingsHaveAlternativeTexts() throws Exception {
        var document = new String(Parts.of(file).get("word/document.xml"), java.nio.charset.StandardCharsets.UTF_8);
        var texts = new ArrayList<String>();
        var matcher = java.util.regex.Pattern.compile("<wp:docPr [^>]*descr=\"([^\"]*)\"")
                .matcher(document);
        while (matcher.find()) {
            texts.add(matcher.group(1));
        }
        assertEquals(4, texts.size());
        assertEquals(
                "Biểu đồ cột: Số mô hình hoàn thành so với kỳ trước (đơn vị tính: mô hình). Năm 2021 – Phát triển kinh"
                        + " tế: 18; Văn hóa - xã hội: 6; Quốc phòng - an ninh: 5. Năm 2022 – Phát triển kinh tế: 26; Văn"
                        + " hóa - xã hội: 9; Quốc phòng - an ninh: 4.",
                texts.getFirst());
        assertEquals(
                "Số mô hình đăng ký tăng từ 21 năm 2019 lên 44 năm 2022; số hoàn thành tăng từ 18 lên 39.",
                texts.get(1));
    }

    @Test
    void sameInputGivesSameBytes() throws Exception {
        assertArrayEquals(file, export());
    }

    @Test
    void importReportsChartsAsSkipped() throws Exception {
        var skipped = 0;
        var captions = 0;
        try (var items = new DocxImporter().open(Files.write(folder.resolve("nhap.docx"), file), Progress.NONE)) {
            for (var item = items.next(); item != null; item = items.next()) {
                if (item instanceof SourceItem.Skipped each && each.what().matches("biểu đồ|(a )?chart")) {
                    skipped++;
                }
                if (item instanceof SourceItem.Paragraph paragraph
                        && paragraph.text().startsWith("Biểu đồ ")) {
                    captions++;
                }
            }
        }
        assertEquals(4, skipped);
        assertEquals(4, captions);
    }
}
