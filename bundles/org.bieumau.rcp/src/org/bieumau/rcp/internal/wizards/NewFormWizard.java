/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.time.Year;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Creates a form from a template of the project or of a pack, and opens it on the Form page. */
public final class NewFormWizard extends CreationWizard {

    private final Page page = new Page();

    @Override
    protected String title() {
        return "new.bieu";
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    protected void create() throws CoreException {
        if (open(page.place.create(page.chosen().form(page.unit.getText(), page.period.getText())))
                instanceof BieuEditor editor) {
            editor.setActivePage(GridPage.ID);
        }
    }

    private final class Page extends WizardPage {

        private TemplateGallery templates;
        private Text unit;
        private Text period;
        private FilePlace place;

        Page() {
            super("bieu");
            setTitle(RcpMessages.ALL.text("new.bieu"));
            setDescription(RcpMessages.ALL.text("new.bieu.tip"));
        }

        @Override
        public void createControl(Composite parent) {
            var area = area(parent);
            templates = new TemplateGallery(area, 260, this::choose);
            unit = field(area, "form.unit");
            period = field(area, "form.period");
            period.setText(Year.now().toString());
            place = new FilePlace(area, selection(), this::check);
            setControl(area);
            setPageComplete(false);
            check();
        }

        private void choose() {
            setDescription(chosen() == null ? RcpMessages.ALL.text("new.bieu.tip") : chosen().title());
            if (chosen() != null) {
                place.suggest(chosen().label().isBlank() ? chosen().name() : chosen().label() + " " + period.getText());
            }
            check();
        }

        Template chosen() {
            return templates.chosen();
        }

        private void check() {
            var problem = place == null ? null : place.problem();
            setErrorMessage(problem);
            setPageComplete(problem == null && place != null && place.isNamed() && chosen() != null);
            if (place != null) {
                templates.list(place.projectName(), this::check);
            }
        }
    }
}
