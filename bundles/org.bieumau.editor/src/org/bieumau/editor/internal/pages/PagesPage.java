/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ElementPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * The pages as they print, by the PDF engine; they follow the text while it is typed. A double click goes to the text.
 */
public final class PagesPage extends ElementPage implements PagesView.Owner {

    public static final String ID = "org.bieumau.editor.pages";

    private PagesView pages;
    private ZoomBar zoom;

    public PagesPage(BieuEditor editor) {
        super(editor, ID, "page.pages", "pages.element");
    }

    @Override
    protected void fillBar(Composite bar) {
        ((GridLayout) bar.getLayout()).numColumns += 2;
        var gap = new Label(bar, SWT.NONE);
        gap.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        zoom = new ZoomBar(bar, EditorMessages.ALL.text("pages.fit"));
    }

    @Override
    protected void fillPage(Composite page) {
        pages = new PagesView(page, editor, this);
        pages.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        zoom.follow(pages);
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active && pages != null) {
            pages.markText(editor.caret());
            pages.control().setFocus();
        }
    }

    @Override
    public void setFocus() {
        if (pages != null) {
            pages.control().setFocus();
        }
    }

    @Override
    protected void read() {
        pages.print(wanted());
    }

    @Override
    public boolean isSettled() {
        return pages != null && pages.isSettled() && editor.changes().isIdle();
    }

    @Override
    public void shown(List<String> names, String name) {
        show(names, name);
    }

    @Override
    public void picked(int offset, int length) {
        editor.textEditor().selectAndReveal(offset, length);
    }
}
