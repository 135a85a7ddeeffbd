/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.bieumau.checking.internal.batch.CheckInput;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.SystemProgram;
import org.bieumau.rcp.internal.check.FindingsPanel;
import org.bieumau.rcp.internal.imports.ImportHandler;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.rows.SourcePlace;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.TableCursor;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/**
 * Shows the tables and the text of a file of Word or Excel, without its layout, and offers to import it. Nothing can be
 * changed here.
 */
public final class SourceEditor extends EditorPart {

    public static final String ID = "org.bieumau.rcp.source";

    private static final int WIDTH = 130;
    private static final int TEXT_WIDTH = 900;

    private Path file;
    private Job job;
    private Label message;
    private Combo choice;
    private SashForm halves;
    private FindingsPanel findings;
    private Table table;
    private TableCursor cursor;
    private SourceParts parts = new SourceParts(List.of());
    /** The place to be shown as soon as the file has been read; null for none. */
    private Origin wanted;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IURIEditorInput named)
                || !"file".equals(named.getURI().getScheme())) {
            throw new PartInitException(RcpMessages.ALL.text("source.local"));
        }
        file = Path.of(named.getURI());
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(new GridLayout());
        var bar = new Composite(parent, SWT.NONE);
        bar.setLayout(new GridLayout(5, false));
        ((GridLayout) bar.getLayout()).marginWidth = 0;
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        new Label(bar, SWT.NONE).setText(RcpMessages.ALL.text("source.part"));
        choice = new Combo(bar, SWT.DROP_DOWN | SWT.READ_ONLY);
        choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        choice.addListener(SWT.Selection, event -> showPart(choice.getSelectionIndex()));
        button(bar, "source.import", () -> ImportHandler.open(getSite().getWorkbenchWindow(), List.of(file)));
        if (CheckInput.isWord(file.getFileName().toString())) {
            button(bar, "check.start", this::check);
        } else {
            new Label(bar, SWT.NONE);
        }
        button(bar, "source.open", () -> SystemProgram.open(table.getShell(), file));
        message = new Label(parent, SWT.WRAP);
        message.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        message.setText(RcpMessages.ALL.text("source.reads"));
        halves = new SashForm(parent, SWT.VERTICAL);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new Table(halves, SWT.VIRTUAL | SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        Names.named(table, choice::getText);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.addListener(SWT.SetData, event -> {
            var part = parts.parts().get(choice.getSelectionIndex());
            for (int i = 0; i < table.getColumnCount(); i++) {
                ((TableItem) event.item).setText(i, part.text(event.index, i));
            }
        });
        cursor = new TableCursor(table, SWT.NONE);
        cursor.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        cursor.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
        readLater();
    }

    /** Checks the file, and shows the findings below its text. */
    public void check() {
        if (findings == null) {
            findings = new FindingsPanel(halves, file, this::reveal, each -> Program.launch(each.toString()));
            halves.setWeights(55, 45);
            halves.layout();
        }
        findings.check();
    }

    /** Returns the findings of the check; null if the file has not been checked. */
    public FindingsPanel findings() {
        return findings;
    }

    /** Shows a place that was read before. */
    private void reveal(Place place) {
        switch (place) {
            case Place.TableCell cell ->
                show(
                        parts.find(
                                SourcePlace.text(new Place.TableCell(null, cell.table(), 0, 0)),
                                cell.row() + ":" + cell.column()),
                        3);
            case Place.Paragraph paragraph -> show(parts.paragraph(paragraph.number()), 3);
            case null, default -> {}
        }
    }

    private void show(Optional<SourceParts.Spot> found, int above) {
        found.ifPresent(spot -> {
            choice.select(spot.part());
            showPart(spot.part());
            var column = Math.min(spot.column(), table.getColumnCount() - 1);
            table.setTopIndex(Math.max(0, spot.row() - above));
            table.showColumn(table.getColumn(column));
            cursor.setSelection(spot.row(), column);
        });
    }

    private static void button(Composite parent, String key, Runnable action) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(RcpMessages.ALL.text(key));
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void readLater() {
        var display = table.getDisplay();
        ICoreRunnable task = monitor -> {
            var read = read(monitor);
            display.asyncExec(() -> {
                if (!table.isDisposed()) {
                    show(read);
                }
            });
        };
        job = Job.create(RcpMessages.ALL.text("source.reads"), task);
        job.schedule();
    }

    /** The parts of the file, or why it cannot be read. */
    private record Read(Optional<SourceParts> parts, String problem) {}

    private Read read(IProgressMonitor monitor) {
        try {
            return new Read(
                    Optional.of(
                            SourceParts.of(SourceFile.read(file, Registry.installed(), rows -> !monitor.isCanceled()))),
                    "");
        } catch (ProblemException e) {
            return new Read(Optional.empty(), e.problem().message());
        } catch (CancellationException e) {
            return new Read(Optional.empty(), RcpMessages.ALL.text("import.cancelled"));
        }
    }

    private void show(Read read) {
        parts = read.parts().orElse(parts);
        var isEmpty = parts.parts().isEmpty();
        message.setText(
                read.parts().isEmpty()
                        ? read.problem()
                        : isEmpty ? RcpMessages.ALL.text("source.empty") : RcpMessages.ALL.text("source.hint"));
        for (var part : parts.parts()) {
            choice.add(
                    switch (part) {
                        case SourceParts.TablePart(var grid) -> grid.place().position();
                        case SourceParts.TextPart text -> RcpMessages.ALL.text("source.text");
                    });
        }
        choice.setEnabled(!isEmpty);
        message.getParent().layout();
        if (!isEmpty) {
            choice.select(0);
            showPart(0);
            if (wanted != null) {
                reveal(wanted);
            }
        }
    }

    private void showPart(int index) {
        var part = parts.parts().get(index);
        table.setRedraw(false);
        table.removeAll();
        while (table.getColumnCount() > 0) {
            table.getColumn(0).dispose();
        }
        for (var name : part.columns()) {
            var column = new TableColumn(table, SWT.NONE);
            column.setText(name);
            column.setWidth(
                    table.getColumnCount() == 1 ? 50 : part instanceof SourceParts.TextPart ? TEXT_WIDTH : WIDTH);
        }
        table.setItemCount(part.rows());
        table.setRedraw(true);
        if (part.rows() > 0) {
            cursor.setSelection(0, Math.min(1, table.getColumnCount() - 1));
        }
    }

    /** Selects the cell that was read, now or as soon as the file has been read. */
    public void reveal(Origin origin) {
        wanted = origin;
        var found = parts.find(origin.part(), origin.cell());
        show(found, 3);
        found.ifPresent(spot -> cursor.setFocus());
    }

    /** Returns the text of the selected cell; an empty string if the file has not been read yet. */
    public String selected() {
        return cursor.getRow() == null ? "" : cursor.getRow().getText(cursor.getColumn());
    }

    /** Returns the name of the part that is shown, as forms name it; an empty string for the text outside of tables. */
    public String part() {
        return parts.name(choice.getSelectionIndex());
    }

    /** Returns the first cell of the shown part with a text, such as <code>D14</code> or <code>5:2</code>. */
    public Optional<String> find(String text) {
        return parts.find(choice.getSelectionIndex(), text);
    }

    /** Returns the message above the table. */
    public String message() {
        return message.getText();
    }

    @Override
    public void setFocus() {
        (choice.isEnabled() ? cursor : choice).setFocus();
    }

    @Override
    public void dispose() {
        if (job != null) {
            job.cancel();
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
