/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.check;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bieumau.checking.FileCheck;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.checking.report.RuleState;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.Tables;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The findings of a check of a Word file, with what mends them. The file itself is never changed. */
public final class FindingsPanel {

    private static final int[] WIDTHS = {155, 85, 105, 420};
    private static final int BAR_WIDTH = 120;
    private static final int BAR_HEIGHT = 8;

    /** How files are checked; a test may wait in it. */
    public interface Checker {

        /**
         * Checks a file.
         *
         * @throws ProblemException if it cannot be read
         * @throws CancellationException if the progress does not go on
         */
        FileReport check(Path file, Progress progress) throws ProblemException;
    }

    private final Path file;
    private final Consumer<Place> reveal;
    private final Checker checker;
    private final Predicate<Path> program;
    private final Display display;
    private final Composite control;
    private final Label summary;
    private final ProgressBar progress;
    private final Button stop;
    private final Combo filter;
    private final Table table;
    /** The sentence of the selected finding, which may be longer than its column. */
    private final Label detail;

    private final Button comment;
    private final Button mend;
    /** The running task; null for none. */
    private Job job;

    private FileReport report;
    private List<CheckFinding> shown = List.of();

    /**
     * @param reveal shows a place of the file
     * @param program opens a file with the program of the system; returns false if there is none
     */
    public FindingsPanel(Composite parent, Path file, Consumer<Place> reveal, Predicate<Path> program) {
        this(parent, file, reveal, program, (checked, progress) -> installed().check(checked, progress));
    }

