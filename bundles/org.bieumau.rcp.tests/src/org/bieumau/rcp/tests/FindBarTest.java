/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One bar finds and replaces on all pages. All keys are real. */
class FindBarTest {

    private static final String TEXT = """
            cơ quan S "Sở Nội vụ" { địa danh "Huế" }
            // Văn thư trong lời ghi chú không in ra
            mẫu biểu VănThư "MẪU" {
                cột tên "TÊN": chữ
                lĩnh vực tự đặt
            }
            biểu B lập theo mẫu VănThư {
                lĩnh vực "Một" { dòng "lưu trữ" }
                lĩnh vực "Hai" { dòng "công tác văn thư" }
            }
            kế hoạch K {
                cơ quan ban hành S
                trích yếu "về văn thư"
                nội dung '''
                    Công tác **văn thư** và vận thư.
                '''
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    @Test
    void wordsAreFoundWithoutDiacriticsAndReplacedOnAllPages() throws Exception {
        var editor = studio.edit(TEXT);
        var grid = (GridPage) editor.show(GridPage.ID);
        Studio.until("grid", () -> grid.isSettled() && grid.table() != null);
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        person.press("ctrl+f");
        var bar = (Composite) editor.findBar().control();
        assertTrue(bar.isVisible());
        person.type("van thu");
        assertCount("4 chỗ", bar);
        person.press("Return");
        assertCount("chỗ 1 trong 4", bar);
        assertEquals("0:3", grid.selectedCells());
        studio.shot("tim");
        person.press("Return");
        // The subject is on no page that shows places yet, so the source is shown.
        assertTrue(editor.isTextShown());
        var prose = (ProsePage) editor.show(ProsePage.ID);
        Studio.until("text", prose::isSettled);
        person.press("ctrl+f");
        person.press("Return");
        Studio.spin(300);
        assertEquals("văn thư", prose.text().getSelectionText().toLowerCase());
        editor.show(InfoPage.ID);
        Studio.spin(300);
        person.press("ctrl+h");
        person.press("ctrl+a");
        person.type("tai lieu");
        var replace = Studio.find(
                bar,
                org.eclipse.swt.widgets.Button.class,
                each -> each.getText().equals("Thay tất cả"));
        person.click(replace, 20, 10);
        Studio.spin(300);
        assertCount("đã thay 4 chỗ", bar);
        assertEquals(
                TEXT.replace("công tác văn thư", "công tác tai lieu")
                        .replace("về văn thư", "về tai lieu")
                        .replace("**văn thư**", "**tai lieu**")
                        .replace("vận thư", "tai lieu"),
                editor.document().get());
        person.press("ctrl+z");
        Studio.spin(300);
        assertEquals(TEXT, editor.document().get());
        person.press("ctrl+f", "Escape");
        assertFalse(bar.isVisible());
    }

    private static void assertCount(String expected, Composite bar) {
        assertEquals(expected, Studio.find(bar, Label.class, each -> true).getText());
    }
}
