/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.imports.FoundTable;
import org.bieumau.dsl.ide.internal.imports.ImportResult;
import org.bieumau.dsl.ide.internal.imports.ImportSession;
import org.bieumau.dsl.ide.internal.imports.ImportedFile;
import org.bieumau.dsl.ide.internal.imports.PrintedLine;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.values.Answer;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages of the import wizard show and decide, without a user interface. */
class ImportSessionTest {

    private static final String TEMPLATE = """
            phiên bản 2
            thư viện thu.mau

            danh mục Loại { Tốt "Tốt"   Khá "Khá" }

            mẫu biểu HộNghèo "SỐ HỘ NGHÈO" {
                cột stt "STT": số thứ tự
                cột tên "Tên xã": chữ, bắt buộc
                cột hộ "Số hộ nghèo": số
                cột xếpLoại "Xếp loại": chọn từ Loại
                cột ghiChú "Ghi chú": chữ
            }
            """;

    private static final String CHANGED = """
            phiên bản 2

            mẫu biểu M "SỐ HỘ NGHÈO" {
                cột stt "STT": số thứ tự
                cột tên "Tên xã": chữ
                cột hộ "Số hộ": chữ
                cột xếpLoại "Xếp loại": chữ
                cột khác "Diện tích": chữ
            }
            biểu B lập theo mẫu M {
                dòng "Hòa Phú" { hộ "1.234" xếpLoại "kém" khác "5" }
                dòng "Bình An" { hộ "x" xếpLoại "Khá" khác "6" }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTemplate() throws Exception {
        Files.writeString(folder.resolve("mau.bieu"), TEMPLATE);
    }

    private Path export(String text, String form, String name) throws Exception {
        var file = new BieuReader(List.of(folder)).read(text);
        var output = folder.resolve(name);
        file.export(file.element(Form.class, form).orElseThrow(), output);
        return output;
    }

    private ImportSession session(String text) throws Exception {
        return new ImportSession(folder.resolve("nhap.bieu"), text, Registry.installed());
    }

    private static ImportedFile add(ImportSession session, Path file) {
        return session.add(file, Registry.installed(), Progress.NONE);
    }

    private static Decision decision(FoundTable table, String name) {
        return table.match().decisions().stream()
                .filter(each ->
                        each.leaf().filter(leaf -> name.equals(leaf.name())).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Decision ofColumn(FoundTable table, String label) {
        return table.match().decisions().stream()
                .filter(each -> each.column()
                        .filter(column -> label.equals(column.label()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Returns the cells that are shown, row by row. */
    private static List<String> cells(ImportResult.ReadForm form) {
        return form.table().rows().stream()
                .map(row -> row.label()
                        + row.cells().stream().map(cell -> cell.shown()).toList())
                .toList();
    }

    private BieuFile read(String text) throws Exception {
        var file = new BieuReader(List.of(folder)).read(text);
        assertEquals(
                List.of(),
                file.problems().stream()
                        .filter(problem -> problem.code().startsWith("SYNTAX")
                                || problem.code().startsWith("LINK")
                                || problem.code().startsWith("NAME"))
                        .toList(),
                text);
        return file;
    }

    private static final String FORM = """
            dùng thu.mau
            biểu B lập theo mẫu HộNghèo {
                dòng "Hòa Phú" { hộ 1234 xếpLoại Tốt ghiChú "giảm" }
                dòng "Bình An" { hộ 7 }
            }
            """;

    @Test
    void exportedFormIsFoundAndAddedToTheFile() throws Exception {
        for (var name : List.of("nop.xlsx", "nop.docx")) {
            var before = "// của tôi\nphiên bản 2\n\n// một cơ quan\ncơ quan A \"Á\"   // hết\n";
            var session = session(before);
            var file = add(session, export(FORM, "B", name));

            assertEquals("thu.mau", file.chosen().getFirst().template().library());
            assertTrue(file.chosen().getFirst().score() > 0.9);
            assertEquals(List.of(), session.open());
            var result = session.result(Progress.NONE);
            assertEquals(
                    List.of("[1, Hòa Phú, 1.234, Tốt, giảm]", "[2, Bình An, 7, , ]"),
                    cells(result.forms().getFirst()));
            assertTrue(
                    result.text()
                            .startsWith("// của tôi\nphiên bản 2\n\ndùng thu.mau\n\n// một cơ quan\n"
                                    + "cơ quan A \"Á\"   // hết\n\nbiểu Nop lập theo mẫu HộNghèo {"),
                    result.text());
            assertFalse(result.text().contains("ánh xạ"), "all labels are those of the template");
            read(result.text());
        }
    }

    @Test
    void newFileHasTheFormAlone() throws Exception {
        var session = session("");
        add(session, export(FORM, "B", "nop.xlsx"));

        var text = session.result(Progress.NONE).text();

        assertTrue(text.startsWith("phiên bản 2\n\ndùng thu.mau\n\nbiểu Nop lập theo mẫu HộNghèo {\n"), text);
        assertTrue(text.contains("nguồn n1 \"nop.xlsx\""), text);
        read(text);
    }

    @Test
    void templateOfTheFileItselfNeedsNoLibrary() throws Exception {
        var own = TEMPLATE.replace("thư viện thu.mau", "").replace("HộNghèo", "Riêng");
        Files.delete(folder.resolve("mau.bieu"));
        var session = session(own);
        var output = export(own + FORM.replace("dùng thu.mau", "").replace("HộNghèo", "Riêng"), "B", "nop.xlsx");
        var file = add(session, output);

        assertEquals("", file.chosen().getFirst().template().library());
        session.result(Progress.NONE);
        var result = session.result(Progress.NONE);
        assertTrue(result.text().startsWith(own + "\nbiểu Nop lập theo mẫu Riêng {"), result.text());
        assertEquals(2, result.forms().getFirst().table().rows().size());
        read(result.text());
    }

    @Test
    void assignmentsOfTheUserAreStoredAsTextAndUsedFirstNextTime() throws Exception {
        var output = export(CHANGED, "B", "nop.xlsx");
        var session = session("");
        var file = add(session, output);
        var table = file.tables().stream()
                .filter(each -> each.drawing().isEmpty())
                .findFirst()
                .orElseThrow();
        file.tables().forEach(each -> file.choose(each, each == table));

        session.assign(
                table,
                ofColumn(table, "Diện tích").column().orElseThrow(),
                decision(table, "ghiChú").leaf());
        assertEquals(Kind.MAPPED, decision(table, "ghiChú").kind());
        session.assign(
                table,
                ofColumn(table, "Số hộ").column().orElseThrow(),
                decision(table, "hộ").leaf());
        var result = session.result(Progress.NONE);

        assertTrue(result.text().contains("\"Diện tích\" là ghiChú"), result.text());
        assertTrue(result.text().contains("\"Số hộ\" là hộ"), result.text());
        assertEquals(
                "[1, Hòa Phú, 1.234, kém, 5]", cells(result.forms().getFirst()).getFirst());
        read(result.text());

        Files.writeString(folder.resolve("lan-truoc.bieu"), result.text());
        var again = session("");
        var next = add(again, output).tables().getFirst();
        assertEquals(Kind.MAPPED, decision(next, "ghiChú").kind());
        assertEquals(1, next.score(), 0.2);
        assertFalse(again.result(Progress.NONE).text().contains("ánh xạ"), "it is known already");
    }

    @Test
    void assigningTwiceToOneColumnKeepsTheLast() throws Exception {
        var session = session("");
        var file = add(session, export(CHANGED, "B", "nop.xlsx"));
        var table = file.tables().getFirst();
        file.choose(table, true);
        var note = decision(table, "ghiChú").leaf();

        session.assign(table, ofColumn(table, "Diện tích").column().orElseThrow(), note);
        session.assign(table, ofColumn(table, "Xếp loại").column().orElseThrow(), note);

        assertEquals(
                "Xếp loại", decision(table, "ghiChú").column().orElseThrow().label());
        assertEquals(Kind.IGNORED, ofColumn(table, "Diện tích").kind());
        session.reset(table);
        assertEquals(Kind.MISSING, decision(table, "ghiChú").kind());
    }

    @Test
    void valuesThatDoNotFitAreDecidedByTheUser() throws Exception {
        var session = session("");
        var output = export(CHANGED, "B", "nop.xlsx");
        var file = add(session, output);
        var table = file.tables().getFirst();
        file.choose(table, true);
        session.assign(
                table,
                ofColumn(table, "Số hộ").column().orElseThrow(),
                decision(table, "hộ").leaf());
        var questions = session.result(Progress.NONE).forms().getFirst().questions();

        assertEquals(
                List.of("NUMBER_STYLE Số hộ nghèo 1.234", "VALUE Xếp loại kém", "VALUE Số hộ nghèo x"),
                questions.stream()
                        .map(each -> each.kind() + " " + each.column() + " " + each.text())
                        .toList());
        assertEquals(new Answer.TermOf("Tốt"), questions.get(1).answers().get(2));
        session.answer(output, questions.get(0), Answer.Fixed.ENGLISH);
        session.answer(output, questions.get(1), new Answer.TermOf("Tốt"));
        session.answer(output, questions.get(2), Answer.Fixed.LEAVE);

        var result = session.result(Progress.NONE).forms().getFirst();
        assertEquals(List.of("[1, Hòa Phú, 1,234, Tốt, ]", "[2, Bình An, , Khá, ]"), cells(result));
        assertTrue(result.leftovers().stream().anyMatch(left -> left.text().equals("x")), result.toString());
        assertTrue(
                result.problems().stream().noneMatch(problem -> problem.code().equals("READ-TYPE")),
                result.problems().toString());
    }

    @ParameterizedTest
    @EnumSource(RealFile.class)
    void eachRealFileCanBeImportedByATemplateThatIsDrawn(RealFile real) throws Exception {
        var session = session("");
        var file = add(session, real.copyTo(folder));
        assertTrue(file.isReadable(), () -> file.problem().toString());
        file.tables().forEach(table -> file.choose(table, table.drawing().isPresent()));

        if (file.chosen().isEmpty()) {
            assertTrue(file.problem().isPresent());
            return;
        }
        assertEquals(List.of(), session.open());
        var result = session.result(Progress.NONE);
        assertEquals(file.chosen().size(), result.forms().size());
        read(result.text());
    }

    @Test
    void textUsedByOneFormOfAFileIsNotALeftoverOfAnother() throws Exception {
        var session = session("");
        var file = add(session, RealFile.LABOUR_SURVEY.copyTo(folder));
        file.tables().forEach(table -> file.choose(table, table.drawing().isPresent()));

        var forms = session.result(Progress.NONE).forms();

        assertTrue(forms.size() > 1);
        forms.stream().skip(1).forEach(form -> assertEquals(List.of(), form.leftovers()));
    }

    @Test
    void unreadableFileIsKeptWithItsReason() throws Exception {
        var session = session("");
        var lock = Files.writeString(folder.resolve("~$a.docx"), "x");

        var file = add(session, lock);

        assertFalse(file.isReadable());
        assertTrue(file.problem().isPresent());
        assertEquals(List.of(), session.result(Progress.NONE).forms());
    }

    @Test
    void cancelledFileIsNotAdded() throws Exception {
        var session = session("");
        var output = export(FORM, "B", "nop.xlsx");

        assertThrows(CancellationException.class, () -> session.add(output, Registry.installed(), rows -> false));
        assertEquals(List.of(), session.files());
        assertEquals(Optional.empty(), session.tables().stream().findFirst());
    }

    private static final String LETTER = """
            phiên bản 2
            dùng thu.mau

