/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** A page of the import wizard. It shows the session when it becomes visible, after the work that this needs. */
abstract class ImportPage extends WizardPage {

    protected final ImportWizard wizard;

    /** @param key the prefix of the message keys of the page */
    ImportPage(ImportWizard wizard, String key) {
        super(key);
        this.wizard = wizard;
        setTitle(RcpMessages.ALL.text(key));
        setDescription(RcpMessages.ALL.text(key + ".tip"));
        setPageComplete(false);
    }

    /** Does the work that the page needs. Called on the UI thread, after the page has become visible. */
    protected abstract boolean prepare();

    /** Shows the session. Called on the UI thread. */
    protected abstract void show();

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            // The work shows its progress in the dialog, which must be open and have this page by then.
            getControl().getDisplay().asyncExec(() -> {
                if (!getControl().isDisposed() && getContainer().getCurrentPage() == this) {
                    setErrorMessage(null);
                    if (prepare() && !getControl().isDisposed()) {
                        show();
                        focus();
                    }
                    getContainer().updateButtons();
                }
            });
        }
    }

    @Override
    public boolean canFlipToNextPage() {
        return super.canFlipToNextPage() && !wizard.isBusy();
    }

    /** Sets the focus to the first control that the user needs. */
    protected abstract void focus();

    // Controls

    /**
     * Creates a label above or before a control, which is also the name of the control for screen readers.
     *
     * @param key the message key of the label
     */
    static Label label(Composite parent, String key) {
        var label = new Label(parent, SWT.NONE);
        label.setText(RcpMessages.ALL.text(key));
        return label;
    }

    /** Gives a control a name for screen readers. */
    static <T extends Control> T named(T control, String key) {
        return Names.named(control, RcpMessages.ALL.text(key));
    }

    /** Creates a table with a header and lines. */
    static Table table(Composite parent, int style, String name, int height) {
        var table = named(new Table(parent, style | SWT.BORDER | SWT.FULL_SELECTION), name);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = height;
        data.widthHint = 400;
        table.setLayoutData(data);
        return table;
    }

    static TableColumn column(Table table, String title, int width) {
        var column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
        return column;
    }

    /** Returns a text in one line, shortened to what a cell can show. */
    static String line(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    static String percent(double score) {
        return Math.round(score * 100) + " %";
    }
}
