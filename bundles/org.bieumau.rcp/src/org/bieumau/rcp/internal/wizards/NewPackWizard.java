/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.starter.Starter;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.rcp.internal.Projects;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Creates the project of a province pack: a pack without Java, or a Maven project that adds Java to it. */
public final class NewPackWizard extends CreationWizard {

    private final Page page = new Page();

    @Override
    protected String title() {
        return "new.goi";
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    protected void create() throws CoreException, IOException {
        var id = page.id.getText().strip();
        var starter = new Starter(
                id,
                Starter.usualPackage(id),
                Provinces.ofName(page.province.getText()).orElseThrow());
        var files = page.java.getSelection() ? starter.javaFiles() : starter.packFiles();
        var project = Projects.open(id);
        ResourcesPlugin.getWorkspace().run(monitor -> write(project, files), null);
        open(project.getFile(files.keySet().stream()
                .filter(name -> name.endsWith("coquan.bieu"))
                .findFirst()
                .orElseThrow()));
    }

    private static void write(IProject project, Map<String, String> files) throws CoreException {
        for (var each : files.entrySet()) {
            IFile file = project.getFile(each.getKey());
            makeFolder(file.getParent());
            file.create(new ByteArrayInputStream(each.getValue().getBytes(StandardCharsets.UTF_8)), false, null);
        }
    }

    private static void makeFolder(IContainer container) throws CoreException {
        if (container instanceof IFolder folder && !folder.exists()) {
            makeFolder(folder.getParent());
            folder.create(false, true, null);
        }
    }

    private static final class Page extends WizardPage {

        private Combo province;
        private Text id;
        private Button java;
        private boolean named;

        Page() {
            super("goi");
            setTitle(RcpMessages.ALL.text("new.goi"));
            setDescription(RcpMessages.ALL.text("new.goi.tip"));
        }

        @Override
        public void createControl(Composite parent) {
            var area = area(parent);
            new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("pack.province"));
            province = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
            province.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            province.setItems(Provinces.all().stream()
                    .map(Provinces.Province::name)
                    .sorted(VietnameseText.order())
                    .toArray(String[]::new));
            id = field(area, "pack.id");
            choice(area, "pack.plain").setSelection(true);
            java = choice(area, "pack.java");
            province.addListener(SWT.Selection, event -> {
                if (!named) {
                    id.setText(VietnameseText.fold(province.getText()).replaceAll("[^a-z0-9]", ""));
                }
                check();
            });
            id.addListener(SWT.KeyDown, event -> named = true);
            id.addListener(SWT.Modify, event -> check());
            setControl(area);
            setPageComplete(false);
        }

        private static Button choice(Composite area, String key) {
            var button = new Button(area, SWT.RADIO);
            button.setText(RcpMessages.ALL.text(key));
            button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
            var tip = new Label(area, SWT.WRAP);
            tip.setText(RcpMessages.ALL.text(key + ".tip"));
            var data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
            data.horizontalIndent = 24;
            data.widthHint = 480;
            tip.setLayoutData(data);
            return button;
        }

        private void check() {
            var name = id.getText().strip();
            String problem = null;
            if (!name.isEmpty() && !Starter.isId(name)) {
                problem = RcpMessages.ALL.text("pack.id.wrong");
            } else if (!name.isEmpty()
                    && ResourcesPlugin.getWorkspace().getRoot().getProject(name).exists()) {
                problem = RcpMessages.ALL.text("pack.exists", name);
            }
            setErrorMessage(problem);
            setPageComplete(problem == null && !name.isEmpty() && province.getSelectionIndex() >= 0);
        }
    }
}
