/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.rcp.internal.preferences.Appearance;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks what all pages, views, wizards, preference pages and dialogues have in common. */
class TourTest {

    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    @RegisterExtension
    final Studio studio = new Studio();

    /**
     * Takes more than a minute and leaves views open, so it runs only with <code>-Dbieumau.tour=true</code>. With
     * <code>
     * -Dbieumau.tour.shots=true</code>, saves a screenshot of each place, and with <code>
     * -Dbieumau.tour.dark=true
     * </code> in the dark theme.
     */
    @Test
    @EnabledIfSystemProperty(named = "bieumau.tour", matches = "true")
    void everyTextIsVietnameseAndEveryControlHasAName() throws Exception {
        var texts = new Texts();
        var speech = new Speech();
        if (Boolean.getBoolean("bieumau.tour.dark")) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(DARK, false);
            Appearance.DARK.prepare();
        }
        var withShots = Boolean.getBoolean("bieumau.tour.shots");
        new Tour(studio, (place, shown) -> {
                    texts.visit(place, shown);
                    speech.visit(place, shown);
                    if (withShots) {
                        studio.shot("tour-" + place.replaceAll("[^A-Za-z0-9]+", "-"), shown);
                    }
                })
                .all();
        assertTrue(texts.count() > 800, texts.count() + " texts");
        assertAll(
                () -> assertEquals(List.of(), texts.notVietnamese()), () -> assertEquals(List.of(), speech.nameless()));
    }

    /** Tab goes to the next cell or types; Ctrl+Tab leaves the table and the text. */
    @Test
    void gridSpeaksItsCellsAndIsLeftByTheKeyboard() throws Exception {
        var project = studio.examples();
        var editor = (BieuEditor) studio.open(project.getFile("quangngai-2021-dangky.bieu"));
        var grid = (GridPage) editor.show(GridPage.ID);
        Studio.settle(grid);
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        grid.table().setFocus();
        grid.select(1, 1);
        var first = Speech.name(grid.table());
        assertTrue(first.contains(", dòng 2: "), first);
        person.press("Tab");
        assertNotEquals(first, Speech.name(grid.table()));
        assertLeaves(person, grid.table());

        editor = (BieuEditor) studio.open(project.getFile("quangngai-2022-congvan.bieu"));
        var prose = (ProsePage) editor.show(ProsePage.ID);
        Studio.settle(prose);
        prose.text().setFocus();
        assertLeaves(person, prose.text());
    }

    private static void assertLeaves(Person person, Control control) {
        assertTrue(control.isFocusControl());
        person.press("ctrl+Tab");
        Studio.spin(100);
        assertFalse(control.isFocusControl(), control + " is left");
    }

    /** The commands of the page come first; those of programmers are missing. */
    @Test
    void contextMenuOfTheSourcePageStartsWithItsOwnCommands() throws Exception {
        var editor = studio.open(studio.examples().getFile("quangngai-2021-dangky.bieu"));
        var text = Studio.widget(Studio.text(editor));
        text.getMenu().notifyListeners(SWT.Show, new Event());
        var labels = Arrays.stream(text.getMenu().getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .map(item -> item.getText().replaceAll("\t.*", "").replace("&", ""))
                .toList();
        text.getMenu().notifyListeners(SWT.Hide, new Event());
        assertEquals(
                List.of(
                        "Sửa nhanh",
                        "Đi đến định nghĩa",
                        "Tìm nơi dùng tên này",
                        "Đổi tên",
                        "Định dạng tệp",
                        "Đổi thành chú thích hoặc ngược lại",
                        "Cắt",
                        "Chép",
                        "Dán",
                        "Chọn tất cả",
                        "Hoàn tác",
                        "Làm lại"),
                labels);
    }
}
