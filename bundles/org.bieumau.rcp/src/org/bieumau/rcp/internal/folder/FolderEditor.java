/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.checking.report.Repair;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.WorkspaceFolders;
import org.bieumau.rcp.internal.folder.FolderRow.State;
import org.bieumau.rcp.internal.source.SourceFiles;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Checks the Word files of a folder, or several files, and shows a line for each. A double click opens a file with its
 * findings; mended copies of all files are written into another folder.
 */
public final class FolderEditor extends EditorPart implements FolderDesk.Listener {

    public static final String ID = "org.bieumau.rcp.folder";

    private static final int BAR_WIDTH = 180;
    private static final int BAR_HEIGHT = 8;
    /** How many names of files that were left alone for one reason are told. */
    private static final int MOST_NAMED = 3;

    private FolderDesk desk;
    private Composite area;
    private Label state;
    private ProgressBar progress;
    private Button stop;
    private Button again;
    private Button only;
    private Button mend;
    private FolderTable table;
    /** The state of the selected file, which may be longer than its column. */
    private Label detail;
    /** How the last mending ended; a link opens its folder. */
    private Link closing;

    private Path written;

    /** Opens an editor that checks folders and files. One that is open checks them again. */
    public static void open(IWorkbenchPage page, List<Path> paths) {
        try {
            var opened = page.openEditor(
                    new FolderInput(paths), ID, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
            if (opened instanceof FolderEditor editor) {
                editor.check();
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleToolTip(input.getToolTipText());
    }

    // Controls

    @Override
    public void createPartControl(Composite parent) {
        area = parent;
        desk = new FolderDesk(parent.getDisplay(), ((FolderInput) getEditorInput()).paths(), this);
        parent.setLayout(new GridLayout());
        var head = row(parent, 3);
        state = new Label(head, SWT.WRAP);
        state.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        progress = new ProgressBar(head, SWT.SMOOTH);
        var size = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        size.heightHint = BAR_HEIGHT;
        progress.setLayoutData(size);
        stop = button(head, SWT.PUSH, "check.stop", () -> {
            stop.setEnabled(false);
            desk.cancel();
        });
        stop.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        var bar = row(parent, 3);
        only = button(bar, SWT.CHECK, "folder.only", () -> table.filter(only.getSelection()));
        only.setToolTipText(RcpMessages.ALL.text("folder.only.tip"));
        only.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false));
        again = button(bar, SWT.PUSH, "folder.again", this::check);
        mend = button(bar, SWT.PUSH, "folder.mend", this::mend);
        table = new FolderTable(parent, this::show, this::showDetail);
        table.control().setMenu(menu());
        detail = new Label(parent, SWT.WRAP);
        detail.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        closing = new Link(parent, SWT.WRAP);
        closing.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        closing.addListener(SWT.Selection, event -> Program.launch(written.toString()));
        check();
        busyChanged();
    }

    private static Composite row(Composite parent, int columns) {
        var row = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return row;
    }

    private static Button button(Composite parent, int style, String key, Runnable action) {
        var button = new Button(parent, style);
        button.setText(RcpMessages.ALL.text(key));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private Menu menu() {
        var menu = new Menu(table.control());
        var show = item(menu, "folder.show", () -> table.first().ifPresent(this::show));
        var open = item(menu, "check.open", () -> table.first().ifPresent(this::open));
        var some = item(menu, "folder.mend", this::mend);
        menu.addListener(SWT.Show, event -> {
            show.setEnabled(table.first().isPresent());
            open.setEnabled(table.first().isPresent());
            some.setEnabled(mend.isEnabled());
        });
        return menu;
    }

    private static MenuItem item(Menu menu, String key, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(RcpMessages.ALL.text(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    // Actions

    /** Checks all files, unless something is being done. */
    public void check() {
        if (!desk.isBusy()) {
            tell("");
            desk.check();
        }
    }

    private void show(FolderRow row) {
        SourceFiles.check(getSite().getPage(), row.input().file());
    }

    /** Opens a file with the program of the system. */
    private void open(FolderRow row) {
        if (!Program.launch(row.input().file().toString())) {
            detail.setText(RcpMessages.ALL.text("check.noProgram", row.name()));
            area.layout();
        }
    }

    private void showDetail() {
        var words = table.first()
                .map(row -> RcpMessages.ALL.text("folder.detail", row.name(), row.stateText()))
                .orElse("")
                .replace("&", "&&");
        if (!words.equals(detail.getText())) {
            detail.setText(words);
            area.layout();
        }
    }

    private void mend() {
        new MendFolderDialog(getSite().getShell(), desk.rows(), table.selected())
                .choose()
                .ifPresent(order -> {
                    written = order.folder();
                    tell("");
                    desk.mend(order);
                });
    }

    private void tell(String words) {
        closing.setText(words);
        ((GridData) closing.getLayoutData()).exclude = words.isEmpty();
        closing.setVisible(!words.isEmpty());
        area.layout(true, true);
    }

    // The work

    @Override
    public void busyChanged() {
        if (area.isDisposed()) {
            return;
        }
        var isBusy = desk.isBusy();
        for (var each : List.of(progress, stop)) {
            each.setVisible(isBusy);
            ((GridData) each.getLayoutData()).exclude = !isBusy;
        }
        stop.setEnabled(isBusy);
        again.setEnabled(!isBusy);
        mend.setEnabled(!isBusy && desk.rows().stream().anyMatch(row -> row.count(Repair.SAFE) > 0));
        if (isBusy) {
            progress.setSelection(0);
            state.setText(RcpMessages.ALL.text("folder.begins"));
        }
        area.layout(true, true);
    }

    @Override
    public void rowsChanged() {
        if (!area.isDisposed()) {
            table.show(desk.rows());
            showDetail();
        }
    }

    @Override
    public void progressed(FolderDesk.Stage stage) {
        if (area.isDisposed()) {
            return;
        }
        progress.setMaximum(Math.max(1, stage.files()));
        progress.setSelection(stage.done());
        var key = stage.isMending() ? "folder.mending" : "folder.checking";
        state.setText(
                stage.files() == 0
                        ? RcpMessages.ALL.text("folder.begins")
                        : stage.left() < 1
                                ? RcpMessages.ALL.text(
                                        key, stage.done(), stage.files(), time(stage.seconds()), stage.file())
                                : RcpMessages.ALL.text(
                                        key + ".left",
                                        stage.done(),
                                        stage.files(),
                                        time(stage.seconds()),
                                        time(stage.left()),
                                        stage.file()));
    }

    private static String time(long seconds) {
        return seconds < 90
                ? RcpMessages.ALL.text("campaign.seconds", seconds)
                : RcpMessages.ALL.text("campaign.minutes", Math.round(seconds / 60.0));
    }

    @Override
    public void ended(FolderDesk.End end) {
        if (area.isDisposed()) {
            return;
        }
        var stage = end.stage();
        if (end.failure() != null) {
            state.setText(end.failure());
        } else if (end.isStopped()) {
            state.setText(RcpMessages.ALL.text("folder.stopped", stage.done(), stage.files(), counts()));
        } else if (stage.files() == 0) {
            state.setText(RcpMessages.ALL.text("folder.none"));
        } else {
            state.setText(RcpMessages.ALL.text(
                    stage.isMending() ? "folder.mended.time" : "folder.done",
                    stage.files(),
                    time(stage.seconds()),
                    counts()));
        }
        if (stage.isMending()) {
            tell(closing(end));
            WorkspaceFolders.refresh(written);
        }
    }

    /** Returns how many files are in which state. */
    private String counts() {
        var rows = desk.rows();
        var counts = new ArrayList<String>();
        for (var each : List.of(State.BREACHES, State.WARNINGS, State.KEPT, State.UNREADABLE, State.NO_DOCUMENT)) {
            var count = rows.stream().filter(row -> row.state() == each).count();
            if (count > 0) {
                counts.add(RcpMessages.ALL.text("folder.count." + each, count));
            }
        }
        return String.join(", ", counts);
    }

    /** Returns what was mended, and what was left alone for which reasons. */
    private String closing(FolderDesk.End end) {
        var words = new ArrayList<String>();
        words.add(
                end.mended() == 0
                        ? RcpMessages.ALL.text("folder.closing.none")
                        : RcpMessages.ALL.text(
                                "folder.closing", end.mended(), link(written.toString()), end.repairs()));
        if (!end.left().isEmpty()) {
            var count = end.left().values().stream().mapToInt(List::size).sum();
            words.add(RcpMessages.ALL.text(
                    "folder.closing.left",
                    count,
                    end.left().entrySet().stream()
                            .map(each -> reason(each.getKey(), each.getValue()))
                            .collect(Collectors.joining("; "))));
        }
        return String.join(" ", words);
    }

    private static String reason(String reason, List<String> names) {
        var named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return RcpMessages.ALL.text(
                names.size() > MOST_NAMED ? "folder.closing.reasons" : "folder.closing.reason",
                plain(named),
                plain(reason.replaceFirst("[.]$", "")),
                names.size() - MOST_NAMED);
    }

    private static String link(String text) {
        return "<a>" + plain(text) + "</a>";
    }

    /** Returns a text that a link shows as it is. */
    private static String plain(String text) {
        return text.replace("&", "&&").replace("<", "‹");
    }

    // For tests

    public boolean isBusy() {
        return desk.isBusy();
    }

    /** Returns what is said above the table. */
    public String state() {
        return state.getText();
    }

    /** Returns how the last mending ended, without the mark of the link. */
    public String closing() {
        return closing.getText().replaceAll("</?a>", "");
    }

    public Table table() {
        return table.control();
    }

    public Control control() {
        return area;
    }

    // The editor

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        if (desk != null) {
            desk.close();
        }
        super.dispose();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // There is nothing to save.
    }

    @Override
    public void doSaveAs() {
        // There is nothing to save.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
