/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.template.PastedRows;
import org.bieumau.dsl.ide.internal.template.RowCommands;
import org.bieumau.dsl.ide.internal.template.RowCommands.NewRow;
import org.bieumau.dsl.ide.internal.template.TemplateDesign;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Property;
import org.bieumau.dsl.ide.internal.template.TemplateRows.Row;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests reading and changing the rows that a template prints with its forms. */
class TemplateRowsTest {

    private static final String TEXT = """
            danh mục Lĩnh { I "Ích" II "Lợi" }
            mẫu biểu M "BIỂU" {
                cột tt "TT": số thứ tự
                cột tên "TÊN": chữ
                cột đv "ĐVT": đơn vị tính
                cột mã "MÃ": mã số
                cột n "SỐ": số
                chỉ tiêu {
                    tổng "1" "Tổng số", đơn vị tính "Người" {   // mọi người
                        thị "a" "Thành thị"
                        nông "b" "Nông thôn", đề mục { xã "-" "Xã" }
                        khác "c" "Nơi khác"
                    }
                    việc "2" "Có việc làm", đơn vị tính "Người", mã số "02"
                }
                // kiểm tra tổng
                kiểm tra R báo lỗi khi tổng.n < tổng.thị.n + tổng.nông.xã.n: "{tổng.nông.xã.n} lớn hơn {tổng.n}"
            }
            mẫu biểu N dựa trên M {
                chỉ tiêu trong lĩnh vực "RIÊNG" { riêng "Riêng" }
            }
            biểu B lập theo mẫu M {
                chỉ tiêu tổng { n 10 }
                chỉ tiêu tổng.thị { n 4 }
                chỉ tiêu tổng.nông.xã { n 6 }
            }
            ánh xạ X cho M { chỉ tiêu "Xã" là tổng.nông.xã }
            """;

    /** The same template without anything that names its rows. */
    private static final String UNUSED = TEXT.substring(0, TEXT.indexOf("    // kiểm tra")) + "}\n"
            + TEXT.substring(TEXT.indexOf("mẫu biểu N"), TEXT.indexOf("biểu B"));

    @RegisterExtension
    final UserLocale locale = new UserLocale(VietnameseText.LOCALE);

    private static TemplateDesign design(String text, String template) {
        return TemplateDesign.of(Files.right(text), template).orElseThrow();
    }

    private static List<Row> rows(String text, String template) {
        return design(text, template).rows().lists().stream()
                .flatMap(list -> list.rows().stream())
                .toList();
    }

    /**
     * Returns the rows with their ordinals, indented by dots, such as <code>.a Thành thị°</code> for inherited ones.
     */
    private static String outline(String text, String template) {
        return String.join(
                ", ",
                rows(text, template).stream()
                        .map(row -> ".".repeat(row.level())
                                + (row.ordinal().isEmpty() ? "" : row.ordinal() + " ")
                                + row.title()
                                + (row.isOwn() ? "" : "°"))
                        .toList());
    }

    private interface Command {
        List<TextEdit> of(RowCommands commands) throws RefusedException;
    }

    private static String after(String text, String template, Command command) throws RefusedException {
        var after = TextEdit.apply(command.of(new RowCommands(Files.right(text), template)), text);
        Files.right(after);
        return after;
    }

    private static String refusal(String text, String template, Command command) {
        return assertThrows(RefusedException.class, () -> after(text, template, command))
                .getMessage();
    }

    private static NewRow row(String title) {
        return new NewRow(title, "", "");
    }

    @Test
    void rowsAreReadAsTheyArePrinted() {
        assertEquals("1 Tổng số, .a Thành thị, .b Nông thôn, ..- Xã, .c Nơi khác, 2 Có việc làm", outline(TEXT, "M"));
        assertEquals(
                "1 Tổng số°, .a Thành thị°, .b Nông thôn°, ..- Xã°, .c Nơi khác°, 2 Có việc làm°, Riêng",
                outline(TEXT, "N"));
        var job = design(TEXT, "M").rows().row("việc").orElseThrow();
        assertEquals("Người 02", job.unit() + " " + job.code());
        assertEquals(TEXT.indexOf("việc \"2\""), job.nameOffset());
        var rural = design(TEXT, "M").rows().row("tổng.nông").orElseThrow();
        assertTrue(rural.isHeading());
        assertEquals(4, design(TEXT, "M").rows().row("tổng").orElseThrow().below());
        assertEquals("RIÊNG", design(TEXT, "N").rows().lists().get(1).section());
    }