            cơ quan SởNộiVụ "Sở Nội vụ" { viết tắt "SNV"   địa danh "Hưng Yên" }

            biểu B lập theo mẫu HộNghèo {
                dòng "Hòa Phú" { hộ 12 xếpLoại Khá }
            }
            công văn C {
                cơ quan ban hành SởNộiVụ
                số 15
                ngày 27/4/2021
                trích yếu "số hộ nghèo"
                kính gửi "Các xã"
                nội dung '''
                    Gửi các xã bảng sau.
                '''
                nơi nhận { "Như trên"   lưu VT }
                ký { chức vụ "Giám đốc"   họ tên "Trần Công Hòa" }
                kèm theo B
            }
            """;

    private Path letter() throws Exception {
        var file = new BieuReader(List.of(folder)).read(LETTER);
        var output = folder.resolve("thu.docx");
        file.export(file.element(Document.class, "C").orElseThrow(), output);
        return output;
    }

    /** The document contains the tables, so that a table and the document exclude each other. */
    @Test
    void letterIsOfferedAsADocumentBesideItsTables() throws Exception {
        var session = session("");
        var file = add(session, letter());

        assertEquals("V/v số hộ nghèo", file.document().orElseThrow().title());
        assertTrue(file.isDocumentChosen());
        assertEquals(List.of(), file.chosen());
        assertEquals(List.of(), session.tables());

        var table = file.tables().getFirst();
        file.choose(table, true);
        assertFalse(file.isDocumentChosen());
        assertEquals(List.of(table), session.tables());
        assertEquals(1, session.result(Progress.NONE).forms().size());

        file.chooseDocument(true);
        assertEquals(List.of(), file.chosen());
        file.chooseDocument(false);
        assertFalse(file.isChosen());
        assertEquals(List.of(), session.result(Progress.NONE).reads());
    }

    @Test
    void documentIsAddedWithItsFormAndTheAgencyOfTheFile() throws Exception {
        var before = "// của tôi\nphiên bản 2\n\ncơ quan SNV \"Sở Nội vụ\" { địa danh \"Hưng Yên\" }\n";
        var session = session(before);
        add(session, letter());

        var result = session.result(Progress.NONE);

        assertTrue(
                result.text()
                        .startsWith("// của tôi\nphiên bản 2\n\ndùng thu.mau\n\n"
                                + "cơ quan SNV \"Sở Nội vụ\" { địa danh \"Hưng Yên\" }\n\n"),
                result.text());
        var document = (ImportResult.ReadDocument) result.reads().getFirst();
        assertEquals("Thu", document.name());
        var read = read(result.text());
        var letter = read.element(Document.class, "Thu").orElseThrow();
        assertEquals("SNV", letter.getAgency().getName());
        assertEquals("số hộ nghèo", letter.getSubject());
        var form = read.elements().stream()
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals("HộNghèo", form.getTemplate().getName());
        assertEquals("12", read.cell(form.getEntries().getFirst(), "hộ"));
        assertTrue(
                document.lines().contains(new PrintedLine(PrintedLine.Part.BODY, "Gửi các xã bảng sau./.")),
                document.lines()::toString);
        assertTrue(
                document.lines().contains(new PrintedLine(PrintedLine.Part.SIGNATURE, "Trần Công Hòa")),
                document.lines()::toString);

        var again = session.result(Progress.NONE);
        assertEquals(result.text(), again.text(), "a second reading finds the same");
    }

    /** What has no place in the document is shown before it is written. */
    @Test
    void leftoversOfADocumentAreTold() throws Exception {
        var session = session("");
        add(session, RealFile.MONTHLY_REPORT.copyTo(folder));

        var document = (ImportResult.ReadDocument)
                session.result(Progress.NONE).reads().getFirst();

        assertEquals(
                read(session.result(Progress.NONE).text()).elements().stream()
                        .mapToInt(each -> switch (each) {
                            case Form form -> form.getLeftovers().size();
                            case Document letter -> letter.getLeftovers().size();
                            default -> 0;
                        })
                        .sum(),
                document.leftovers().size());
        assertFalse(document.leftovers().isEmpty());
    }

    @Test
    void workbooksAndExportedFormsAreNoDocuments() throws Exception {
        var session = session("");
        for (var name : List.of("nop.xlsx", "nop.docx")) {
            var file = add(session, export(FORM, "B", name));
            assertFalse(file.isDocumentChosen(), name);
            assertEquals(1, file.chosen().size(), name);
        }
    }
}
