/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.internal.starter.NewDocument.Issuer;
import org.bieumau.core.internal.starter.NewDocument.Signer;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.document.AgencyCatalogue;
import org.bieumau.dsl.ide.internal.document.AgencyCatalogue.Entry;
import org.bieumau.dsl.ide.internal.document.AgencyCatalogue.Person;
import org.bieumau.dsl.ide.internal.document.AgencyCatalogue.Unit;
import org.bieumau.dsl.ui.internal.QuickList;
import org.bieumau.model.DocumentType;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.preferences.OwnAgency;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * Fields for the agency that issues a document and for its signer. The agency is one of the packs and of the project,
 * or is typed; then the new file describes it. At first they are those that the user has kept as the own agency.
 */
final class IssuerFields {

    private final Text title;
    private final Button choose;
    private final Text place;
    private final Text abbreviation;
    private final Combo unit;
    private final Combo signer;
    private final Text position;
    private final Button kept;
    private List<Entry> known = List.of();
    private String listedProject;
    /** The agency of a pack or of the project that the fields show; null if it is typed. */
    private Entry entry;

    private boolean isLetter;
    private boolean isFilling;

    /** @param area a composite with a grid layout of two columns */
    IssuerFields(Composite area) {
        CreationWizard.label(area, "field.agency");
        var row = new Composite(area, SWT.NONE);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        var layout = new GridLayout(2, false);
        layout.marginWidth = layout.marginHeight = 0;
        row.setLayout(layout);
        title = CreationWizard.text(row, "field.agency");
        choose = new Button(row, SWT.PUSH);
        choose.setText(RcpMessages.ALL.text("field.agency.choose"));
        place = CreationWizard.field(area, "field.place");
        abbreviation = CreationWizard.field(area, "field.abbreviation");
        unit = combo(area, "field.unit", SWT.READ_ONLY);
        signer = combo(area, "field.signer", SWT.NONE);
        position = CreationWizard.field(area, "field.position");
        new Label(area, SWT.NONE);
        kept = new Button(area, SWT.CHECK);
        kept.setText(RcpMessages.ALL.text("field.agency.own"));
        choose.addListener(SWT.Selection, event -> choose());
        title.addListener(SWT.Modify, event -> {
            if (!isFilling && entry != null) {
                leaveEntry();
            }
        });
        signer.addListener(
                SWT.Selection,
                event -> entry.signers().stream()
                        .filter(each -> each.name().equals(signer.getText()))
                        .findFirst()
                        .map(Person::position)
                        .ifPresent(position::setText));
        var own = OwnAgency.kept();
        own.ifPresent(this::fill);
        kept.setSelection(own.isEmpty());
    }

    private static Combo combo(Composite area, String key, int style) {
        CreationWizard.label(area, key);
        var combo = new Combo(area, SWT.DROP_DOWN | style);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return combo;
    }

    private void fill(OwnAgency own) {
        if (own.library().isBlank()) {
            title.setText(own.title());
            place.setText(own.place());
            abbreviation.setText(own.abbreviation());
        } else {
            fill(new Entry(
                    own.library(), own.name(), own.title(), "", own.place(), own.abbreviation(), List.of(), List.of()));
        }
        signer.setText(own.signer());
        position.setText(own.position());
    }

    private void fill(Entry chosen) {
        isFilling = true;
        entry = chosen;
        title.setText(chosen.title());
        title.setToolTipText(RcpMessages.ALL.text("field.agency.from", chosen.library()));
        place.setText(chosen.place());
        abbreviation.setText(chosen.abbreviation());
        place.setEnabled(false);
        abbreviation.setEnabled(false);
        var typed = signer.getText();
        signer.setItems(chosen.signers().stream().map(Person::name).toArray(String[]::new));
        signer.setText(typed);
        unit.removeAll();
        unit.add("");
        chosen.units().forEach(each -> unit.add(each.title()));
        isFilling = false;
        showUnit();
    }

    /** Makes the agency a typed one, which the user can complete. */
    private void leaveEntry() {
        entry = null;
        title.setToolTipText(null);
        place.setEnabled(true);
        abbreviation.setEnabled(true);
        var typed = signer.getText();
        signer.removeAll();
        signer.setText(typed);
        showUnit();
    }

    private void showUnit() {
        CreationWizard.show(unit, isLetter && entry != null && !entry.units().isEmpty());
        unit.getParent().layout();
    }

    /** Shows the fields for a type of document: the symbol of a letter has the unit that drafts it. */
    void show(DocumentType type) {
        isLetter = type == DocumentType.OFFICIAL_LETTER;
        showUnit();
    }

    /** Lists the agencies that a file of a project can use, unless they are listed. Runs in a job. */
    void list(String project) {
        if (project.equals(listedProject)) {
            return;
        }
        listedProject = project;
        choose.setEnabled(false);
        var file = TemplateGallery.file(project);
        var display = title.getDisplay();
        ICoreRunnable job = monitor -> {
            var found = find(file);
            display.asyncExec(() -> {
                if (!title.isDisposed() && project.equals(listedProject)) {
                    listed(found);
                }
            });
        };
        Job.createSystem(RcpMessages.ALL.text("job.agencies"), job).schedule();
    }

    private static List<Entry> find(Path file) {
        try {
            return AgencyCatalogue.of(file, Registry.installed());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private void listed(List<Entry> found) {
        known = found;
        choose.setEnabled(!known.isEmpty());
        if (entry != null) {
            known.stream()
                    .filter(each -> each.library().equals(entry.library())
                            && each.name().equals(entry.name()))
                    .findFirst()
                    .ifPresentOrElse(this::fill, this::leaveEntry);
        }
    }

    private void choose() {
        var items = known.stream()
                .map(each -> new QuickList.Item(
                        each.superior().isEmpty()
                                ? RcpMessages.ALL.text("field.agency.item", each.title(), each.library())
                                : RcpMessages.ALL.text(
                                        "field.agency.item.below", each.title(), each.superior(), each.library()),
                        null,
                        () -> {
                            fill(each);
                            title.setFocus();
                        }))
                .toList();
        new QuickList(title.getShell(), RcpMessages.ALL.text("field.agency"), items).open();
    }

    /** Returns the chosen or typed agency. */
    Issuer issuer() {
        if (entry == null) {
            return new Issuer.Described(title.getText(), place.getText(), abbreviation.getText());
        }
        var drafting = isLetter && unit.getSelectionIndex() > 0
                ? entry.units().get(unit.getSelectionIndex() - 1)
                : new Unit("", "", "");
        return new Issuer.Known(entry.library(), entry.name(), drafting.name(), drafting.code());
    }

    Signer signer() {
        return new Signer(position.getText(), signer.getText());
    }

    /** Keeps the agency and its signer for the next document, if the user wants that. */
    void keep() {
        if (kept.getSelection() && !title.getText().isBlank()) {
            new OwnAgency(
                            entry == null ? "" : entry.library(),
                            entry == null ? "" : entry.name(),
                            title.getText(),
                            place.getText(),
                            abbreviation.getText(),
                            signer.getText(),
                            position.getText())
                    .keep();
        }
    }
}