    /** @param checker checks the file */
    public FindingsPanel(
            Composite parent, Path file, Consumer<Place> reveal, Predicate<Path> program, Checker checker) {
        this.file = file;
        this.reveal = reveal;
        this.program = program;
        this.checker = checker;
        display = parent.getDisplay();
        control = new Composite(parent, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        control.setLayout(layout);
        var head = new Composite(control, SWT.NONE);
        var columns = new GridLayout(3, false);
        columns.marginWidth = 0;
        columns.marginHeight = 0;
        head.setLayout(columns);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        summary = new Label(head, SWT.WRAP);
        summary.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        progress = new ProgressBar(head, SWT.INDETERMINATE);
        var size = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        size.heightHint = BAR_HEIGHT;
        progress.setLayoutData(size);
        stop = button(head, "check.stop", this::stop);
        stop.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        var bar = new Composite(control, SWT.NONE);
        var row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.center = true;
        row.spacing = layout.horizontalSpacing;
        bar.setLayout(row);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        filter = new Combo(bar, SWT.DROP_DOWN | SWT.READ_ONLY);
        Names.named(filter, RcpMessages.ALL.text("check.filter"));
        filter.setLayoutData(new RowData());
        for (var key : List.of("check.all", "check.breaches", "check.mendable")) {
            filter.add(RcpMessages.ALL.text(key));
        }
        filter.select(0);
        filter.addListener(SWT.Selection, event -> fill());
        button(bar, "check.open", () -> open(file));
        comment = button(bar, "check.comment", this::comment);
        mend = button(bar, "check.mend", this::mend);
        table = Tables.create(control, SWT.SINGLE | SWT.VIRTUAL, "check.findings");
        var keys = List.of("check.place", "check.severity", "check.repair", "check.problem");
        for (int i = 0; i < WIDTHS.length; i++) {
            Tables.column(table, RcpMessages.ALL.text(keys.get(i)), WIDTHS[i]);
        }
        Tables.growLast(table, WIDTHS[WIDTHS.length - 1]);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, shown.get(event.index)));
        table.addListener(SWT.Selection, event -> selected().ifPresent(this::reveal));
        detail = new Label(control, SWT.WRAP);
        detail.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        control.addDisposeListener(event -> {
            if (job != null) {
                job.cancel();
            }
        });
        showBusy();
    }

    public Composite control() {
        return control;
    }

    private static Button button(Composite parent, String key, Runnable action) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(RcpMessages.ALL.text(key));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private Optional<CheckFinding> selected() {
        var index = table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }

    private void reveal(CheckFinding finding) {
        detail.setText(finding.sentence());
        control.layout();
        reveal.accept(finding.problem().place());
    }

    // Tasks

    /** A task that takes time. */
    private interface Task<T> {

        /**
         * Does the task.
         *
         * @throws ProblemException if the file cannot be read, or another one not be written
         * @throws CancellationException if the progress does not go on
         */
        T run(Progress progress) throws ProblemException;
    }

    private static FileCheck installed() {
        return new FileCheck(Registry.installed());
    }

    /** Checks the file, unless something is being done. The user can go on meanwhile, or stop. */
    public void check() {
        later("check.runs", goesOn -> checker.check(file, goesOn), checked -> {
            report = checked;
            show();
        });
    }

    /** Does a task in a job, and passes its result to the user interface. */
    private <T> void later(String title, Task<T> task, Consumer<T> then) {
        if (job != null) {
            return;
        }
        ICoreRunnable work = monitor -> {
            try {
                var result = task.run(rows -> !monitor.isCanceled());
                ended(() -> then.accept(result));
            } catch (ProblemException e) {
                ended(() -> tell(e.problem().message()));
            } catch (CancellationException e) {
                ended(() -> tell(RcpMessages.ALL.text("check.stopped")));
            } catch (RuntimeException | Error e) {
                ended(() -> tell(RcpMessages.ALL.text("check.failed")));
                throw e;
            }
        };
        tell(RcpMessages.ALL.text(title));
        job = Job.create(RcpMessages.ALL.text(title), work);
        showBusy();
        job.schedule();
    }

    private void ended(Runnable told) {
        display.asyncExec(() -> {
            job = null;
            if (!control.isDisposed()) {
                showBusy();
                told.run();
            }
        });
    }

    private void stop() {
        if (job != null) {
            stop.setEnabled(false);
            job.cancel();
        }
    }

    private void showBusy() {
        for (var each : List.of(progress, stop)) {
            each.setVisible(job != null);
            ((GridData) each.getLayoutData()).exclude = job == null;
        }
        stop.setEnabled(job != null);
        enable();
        control.layout(true, true);
    }

    private void tell(String message) {
        summary.setText(message);
        control.layout(true, true);
    }

    private void show() {
        tell(
                report.findings().isEmpty()
                        ? RcpMessages.ALL.text("check.none", report.count(RuleState.KEPT))
                        : RcpMessages.ALL.text(
                                "check.summary",
                                report.count(RuleState.BREACH),
                                report.count(RuleState.WARNING),
                                report.count(RuleState.KEPT),
                                report.count(RuleState.NEEDS_PERSON)));
        fill();
    }

    private void fill() {
        if (report != null) {
            shown = report.findings().stream()
                    .filter(finding -> switch (filter.getSelectionIndex()) {
                        case 1 -> finding.state() == RuleState.BREACH;
                        case 2 -> finding.repair() != Repair.BY_HAND;
                        default -> true;
                    })
                    .toList();
        }
        detail.setText("");
        table.setItemCount(shown.size());
        table.clearAll();
        enable();
    }

    private void enable() {
        var isReady = job == null && report != null;
        comment.setEnabled(isReady && !report.findings().isEmpty());
        mend.setEnabled(isReady && report.findings().stream().anyMatch(each -> each.repair() != Repair.BY_HAND));
    }

    private static void fill(TableItem item, CheckFinding finding) {
        item.setText(new String[] {
            position(finding.problem().place()),
            RcpMessages.ALL.text(finding.state() == RuleState.BREACH ? "check.breach" : "check.warning"),
            RcpMessages.ALL.text("check.repair." + finding.repair()),
            finding.sentence()
        });
    }

    /** Returns where a place is, for the user. */
    static String position(Place place) {
        return place == null || place.position().isEmpty() ? RcpMessages.ALL.text("check.file") : place.position();
    }

    private void open(Path opened) {
        if (!program.test(opened)) {
            tell(RcpMessages.ALL.text("check.noProgram", opened.getFileName()));
        }
    }

    // Copies

    private Optional<Path> copy(String key) {
        var dialog = new FileDialog(control.getShell(), SWT.SAVE);
        var name = file.getFileName().toString();
        dialog.setText(RcpMessages.ALL.text(key));
        dialog.setFilterPath(file.toAbsolutePath().getParent().toString());
        dialog.setFileName(name.replaceFirst("(\\.[^.]*)?$", "-" + RcpMessages.ALL.text(key + ".suffix") + "$1"));
        dialog.setFilterExtensions(new String[] {"*.docx"});
        dialog.setOverwrite(true);
        var chosen = dialog.open();
        return chosen == null ? Optional.empty() : Optional.of(Path.of(chosen)).filter(this::isOther);
    }

    private boolean isOther(Path chosen) {
        var isOther = !chosen.toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize());
        if (!isOther) {
            MessageDialog.openInformation(
                    control.getShell(), RcpMessages.ALL.text("check"), RcpMessages.ALL.text("check.same"));
        }
        return isOther;
    }

    private void comment() {
        copy("check.comment")
                .ifPresent(copy -> later("check.comments", goesOn -> installed().comment(report, copy), count -> {
                    tell(RcpMessages.ALL.text("check.commented", count, copy.getFileName()));
                    open(copy);
                }));
    }

    /** Asks what is to be mended, and where to. */
    private void mend() {
        new MendDialog(control.getShell(), report)
                .choose()
                .ifPresent(repairs -> copy("check.mend").ifPresent(copy -> mend(repairs, copy)));
    }

    /** Writes a mended copy. */
    public void mend(Set<Repair> repairs, Path copy) {
        later(
                "check.mends",
                goesOn -> installed().mend(report, EnumSet.copyOf(repairs), copy, goesOn),
                mending -> tell(
                        mending.refusal().isPresent()
                                ? mending.refusal().get().message()
                                : mending.isWritten()
                                        ? RcpMessages.ALL.text(
                                                "check.mended",
                                                copy.getFileName(),
                                                mending.mended().size(),
                                                mending.after().findings().size())
                                        : RcpMessages.ALL.text("check.nothing")));
    }

    // For tests

    /** Returns what is said above the findings. */
    public String summary() {
        return summary.getText();
    }

    /** Returns whether a task is running. */
    public boolean isBusy() {
        return job != null;
    }

    /** Returns the ids of the rules of the findings that are shown. */
    public List<String> rules() {
        return shown.stream().map(finding -> finding.rule().id()).collect(Collectors.toList());
    }

    public Table table() {
        return table;
    }

    public Combo filter() {
        return filter;
    }
}
