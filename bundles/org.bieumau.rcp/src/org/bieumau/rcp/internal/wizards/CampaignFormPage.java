/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.time.Year;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.model.MergeMode;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the form of a campaign, its period and deadline, and the file. */
final class CampaignFormPage extends WizardPage {

    private final NewCampaignWizard wizard;
    private TemplateGallery templates;
    private Text period;
    private Text deadline;
    private Combo merge;
    private FilePlace place;

    CampaignFormPage(NewCampaignWizard wizard) {
        super("form");
        this.wizard = wizard;
        setTitle(RcpMessages.ALL.text("new.dot"));
        setDescription(RcpMessages.ALL.text("campaign.new.form"));
    }

    @Override
    public void createControl(Composite parent) {
        var area = CreationWizard.area(parent);
        templates = new TemplateGallery(area, 210, this::choose);
        period = CreationWizard.field(area, "form.period");
        period.setText(Year.now().toString());
        deadline = CreationWizard.field(area, "campaign.new.deadline");
        deadline.addListener(SWT.Modify, event -> check());
        new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("campaign.new.merge"));
        merge = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        merge.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        merge.setItems(
                NewCampaignWizard.modes().stream().map(NewCampaignWizard::title).toArray(String[]::new));
        merge.select(0);
        place = new FilePlace(area, wizard.selection(), this::check);
        setControl(area);
        check();
    }

    private void choose() {
        if (chosen() != null) {
            place.suggest(RcpMessages.ALL.text(
                    "campaign.new.file",
                    chosen().label().isBlank() ? chosen().name() : chosen().label(),
                    period.getText()));
        }
        check();
    }

    private void check() {
        if (place == null) {
            setPageComplete(false);
            return;
        }
        var isDay = deadline.getText().isBlank()
                || NewCampaignWizard.day(deadline.getText()).isPresent();
        var problem = isDay ? place.problem() : RcpMessages.ALL.text("campaign.new.deadline.wrong");
        setErrorMessage(problem);
        setPageComplete(problem == null && place.isNamed() && chosen() != null);
        templates.list(place.projectName(), this::check);
    }

    Template chosen() {
        return templates.chosen();
    }

    String period() {
        return period.getText();
    }

    String deadline() {
        return deadline.getText();
    }

    MergeMode merge() {
        return NewCampaignWizard.modes().get(Math.max(0, merge.getSelectionIndex()));
    }

    FilePlace place() {
        return place;
    }
}
