/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.check;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bieumau.checking.FileCheck;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.checking.report.RuleState;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The findings of a check of a Word file, with what mends them. The file itself is never changed. */
public final class FindingsPanel {

    private static final int[] WIDTHS = {150, 110, 620, 130};

    private final Path file;
    private final Consumer<Place> reveal;
    private final Composite control;
    private final Label summary;
    private final Combo filter;
    private final Table table;
    /** The sentence of the selected finding, which may be longer than its column. */
    private final Label detail;

    private final Button comment;
    private final Button mend;
    private Job job;
    private FileReport report;
    private List<CheckFinding> shown = List.of();

    /** @param reveal shows a place of the file */
    public FindingsPanel(Composite parent, Path file, Consumer<Place> reveal) {
        this.file = file;
        this.reveal = reveal;
        control = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(4, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        control.setLayout(layout);
        summary = new Label(control, SWT.WRAP);
        summary.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        filter = new Combo(control, SWT.DROP_DOWN | SWT.READ_ONLY);
        for (var key : List.of("check.all", "check.breaches", "check.mendable")) {
            filter.add(RcpMessages.ALL.text(key));
        }
        filter.select(0);
        filter.addListener(SWT.Selection, event -> fill());
        comment = button("check.comment", this::comment);
        mend = button("check.mend", this::mend);
        table = new Table(control, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1);
        data.heightHint = 120;
        table.setLayoutData(data);
        var keys = List.of("check.place", "check.severity", "check.problem", "check.repair");
        for (int i = 0; i < WIDTHS.length; i++) {
            var column = new TableColumn(table, SWT.NONE);
            column.setText(RcpMessages.ALL.text(keys.get(i)));
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, shown.get(event.index)));
        table.addListener(SWT.Selection, event -> selected().ifPresent(each -> reveal(each)));
        detail = new Label(control, SWT.WRAP);
        detail.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 4, 1));
        control.addDisposeListener(event -> {
            if (job != null) {
                job.cancel();
            }
        });
        enable();
    }

    public Composite control() {
        return control;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(control, SWT.PUSH);
        button.setText(RcpMessages.ALL.text(key));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private Optional<CheckFinding> selected() {
        var index = table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }

    private void reveal(CheckFinding finding) {
        detail.setText(finding.problem().message());
        control.layout();
        reveal.accept(finding.problem().place());
    }

    // Checking

    /** Checks the file; the user can go on meanwhile, or cancel. */
    public void check() {
        summary.setText(RcpMessages.ALL.text("check.runs"));
        later("check.runs", () -> checker().check(file, rows -> true), checked -> {
            report = checked;
            show();
        });
    }

    private static FileCheck checker() {
        return new FileCheck(Registry.installed());
    }

    /** Runs a task that takes time, and passes its result to the user interface. */
    private <T> void later(String title, Callable<T> task, Consumer<T> then) {
        var display = control.getDisplay();
        ICoreRunnable work = monitor -> {
            T result;
            try {
                result = task.call();
            } catch (ProblemException e) {
                display.asyncExec(() -> tell(e.problem()));
                return;
            } catch (CancellationException e) {
                return;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            display.asyncExec(() -> {
                if (!control.isDisposed()) {
                    then.accept(result);
                }
            });
        };
        job = Job.create(RcpMessages.ALL.text(title), work);
        job.schedule();
    }

    private void tell(Problem problem) {
        if (!control.isDisposed()) {
            summary.setText(problem.message());
            control.layout();
        }
    }

    private void show() {
        summary.setText(
                report.findings().isEmpty()
                        ? RcpMessages.ALL.text("check.none", report.count(RuleState.KEPT))
                        : RcpMessages.ALL.text(
                                "check.summary",
                                report.count(RuleState.BREACH),
                                report.count(RuleState.WARNING),
                                report.count(RuleState.KEPT),
                                report.count(RuleState.NEEDS_PERSON)));
        fill();
        control.layout();
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
        comment.setEnabled(report != null && !report.findings().isEmpty());
        mend.setEnabled(report != null && report.findings().stream().anyMatch(each -> each.repair() != Repair.BY_HAND));
    }

    private static void fill(TableItem item, CheckFinding finding) {
        var place = finding.problem().place();
        item.setText(new String[] {
            place == null || place.position().isEmpty() ? RcpMessages.ALL.text("check.file") : place.position(),
            RcpMessages.ALL.text(finding.state() == RuleState.BREACH ? "check.breach" : "check.warning"),
            finding.problem().message(),
            RcpMessages.ALL.text("check.repair." + finding.repair())
        });
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
                .ifPresent(copy -> later("check.comment", () -> checker().comment(report, copy), count -> {
                    summary.setText(RcpMessages.ALL.text("check.commented", count, copy.getFileName()));
                    control.layout();
                    Program.launch(copy.toString());
                }));
    }

    /** Asks what is to be mended, and where to. */
    private void mend() {
        var chosen = new MendDialog(control.getShell(), report).choose();
        chosen.flatMap(repairs -> copy("check.mend").map(copy -> new Request(repairs, copy)))
                .ifPresent(request -> mend(request.repairs(), request.copy()));
    }

    private record Request(Set<Repair> repairs, Path copy) {}

    /** Writes a mended copy. */
    public void mend(Set<Repair> repairs, Path copy) {
        later("check.mend", () -> checker().mend(report, EnumSet.copyOf(repairs), copy, rows -> true), mending -> {
            summary.setText(
                    mending.refusal().isPresent()
                            ? mending.refusal().get().message()
                            : mending.isWritten()
                                    ? RcpMessages.ALL.text(
                                            "check.mended",
                                            copy.getFileName(),
                                            mending.mended().size(),
                                            mending.after().findings().size())
                                    : RcpMessages.ALL.text("check.nothing"));
            control.layout();
        });
    }

    // For tests

    /** Returns what is said above the findings. */
    public String summary() {
        return summary.getText();
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
