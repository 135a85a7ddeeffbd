/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.nio.file.Path;
import java.util.List;
import org.bieumau.dsl.ide.internal.versions.VersionChanges;
import org.bieumau.dsl.ide.internal.versions.VersionChanges.Change;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/**
 * Table of the differences between two versions of a file, by row, division and line. Below it are both texts of the
 * selected difference. The versions are compared in a job.
 */
public final class ChangesTable extends Composite {

    private static final int[] WIDTHS = {80, 230, 215, 215};
    private static final int HEIGHT = 150;
    private static final int TEXT_HEIGHT = 70;

    private final Table table;
    private final Label message;
    private final Text earlier;
    private final Text later;
    private List<Change> changes = List.of();
    /** The comparison whose result is awaited. */
    private Object awaited;

    /**
     * Creates an empty table.
     *
     * @param before the heading of the earlier version
     * @param after the heading of the later version
     */
    public ChangesTable(Composite parent, String before, String after) {
        super(parent, SWT.NONE);
        var layout = new GridLayout(2, true);
        layout.marginWidth = layout.marginHeight = 0;
        setLayout(layout);
        message = new Label(this, SWT.WRAP);
        message.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        table = new Table(this, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        column(EditorMessages.ALL.text("changes.kind"), 0);
        column(EditorMessages.ALL.text("changes.place"), 1);
        column(before, 2);
        column(after, 3);
        earlier = text(Palette.ERROR.colour());
        later = text(Palette.ADDED.colour());
        table.addListener(SWT.Selection, event -> showSelected());
    }

    private void column(String title, int index) {
        var column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(WIDTHS[index]);
    }

    private Text text(Color background) {
        var text = new Text(this, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.READ_ONLY);
        text.setBackground(background);
        var data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = TEXT_HEIGHT;
        data.widthHint = 100;
        text.setLayoutData(data);
        return text;
    }

    /** Compares two versions of a file, and shows the differences. */
    public void compare(Path file, String before, String after) {
        var comparison = new Object();
        awaited = comparison;
        show(List.of(), EditorMessages.ALL.text("changes.comparing"));
        var display = getDisplay();
        ICoreRunnable task = monitor -> {
            var found = VersionChanges.of(file, before, after);
            display.asyncExec(() -> {
                if (!isDisposed() && awaited == comparison) {
                    show(
                            found,
                            found.isEmpty()
                                    ? EditorMessages.ALL.text("changes.none")
                                    : EditorMessages.ALL.text("changes.count", found.size()));
                }
            });
        };
        Job.createSystem(EditorMessages.ALL.text("changes.comparing"), task).schedule();
    }

    private void show(List<Change> found, String sentence) {
        changes = found;
        table.removeAll();
        for (var change : changes) {
            new TableItem(table, SWT.NONE)
                    .setText(new String[] {change.title(), change.place(), line(change.earlier()), line(change.later())
                    });
        }
        message.setText(sentence);
        table.select(0);
        showSelected();
        layout();
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ↵ ");
    }

    private void showSelected() {
        var index = table.getSelectionIndex();
        earlier.setText(index < 0 ? "" : changes.get(index).earlier());
        later.setText(index < 0 ? "" : changes.get(index).later());
    }
}
