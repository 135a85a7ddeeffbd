/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.consolidation.UnitCatalogue;
import org.bieumau.dsl.ide.internal.consolidation.UnitCatalogue.UnitList;
import org.bieumau.dsl.ide.internal.consolidation.UnitLines;
import org.bieumau.dsl.ide.internal.consolidation.UnitSheet;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the units of a campaign: a list of a library, or names that are typed, pasted or read from a file. */
final class CampaignUnitsPage extends WizardPage {

    private final NewCampaignWizard wizard;
    private Combo lists;
    private Text text;
    private Button read;
    private Composite columns;
    private Combo sheet;
    private Combo name;
    private Combo code;
    private Combo contact;
    private Label count;
    private List<UnitList> known = List.of();
    private List<UnitSheet> sheets = List.of();
    private String listedProject;

    CampaignUnitsPage(NewCampaignWizard wizard) {
        super("units");
        this.wizard = wizard;
        setTitle(RcpMessages.ALL.text("campaign.new.units"));
        setDescription(RcpMessages.ALL.text("campaign.new.units.tip"));
    }

    @Override
    public void createControl(Composite parent) {
        var area = CreationWizard.area(parent);
        new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("campaign.new.list"));
        lists = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        lists.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        lists.addListener(SWT.Selection, event -> showList());
        var bar = new Composite(area, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        var layout = new GridLayout(2, false);
        layout.marginWidth = layout.marginHeight = 0;
        bar.setLayout(layout);
        read = new Button(bar, SWT.PUSH);
        read.setText(RcpMessages.ALL.text("campaign.new.read"));
        read.addListener(SWT.Selection, event -> chooseFile());
        columns = new Composite(bar, SWT.NONE);
        columns.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        var inner = new GridLayout(8, false);
        inner.marginWidth = inner.marginHeight = 0;
        columns.setLayout(inner);
        sheet = column("campaign.new.sheet");
        name = column("campaign.new.name");
        code = column("campaign.new.code");
        contact = column("campaign.new.contact");
        sheet.addListener(SWT.Selection, event -> showSheet());
        Stream.of(name, code, contact).forEach(each -> each.addListener(SWT.Selection, event -> fill()));
        columns.setVisible(false);
        text = new Text(area, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setMessage(RcpMessages.ALL.text("campaign.new.units.example"));
        var data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
        data.heightHint = 200;
        data.widthHint = 820;
        text.setLayoutData(data);
        text.addListener(SWT.Modify, event -> check());
        count = new Label(area, SWT.WRAP);
        count.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false, 2, 1));
        showLists();
        setControl(area);
        check();
    }

    private Combo column(String key) {
        new Label(columns, SWT.NONE).setText(RcpMessages.ALL.text(key));
        var combo = new Combo(columns, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ((GridData) combo.getLayoutData()).widthHint = 80;
        return combo;
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            findLists();
            text.setFocus();
        }
    }

    // Lists of libraries

    /** Finds the lists visible to a file in the project, in a job. */
    private void findLists() {
        var project = wizard.place().projectName();
        if (project.equals(listedProject)) {
            return;
        }
        listedProject = project;
        var file = TemplateGallery.file(project);
        var display = getShell().getDisplay();
        ICoreRunnable job = monitor -> {
            var found = lists(file);
            display.asyncExec(() -> {
                if (!lists.isDisposed() && project.equals(listedProject)) {
                    known = found;
                    showLists();
                }
            });
        };
        Job.createSystem(RcpMessages.ALL.text("campaign.new.units"), job).schedule();
    }

    private static List<UnitList> lists(Path file) {
        try {
            return UnitCatalogue.of(file, Registry.installed());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private void showLists() {
        var items = new ArrayList<>(List.of(RcpMessages.ALL.text("campaign.new.list.own")));
        known.forEach(each -> items.add(RcpMessages.ALL.text(
                each.name().isEmpty() ? "campaign.new.list.agencies" : "campaign.new.list.vocabulary",
                each.title(),
                each.titles().size(),
                each.library())));
        lists.setItems(items.toArray(String[]::new));
        lists.select(0);
    }

    /** Returns the list that is chosen; empty if the units are given one by one. */
    Optional<UnitList> list() {
        var index = lists.getSelectionIndex() - 1;
        return index < 0 || index >= known.size() ? Optional.empty() : Optional.of(known.get(index));
    }

    private void showList() {
        var isOwn = list().isEmpty();
        text.setEnabled(isOwn);
        read.setEnabled(isOwn);
        check();
    }

    /** Returns the units that are given one by one; none if a list is chosen. */
    List<UnitLines.Line> units() {
        return list().isPresent() ? List.of() : UnitLines.of(text.getText());
    }

    private void check() {
        var titles = list().map(UnitList::titles)
                .orElseGet(() -> units().stream().map(UnitLines.Line::title).toList());
        count.setText(
                titles.isEmpty()
                        ? ""
                        : RcpMessages.ALL.text(
                                "campaign.new.count",
                                titles.size(),
                                String.join("; ", titles.subList(0, Math.min(3, titles.size())))
                                        + (titles.size() > 3 ? "…" : "")));
        setPageComplete(!titles.isEmpty());
    }

    // Files

    private void chooseFile() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.xlsx;*.xls;*.csv;*.txt;*.docx;*.doc", "*"});
        dialog.setFilterNames(
                new String[] {RcpMessages.ALL.text("campaign.new.filter"), RcpMessages.ALL.text("import.filter.all")});
        var chosen = dialog.open();
        if (chosen != null) {
            readFile(Path.of(chosen));
        }
    }

    /** Reads the sheets of a file, off the UI thread. */
    void readFile(Path file) {
        var found = new ArrayList<UnitSheet>();
        IRunnableWithProgress task = monitor -> {
            monitor.beginTask(RcpMessages.ALL.text("import.reads"), IProgressMonitor.UNKNOWN);
            try {
                found.addAll(UnitSheet.read(file, Registry.installed(), rows -> !monitor.isCanceled()));
            } catch (ProblemException e) {
                throw new InvocationTargetException(e);
            } catch (CancellationException e) {
                throw new InterruptedException();
            }
        };
        setErrorMessage(null);
        try {
            getContainer().run(true, true, task);
        } catch (InterruptedException e) {
            return;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ProblemException problem) {
                setErrorMessage(problem.problem().message());
            } else {
                Platform.getLog(CampaignUnitsPage.class)
                        .error(String.valueOf(e.getCause().getMessage()), e.getCause());
                setErrorMessage(RcpMessages.ALL.text("import.failed"));
            }
            return;
        }
        sheets = found;
        if (sheets.isEmpty()) {
            setErrorMessage(RcpMessages.ALL.text("campaign.new.empty", file.getFileName()));
            return;
        }
        sheet.setItems(sheets.stream().map(UnitSheet::name).toArray(String[]::new));
        sheet.select(0);
        columns.setVisible(true);
        showSheet();
    }

    private void showSheet() {
        var chosen = sheets.get(sheet.getSelectionIndex());
        var items = chosen.columns().stream()
                .map(letter -> RcpMessages.ALL.text("campaign.new.column", letter))
                .toList();
        name.setItems(items.toArray(String[]::new));
        name.select(chosen.nameColumn());
        var optional = new ArrayList<>(List.of(RcpMessages.ALL.text("campaign.new.none")));
        optional.addAll(items);
        Stream.of(code, contact).forEach(each -> {
            each.setItems(optional.toArray(String[]::new));
            each.select(0);
        });
        fill();
    }

    private void fill() {
        var chosen = sheets.get(sheet.getSelectionIndex());
        text.setText(
                chosen.lines(name.getSelectionIndex(), code.getSelectionIndex() - 1, contact.getSelectionIndex() - 1));
    }
}