    @Test
    void rowsAreAddedAfterOthersWithTheNextOrdinal() throws RefusedException {
        var added = after(
                TEXT, "M", commands -> commands.addAfter("việc", List.of(new NewRow("Thất nghiệp", "Người", "03"))));
        assertEquals(
                TEXT.replace(
                        "mã số \"02\"\n",
                        "mã số \"02\"\n        thấtNghiệp \"3\" \"Thất nghiệp\", đơn vị tính \"Người\", mã số \"03\"\n"),
                added);
        assertEquals(
                "1 Tổng số, .a Thành thị, .b Nông thôn, ..- Xã, ..- Xã, .c Nơi khác, 2 Có việc làm",
                outline(after(TEXT, "M", commands -> commands.addAfter("tổng.nông.xã", List.of(row("Xã")))), "M"));
        assertTrue(after(TEXT, "M", commands -> commands.addAfter("tổng.nông.xã", List.of(row("Xã"))))
                .contains("xã2 \"-\" \"Xã\""));
        assertTrue(
                after(TEXT, "M", commands -> commands.addTo(0, List.of(row("Tên"))))
                        .contains("tên2 \"3\" \"Tên\""),
                "a row has no name of a column");
        assertEquals("Chỉ tiêu phải có tiêu đề.", refusal(TEXT, "M", commands -> commands.addTo(0, List.of(row(" ")))));
    }

    @Test
    void namesOfAddedRowsAreKnown() throws RefusedException {
        var commands = new RowCommands(Files.right(TEXT), "M");
        commands.addAfter("tổng.thị", List.of(row("Ven đô"), row("Ven biển")));
        assertEquals(List.of("tổng.venĐô", "tổng.venBiển"), commands.added());
    }

    @Test
    void firstRowsBeginAList() throws RefusedException {
        var text = """
                mẫu biểu M "BIỂU" {
                    cột tt "TT": số thứ tự   // đếm
                    cột tên "TÊN": chữ
                }
                """;
        assertEquals("""
                mẫu biểu M "BIỂU" {
                    cột tt "TT": số thứ tự   // đếm
                    cột tên "TÊN": chữ
                    chỉ tiêu {
                        tổngSố "1" "Tổng số"
                        nam "2" "Nam"
                    }
                }
                """, after(text, "M", commands -> commands.addTo(-1, List.of(row("Tổng số"), row("Nam")))));
    }

