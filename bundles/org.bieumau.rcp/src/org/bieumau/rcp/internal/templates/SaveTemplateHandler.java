/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.templates;

import java.util.Optional;
import org.bieumau.dsl.ide.internal.template.TemplateCopy;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.xtext.resource.XtextResource;

/** Saves the template of the shown form, or the shown template, among the user's own templates. */
public final class SaveTemplateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor) {
            var element = editor.shownPage()
                    .filter(ElementPage.class::isInstance)
                    .map(page -> ((ElementPage<?>) page).element())
                    .orElse(null);
            var display = editor.getSite().getShell().getDisplay();
            ICoreRunnable job = monitor -> {
                var found =
                        editor.open().read(resource -> copy(resource, element).map(TemplateCopy::title));
                display.asyncExec(() -> found.ifPresentOrElse(
                        title -> ask(editor, element, title),
                        () -> editor.showMessage(RcpMessages.ALL.text("templates.save.none"))));
            };
            Job.createSystem(RcpMessages.ALL.text("templates.save"), job).schedule();
        }
        return null;
    }

    private static Optional<TemplateCopy> copy(XtextResource resource, String element) {
        return TemplateCopy.of(resource, element).or(() -> TemplateCopy.of(resource, null));
    }

    private static void ask(BieuEditor editor, String element, String title) {
        var dialog = new InputDialog(
                editor.getSite().getShell(),
                RcpMessages.ALL.text("templates.save"),
                RcpMessages.ALL.text("templates.save.tip"),
                title,
                typed -> typed.isBlank() ? "" : null);
        if (dialog.open() == Window.OK) {
            save(editor, element, dialog.getValue().strip());
        }
    }

    private static void save(BieuEditor editor, String element, String title) {
        var display = editor.getSite().getShell().getDisplay();
        ICoreRunnable job = monitor -> {
            var library = OwnTemplates.place(title);
            var text = editor.open()
                    .read(resource -> copy(resource, element).map(template -> template.text(library.name(), title)));
            if (text.isPresent()) {
                library.create(text.get());
                display.asyncExec(() -> tell(editor, library.file(), title));
            }
        };
        Job.create(RcpMessages.ALL.text("templates.save"), job).schedule();
    }

    private static void tell(BieuEditor editor, IFile file, String title) {
        var answer = MessageDialog.open(
                MessageDialog.INFORMATION,
                editor.getSite().getShell(),
                RcpMessages.ALL.text("templates.save"),
                RcpMessages.ALL.text("templates.saved", title, OwnTemplates.PROJECT),
                SWT.NONE,
                RcpMessages.ALL.text("templates.open"),
                RcpMessages.ALL.text("close"));
        if (answer == 0) {
            try {
                IDE.openEditor(editor.getSite().getPage(), file);
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        }
    }
}
