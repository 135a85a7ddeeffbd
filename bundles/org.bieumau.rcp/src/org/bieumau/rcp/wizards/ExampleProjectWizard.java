/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.wizards;

import java.io.IOException;
import org.bieumau.examples.Examples;
import org.bieumau.rcp.RcpMessages;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** Makes a project with all examples and opens the one that was chosen. */
public final class ExampleProjectWizard extends Wizard implements INewWizard {

    private final Page page = new Page();
    private IWorkbench workbench;

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
        setWindowTitle(RcpMessages.ALL.text("example"));
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        try {
            var project = Projects.open(page.name.getText().strip());
            Examples.copyTo(project.getLocation().toPath());
            project.refreshLocal(IResource.DEPTH_INFINITE, null);
            var chosen = Examples.NAMES.get(Math.max(0, page.examples.getSelectionIndex()));
            IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), project.getFile(chosen + ".bieu"));
            return true;
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        } catch (IOException e) {
            Platform.getLog(ExampleProjectWizard.class).error(e.getMessage(), e);
            StatusManager.getManager().handle(Status.error(RcpMessages.ALL.text("example.failed", e.getMessage()), e), StatusManager.SHOW);
        }
        return false;
    }

    private static final class Page extends WizardPage {

        private Text name;
        private List examples;

        Page() {
            super("example");
            setTitle(RcpMessages.ALL.text("example"));
            setDescription(RcpMessages.ALL.text("example.tip"));
        }

        @Override
        public void createControl(Composite parent) {
            var area = new Composite(parent, SWT.NONE);
            area.setLayout(new GridLayout(2, false));
            new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("field.project"));
            name = new Text(area, SWT.BORDER);
            name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            name.setText(RcpMessages.ALL.text("example.project"));
            name.addListener(SWT.Modify, event -> setPageComplete(ResourcesPlugin.getWorkspace()
                    .validateName(name.getText().strip(), IResource.PROJECT).isOK()));
            var label = new Label(area, SWT.NONE);
            label.setText(RcpMessages.ALL.text("example.open"));
            label.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
            examples = new List(area, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
            var data = new GridData(SWT.FILL, SWT.FILL, true, true);
            data.heightHint = 220;
            examples.setLayoutData(data);
            for (var each : Examples.NAMES) {
                examples.add(RcpMessages.ALL.text("example." + each));
            }
            examples.select(0);
            setControl(area);
        }
    }
}
