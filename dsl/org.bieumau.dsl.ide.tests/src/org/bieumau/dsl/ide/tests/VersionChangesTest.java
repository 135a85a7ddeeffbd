/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.versions.VersionChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The differences between two versions of a file are told by row, division, element and line. */
class VersionChangesTest {

    private static final String TEXT = """
            cơ quan A "Sở A"
            mẫu biểu M "MẪU" {
                cột tên "Tên xã": chữ
                cột hộ "Số hộ": số
            }
            biểu B lập theo mẫu M {
                dòng "Hòa Phú" { hộ 12 }
                dòng "Bình An" { hộ 7 }
            }
            kế hoạch K {
                cơ quan ban hành A
                nội dung '''
                    I. MỤC ĐÍCH
                    Nâng cao chất lượng.
                    II. NHIỆM VỤ
                    Tuyên truyền.
                '''
            }
            """;

    @RegisterExtension
    final UserLocale locale = new UserLocale(VietnameseText.LOCALE);

    @TempDir
    private Path folder;

    private List<String> changes(String later) {
        return VersionChanges.of(folder.resolve("a.bieu"), TEXT, later).stream()
                .map(each -> each.title() + " | " + each.place() + " | " + each.earlier() + " | " + each.later())
                .toList();
    }

    @Test
    void rowsAndDivisionsAreCompared() {
        assertEquals(List.of(), changes(TEXT));
        assertEquals(
                List.of("Sửa | B · Bình An: Số hộ | 7 | 9"),
                changes(TEXT.replace("\"Bình An\" { hộ 7 }", "\"Bình An\"    { hộ 9 }")));
        assertEquals(
                List.of("Sửa | K · II. NHIỆM VỤ | Tuyên truyền./. | Tuyên truyền sâu rộng./."),
                changes(TEXT.replace("Tuyên truyền.", "Tuyên truyền sâu rộng.")));
    }

    @Test
    void restIsComparedByLine() {
        assertEquals(
                List.of("Sửa | A · dòng 1 | cơ quan A \"Sở A\" | cơ quan A \"Sở B\""),
                changes(TEXT.replace("\"Sở A\"", "\"Sở B\"")));
        assertEquals(
                List.of("Bổ sung | C |  | cơ quan C \"Sở C\""),
                changes(TEXT.replace("mẫu biểu M", "cơ quan C \"Sở C\"\nmẫu biểu M")));
        assertEquals(List.of("Bổ sung | A · dòng 1 |  | // ghi chú"), changes("// ghi chú\n" + TEXT));
        // A version with a syntax error has no rows and divisions.
        assertEquals(
                List.of("Sửa | dòng 7 |     dòng \"Hòa Phú\" { hộ 12 } |     dòng \"Hòa Phú\" { hộ 12"),
                changes(TEXT.replace("{ hộ 12 }", "{ hộ 12")));
    }
}
