/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.template.TemplateCommands;
import org.bieumau.dsl.ide.internal.template.TemplateDesign;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Node;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests reading the design of a template as a tree and changing it. */
class TemplateDesignTest {

    @RegisterExtension
    final UserLocale locale = new UserLocale(VietnameseText.LOCALE);

    private static final String TEXT = """
            danh mục D { I "Ích" }
            mẫu biểu M "BIỂU" {
                số hiệu biểu "Biểu số 1"   // lời
                cột stt "STT": số thứ tự
                // về tên
                cột tên "TÊN": chữ, bắt buộc
                nhóm hình "HÌNH THỨC", chọn đúng một {
                    cột một "Một": đánh dấu
                    cột hai "Hai": đánh dấu
                }
            }
            mẫu biểu N dựa trên M {
                cột thêm "Thêm": số
            }
            biểu B lập theo mẫu M { dòng "a" { một X } }
            """;

    private static String tree(String text, String template) {
        return tree(TemplateDesign.of(Files.right(text), template).orElseThrow().columns());
    }

    private static String tree(List<Node> nodes) {
        return nodes.stream()
                .map(node -> node.title()
                        + (node.isOwn() ? "" : "°")
                        + (node.isGroup() ? "(" + tree(node.inner()) + ")" : ""))
                .collect(Collectors.joining(" "));
    }

    private interface Command {
        List<TextEdit> of(TemplateCommands commands) throws RefusedException;
    }

    private static String after(String text, String template, Command command) throws RefusedException {
        var after = TextEdit.apply(command.of(new TemplateCommands(Files.right(text), template)), text);
        Files.right(after);
        return after;
    }

    private static String after(String template, Command command) throws RefusedException {
        return after(TEXT, template, command);
    }

    @Test
    void nameFollowsTheTitleUntilSomethingUsesIt() throws Exception {
        var text = "mẫu biểu M {\n    cột cộtMới2 \"Cột mới\": chữ\n}\n";
        var titled = after(text, "M", commands -> commands.write("cộtMới2", "title", "ĐỊA CHỈ (nơi ở)"));
        assertEquals("mẫu biểu M {\n    cột địaChỉNơiỞ \"ĐỊA CHỈ (nơi ở)\": chữ\n}\n", titled);
        var used = titled + "biểu B lập theo mẫu M { dòng { địaChỉNơiỞ \"a\" } }\n";
        assertEquals(
                used.replace("ĐỊA CHỈ (nơi ở)", "Nơi ở"),
                after(used, "M", commands -> commands.write("địaChỉNơiỞ", "title", "Nơi ở")));
        var named = text.replace("cộtMới2", "riêng");
        assertEquals(
                named.replace("Cột mới", "Khác"),
                after(named, "M", commands -> commands.write("riêng", "title", "Khác")));
        assertTrue(after(text, "M", commands -> commands.write("cộtMới2", "title", "X"))
                .contains("cột cộtX \"X\""));
    }

    @Test
    void columnsAreCopiedWithFreeNames() throws Exception {
        var hình = new TemplateCommands(Files.right(TEXT), "M").source("hình");
        var copied = after("M", commands -> commands.paste(hình, "hình"));
        assertEquals("STT TÊN HÌNH THỨC(Một Hai) HÌNH THỨC(Một Hai)", tree(copied, "M"));
        assertTrue(copied.contains("    nhóm hình2 \"HÌNH THỨC\", chọn đúng một {\n        cột một2 \"Một\""), copied);
        var other =
                after("mẫu biểu K {\n    cột một \"cột một\": số\n}\n", "K", commands -> commands.paste(hình, null));
        assertEquals("cột một HÌNH THỨC(Một Hai)", tree(other, "K"));
        assertTrue(other.contains("cột một \"cột một\": số") && other.contains("        cột một2 \"Một\""), other);
        assertEquals(
                "STT° TÊN° Một HÌNH THỨC°(Một° Hai°) Thêm",
                tree(after("N", commands -> commands.paste("cột m \"Một\": đánh dấu", "tên")), "N"));
        assertThrows(RefusedException.class, () -> after("M", commands -> commands.paste("Xin chào", "tên")));
    }

