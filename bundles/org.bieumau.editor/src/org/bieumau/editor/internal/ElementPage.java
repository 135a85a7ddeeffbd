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
import org.jspecify.annotations.NonNull;

/**
 * Page about one element of the file, which the user chooses in the bar above it. The page follows the text while it is
 * active.
 *
 * @param <T> the content of the page
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
    /** Number of changes of this page that the text does not have yet. Accessed on the UI thread. */
    private int ahead;

    /** @param label the message key of the label before the choice of elements */
    protected ElementPage(PageSite site, String label) {
        this.site = (OwnPageSite) site;
        this.editor = this.site.editor();
        this.label = label;
    }

    @Override
    public final @NonNull Control createControl(Composite parent) {
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
            commit();
            wanted = elements.getText();
            readLater();
        });
        fillBar(bar);
        banner = new Banner(control);
        fillPage(control);
        return control;
    }

    /** Adds controls to the bar, after the choice of elements. */
    protected void fillBar(Composite bar) {}

    /** Creates a tool bar that fills the rest of the bar. */
    protected static ToolBar toolBar(Composite bar) {
        ((GridLayout) bar.getLayout()).numColumns++;
        var tools = new ToolBar(bar, SWT.FLAT);
        tools.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return tools;
    }

    /**
     * Adds an item to a tool bar, with a separator before it. What is being typed is committed before its action runs.
     *
     * @param kind the SWT style of the item
     * @param key the message key of its text; the key of its tool tip is the same with <code>.tip</code> appended
     */
    protected final ToolItem tool(ToolBar tools, int kind, String key, Runnable action) {
        if (tools.getItemCount() > 0) {
            new ToolItem(tools, SWT.SEPARATOR);
        }
        var item = new ToolItem(tools, kind);
        item.setText(EditorMessages.ALL.text(key));
        item.setToolTipText(EditorMessages.ALL.text(key + ".tip"));
        item.addListener(SWT.Selection, event -> {
            commit();
            action.run();
        });
        return item;
    }

    /**
     * Creates the content below the bar.
     *
     * @param page a composite with a grid layout of one column
     */
    protected abstract void fillPage(Composite page);

    /** Schedules reading the model for this page, off the UI thread. */
    protected final void readLater() {
        site.refresh();
    }

    // Typing and changes

    /** Returns the change that writes what is being typed; empty if nothing is. */
    public Optional<ModelChanges.Change> typed() {
        return Optional.empty();
    }

    @Override
    public final boolean isTyping() {
        return typed().isPresent();
    }

    @Override
    public void commit() {
        typed().ifPresent(this::change);
    }

    /** Tells the editor that what is being typed has changed. */
    public final void typing() {
        site.typed();
    }

    /** Makes a change. Until the text has it, the page is ahead of the text. */
    protected final void change(ModelChanges.Change change) {
        editor.showMessage(null);
        ahead++;
        editor.changes().make(change, () -> {
            ahead--;
            if (site.shownVersion() == editor.open().version()) {
                // The change was refused or unnecessary, so no other event makes the page show the text again.
                readLater();
            }
        });
    }

    /** Returns whether the text does not have all changes of this page yet. */
    protected final boolean isAhead() {
        return ahead > 0;
    }

    @Override
    public void setActive(boolean isActive) {
        active = isActive;
    }

    /** Returns whether this page is the active one. */
    protected boolean isActive() {
        return active;
    }

    /**
     * Returns the offset in the text of the selected element, in UTF-16 code units; -1 if nothing is selected. The
     * caret is moved there when the user switches to the Source page.
     */
    public int selectedOffset() {
        return -1;
    }

    @Override
    public final @NonNull Optional<TextRange> selection() {
        return selectedOffset() < 0 ? Optional.empty() : Optional.of(new TextRange(selectedOffset(), 0));
    }

    @Override
    public final void reveal(int offset) {
        reveals(offset, 0);
    }

    /**
     * Selects what a part of the text describes, if the page shows it.
     *
     * @return whether it does; false by default
     */
    public boolean reveals(int offset, int length) {
        return false;
    }

    /** Chooses the element that the page is about, as soon as the text has it. */
    public final void choose(String name) {
        commit();
        wanted = name;
        readLater();
    }

    /** Returns the name of the element that the page shows; empty if it shows none. */
    public final String element() {
        return elements == null ? "" : elements.getText();
    }

    /** Returns the name of the element the user has chosen; null if none. */
    protected String wanted() {
        return wanted;
    }

    /**
     * Fills the choice of elements.
     *
     * @param name the element shown; null for none
     */
    protected void show(List<String> names, String name) {
        show(elements, names, name);
    }

    /**
     * Fills a combo box.
     *
     * @param name the selected item; null for none
     */
    public static void show(Combo combo, List<String> names, String name) {
        if (!List.of(combo.getItems()).equals(names)) {
            combo.setItems(names.toArray(String[]::new));
        }
        combo.setEnabled(names.size() > 1);
        combo.setText(name == null ? "" : name);
    }

    /** Shows why the page cannot be used at the moment; null hides the message. */
    protected void showBanner(String sentence) {
        banner.show(sentence);
    }

    /** Returns whether the page shows the current text and all changes have been applied. */
    public boolean isSettled() {
        return site.shownVersion() == editor.open().version()
                && editor.changes().isIdle();
    }
}
