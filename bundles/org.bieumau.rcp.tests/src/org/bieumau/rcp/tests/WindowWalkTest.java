/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.bieumau.dsl.ide.internal.paste.PastedCell;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Position;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A random walk through the pages of the editor: the model matches the text after the edits, no comment is lost, and
 * undo restores the original text exactly.
 */
class WindowWalkTest {

    /** Number of edits of each file. {@code -Dbieumau.walk=500} and more for a thorough run. */
    private static final int STEPS = Integer.getInteger("bieumau.walk", 30);

    private static final List<String> WORDS = List.of("Văn thư", "12", "05/4/2026", "", "a \"b\"", "Điều 1. x", "- y");

    @RegisterExtension
    final Studio studio = new Studio();

    private BieuEditor editor;
    private Random random;

    @Test
    void randomEditsKeepModelAndTextInStepAndAreUndone() throws Exception {
        var project = studio.examples();
        var form = project.getFile("quangngai-2021-dangky.bieu");
        walk(form, 10);
        walk(project.getFile("quangngai-2022-congvan.bieu"), 11);
    }

    private void walk(IFile file, long seed) throws Exception {
        random = new Random(seed);
        editor = (BieuEditor) studio.open(file);
        var start = editor.document().get();
        var version = editor.open().version();
        var comments = start.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("//"))
                .toList();
        for (int step = 0; step < STEPS; step++) {
            step();
            // Waits rarely, so that most edits are made before the previous one has been parsed.
            if (step % 6 == 5) {
                settle();
                var text = editor.document().get();
                assertEquals(
                        text,
                        editor.open()
                                .read(resource ->
                                        resource.getParseResult().getRootNode().getText()));
                assertEquals(
                        comments,
                        text.lines()
                                .map(String::strip)
                                .filter(line -> line.startsWith("//"))
                                .toList());
            }
        }
        settle();
        assertTrue(
                editor.open().version() - version > STEPS / 5,
                "edits: " + (editor.open().version() - version));
        for (int i = 0; i < 20 * STEPS && enabled(ActionFactory.UNDO); i++) {
            run(ActionFactory.UNDO);
        }
        settle();
        assertEquals(start, editor.document().get());
    }

    private void settle() {
        Studio.until(
                "the model follows",
                () -> editor.changes().isIdle() && editor.open().isSettled());
        if (editor.shownPage().orElse(null) instanceof ElementPage<?> page) {
            Studio.until("the page follows", page::isSettled);
        }
        Studio.spin(20);
    }

    private boolean enabled(ActionFactory action) {
        return editor.textEditor().getAction(action.getId()).isEnabled();
    }

    private void run(ActionFactory action) {
        if (enabled(action)) {
            editor.textEditor().getAction(action.getId()).run();
            Studio.spin(2);
        }
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0 -> run(ActionFactory.UNDO);
            case 1 -> run(ActionFactory.REDO);
            case 2 -> editor.setActivePage(PagesPage.ID);
            case 3 -> info();
            case 4 -> template();
            case 5 -> prose();
            default -> grid();
        }
        Studio.spin(random.nextInt(4) == 0 ? 300 : 5);
    }

    private void info() {
        var page = (InfoPage) editor.show(InfoPage.ID);
        settle();
        page.write(
                List.of("date", "number", "subject", "placeName", "addressees", "recipients", "signature.position")
                        .get(random.nextInt(7)),
                word());
    }

    private void template() {
        var page = (TemplatePage) editor.show(TemplatePage.ID);
        settle();
        if (page.tree().getItemCount() > 0) {
            var columns = page.columnNames();
            var one = columns.get(random.nextInt(columns.size()));
            page.select(one);
            switch (random.nextInt(4)) {
                case 0 -> page.add(random.nextBoolean());
                case 1 ->
                    page.move(one, columns.get(random.nextInt(columns.size())), Position.values()[random.nextInt(3)]);
                case 2 -> page.delete();
                default -> page.properties().write("title", word());
            }
        }
    }

    private void prose() {
        var page = (ProsePage) editor.show(ProsePage.ID);
        var length = page.text().getCharCount();
        if (!page.text().getEditable() || length == 0) {
            return;
        }
        var at = random.nextInt(length);
        page.text().setSelection(at, Math.min(length, at + random.nextInt(8)));
        switch (random.nextInt(6)) {
            case 0 -> page.toggle(Style.values()[random.nextInt(3)]);
            case 1 -> page.mark(DivisionLevel.values()[random.nextInt(DivisionLevel.values().length)]);
            case 2 -> Studio.type(page.text(), "\n");
            case 3 -> Studio.key(page.text(), SWT.BS, SWT.BS, 0);
            default -> {
                page.text().setSelection(at);
                Studio.type(page.text(), "vă");
                Studio.telex(page.text(), "a", "ấ");
            }
        }
    }

    private void grid() {
        var page = (GridPage) editor.show(GridPage.ID);
        settle();
        if (page.table() == null || !page.table().isEnabled()) {
            return;
        }
        var forms = editor.open()
                .readUnlessBusy(resource -> FormTable.forms(resource).isEmpty()
                        ? null
                        : FormTable.of(resource, FormTable.forms(resource).getFirst())
                                .orElse(null));
        if (forms.isEmpty() || forms.get().rows().isEmpty()) {
            return;
        }
        var row = random.nextInt(forms.get().rows().size());
        var column = random.nextInt(forms.get().columns().size());
        page.select(column, row);
        switch (random.nextInt(5)) {
            case 0 -> page.insert();
            case 1 -> page.clear();
            case 2 -> page.paste(PastedCell.rows("Một\tx\nHai"));
            case 3 -> Studio.key(page.table(), ' ', 0, 0);
            default -> page.fillDown();
        }
    }
}
