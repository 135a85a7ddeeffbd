/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal;

import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * List over the editor to pick an item from. Typing filters it, with or without diacritics; Enter runs the selected
 * item.
 */
public final class QuickList extends PopupDialog {

    /** Item of the list with the action that picking it runs. */
    public record Item(String label, Image image, Runnable action) {}

    private final List<Item> items;
    private Text filter;
    private TableViewer table;
    /** The item below the list that does something else; null for none. */
    private Item other;

    public QuickList(Shell parent, String title, List<Item> items) {
        // PopupDialog only creates the title area, which holds the filter, if there is a title.
        super(parent, INFOPOPUPRESIZE_SHELLSTYLE, true, false, false, false, false, "", title);
        this.items = items;
    }

    /** Adds a button below the list, such as one that creates what the list does not have. */
    public QuickList with(Item button) {
        other = button;
        return this;
    }

    @Override
    protected Control createTitleControl(Composite parent) {
        filter = new Text(parent, SWT.NONE);
        Names.named(filter, UiMessages.ALL.text("list.filter"));
        filter.setMessage(UiMessages.ALL.text("list.filter"));
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return filter;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        var layout = new GridLayout();
        layout.marginWidth = layout.marginHeight = 0;
        area.setLayout(layout);
        table = new TableViewer(area, SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION);
        Names.named(table.getTable(), UiMessages.ALL.text("list.names"));
        table.getControl().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Item) element).label();
            }

            @Override
            public Image getImage(Object element) {
                return ((Item) element).image();
            }
        });
        table.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer viewer, Object parentElement, Object element) {
                return VietnameseText.hasWords(((Item) element).label(), filter.getText());
            }
        });
        table.setInput(items);
        selectFirst();
        filter.addListener(SWT.Modify, event -> {
            table.refresh();
            selectFirst();
        });
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                pick();
            } else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
                var index = table.getTable().getSelectionIndex() + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
                table.getTable()
                        .setSelection(Math.clamp(
                                index, 0, Math.max(0, table.getTable().getItemCount() - 1)));
                table.getTable().showSelection();
                event.doit = false;
            }
        });
        table.addDoubleClickListener(event -> pick());
        table.getControl().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR) {
                pick();
            }
        });
        if (other != null) {
            var button = new Button(area, SWT.PUSH);
            button.setText(other.label());
            button.addListener(SWT.Selection, event -> run(other));
        }
        return area;
    }

    private void selectFirst() {
        var first = table.getElementAt(0);
        if (first != null) {
            table.setSelection(new StructuredSelection(first), true);
        }
    }

    private void pick() {
        var picked = ((IStructuredSelection) table.getSelection()).getFirstElement();
        if (picked instanceof Item item) {
            run(item);
        } else {
            close();
        }
    }

    private void run(Item item) {
        close();
        item.action().run();
    }

    @Override
    protected Control getFocusControl() {
        return filter;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(560, 380);
    }
}
