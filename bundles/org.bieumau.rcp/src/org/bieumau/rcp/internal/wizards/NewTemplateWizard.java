/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Creates a form template with some columns, and opens it on the Template page. */
public final class NewTemplateWizard extends CreationWizard {

    private final Page page = new Page();

    @Override
    protected String title() {
        return "new.maubieu";
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    protected void create() throws CoreException {
        var text = NewFile.formTemplate(page.title.getText(), page.label.getText());
        if (open(page.place.create(text)) instanceof BieuEditor editor) {
            editor.setActivePage(TemplatePage.ID);
        }
    }

    private final class Page extends WizardPage {

        private Text title;
        private Text label;
        private FilePlace place;

        Page() {
            super("maubieu");
            setTitle(RcpMessages.ALL.text("new.maubieu"));
            setDescription(RcpMessages.ALL.text("new.maubieu.tip"));
        }

        @Override
        public void createControl(Composite parent) {
            var area = area(parent);
            title = field(area, "field.title");
            label = field(area, "field.label");
            var line = new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL);
            line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
            place = new FilePlace(area, selection(), this::check);
            title.addListener(SWT.Modify, event -> {
                place.suggest(title.getText());
                check();
            });
            setControl(area);
            setPageComplete(false);
        }

        private void check() {
            setErrorMessage(place.problem());
            setPageComplete(place.problem() == null
                    && place.isNamed()
                    && !title.getText().isBlank());
        }
    }
}
