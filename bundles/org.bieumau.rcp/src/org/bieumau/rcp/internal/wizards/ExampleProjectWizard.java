/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.io.IOException;
import org.bieumau.examples.internal.Examples;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Text;

/** Creates a project with all examples and opens the chosen one. */
public final class ExampleProjectWizard extends CreationWizard {

    private final Page page = new Page();

    @Override
    protected String title() {
        return "example";
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    protected void create() throws CoreException, IOException {
        var project = Projects.open(page.name.getText().strip());
        Examples.copyAllTo(project.getLocation().toPath());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        open(project.getFile(Examples.ALL.get(Math.max(0, page.examples.getSelectionIndex())) + ".bieu"));
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
            name.addListener(
                    SWT.Modify,
                    event -> setPageComplete(ResourcesPlugin.getWorkspace()
                            .validateName(name.getText().strip(), IResource.PROJECT)
                            .isOK()));
            var label = new Label(area, SWT.NONE);
            label.setText(RcpMessages.ALL.text("example.open"));
            label.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
            examples = new List(area, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
            var data = new GridData(SWT.FILL, SWT.FILL, true, true);
            data.heightHint = 220;
            examples.setLayoutData(data);
            for (var each : Examples.ALL) {
                examples.add(RcpMessages.ALL.text("example." + each));
            }
            examples.select(0);
            setControl(area);
        }
    }
}
