/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.editor.FormPage;

/**
 * A page about one element of the file, which is chosen in the bar above it. It follows the text while it is the page
 * that is seen.
 */
public abstract class ElementPage extends FormPage implements OpenDocument.Listener {

    protected final BieuEditor editor;
    private final String label;
    private Composite control;
    private Combo elements;
    private Banner banner;
    private volatile String wanted;
    private volatile boolean active;
    private volatile int shown = -1;

    /** @param label the key of what stands before the choice */
    protected ElementPage(BieuEditor editor, String id, String title, String label) {
        super(editor, id, EditorMessages.ALL.text(title));
        this.editor = editor;
        this.label = label;
    }

    @Override
    public final void createPartControl(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        control.setLayout(layout);
        var bar = new Composite(control, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        bar.setLayout(new GridLayout(2, false));
        new Label(bar, SWT.NONE).setText(EditorMessages.ALL.text(label));
        elements = new Combo(bar, SWT.DROP_DOWN | SWT.READ_ONLY);
        elements.setLayoutData(new GridData(220, SWT.DEFAULT));
        elements.addListener(SWT.Selection, event -> {
            wanted = elements.getText();
            readLater();
        });
        fillBar(bar);
        banner = new Banner(control);
        fillPage(control);
        editor.open().addListener(this);
    }

    /** Adds to the bar, behind the choice. */
    protected void fillBar(Composite bar) {}

    /** A tool bar behind the choice, over what is left of the bar. */
    protected static ToolBar toolBar(Composite bar) {
        ((GridLayout) bar.getLayout()).numColumns++;
        var tools = new ToolBar(bar, SWT.FLAT);
        tools.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return tools;
    }

    /**
     * Adds a tool to a bar, with a line before it.
     *
     * @param kind of a tool item
     * @param key of its text; that of its tip ends with <code>.tip</code>
     */
    protected static ToolItem tool(ToolBar tools, int kind, String key, Runnable action) {
        if (tools.getItemCount() > 0) {
            new ToolItem(tools, SWT.SEPARATOR);
        }
        var item = new ToolItem(tools, kind);
        item.setText(EditorMessages.ALL.text(key));
        item.setToolTipText(EditorMessages.ALL.text(key + ".tip"));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** Fills what is below the bar: a grid of one column. */
    protected abstract void fillPage(Composite page);

    /** Reads off the model what is to be seen, and has it shown; called off the UI thread. */
    protected abstract void read();

    /** Reads at once, off the UI thread. */
    protected final void readLater() {
        ICoreRunnable read = monitor -> read();
        Job.createSystem(EditorMessages.ALL.text("job.page"), read).schedule();
    }

    @Override
    public final void modelChanged() {
        if (active) {
            read();
        }
    }

    /** The editor has another document than before. */
    protected void follow(OpenDocument before) {
        if (control != null) {
            before.removeListener(this);
            editor.open().addListener(this);
        }
    }

    @Override
    public void setActive(boolean isActive) {
        active = isActive;
        if (isActive) {
            readLater();
        }
    }

    /** Where in the text what is selected begins; -1 where nothing is. From this page to the text one stays there. */
    public int selectedOffset() {
        return -1;
    }

    /** The element that the user has chosen; null where none was. */
    protected String wanted() {
        return wanted;
    }

    /** Shows what can be chosen and which one is shown. */
    protected void show(List<String> names, String name) {
        show(elements, names, name);
    }

    /** Shows in a combo what can be chosen and what is; null for nothing. */
    public static void show(Combo combo, List<String> names, String name) {
        if (!List.of(combo.getItems()).equals(names)) {
            combo.setItems(names.toArray(String[]::new));
        }
        combo.setEnabled(names.size() > 1);
        combo.setText(name == null ? "" : name);
    }

    /** Says why the page cannot be used just now; null for nothing. */
    protected void say(String sentence) {
        banner.say(sentence);
    }

    /** What was read of a version of the text is shown, by the UI thread, if the page is still there. */
    protected void showLater(int version, Runnable show) {
        if (!control.isDisposed()) {
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    show.run();
                    shown = version;
                }
            });
        }
    }

    /** Whether what is shown is that of the text as it is. */
    public boolean isSettled() {
        return shown == editor.open().version() && editor.changes().isIdle();
    }

    @Override
    public final Control getPartControl() {
        return control;
    }

    @Override
    public final boolean isEditor() {
        return false;
    }

    @Override
    public void dispose() {
        editor.open().removeListener(this);
        super.dispose();
    }
}
