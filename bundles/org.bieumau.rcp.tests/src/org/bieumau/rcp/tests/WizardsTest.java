/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.bieumau.rcp.wizards.NewFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.xtext.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the wizards make. */
class WizardsTest {

    @RegisterExtension
    final Studio studio = new Studio();

    static List<NewFile> kinds() {
        return NewFile.ALL;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachNewFileIsRightAsItStands(NewFile kind) throws Exception {
        var project = studio.project("moi");
        var values = Map.of("title", "BIỂU \"A\" \\ B", "label", "Biểu số 1", "subject", "công tác \"văn thư\"", "agency", "Sở Nội vụ", "place", "Quảng Ngãi",
                "addressee", "Các sở");
        var editor = Studio.text(studio.open(studio.file(project, "a.bieu", kind.text(values))));
        assertEquals(List.of(), Studio.open(editor).problems().stream().filter(issue -> issue.getSeverity() == Severity.ERROR || issue.getSeverity() == Severity.WARNING)
                .map(Object::toString).toList());
    }

    @Test
    void aNewFormTemplateIsMadeAsAPersonDoes() throws Exception {
        var wizard = (INewWizard) PlatformUI.getWorkbench().getNewWizardRegistry().findWizard("org.bieumau.rcp.new.maubieu").createWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        var dialog = new WizardDialog(studio.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        var title = find(dialog.getShell(), Text.class, "");
        title.setText("BIỂU KHẢO SÁT NHU CẦU");
        studio.shot("moi-maubieu");
        press(dialog.getShell(), "Hoàn thành");
        Studio.spin(300);
        var editor = studio.page().getActiveEditor();
        assertEquals("bieu-khao-sat-nhu-cau.bieu", editor.getEditorInput().getName());
        Studio.settle(Studio.text(editor));
        studio.shot("moi-maubieu-mo");
    }

    private static <T extends Control> T find(Composite parent, Class<T> type, String text) {
        for (var child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible() && child.isEnabled() && (text.isEmpty() || child instanceof Button button && button.getText().replace("&", "").equals(text))) {
                return type.cast(child);
            }
            var found = child instanceof Composite composite ? find(composite, type, text) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static void press(Shell shell, String... names) {
        for (var name : names) {
            var button = find(shell, Button.class, name);
            if (button != null) {
                button.notifyListeners(SWT.Selection, new Event());
                return;
            }
        }
        throw new AssertionError("no button " + List.of(names));
    }

    @Test
    void theFirstPageOffersWhatToBeginWith() {
        var intro = PlatformUI.getWorkbench().getIntroManager().showIntro(studio.page().getWorkbenchWindow(), false);
        studio.shot("batdau");
        PlatformUI.getWorkbench().getIntroManager().closeIntro(intro);
    }
}
