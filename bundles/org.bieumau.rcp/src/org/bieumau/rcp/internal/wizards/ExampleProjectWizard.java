/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.examples.internal.Examples;
import org.bieumau.examples.internal.returns.LabourReturns;
import org.bieumau.examples.internal.returns.RegistrationReturns;
import org.bieumau.examples.internal.returns.ReportReturns;
import org.bieumau.rcp.internal.Projects;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.campaign.CampaignPage;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Creates a project with all examples and opens the chosen one. */
public final class ExampleProjectWizard extends CreationWizard {

    private static final List<String> NAMES =
            Stream.concat(Examples.ALL.stream(), Examples.CAMPAIGNS.stream()).toList();

    private final Page page = new Page();

    public ExampleProjectWizard() {
        setNeedsProgressMonitor(true);
    }

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
        var chosen = NAMES.get(Math.max(0, page.examples.getSelectionIndex()));
        var campaign = Examples.CAMPAIGNS.indexOf(chosen);
        if (campaign >= 0) {
            writeReturns(campaign, project.getLocation().append(chosen).toPath());
            project.refreshLocal(IResource.DEPTH_INFINITE, null);
        }
        if (open(project.getFile(chosen + ".bieu")) instanceof BieuEditor editor && campaign >= 0) {
            editor.show(CampaignPage.ID);
        }
    }

    /** Writes the returns of a campaign, unless they are there. */
    private void writeReturns(int campaign, Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        IRunnableWithProgress task = monitor -> {
            monitor.beginTask(RcpMessages.ALL.text("example.returns"), IProgressMonitor.UNKNOWN);
            try {
                List.of(new RegistrationReturns(), new LabourReturns(), new ReportReturns())
                        .get(campaign)
                        .writeTo(folder);
            } catch (IOException e) {
                throw new InvocationTargetException(e);
            }
        };
        try {
            getContainer().run(true, false, task);
        } catch (InvocationTargetException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            // Cannot be cancelled.
            Thread.currentThread().interrupt();
        }
    }

    private static final class Page extends WizardPage {

        private Text name;
        private org.eclipse.swt.widgets.List examples;

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
            examples = new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
            var data = new GridData(SWT.FILL, SWT.FILL, true, true);
            data.heightHint = 220;
            examples.setLayoutData(data);
            for (var each : NAMES) {
                examples.add(RcpMessages.ALL.text("example." + each));
            }
            examples.select(0);
            setControl(area);
        }
    }
}
