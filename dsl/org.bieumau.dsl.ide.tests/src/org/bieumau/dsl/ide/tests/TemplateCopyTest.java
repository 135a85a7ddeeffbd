/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bieumau.dsl.ide.internal.template.TemplateCopy;
import org.junit.jupiter.api.Test;

/** Copies of templates in libraries of their own. */
class TemplateCopyTest {

    private static final String TEXT = """
            danh mục D { I "Ích" }
            danh mục E { K "Khác" }
            // Mẫu gốc
            mẫu biểu M { lĩnh vực theo D   cột tên "TÊN": chữ }
            mẫu biểu N "BIỂU N" dựa trên M { cột thêm "Thêm": số }
            biểu B lập theo mẫu N { lĩnh vực I { dòng "a" { thêm 1 } } }
            """;

    private static String copy(String element) {
        var text = TemplateCopy.of(Files.right(TEXT), element).orElseThrow().text("riêng.m", "MỚI \"1\"");
        Files.right(text);
        return text;
    }

    @Test
    void templateOfAFormIsCopiedWithWhatItUses() {
        assertEquals("""
                phiên bản 2
                thư viện riêng.m

                danh mục D { I "Ích" }

                // Mẫu gốc
                mẫu biểu M { lĩnh vực theo D   cột tên "TÊN": chữ }

                mẫu biểu N "MỚI \\"1\\"" dựa trên M { cột thêm "Thêm": số }
                """, copy("B"));
    }

    @Test
    void templateWithoutTitleReceivesOne() {
        assertTrue(copy("M").contains("mẫu biểu M \"MỚI \\\"1\\\"\" { lĩnh vực"), copy("M"));
    }

    @Test
    void otherElementsHaveNoTemplate() {
        assertTrue(TemplateCopy.of(Files.right(TEXT), "D").isEmpty());
    }
}
