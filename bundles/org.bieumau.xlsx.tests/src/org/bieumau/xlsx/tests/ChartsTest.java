/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.testing.Python;
import org.bieumau.xlsx.internal.XlsxExporter;
import org.bieumau.xlsx.internal.reading.XlsxImporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** Checks the charts of exported workbooks as POI and the schemas see them. */
class ChartsTest {

    @TempDir
    private Path folder;

    private byte[] file;
    private final Map<String, byte[]> parts = new HashMap<>();

    @BeforeEach
    void exportExample() throws Exception {
        file = export();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    private byte[] export() throws Exception {
        Examples.copyTo(folder);
        var form = new BieuReader(List.of())
                .read(folder.resolve("vidu-bieudo.bieu"))
                .element(Form.class, "KỳNày")
                .orElseThrow();
        var profile = Registry.load(getClass().getClassLoader()).profile("nd30").orElseThrow();
        var out = new ByteArrayOutputStream();
        new XlsxExporter().export(Layout.of(form, profile), out, Progress.NONE);
        return out.toByteArray();
    }

    private ByteArrayInputStream part(String name) {
        return new ByteArrayInputStream(parts.get(name));
    }

    private CTPlotArea plot(int number) throws Exception {
        return ChartSpaceDocument.Factory.parse(part("xl/charts/chart" + number + ".xml"))
                .getChartSpace()
                .getChart()
                .getPlotArea();
    }

    private static void assertValid(XmlObject part) {
        var errors = new ArrayList<XmlError>();
        part.validate(new XmlOptions().setErrorListener(errors));
        // Excel itself writes xml:space, which the schema does not declare.
        errors.removeIf(
                error -> error.getMessage().contains("space@http://www.w3.org/XML/1998/namespace in element t@"));
        assertEquals(List.of(), errors);
    }

    @Test
    void partsAreValidAgainstTheSchemas() throws Exception {
        assertValid(ChartSpaceDocument.Factory.parse(part("xl/charts/chart1.xml")));
        assertValid(ChartSpaceDocument.Factory.parse(part("xl/charts/chart2.xml")));
        assertValid(WsDrDocument.Factory.parse(part("xl/drawings/drawing1.xml")));
        assertValid(WorkbookDocument.Factory.parse(part("xl/workbook.xml")));
        assertValid(WorksheetDocument.Factory.parse(part("xl/worksheets/sheet1.xml")));
        assertValid(WorksheetDocument.Factory.parse(part("xl/worksheets/sheet3.xml")));
    }

    /** A chart with a category for each row refers to the rows of the table. */
    @Test
    void rowsAreDrawnFromTheCellsOfTheTable() throws Exception {
        var series = plot(1).getBarChartArray(0).getSerArray(1);
        var reference = series.getVal().getNumRef().getF();
        assertTrue(reference.startsWith("'Biểu số 1'!$E$"), reference);
        assertEquals(List.of("11", "15", "9", "4"), cells(reference));
        assertEquals(
                List.of("11", "15", "9", "4"),
                series.getVal().getNumRef().getNumCache().getPtList().stream()
                        .map(point -> point.getV())
                        .toList());
        assertEquals(
                List.of(
                        "Phòng Quản lý khoa học",
                        "Chi cục Tiêu chuẩn Đo lường Chất lượng",
                        "Trung tâm Ứng dụng tiến bộ khoa học",
                        "Thanh tra Sở"),
                cells(series.getCat().getStrRef().getF()));
        assertEquals("Hoàn thành", series.getTx().getV());
    }

    /** Sums of several rows are in no cell of the table. */
    @Test
    void sumsAreDrawnFromTheHiddenSheet() throws Exception {
        var series = plot(2).getPieChartArray(0).getSerArray(0);
        var reference = series.getVal().getNumRef().getF();
        assertTrue(reference.startsWith("'Số liệu biểu đồ'!"), reference);
        assertEquals(List.of("30", "9", "5"), cells(reference));
        assertEquals(
                List.of("30", "9", "5"),
                series.getVal().getNumRef().getNumCache().getPtList().stream()
                        .map(point -> point.getV())
                        .toList());
        assertEquals(
                List.of("Phát triển kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh"),
                cells(series.getCat().getStrRef().getF()));
        assertEquals(List.of("Đăng ký"), cells(series.getTx().getStrRef().getF()));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertTrue(workbook.isSheetHidden(workbook.getSheetIndex("Số liệu biểu đồ")));
        }
    }

    private List<String> cells(String reference) throws Exception {
        var texts = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var place : new AreaReference(reference, workbook.getSpreadsheetVersion()).getAllReferencedCells()) {
                var cell = workbook.getSheet(place.getSheetName())
                        .getRow(place.getRow())
                        .getCell(place.getCol());
                texts.add(
                        cell.getCellType() == CellType.NUMERIC
                                ? Long.toString((long) cell.getNumericCellValue())
                                : cell.getStringCellValue());
            }
        }
        return texts;
    }

    @Test
    void excelFindsChartsBelowTheTable() throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var drawing = workbook.getSheetAt(0).getDrawingPatriarch();
            assertEquals(2, drawing.getCharts().size());
        }
        var path = Files.write(folder.resolve("a.xlsx"), file);
        assertEquals("BarChart PieChart", Python.run("openpyxl", """
                                import sys, openpyxl
                                sheet = openpyxl.load_workbook(sys.argv[1]).active
                                print(*[type(each).__name__ for each in sheet._charts])
                                """, path).strip());
    }

    @Test
    void chartsHaveAlternativeTexts() throws Exception {
        var anchors =
                WsDrDocument.Factory.parse(part("xl/drawings/drawing1.xml")).getWsDr();
        assertEquals(
                "Biểu đồ tròn: Cơ cấu mô hình đăng ký theo lĩnh vực (đơn vị tính: mô hình). Phát triển kinh tế: 30;"
                        + " Văn hóa - xã hội: 9; Quốc phòng - an ninh: 5.",
                anchors.getOneCellAnchorArray(1)
                        .getGraphicFrame()
                        .getNvGraphicFramePr()
                        .getCNvPr()
                        .getDescr());
    }

    @Test
    void sameInputGivesSameBytes() throws Exception {
        assertArrayEquals(file, export());
    }

    @Test
    void importReportsChartsAsSkipped() throws Exception {
        var skipped = 0;
        try (var items = new XlsxImporter().open(Files.write(folder.resolve("nhap.xlsx"), file), Progress.NONE)) {
            for (var item = items.next(); item != null; item = items.next()) {
                if (item instanceof SourceItem.Skipped each && each.what().matches("biểu đồ|(a )?chart")) {
                    skipped++;
                }
            }
        }
        assertEquals(2, skipped);
    }
}