    @Test
    void treeContainsOwnAndInheritedColumns() {
        assertEquals(List.of("M", "N"), TemplateDesign.templates(Files.right(TEXT)));
        assertEquals("STT TÊN HÌNH THỨC(Một Hai)", tree(TEXT, "M"));
        assertEquals("STT° TÊN° HÌNH THỨC°(Một° Hai°) Thêm", tree(TEXT, "N"));
    }

    @Test
    void columnsAndGroupsAreAdded() throws RefusedException {
        var added = after("M", commands -> commands.add(false, "tên", Position.AFTER));
        assertEquals("STT TÊN Cột mới HÌNH THỨC(Một Hai)", tree(added, "M"));
        assertEquals(
                TEXT.replaceAll("\\s+", ""),
                added.replaceAll("cột cộtMới \"Cột mới\"\\s*:\\s*chữ", "").replaceAll("\\s+", ""));
        assertEquals(
                "STT TÊN HÌNH THỨC(Một Hai Cột mới)",
                tree(after("M", commands -> commands.add(false, "hình", Position.INSIDE)), "M"));
        assertEquals(
                "STT TÊN HÌNH THỨC(Một Hai) Nhóm mới(Cột mới)",
                tree(after("M", commands -> commands.add(true, null, Position.AFTER)), "M"));
        var twice = after(added, "M", commands -> commands.add(false, "cộtMới", Position.AFTER));
        assertEquals("STT TÊN Cột mới Cột mới HÌNH THỨC(Một Hai)", tree(twice, "M"));
    }

    @Test
    void columnsAreMoved() throws RefusedException {
        assertEquals(
                "TÊN STT HÌNH THỨC(Một Hai)",
                tree(after("M", commands -> commands.move("tên", "stt", Position.BEFORE)), "M"));
        assertEquals(
                "STT HÌNH THỨC(Một Hai TÊN)",
                tree(after("M", commands -> commands.move("tên", "hình", Position.INSIDE)), "M"));
        assertEquals(
                "STT TÊN Một HÌNH THỨC(Hai)",
                tree(after("M", commands -> commands.move("một", "tên", Position.AFTER)), "M"));
        assertThrows(
                RefusedException.class, () -> after("M", commands -> commands.move("hình", "một", Position.AFTER)));
        assertThrows(
                RefusedException.class, () -> after("M", commands -> commands.move("stt", "tên", Position.INSIDE)));
    }

    @Test
    void columnInUseIsNotRemoved() throws RefusedException {
        assertThrows(RefusedException.class, () -> after("M", commands -> commands.remove("một")));
        assertThrows(RefusedException.class, () -> after("M", commands -> commands.remove("hình")));
        assertEquals("STT TÊN HÌNH THỨC(Một)", tree(after("M", commands -> commands.remove("hai")), "M"));
        assertFalse(after("M", commands -> commands.remove("hai")).contains("cột hai"));
    }

