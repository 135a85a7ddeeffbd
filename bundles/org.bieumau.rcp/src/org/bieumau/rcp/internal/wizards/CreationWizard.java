/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.io.IOException;
import java.util.List;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** Creates something in the workspace and opens it. If that fails, the user is told and the wizard stays open. */
abstract class CreationWizard extends Wizard implements INewWizard {

    private IWorkbench workbench;
    private IStructuredSelection selection;

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection newSelection) {
        workbench = newWorkbench;
        selection = newSelection;
        setWindowTitle(RcpMessages.ALL.text(title()));
    }

    /** Returns the message key of the window title. */
    protected abstract String title();

    /**
     * Creates the files and opens one of them.
     *
     * @throws CoreException if the workspace refuses a change
     * @throws IOException if a file cannot be written
     */
    protected abstract void create() throws CoreException, IOException;

    protected final IStructuredSelection selection() {
        return selection;
    }

    protected final IEditorPart open(IFile file) throws CoreException {
        return IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
    }

    @Override
    public final boolean performFinish() {
        try {
            create();
            return true;
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        } catch (IOException e) {
            StatusManager.getManager()
                    .handle(
                            Status.error(RcpMessages.ALL.text("wizard.failed", e.getMessage()), e),
                            StatusManager.SHOW | StatusManager.LOG);
        }
        return false;
    }

    // The pages

    /** Creates the area of a page, with a column of labels and a column of fields. */
    static Composite area(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(2, false);
        layout.verticalSpacing = 8;
        area.setLayout(layout);
        return area;
    }

    static void label(Composite area, String key) {
        var label = new Label(area, SWT.NONE);
        label.setText(RcpMessages.ALL.text(key));
        label.setLayoutData(new GridData());
    }

    /**
     * Creates a labelled text field.
     *
     * @param key the message key of the label; the example in the field has the same key with <code>.example</code>
     */
    static Text field(Composite area, String key) {
        label(area, key);
        return text(area, key);
    }

    /** Creates a text field with the example of a label. */
    static Text text(Composite area, String key) {
        var text = new Text(area, SWT.BORDER);
        text.setMessage(RcpMessages.ALL.text(key + ".example"));
        Names.named(text, RcpMessages.ALL.text(key));
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return text;
    }

    /** Shows or hides a field with the label before it. */
    static void show(Control field, boolean shown) {
        var siblings = List.of(field.getParent().getChildren());
        for (var each : List.of(siblings.get(siblings.indexOf(field) - 1), field)) {
            each.setVisible(shown);
            ((GridData) each.getLayoutData()).exclude = !shown;
        }
    }
}
