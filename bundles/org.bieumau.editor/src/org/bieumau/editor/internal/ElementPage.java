/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import java.util.Optional;
import org.bieumau.editor.spi.EditorPage;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.editor.spi.TextRange;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/**
 * A page about one element of the file, which is chosen in the bar above it. It follows the text while it is the page
 * that is seen.
 *
 * @param <T> what it shows
 */
public abstract class ElementPage<T> implements EditorPage<T> {

    protected final EditorAccess editor;
    private final OwnPageSite site;
    private final String label;
    private Composite control;
    private Combo elements;
    private Banner banner;
    private volatile String wanted;
    private boolean active;

    /** @param label the key of what stands before the choice */
    protected ElementPage(PageSite site, String label) {
        this.site = (OwnPageSite) site;
        this.editor = this.site.editor();
        this.label = label;
    }

    @Override
    public final Control createControl(Composite parent) {
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
        return control;
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

    /** Reads at once, off the UI thread. */
    protected final void readLater() {
        site.refresh();
    }

    @Override
    public void setActive(boolean isActive) {
        active = isActive;
    }

    /** Whether it is the page that is seen. */
    protected boolean isActive() {
        return active;
    }

    /** Where in the text what is selected begins; -1 where nothing is. From this page to the text one stays there. */
    public int selectedOffset() {
        return -1;
    }

    @Override
    public final Optional<TextRange> selection() {
        return selectedOffset() < 0 ? Optional.empty() : Optional.of(new TextRange(selectedOffset(), 0));
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

    /** Whether what is shown is that of the text as it is. */
    public boolean isSettled() {
        return site.shownVersion() == editor.open().version()
                && editor.changes().isIdle();
    }
}
