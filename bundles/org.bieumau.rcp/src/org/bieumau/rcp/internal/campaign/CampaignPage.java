/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.report.StatusText;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.Selection;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.consolidation.CampaignCommands;
import org.bieumau.dsl.ide.internal.consolidation.DifferenceCase;
import org.bieumau.dsl.ide.internal.consolidation.ReminderLetter;
import org.bieumau.dsl.ide.internal.consolidation.ReturnFolder;
import org.bieumau.dsl.ide.internal.consolidation.Verdict;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.dsl.ui.internal.navigation.Places;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ModelPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.model.Campaign;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.SystemProgram;
import org.bieumau.rcp.internal.WorkspaceFolders;
import org.bieumau.rcp.internal.campaign.CampaignDesk.Outcome;
import org.bieumau.rcp.internal.campaign.CampaignDesk.Task;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Consolidation page: the returns of a campaign. It shows which units have sent theirs, what is to be decided, and
 * writes the decisions into the text. Returns are read and merged in jobs.
 */
public final class CampaignPage extends ModelPage<CampaignPage.Content>
        implements CampaignDesk.Listener, UnitsView.Actions, DifferencesView.Actions {

    public static final String ID = "org.bieumau.rcp.campaign";

    /** The folder of a campaign that names none, when files are added to it. */
    private static final String FOLDER = "nop-ve";
    /** How many of the reminded units are named before the letter is written. */
    private static final int MOST_NAMED = 8;

    /**
     * A campaign.
     *
     * @param offset its offset in the text
     * @param folder the folder of the returns; empty if the campaign names none
     * @param deadline the last day on which a return is in time
     */
    public record Content(String name, int offset, Optional<String> folder, Optional<LocalDate> deadline) {}

    private CampaignDesk desk;
    private UnitsView units;
    private DifferencesView differences;
    private CTabFolder tabs;
    private CTabItem unitsTab;
    private CTabItem differencesTab;
    private ToolBar tools;
    private ToolItem run;
    private ToolItem read;
    private ToolItem stop;
    private ToolItem add;
    private ToolItem results;
    private ToolItem remind;
    private Label state;
    private ProgressBar progress;
    private Content content;
    /** The text version that the last task was started for; -1 for none. */
    private int version = -1;
    /** Why the returns could not be read; null if they could. */
    private String failure;
    /** Finds the sources of the selected difference. */
    private Job sources;

    private final Listener activation = event -> look();

    public static final class Factory implements EditorPageFactory {

        @Override
        public Optional<CampaignPage> create(PageSite site) {
            return Optional.of(new CampaignPage(site));
        }
    }

    public CampaignPage(PageSite site) {
        super(site, "campaign.element");
    }

    // Controls

    @Override
    protected void fillBar(Composite bar) {
        tools = toolBar(bar);
        run = item("campaign.run", SWT.PUSH, () -> start(Task.WRITE));
        read = item("campaign.read", SWT.PUSH, () -> start(Task.READ));
        stop = item("campaign.stop", SWT.PUSH, () -> desk.cancel());
        add = item("campaign.add", SWT.PUSH, this::chooseFiles);
        results = item("campaign.results", SWT.PUSH, this::showResults);
        remind = item("campaign.remind", SWT.PUSH, this::remind);
    }

    private ToolItem item(String key, int style, Runnable action) {
        if (tools.getItemCount() > 0) {
            new ToolItem(tools, SWT.SEPARATOR);
        }
        var item = new ToolItem(tools, style);
        item.setText(RcpMessages.ALL.text(key));
        item.setToolTipText(RcpMessages.ALL.text(key + ".tip"));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    @Override
    protected void fillPage(Composite page) {
        desk = new CampaignDesk(page.getDisplay(), this);
        var strip = new Composite(page, SWT.NONE);
        var layout = new GridLayout(2, false);
        layout.marginHeight = 0;
        strip.setLayout(layout);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        state = new Label(strip, SWT.NONE);
        state.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        progress = new ProgressBar(strip, SWT.SMOOTH);
        var data = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        data.widthHint = 220;
        data.heightHint = 8;
        progress.setLayoutData(data);
        tabs = new CTabFolder(page, SWT.TOP | SWT.FLAT);
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        units = new UnitsView(tabs, this);
        differences = new DifferencesView(tabs, this);
        unitsTab = new CTabItem(tabs, SWT.NONE);
        unitsTab.setControl(units.control());
        differencesTab = new CTabItem(tabs, SWT.NONE);
        differencesTab.setControl(differences.control());
        tabs.setSelection(unitsTab);
        ReturnsDrop.on(page, this::addFiles);
        page.getShell().addListener(SWT.Activate, activation);
        page.addListener(SWT.Dispose, event -> page.getShell().removeListener(SWT.Activate, activation));
        showTitles();
        busyChanged();
    }

    private void showTitles() {
        var last = desk.last();
        var all = last == null ? 0 : last.returns().statuses().size();
        unitsTab.setText(RcpMessages.ALL.text("campaign.tab.units", all));
        differencesTab.setText(RcpMessages.ALL.text("campaign.tab.differences", differences.open()));
    }

    // The text

    @Override
    protected List<String> names(XtextResource resource) {
        return campaigns(resource).stream().map(Campaign::getName).toList();
    }

    private static List<Campaign> campaigns(XtextResource resource) {
        return resource.getContents().isEmpty()
                ? List.of()
                : resource.getContents().getFirst().eContents().stream()
                        .filter(Campaign.class::isInstance)
                        .map(Campaign.class::cast)
                        .filter(campaign -> campaign.getName() != null)
                        .toList();
    }

    @Override
    protected Optional<Content> content(XtextResource resource, String name) {
        return campaigns(resource).stream()
                .filter(campaign -> name.equals(campaign.getName()))
                .findFirst()
                .map(campaign -> new Content(
                        name,
                        NodeModelUtils.findActualNodeFor(campaign).getOffset(),
                        Optional.ofNullable(campaign.getFolder()),
                        Optional.ofNullable(campaign.getDeadline())
                                .filter(date -> date.isComplete())
                                .map(date -> date.latest())));
    }

    @Override
    protected void display(Read<Content> now) {
        var before = content;
        content = now.content().orElse(null);
        show(now.names(), content == null ? null : content.name());
        tools.setEnabled(content != null);
        tabs.setVisible(content != null);
        if (content == null) {
            state.setText("");
            showBanner(now, "campaign.none");
            return;
        }
        if (before != null && !before.name().equals(content.name())) {
            desk.forget();
            version = -1;
            showOutcome(null);
        }
        showFailure();
        if (version != now.version()) {
            start(desk.last() == null ? Task.READ : Task.DECIDE);
        } else {
            look();
        }
    }

    private void showFailure() {
        showBanner(failure);
    }

    @Override
    public int selectedOffset() {
        return content == null ? -1 : content.offset();
    }

    @Override
    public boolean isSettled() {
        return super.isSettled() && desk != null && !desk.isBusy();
    }

    // Tasks

    private void start(Task task) {
        var file = editor.open().path();
        if (content == null || file == null) {
            return;
        }
        if (content.folder().isEmpty()) {
            failure = RcpMessages.ALL.text("campaign.folder.none");
            showFailure();
            return;
        }
        version = editor.open().version();
        desk.start(task, new CampaignDesk.Text(file, content.name(), texts()));
    }

    /** Returns the texts of all files that are open in editors. */
    private static Map<Path, String> texts() {
        var texts = new HashMap<Path, String>();
        for (var each : OpenDocument.all()) {
            if (each.path() != null) {
                texts.put(
                        each.path().toAbsolutePath().normalize(),
                        each.document().get());
            }
        }
        return texts;
    }

    /** Reads if nothing has been read, or if files have been added to the folder of the returns, or removed. */
    private void look() {
        if (!isActive() || content == null || desk == null || desk.isBusy() || tabs.isDisposed()) {
            return;
        }
        var last = desk.last();
        if (last == null) {
            // The folder was missing, or the text had errors.
            start(Task.READ);
            return;
        }
        var display = tabs.getDisplay();
        ICoreRunnable work = monitor -> {
            if (isChanged(last)) {
                display.asyncExec(() -> {
                    if (!tabs.isDisposed() && desk.last() == last && !desk.isBusy()) {
                        start(Task.READ);
                    }
                });
            }
        };
        Job.createSystem(RcpMessages.ALL.text("campaign.look"), work).schedule();
    }

    private static boolean isChanged(Outcome last) {
        try {
            return last.session().stamp() != last.stamp();
        } catch (ProblemException e) {
            // The folder is gone: reading tells so.
            return true;
        }
    }

    @Override
    public void busyChanged() {
        if (tabs.isDisposed()) {
            return;
        }
        var busy = desk.isBusy();
        run.setEnabled(!busy);
        read.setEnabled(!busy);
        stop.setEnabled(busy);
        results.setEnabled(desk.last() != null && !desk.last().results().isEmpty());
        remind.setEnabled(!busy && !reminded().isEmpty());
        progress.setVisible(busy);
        if (busy) {
            progress.setMaximum(0);
            state.setText(RcpMessages.ALL.text("campaign.begins"));
        }
    }

    @Override
    public void progressed(int done, int files, String file, long seconds) {
        if (tabs.isDisposed() || !desk.isBusy()) {
            return;
        }
        progress.setMaximum(Math.max(1, files));
        progress.setSelection(done);
        state.setText(
                files == 0
                        ? RcpMessages.ALL.text("campaign.merges")
                        : seconds < 1
                                ? RcpMessages.ALL.text("campaign.reads", done, files, file)
                                : RcpMessages.ALL.text("campaign.reads.left", done, files, left(seconds), file));
    }

    private static String left(long seconds) {
        return seconds < 90
                ? RcpMessages.ALL.text("campaign.seconds", seconds)
                : RcpMessages.ALL.text("campaign.minutes", Math.round(seconds / 60.0));
    }

    @Override
    public void soFar(List<UnitStatus> statuses) {
        if (!tabs.isDisposed() && content != null) {
            units.show(statuses.stream().map(CampaignPage::line).toList(), content.deadline());
        }
    }

    @Override
    public void finished(Outcome outcome) {
        if (tabs.isDisposed()) {
            return;
        }
        failure = outcome.problem();
        showFailure();
        showOutcome(outcome);
        state.setText(
                outcome.written().isEmpty()
                        ? RcpMessages.ALL.text(
                                "campaign.done", outcome.returns().files().size(), differences.open())
                        : RcpMessages.ALL.text(
                                "campaign.written",
                                outcome.written().size(),
                                outcome.session().file().results().getFileName(),
                                differences.open()));
        if (!outcome.written().isEmpty()) {
            WorkspaceFolders.refresh(outcome.session().file().results());
        }
    }

    @Override
    public void failed(String reason) {
        if (!tabs.isDisposed()) {
            failure = reason;
            showFailure();
            state.setText("");
        }
    }

    @Override
    public void cancelled(int done, int files) {
        if (!tabs.isDisposed()) {
            state.setText(RcpMessages.ALL.text("campaign.cancelled", done, files));
        }
    }

    private void showOutcome(Outcome outcome) {
        if (outcome == null) {
            units.show(List.of(), Optional.empty());
            differences.show(List.of(), List.of());
        } else {
            units.show(lines(outcome), content == null ? Optional.empty() : content.deadline());
            differences.show(outcome.differences(), outcome.returns().units());
        }
        showTitles();
    }

    private static List<UnitsView.Line> lines(Outcome outcome) {
        var lines = new ArrayList<UnitsView.Line>();
        var statuses = outcome.returns().statuses();
        for (int i = 0; i < outcome.rows().size(); i++) {
            lines.add(
                    i < statuses.size()
                            ? line(statuses.get(i), outcome.rows().get(i))
                            : line(outcome.rows().get(i)));
        }
        return lines;
    }

    private static UnitsView.Line line(UnitStatus status, StatusText.Row row) {
        var unit = status.unit();
        var file = row.file().isEmpty() && !status.files().isEmpty()
                ? status.files().getFirst().file().name()
                : row.file();
        return new UnitsView.Line(
                status,
                List.of(
                        unit.title(),
                        UnitKind.words(status),
                        row.received() == null ? "" : row.received(),
                        file,
                        unit.contact(),
                        row.note()),
                file);
    }

    /** Returns the line of a unit while files are read. */
    private static UnitsView.Line line(UnitStatus status) {
        var received = status.taken().map(FileStatus::received).map(Selection::written);
        var file = status.files().stream()
                .findFirst()
                .map(each -> each.file().name())
                .orElse("");
        return new UnitsView.Line(
                status,
                List.of(
                        status.unit().title(),
                        UnitKind.words(status),
                        received.orElse(""),
                        file,
                        status.unit().contact(),
                        ""),
                file);
    }

    /** Returns the line of a file of an unknown unit. */
    private static UnitsView.Line line(StatusText.Row row) {
        return new UnitsView.Line(null, List.of(row.unit(), row.state(), "", row.file(), "", row.note()), row.file());
    }

    // Units and differences

    private IWorkbenchPage workbench() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    @Override
    public void open(String file) {
        open(file, Spot.NONE);
    }

    @Override
    public void open(String file, Spot place) {
        if (desk.last() != null) {
            editor.showMessage(null);
            OpenReturn.open(workbench(), desk.last().session(), file, place, editor::showMessage);
        }
    }

    @Override
    public void exempt(UnitStatus status) {
        var dialog = new InputDialog(
                tabs.getShell(),
                RcpMessages.ALL.text("campaign.exempt"),
                RcpMessages.ALL.text("campaign.exempt.reason", status.unit().title()),
                "",
                null);
        if (dialog.open() == Window.OK) {
            decide(new Verdict.Exempt(status.unit().key()), dialog.getValue());
        }
    }

    @Override
    public void decide(Verdict verdict, String reason) {
        if (content != null) {
            change(new CampaignCommands.Decide(content.name(), verdict, reason)::edits);
        }
    }

    @Override
    public List<Unit> units() {
        return desk.last() == null ? List.of() : desk.last().returns().units();
    }

    @Override
    public void selected(Difference difference) {
        if (sources != null) {
            sources.cancel();
        }
        var last = desk.last();
        if (last == null) {
            return;
        }
        var display = tabs.getDisplay();
        ICoreRunnable work = monitor -> {
            var found = DifferenceCase.of(last.session(), last.returns(), difference, monitor::isCanceled);
            if (!monitor.isCanceled()) {
                display.asyncExec(() -> {
                    if (!tabs.isDisposed()) {
                        differences.show(difference, found);
                    }
                });
            }
        };
        sources = Job.createSystem(RcpMessages.ALL.text("campaign.sources"), work);
        sources.schedule();
    }

    // Files

    private void chooseFiles() {
        var dialog = new FileDialog(tabs.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(RcpMessages.ALL.text("campaign.add.title"));
        if (dialog.open() != null) {
            addFiles(Arrays.stream(dialog.getFileNames())
                    .map(name -> Path.of(dialog.getFilterPath(), name))
                    .toList());
        }
    }

    /** Copies files into the folder of the returns, and reads them. */
    void addFiles(List<Path> files) {
        var file = editor.open().path();
        if (content == null || file == null || files.isEmpty()) {
            return;
        }
        Path folder;
        try {
            folder = file.resolveSibling(content.folder().orElse(FOLDER)).normalize();
        } catch (InvalidPathException e) {
            editor.showMessage(RcpMessages.ALL.text(
                    "campaign.folder.wrong", content.folder().orElse("")));
            return;
        }
        if (content.folder().isEmpty()) {
            change(new CampaignCommands.SetFolder(content.name(), FOLDER)::edits);
        }
        var display = tabs.getDisplay();
        state.setText(RcpMessages.ALL.text("campaign.adds", files.size()));
        ICoreRunnable work = monitor -> copy(
                files,
                folder,
                monitor,
                (message, read) -> display.asyncExec(() -> {
                    if (!tabs.isDisposed()) {
                        editor.showMessage(message);
                        if (read) {
                            start(Task.READ);
                        }
                    }
                }));
        Job.create(RcpMessages.ALL.text("campaign.add"), work).schedule();
    }

    /** Is told how the copying of files ended. */
    private interface Added {
        void tell(String message, boolean read);
    }

    private static void copy(List<Path> files, Path folder, IProgressMonitor monitor, Added added) {
        var target = new ReturnFolder(folder, monitor::isCanceled);
        String message = null;
        try {
            target.add(files);
            if (!target.known().isEmpty()) {
                message = RcpMessages.ALL.text(
                        "campaign.add.known",
                        target.known().size(),
                        target.known().getFirst().getFileName());
            }
        } catch (IOException e) {
            message = RcpMessages.ALL.text("campaign.add.failed", folder, e.getMessage());
        }
        WorkspaceFolders.refresh(folder);
        added.tell(message, !target.added().isEmpty());
    }

    private void showResults() {
        var menu = new Menu(tabs.getShell(), SWT.POP_UP);
        for (var file : desk.last().results()) {
            var item = new MenuItem(menu, SWT.PUSH);
            item.setText(file.getFileName().toString());
            item.addListener(SWT.Selection, event -> openResult(file));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        var folder = new MenuItem(menu, SWT.PUSH);
        folder.setText(RcpMessages.ALL.text("export.show"));
        folder.addListener(
                SWT.Selection,
                event -> SystemProgram.open(
                        tools.getShell(), desk.last().session().file().results()));
        var area = results.getBounds();
        menu.setLocation(tools.toDisplay(area.x, area.y + area.height));
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    /** Opens a file: in the Studio if it is a .bieu file; returns its editor, or null. */
    private IEditorPart openResult(Path file) {
        if (!file.toString().endsWith(".bieu")) {
            SystemProgram.open(tools.getShell(), file);
            return null;
        }
        try {
            return Places.editor(workbench(), file);
        } catch (PartInitException e) {
            editor.showMessage(e.getMessage());
            return null;
        }
    }

    // The reminder

    private List<UnitStatus> reminded() {
        return desk.last() == null
                ? List.of()
                : ReminderLetter.reminded(desk.last().returns());
    }

    private void remind() {
        var last = desk.last();
        var choice = MessageDialog.open(
                MessageDialog.QUESTION,
                tabs.getShell(),
                RcpMessages.ALL.text("campaign.remind"),
                RcpMessages.ALL.text(
                        "campaign.remind.how",
                        reminded().size(),
                        reminded().stream()
                                .limit(MOST_NAMED)
                                .map(status -> status.unit().title())
                                .collect(Collectors.joining("; "))),
                SWT.NONE,
                RcpMessages.ALL.text("campaign.remind.all"),
                RcpMessages.ALL.text("campaign.remind.each"),
                IDialogConstants.CANCEL_LABEL);
        if (choice != 0 && choice != 1) {
            return;
        }
        editor.showMessage(null);
        var display = tabs.getDisplay();
        ICoreRunnable work = monitor -> {
            try {
                var text = last.session().reminder(last.returns(), choice == 1);
                var file = last.session().reminderFile();
                var isOther = Files.exists(file) && !Files.readString(file).equals(text);
                display.asyncExec(() -> letter(file, text, isOther));
            } catch (ProblemException e) {
                display.asyncExec(() -> failed(e.problem().message()));
            } catch (IOException e) {
                display.asyncExec(() -> failed(
                        ExportRun.unwritable(last.session().reminderFile(), e).message()));
            }
        };
        Job.create(RcpMessages.ALL.text("campaign.remind"), work).schedule();
    }

    /**
     * Writes a letter and opens it. A letter that is there, which somebody may have edited, is kept if the user wants.
     */
    private void letter(Path file, String text, boolean isOther) {
        if (tabs.isDisposed()) {
            return;
        }
        var choice = isOther
                ? MessageDialog.open(
                        MessageDialog.QUESTION,
                        tabs.getShell(),
                        RcpMessages.ALL.text("campaign.remind"),
                        RcpMessages.ALL.text("campaign.remind.exists", file.getFileName()),
                        SWT.NONE,
                        RcpMessages.ALL.text("campaign.remind.old"),
                        RcpMessages.ALL.text("campaign.remind.new"),
                        IDialogConstants.CANCEL_LABEL)
                : 1;
        if (choice != 0 && choice != 1) {
            return;
        }
        var display = tabs.getDisplay();
        ICoreRunnable work = monitor -> {
            try {
                if (choice == 1) {
                    Files.createDirectories(file.getParent());
                    WholeFile.write(file, text);
                }
                var container = ResourcesPlugin.getWorkspace()
                        .getRoot()
                        .getContainerForLocation(IPath.fromPath(file.getParent()));
                if (container != null) {
                    container.getParent().refreshLocal(IResource.DEPTH_INFINITE, monitor);
                }
                display.asyncExec(() -> {
                    if (openResult(file) instanceof BieuEditor opened) {
                        opened.show(PagesPage.ID);
                    }
                });
            } catch (IOException e) {
                display.asyncExec(() -> failed(ExportRun.unwritable(file, e).message()));
            }
        };
        Job.create(RcpMessages.ALL.text("campaign.remind"), work).schedule();
    }

    // The page

    @Override
    public void setFocus() {
        if (tabs != null) {
            if (tabs.getSelection() == differencesTab) {
                differences.setFocus();
            } else {
                units.setFocus();
            }
        }
    }

    @Override
    public void inputChanged() {
        if (desk != null) {
            desk.forget();
            version = -1;
        }
    }

    @Override
    public void dispose() {
        if (desk != null) {
            desk.close();
        }
        if (sources != null) {
            sources.cancel();
        }
    }
}
