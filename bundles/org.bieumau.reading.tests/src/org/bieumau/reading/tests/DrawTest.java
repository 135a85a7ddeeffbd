/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.draw.TemplateDrawing;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.bieumau.reading.internal.shape.TableShape;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template that was drawn from a form has the header of the form. */
class DrawTest {

    @TempDir
    private Path folder;

    private static List<TableShape> shapes(Path file) throws Exception {
        return Import.content(file).grids().stream()
                .flatMap(grid -> ShapeFinder.find(grid).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.bieumau.testing.RealFile#officeOpenXml")
    void headersOfRealFormsAreDrawn(RealFile real) throws Exception {
        var shapes = shapes(real.copyTo(folder));
        assertTrue(!shapes.isEmpty());
        for (var shape : shapes) {
            for (var format : List.of("docx", "xlsx")) {
                assertEquals(
                        header(shape),
                        header(exported(shape, format)),
                        shape.grid().name() + " " + format);
            }
        }
    }

    private TableShape exported(TableShape shape, String format) throws Exception {
        var text = TemplateDrawing.of(shape, "M", "Biểu");
        var file = new BieuReader().read(text);
        assertEquals(
                List.of(),
                file.problems().stream().filter(problem -> problem.isError()).toList(),
                text);
        var target = folder.resolve("drawn." + format);
        Files.deleteIfExists(target);
        file.export(file.element(FormTemplate.class, "M").orElseThrow(), target);
        return shapes(target).getFirst();
    }

    /** Returns the labels in their places, and the numbers of the columns. */
    private static List<String> header(TableShape shape) {
        var header = new ArrayList<String>();
        header.add("levels: "
                + shape.columns().stream()
                        .mapToInt(column -> column.path().size())
                        .max()
                        .orElse(0));
        shape.columns().stream().map(ShapeColumn::path).map(List::toString).forEach(header::add);
        shape.columns().stream()
                .map(ShapeColumn::number)
                .map(number -> number.replaceAll("\\s", ""))
                .forEach(header::add);
        return header;
    }

    /** The larger table has the better header, whether it stands first or second. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tablesOneBelowTheOtherAreDrawnOnTheirOwn(boolean isLargerFirst) {
        var small = """
                Tên trường | Cấp | Số lớp
                Kim Đồng | Tiểu học | 40
                """;
        var large = """
                Đơn vị | Mức | Số hộ | Số dân
                Hòa Phú | Khá | 12 | 50
                Bình An | Tốt | 7 | 31
                Minh Long | Tốt | 9 | 40
                """;
        var shapes = ShapeFinder.all(Sketch.grid(
                (isLargerFirst ? large : small) + "| | |\nBiểu 2 | | |\n" + (isLargerFirst ? small : large)));

        assertEquals(
                isLargerFirst
                        ? List.of("[Đơn vị, Mức, Số hộ, Số dân]", "[Tên trường, Cấp, Số lớp]")
                        : List.of("[Tên trường, Cấp, Số lớp]", "[Đơn vị, Mức, Số hộ, Số dân]"),
                shapes.stream()
                        .map(shape ->
                                shape.columns().stream().map(ShapeColumn::label).toList())
                        .map(List::toString)
                        .toList());
        var second = TemplateDrawing.of(shapes.getLast(), "M", "Biểu");
        assertTrue(second.startsWith("mẫu biểu M \"Biểu"), second);
    }

    @Test
    void formulasOfColumnNumbersAreChecked() {
        var shape = ShapeFinder.find(Sketch.grid("""
                Tên | Năm nay | Năm trước | Tăng | Tỷ lệ
                A | 1 | 2 | 3=1-2 | 4 (1:2)
                Hòa Phú | 5 | 4 | 1 | 125
                """)).orElseThrow();

        var text = TemplateDrawing.of(shape, "M", "Biểu");

        assertTrue(text.contains("cột tăng \"Tăng\": số, bằng (nămNay - nămTrước)"), text);
        assertTrue(text.contains("số cột \"A\""), text);
    }

    /** A row of ratios, for example: the exported form would have errors in it. */
    @Test
    void formulaThatARowContradictsIsADoubt() {
        var shape = ShapeFinder.find(Sketch.grid("""
                Tên | Tổng | Nam | Nữ | Tỷ lệ nam
                A | 1=2+3 | 2 | 3 | 4=2/1*100
                Năm nay | 1500 | 900 | 600 | 60
                Năm trước | 1200 | 700 | 500 | 58,3
                Tăng, giảm (%) | 25 | 28,6 | 20 |
                """)).orElseThrow();

        var text = TemplateDrawing.of(shape, "M", "Biểu");

        assertTrue(
                text.contains("cột tổng \"Tổng\": số, số cột \"1=2+3\"  // ? "
                        + ReadingMessages.ALL.text("draw.contradicted", 1, "2+3") + "\n"),
                text);
        assertTrue(text.contains("cột tỷLệNam \"Tỷ lệ nam\": số, bằng (nam / tổng * 100), số cột \"4\"\n"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void paperIsThatOfTheFile(String format) throws Exception {
        for (var paper : List.of("A4 dọc", "A4 ngang", "A3 dọc", "A3 ngang")) {
            for (var columns : List.of(3, 9)) {
                var file = new BieuReader()
                        .read("mẫu biểu M \"Biểu\" { khổ giấy %s %s }"
                                .formatted(
                                        paper,
                                        IntStream.range(0, columns)
                                                .mapToObj(i -> "cột c%d \"Số %d\": số ".formatted(i, i))
                                                .collect(Collectors.joining())));
                var target = folder.resolve(paper + columns + "." + format);
                file.export(file.element(FormTemplate.class, "M").orElseThrow(), target);

                var text = TemplateDrawing.of(shapes(target).getFirst(), "M", "Biểu");

                assertTrue(text.contains("khổ giấy " + paper + "\n"), columns + " " + text);
            }
        }
    }

    /** The paper of one sheet is not that of the next. */
    @Test
    void paperOfASheetThatLeavesItToThePrinterDependsOnTheColumns() throws Exception {
        var items = new ArrayList<SourceItem>();
        for (var columns : List.of(3, 2, 7)) {
            if (columns == 3) {
                items.add(new SourceItem.PageStart(
                        new PageSetup(297, 210, true, 20, 20, 20, 20, 10, false), List.of(), false));
            }
            try (var sheet = Sketch.items("Tên | Số" + " | Nữ".repeat(columns - 2) + "\nA | 1")) {
                for (var item = sheet.next(); item != null; item = sheet.next()) {
                    items.add(item);
                }
            }
        }

        var papers = SourceContent.of(items).grids().stream()
                .flatMap(grid -> ShapeFinder.find(grid).stream())
                .map(shape -> TemplateDrawing.of(shape, "M", "Biểu"))
                .map(text -> text.lines().skip(1).findFirst().orElseThrow().strip())
                .toList();

        assertEquals(List.of("khổ giấy A4 ngang", "khổ giấy A4 dọc", "khổ giấy A4 ngang"), papers);
    }

    @Test
    void formulaTellsHowNumbersAreWritten() {
        var shape = ShapeFinder.find(Sketch.grid("""
                Tên | Tổng | Nam | Nữ
                A | 1=2+3 | 2 | 3
                Hòa Phú | '3.500 | '1.500 | 2
                Hòa Tiến | '2.250 | '1.250 | 1
                """)).orElseThrow();

        var text = TemplateDrawing.of(shape, "M", "Biểu");

        assertTrue(text.contains("cột tổng \"Tổng\": số, bằng (nam + nữ)"), text);
    }

    /** A period stands on the left, above the first column. */
    @Test
    void periodAboveTheHeaderIsNoGroup() {
        var text = TemplateDrawing.of(ShapeFinder.find(Sketch.grid("""
                                DANH SÁCH HỘ NGHÈO | < | <
                                Năm 2022 | |
                                TT | Họ tên | Số khẩu
                                1 | Nguyễn Văn A | 3
                                2 | Trần Thị B | 4
                                """)).orElseThrow(), "M", "Biểu");

        assertTrue(text.startsWith("mẫu biểu M \"DANH SÁCH HỘ NGHÈO\""), text);
        assertFalse(text.contains("nhóm"), text);
    }

    @Test
    void titleOfATableInATextIsBeforeIt() throws Exception {
        var file = new BieuReader().read("""
                mẫu biểu M "BÁO CÁO LAO ĐỘNG" {
                    số hiệu biểu "Mẫu số 03"
                    cột tt "TT": số thứ tự
                    cột tên "Họ và tên": chữ
                    cột tuổi "Tuổi": số
                }
                """);
        var target = folder.resolve("a.docx");
        file.export(file.element(FormTemplate.class, "M").orElseThrow(), target);
        var content = Import.content(target);
        var grid = content.grids().getLast();

        var text = TemplateDrawing.of(
                ShapeFinder.find(grid).orElseThrow(),
                content.textsBefore(grid, each -> ShapeFinder.find(each).isPresent()),
                "N",
                "1");

        assertTrue(text.startsWith("mẫu biểu N \"BÁO CÁO LAO ĐỘNG\" {\n    số hiệu biểu \"Mẫu số 03\"\n"), text);
    }
}
