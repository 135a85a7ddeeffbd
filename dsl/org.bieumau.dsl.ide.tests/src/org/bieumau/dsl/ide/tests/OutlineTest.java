/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.folding.Folding;
import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.ide.internal.outline.Outline;
import org.bieumau.dsl.ide.internal.outline.OutlineItem;
import org.junit.jupiter.api.Test;

/** Tests the outline, folding and navigation of a file. */
class OutlineTest {

    private static final String TEXT = """
            /* Một lời
               hai dòng. */
            cơ quan S "Sở Khoa học" { viết tắt "S" }
            danh mục LV { Tài "Tài chính" Thanh "thanh tra" }
            mẫu biểu M "MẪU" {
                cột tên "Tên": chữ
                nhóm g "Nhóm" {
                    cột a: đánh dấu
                    cột b: đánh dấu
                }
                lĩnh vực theo LV
                kiểm tra R báo lỗi khi a: "m"
            }
            biểu B lập theo mẫu M {
                đơn vị lập S
                lĩnh vực Tài {
                    dòng "An" { a X }
                    dòng {
                        b X
                    }
                }
            }
            kế hoạch K {
                cơ quan ban hành S
                nội dung '''
                    I. MỘT
                    1. Một một
                    - không
                    2. Một hai
                    II. **HAI**
                '''
                kèm theo B
            }
            """;

    private static String tree(List<OutlineItem> items) {
        return items.stream()
                .map(item -> item.label() + (item.children().isEmpty() ? "" : "(" + tree(item.children()) + ")"))
                .collect(Collectors.joining(" | "));
    }

    @Test
    void outlineShowsTheStructureOfTheFile() {
        var outline = Outline.of(Files.right(TEXT));
        assertEquals(
                "Sở Khoa học | LV(Tài chính | thanh tra) | M(Tên | Nhóm(a | b) | R) | B(Tài chính(An | 2)) | Kế hoạch K(I. MỘT(1. Một một | 2. Một hai) | II. HAI)",
                tree(outline));
        var form = outline.get(3);
        assertEquals("Form", form.kind());
        assertTrue(TEXT.substring(form.offset(), form.offset() + form.length()).startsWith("biểu B lập")
                && TEXT.charAt(form.offset() + form.length() - 1) == '}');
    }

    /** An incomplete file, as while typing, causes no exception. */
    @Test
    void everyPrefixOfAFileHasAnOutline() {
        for (int end = 0; end < TEXT.length(); end += 7) {
            var resource = Files.any(TEXT.substring(0, end));
            Outline.of(resource);
            Folding.of(resource);
            new Navigation(resource).references(end);
        }
    }

    @Test
    void elementsOfMoreThanOneLineFold() {
        assertEquals(
                List.of("1-2 comment", "5-13", "7-10", "14-22", "16-21", "18-20", "23-33", "25-31"),
                Folding.of(Files.right(TEXT)).stream()
                        .map(each -> each.firstLine() + "-" + each.lastLine() + (each.comment() ? " comment" : ""))
                        .toList());
    }

    private static List<String> lines(List<Navigation.Location> places) {
        return places.stream()
                .map(place -> TEXT.substring(0, place.offset()).lines().count() + " "
                        + TEXT.substring(place.offset(), place.offset() + place.length()))
                .toList();
    }

    @Test
    void nameLeadsToItsDefinitionAndReferences() {
        var navigation = new Navigation(Files.right(TEXT));
        assertEquals(
                List.of("5 M"),
                lines(navigation.definition(TEXT.indexOf("M {\n    đơn")).stream()
                        .toList()));
        assertEquals(List.of("3 S", "15 S", "24 S"), lines(navigation.references(TEXT.indexOf("S \"Sở"))));
        assertEquals(
                lines(navigation.references(TEXT.indexOf("S \"Sở"))),
                lines(navigation.references(TEXT.indexOf("lập S") + 4)));
        assertEquals(List.of("8 a", "12 a", "17 a"), lines(navigation.references(TEXT.indexOf("a X"))));
        assertEquals(List.of(), navigation.references(TEXT.indexOf("nội dung")));
        assertEquals(List.of("4 Tài", "16 Tài"), lines(navigation.rename(TEXT.indexOf("Tài {"), "Tiền")));
        assertThrows(IllegalArgumentException.class, () -> navigation.rename(TEXT.indexOf("Tài {"), "hai từ"));
    }
}