    /** Inherited columns are changed in the derived template; the base template stays unchanged. */
    @Test
    void derivedTemplateChangesInheritedColumns() throws RefusedException {
        var text = after("N", commands -> commands.remove("stt"));
        text = after(text, "N", commands -> commands.write("tên", "title", "TÊN MÔ HÌNH"));
        text = after(text, "N", commands -> commands.move("thêm", "tên", Position.BEFORE));
        text = after(text, "N", commands -> commands.add(false, "hình", Position.INSIDE));
        assertEquals("Thêm TÊN MÔ HÌNH° HÌNH THỨC°(Một° Hai° Cột mới)", tree(text, "N"));
        assertEquals(TEXT.substring(0, TEXT.indexOf("mẫu biểu N")), text.substring(0, text.indexOf("mẫu biểu N")));
        text = after(text, "N", commands -> commands.move("hình", "tên", Position.BEFORE));
        text = after(text, "N", commands -> commands.remove("cộtMới"));
        text = after(text, "N", commands -> commands.write("tên", "title", "TÊN"));
        assertEquals("Thêm HÌNH THỨC°(Một° Hai°) TÊN°", tree(text, "N"));
        assertFalse(text.contains("đổi tên"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            tên  | title    | TÊN GỌI | cột tên "TÊN"                | cột tênGọi "TÊN GỌI"
            tên  | required | false   | : chữ, bắt buộc              | : chữ
            stt  | width    | 12      | số thứ tự                    | số thứ tự, rộng 12 mm
            tên  | type     | nhiều đoạn | chữ, bắt buộc             | nhiều đoạn, bắt buộc
            tên  | type     | chọn    | chữ, bắt buộc                | chọn từ D, bắt buộc
            hình | exactlyOne | false | , chọn đúng một              | ``
            -    | label    | ``      | số hiệu biểu "Biểu số 1"   // lời | ``
            -    | title    | MỚI     | mẫu biểu M "BIỂU"            | mẫu biểu M "MỚI"
            -    | orientation | dọc  | "Biểu số 1"   // lời         | "Biểu số 1" khổ giấy dọc  // lời
            -    | sections | D       | "Biểu số 1"   // lời         | "Biểu số 1"   // lời lĩnh vực theo D
            """)
    void propertyIsWritten(String name, String id, String value, String before, String now) throws RefusedException {
        var after = after("M", commands -> commands.write(name, id, value));
        assertEquals(TEXT.replace(before, now).replaceAll("\\s+", ""), after.replaceAll("\\s+", ""));
    }

    @Test
    void footOfTheFormIsWritten() throws RefusedException {
        var text = after("M", commands -> commands.write(null, "measureUnit", "triệu đồng"));
        text = after(text, "M", commands -> commands.write(null, "dateLine", "true"));
        text = after(
                text, "M", commands -> commands.write(null, "signatures", "Người lập (Ký, ghi rõ họ tên); Giám đốc"));
        var written = text.substring(text.indexOf("mẫu biểu M"), text.indexOf("mẫu biểu N"));
        assertTrue(written.contains("đơn vị tính \"triệu đồng\""), written);
        assertTrue(written.contains("có dòng ngày lập"), written);
        assertEquals(
                List.of("ký { chức vụ \"Người lập\" hướng dẫn \"Ký, ghi rõ họ tên\" }", "ký { chức vụ \"Giám đốc\" }"),
                Pattern.compile("ký \\{[^}]*}")
                        .matcher(written)
                        .results()
                        .map(found -> found.group().replaceAll("\\s+", " "))
                        .toList());
        var swapped = after(
                text, "M", commands -> commands.write(null, "signatures", "Giám đốc; Người lập (Ký, ghi rõ họ tên)"));
        assertTrue(swapped.indexOf("Giám đốc") < swapped.indexOf("Người lập"), swapped);
        assertEquals(
                "Giám đốc; Người lập (Ký, ghi rõ họ tên)",
                TemplateDesign.of(Files.right(swapped), "M").orElseThrow().properties().stream()
                        .filter(property -> property.id().equals("signatures"))
                        .findFirst()
                        .orElseThrow()
                        .value());
    }

    @Test
    void invalidValuesAndUnknownNamesAreRefused() {
        assertThrows(RefusedException.class, () -> after("M", commands -> commands.write("stt", "width", "rộng")));
        assertThrows(RefusedException.class, () -> after("M", commands -> commands.write("tên", "type", "màu")));
        assertThrows(RefusedException.class, () -> after("M", commands -> commands.write("không", "title", "x")));
        assertThrows(RefusedException.class, () -> after("K", commands -> commands.remove("x")));
    }
}
