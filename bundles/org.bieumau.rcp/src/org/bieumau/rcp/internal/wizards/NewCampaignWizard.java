/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.dsl.ide.internal.consolidation.NewCampaign;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.model.MergeMode;
import org.bieumau.rcp.internal.Projects;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.campaign.CampaignPage;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** Creates a campaign from a form and a list of units, with a folder for the returns, and opens its page. */
public final class NewCampaignWizard extends CreationWizard {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    private final CampaignFormPage form = new CampaignFormPage(this);
    private final CampaignUnitsPage units = new CampaignUnitsPage(this);

    public NewCampaignWizard() {
        setNeedsProgressMonitor(true);
    }

    @Override
    protected String title() {
        return "new.dot";
    }

    @Override
    public void addPages() {
        addPage(form);
        addPage(units);
    }

    /** Returns the day that a user wrote; empty if it is none. */
    static Optional<LocalDate> day(String text) {
        var match = DAY.matcher(text.strip());
        try {
            return match.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(match.group(3)),
                            Integer.parseInt(match.group(2)),
                            Integer.parseInt(match.group(1))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Template template() {
        return form.chosen();
    }

    FilePlace place() {
        return form.place();
    }

    @Override
    protected void create() throws CoreException {
        var project = Projects.open(place().projectName());
        var folder = folder(project);
        var campaign = new NewCampaign(
                template(),
                "",
                form.period(),
                day(form.deadline()).orElse(null),
                folder,
                form.merge(),
                units.list(),
                units.units());
        var file = place().create(campaign.text());
        project.getFolder(folder).create(false, true, null);
        show(file);
    }

    private void show(IFile file) throws CoreException {
        if (open(file) instanceof BieuEditor editor) {
            editor.show(CampaignPage.ID);
        }
    }

    /** Returns a new folder for the returns. */
    private String folder(IProject project) {
        var base = "nop-ve";
        var candidates = new ArrayList<>(List.of(
                base, IPath.fromPath(place().path()).removeFileExtension().lastSegment() + "-" + base));
        for (int i = 2; i < 100; i++) {
            candidates.add(base + "-" + i);
        }
        return candidates.stream()
                .filter(name -> project.findMember(name) == null
                        && !project.getFolder(name).getLocation().toFile().exists())
                .findFirst()
                .orElse(base);
    }

    /** Returns the modes that merge forms, the choice of the form first. */
    static List<MergeMode> modes() {
        return List.of(
                MergeMode.NONE, MergeMode.STACK, MergeMode.ADD, MergeMode.ROW_PER_UNIT, MergeMode.COLUMN_PER_UNIT);
    }

    static String title(MergeMode mode) {
        return mode == MergeMode.NONE ? RcpMessages.ALL.text("campaign.new.merge.form") : mode.getLiteral();
    }
}