    @Test
    void pastedRowsKeepTheirLevels() throws RefusedException {
        var rows = PastedRows.of("1\tTổng số\tNgười\t01\na\tNam\tNgười\t02\nb\tNữ\tNgười\t03\n2\tHộ nghèo\tHộ\t04\n");
        assertEquals(
                "1 Tổng số, .a Thành thị, .b Nông thôn, ..- Xã, .c Nơi khác, 2 Có việc làm, "
                        + "1 Tổng số, .a Nam, .b Nữ, 2 Hộ nghèo",
                outline(after(TEXT, "M", commands -> commands.addAfter("việc", rows)), "M"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Tổng\\tNgười\\t01\\n  Nam\\tNgười\\t02\\n    Trẻ\\n  Nữ\\nHộ\\tHộ|0 Tổng Người 01,1 Nam Người 02,2 Trẻ,1 Nữ,0 Hộ Hộ
            1. Tổng\\nNam\\n- Trẻ\\n2. Hộ|0 1:Tổng,1 Nam,2 -:Trẻ,0 2:Hộ
            I\\tThu\\tĐồng\\n1\\tThuế\\tĐồng\\n2\\tPhí\\tĐồng\\nII\\tChi\\tĐồng|0 I:Thu Đồng,1 1:Thuế Đồng,1 2:Phí Đồng,0 II:Chi Đồng
            TT\\tChỉ tiêu\\tĐơn vị tính\\tMã số\\n1\\tTổng\\tNgười\\t01|0 1:Tổng Người 01
            Mã số\\tChỉ tiêu\\n01\\tTổng|0 Tổng 01
            Tổng\\t\\tNgười\\n\\tNam\\tNgười\\n\\tNữ\\tNgười|0 Tổng Người,1 Nam Người,1 Nữ Người
            "Hai\\ndòng"\\tNgười\\n\\n|0 Hai dòng Người
            \\u00a0\\u00a0Nam\\nNữ\\n\\u00a0\\u00a0Trẻ|0 Nam,0 Nữ,1 Trẻ
            Chỉ một|0 Chỉ một
            """)
    void clipboardIsRead(String written, String expected) {
        var text = written.replace("\\t", "\t").replace("\\n", "\n").replace("\\u00a0", "\u00a0");
        assertEquals(
                expected,
                String.join(
                        ",",
                        PastedRows.of(text).stream()
                                .map(row -> row.level() + " "
                                        + (row.ordinal() == null
                                                        || row.ordinal().isEmpty()
                                                ? ""
                                                : row.ordinal() + ":")
                                        + String.join(" ", row.title(), row.unit(), row.code())
                                                .strip()
                                                .replace("  ", " "))
                                .toList()));
    }

    @Test
    void rowWithRowsBelowAndWithoutUnitIsAHeading() {
        var rows = PastedRows.of("Theo giới\n  Nam\tNgười\n  Nữ\tNgười");
        assertEquals(
                List.of(true, false, false),
                rows.stream().map(NewRow::isHeading).toList());
        assertFalse(PastedRows.of("Theo giới\n  Nam").getFirst().isHeading(), "nothing has a unit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tổng      | title       | Tổng cộng | "Tổng số", | "Tổng cộng",
            tổng.thị  | ordinal     | 1.1       | thị "a"    | thị "1.1"
            tổng.thị  | ordinal     | ``        | thị "a"    | thị
            tổng.thị  | measureUnit | Người     | "Thành thị" | "Thành thị", đơn vị tính "Người"
            việc      | measureUnit | ``        | , đơn vị tính "Người", mã số "02" | , mã số "02"
            việc      | code        | 2a        | mã số "02" | mã số "2a"
            tổng.nông | heading     | false     | , đề mục   | ``
            việc      | extensible  | true      | "Có việc làm", | "Có việc làm", thêm dòng,
            việc      | synonyms    | Làm; Việc | "Có việc làm" | "Có việc làm" tên khác "Làm", "Việc"
            """)
    void propertyIsWritten(String path, String id, String value, String before, String now) throws RefusedException {
        var after = after(TEXT, "M", commands -> commands.write(path, id, value));
        assertEquals(TEXT.replace(before, now).replaceAll("\\s+", ""), after.replaceAll("\\s+", ""));
    }

    @Test
    void invalidValuesAndUnknownRowsAreRefused() {
        assertEquals("Chỉ tiêu phải có tiêu đề.", refusal(TEXT, "M", commands -> commands.write("việc", "title", " ")));
        assertTrue(refusal(TEXT, "M", commands -> commands.write("không", "title", "x"))
                .contains("«không»"));
        assertThrows(RefusedException.class, () -> new RowCommands(Files.right(TEXT), "K"));
    }

    // Moving

    @Test
    void rowsAreMovedAmongTheRowsOfTheirLevel() throws RefusedException {
        assertEquals(
                "1 Tổng số, .b Nông thôn, ..- Xã, .a Thành thị, .c Nơi khác, 2 Có việc làm",
                outline(after(TEXT, "M", commands -> commands.move(List.of("tổng.thị"), 1)), "M"));
        assertEquals(
                "2 Có việc làm, 1 Tổng số, .a Thành thị, .b Nông thôn, ..- Xã, .c Nơi khác",
                outline(after(TEXT, "M", commands -> commands.move(List.of("việc"), -1)), "M"));
        assertEquals(
                "1 Tổng số, .b Nông thôn, ..- Xã, .c Nơi khác, .a Thành thị, 2 Có việc làm",
                outline(
                        after(
                                TEXT,
                                "M",
                                commands -> commands.move(List.of("tổng.nông", "tổng.nông.xã", "tổng.khác"), -1)),
                        "M"));
        assertEquals(TEXT, after(TEXT, "M", commands -> commands.move(List.of("tổng", "tổng.thị"), -1)));
        assertEquals(TEXT, after(TEXT, "M", commands -> commands.move(List.of("tổng.nông", "tổng.khác"), 1)));
    }

    @Test
    void movedRowKeepsTheTextOfTheOthers() throws RefusedException {
        assertEquals(
                TEXT.replace("            thị \"a\" \"Thành thị\"\n", "")
                        .replace("{ xã \"-\" \"Xã\" }\n", "{ xã \"-\" \"Xã\" }\n            thị \"a\" \"Thành thị\"\n"),
                after(TEXT, "M", commands -> commands.move(List.of("tổng.thị"), 1)));
    }

    /** The order of the rows stays the same, and all paths of the file follow. */
    @Test
    void rowOutdentedTakesTheRowsThatFollow() throws RefusedException {
        var after = after(TEXT, "M", commands -> commands.outdent(List.of("tổng.nông")));
        assertEquals("1 Tổng số, .a Thành thị, b Nông thôn, .- Xã, .c Nơi khác, 2 Có việc làm", outline(after, "M"));
        assertEquals(
                TEXT.substring(TEXT.indexOf("// kiểm tra")).replace("tổng.nông.xã", "nông.xã"),
                after.substring(after.indexOf("// kiểm tra")));
        var back = after(after, "M", commands -> commands.indent(List.of("nông")));
        assertEquals("1 Tổng số, .a Thành thị, .b Nông thôn, ..- Xã, ..c Nơi khác, 2 Có việc làm", outline(back, "M"));
        assertEquals(TEXT.substring(TEXT.indexOf("// kiểm tra")), back.substring(back.indexOf("// kiểm tra")));
        assertEquals(
                outline(TEXT, "M"),
                outline(after(back, "M", commands -> commands.outdent(List.of("tổng.nông.khác"))), "M"));
    }

    @Test
    void severalRowsChangeTheirLevelAtOnce() throws RefusedException {
        assertEquals(
                "1 Tổng số, .a Thành thị, ..b Nông thôn, ...- Xã, ..c Nơi khác, 2 Có việc làm",
                outline(after(TEXT, "M", commands -> commands.indent(List.of("tổng.nông", "tổng.khác"))), "M"));
        assertEquals(
                "1 Tổng số, .a Thành thị, b Nông thôn, .- Xã, c Nơi khác, 2 Có việc làm",
                outline(after(TEXT, "M", commands -> commands.outdent(List.of("tổng.nông", "tổng.khác"))), "M"));
    }

    @Test
    void rowsWithoutRoomForAnotherLevelAreRefused() {
        assertTrue(refusal(TEXT, "M", commands -> commands.indent(List.of("tổng.thị")))
                .contains("«Thành thị»"));
        assertTrue(refusal(TEXT, "M", commands -> commands.outdent(List.of("tổng")))
                .contains("«Tổng số»"));
    }

    @Test
    void rowGetsAnotherNameAmongItsNewSiblings() throws RefusedException {
        var text = TEXT.replace("việc \"2\" \"Có việc làm\"", "thị \"2\" \"Có việc làm\"");
        var after = after(text, "M", commands -> commands.indent(List.of("thị")));
        assertTrue(after.contains("thị2 \"2\" \"Có việc làm\""), after);
    }

    @Test
    void levelOfARowThatAnotherFileNamesIsKept(@TempDir Path folder) throws Exception {
        var template = java.nio.file.Files.writeString(folder.resolve("mau.bieu"), "thư viện mau\n" + UNUSED);
        java.nio.file.Files.writeString(
                folder.resolve("nop.bieu"), "dùng mau\nbiểu C lập theo mẫu M { chỉ tiêu tổng.nông.xã { n 1 } }\n");
        var commands = new RowCommands(open(template), "M");
        assertTrue(assertThrows(RefusedException.class, () -> commands.outdent(List.of("tổng.nông")))
                .getMessage()
                .contains("nop.bieu"));
        assertTrue(assertThrows(RefusedException.class, () -> commands.remove(List.of("tổng.nông")))
                .getMessage()
                .contains("nop.bieu"));
        assertFalse(commands.outdent(List.of("tổng.khác")).isEmpty());
    }

    private static XtextResource open(Path file) throws ProblemException {
        var resources = new LibraryResources(List.of(), Registry.installed());
        resources.lookAround(file);
        return (XtextResource) resources.resources().getResource(LibraryIndex.uri(file), true);
    }

    // Removing

    @Test
    void rowsInUseAreNotRemoved() throws RefusedException {
        assertTrue(refusal(TEXT, "M", commands -> commands.remove(List.of("tổng.thị")))
                .contains("«tổng.thị»"));
        assertTrue(refusal(TEXT, "M", commands -> commands.remove(List.of("tổng.nông")))
                .contains("«tổng.nông.xã»"));
        assertEquals(
                TEXT.replaceAll("\n *việc.*", "").replaceAll("\n *khác .*", ""),
                after(TEXT, "M", commands -> commands.remove(List.of("tổng.khác", "việc"))));
        var inRule = TEXT.replaceAll("    chỉ tiêu tổng.*\\{.*}\n", "").replaceAll("ánh xạ.*\n", "");
        assertTrue(refusal(inRule, "M", commands -> commands.remove(List.of("tổng.thị")))
                .contains("«tổng.thị»"));
    }

    @Test
    void removingAllRowsRemovesTheList() throws RefusedException {
        var after = after(UNUSED, "M", commands -> commands.remove(List.of("tổng", "tổng.thị", "việc")));
        assertEquals("", outline(after, "M"));
        assertFalse(after.substring(0, after.indexOf("mẫu biểu N")).contains("chỉ tiêu"), after);
        assertEquals("Riêng", outline(after, "N"));
    }

    // Ordinals and lists

    @Test
    void rowsAreNumberedAnew() throws RefusedException {
        var moved = after(TEXT, "M", commands -> commands.move(List.of("tổng.khác"), -1));
        assertEquals(
                "1 Tổng số, .a Thành thị, .b Nơi khác, .c Nông thôn, ..- Xã, 2 Có việc làm",
                outline(after(moved, "M", commands -> commands.renumber("tổng.nông")), "M"));
        var bare = after(TEXT, "M", commands -> commands.write("tổng", "ordinal", ""));
        assertTrue(refusal(bare, "M", commands -> commands.renumber("việc")).contains("«Tổng số»"));
    }

    @ParameterizedTest
    @CsvSource({"9, 10", "1., 2.", "a), b)", "d, đ", "đ, e", "I, II", "A, B", "1.9, 1.10", "2.1., 2.2.", "-, -", "+, +"
    })
    void ordinalsContinue(String ordinal, String next) throws RefusedException {
        var first = after(TEXT, "M", commands -> commands.write("việc", "ordinal", ordinal));
        var text = after(first, "M", commands -> commands.addAfter("việc", List.of(row("Mới"))));
        assertEquals(next, design(text, "M").rows().row("mới").orElseThrow().ordinal());
    }

    @Test
    void sectionOfAListIsWritten() throws RefusedException {
        var titled = after(TEXT, "M", commands -> commands.writeList(0, "section", "LAO ĐỘNG"));
        assertEquals(TEXT.replaceFirst("chỉ tiêu \\{", "chỉ tiêu trong lĩnh vực \"LAO ĐỘNG\" {"), titled);
        assertEquals(TEXT, after(titled, "M", commands -> commands.writeList(0, "section", "")));
        var text = TEXT.replace("    chỉ tiêu {", "    lĩnh vực theo Lĩnh\n    chỉ tiêu {");
        assertEquals(
                List.of("Ích", "Lợi"),
                property(design(text, "M").rows().lists().getFirst().properties(), "section")
                        .choices());
        assertEquals(
                text.replaceFirst("chỉ tiêu \\{", "chỉ tiêu trong lĩnh vực II {"),
                after(text, "M", commands -> commands.writeList(0, "section", "Lợi")));
        assertEquals(
                TEXT.replaceFirst("chỉ tiêu \\{", "chỉ tiêu, thêm dòng {"),
                after(TEXT, "M", commands -> commands.writeList(0, "extensible", "true")));
    }

    private static Property property(List<Property> properties, String id) {
        return properties.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    // Derived templates

    /** Inherited rows are changed in the derived template; the base template stays unchanged. */
    @Test
    void derivedTemplateChangesInheritedRows() throws RefusedException {
        var text = after(UNUSED, "N", commands -> commands.write("tổng.thị", "title", "Đô thị"));
        text = after(text, "N", commands -> commands.write("tổng.thị", "ordinal", "i"));
        text = after(text, "N", commands -> commands.remove(List.of("tổng.nông")));
        text = after(text, "N", commands -> commands.addAfter("tổng.thị", List.of(row("Ven đô"), row("Ven biển"))));
        assertEquals(
                "1 Tổng số°, .i Đô thị°, .k Ven đô, .l Ven biển, .c Nơi khác°, 2 Có việc làm°, Riêng",
                outline(text, "N"));
        assertEquals(
                "1 Tổng số°, .i Đô thị°, .k Ven đô, .l Ven biển, .m Nơi khác°, 2 Có việc làm°, Riêng",
                outline(after(text, "N", commands -> commands.renumber("tổng.venĐô")), "N"));
        text = after(text, "N", commands -> commands.move(List.of("tổng.venĐô"), 1));
        assertEquals(
                "1 Tổng số°, .i Đô thị°, .l Ven biển, .k Ven đô, .c Nơi khác°, 2 Có việc làm°, Riêng",
                outline(text, "N"));
        text = after(text, "N", commands -> commands.move(List.of("tổng.venĐô"), 1));
        text = after(text, "N", commands -> commands.indent(List.of("tổng.venBiển")));
        assertEquals(
                "1 Tổng số°, .i Đô thị°, ..l Ven biển, .c Nơi khác°, .k Ven đô, 2 Có việc làm°, Riêng",
                outline(text, "N"));
        text = after(text, "N", commands -> commands.outdent(List.of("tổng.venĐô")));
        assertEquals(
                "1 Tổng số°, .i Đô thị°, ..l Ven biển, .c Nơi khác°, k Ven đô, 2 Có việc làm°, Riêng",
                outline(text, "N"));
        text = after(text, "N", commands -> commands.addAfter("việc", List.of(row("Cuối"))));
        text = after(text, "N", commands -> commands.indent(List.of("cuối")));
        text = after(text, "N", commands -> commands.addTo(1, List.of(row("Riêng nữa"))));
        assertEquals(
                "1 Tổng số°, .i Đô thị°, ..l Ven biển, .c Nơi khác°, k Ven đô, 2 Có việc làm°, .3 Cuối, Riêng, Riêng nữa",
                outline(text, "N"));
        text = after(text, "N", commands -> commands.remove(List.of("venĐô", "tổng.thị.venBiển", "việc.cuối")));
        text = after(text, "N", commands -> commands.write("tổng.thị", "title", "Thành thị"));
        text = after(text, "N", commands -> commands.write("tổng.thị", "ordinal", "a"));
        assertEquals("1 Tổng số°, .a Thành thị°, .c Nơi khác°, 2 Có việc làm°, Riêng, Riêng nữa", outline(text, "N"));
        assertFalse(text.contains("đổi tên"), text);
        assertEquals(UNUSED.substring(0, UNUSED.indexOf("mẫu biểu N")), text.substring(0, text.indexOf("mẫu biểu N")));
    }

    @Test
    void inheritedRowsAreNotMovedAndKeepTheirCodes() {
        var refused = new ArrayList<String>();
        refused.add(refusal(UNUSED, "N", commands -> commands.move(List.of("tổng.thị"), 1)));
        refused.add(refusal(UNUSED, "N", commands -> commands.indent(List.of("tổng.khác"))));
        refused.add(refusal(UNUSED, "N", commands -> commands.outdent(List.of("tổng.thị"))));
        refused.add(refusal(UNUSED, "N", commands -> commands.write("tổng.thị", "code", "1")));
        assertTrue(refused.stream().allMatch(each -> each.contains("lấy từ mẫu gốc")), refused::toString);
    }
}
