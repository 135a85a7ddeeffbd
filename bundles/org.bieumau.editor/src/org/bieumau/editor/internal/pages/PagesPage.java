/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.util.List;
import java.util.Optional;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.FileModel;
import org.bieumau.editor.spi.PageSite;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.NonNull;

/**
 * Pages page: the printed pages, laid out by the PDF exporter. They are updated while the user types. A double click
 * reveals the source on the Source page.
 */
public final class PagesPage extends ElementPage<Integer> implements PagesView.Owner {

    public static final String ID = "org.bieumau.editor.pages";

    private PagesView pages;
    private ZoomBar zoom;
    private Label position;

    public static final class Factory implements EditorPageFactory {

        @Override
        public @NonNull Optional<PagesPage> create(PageSite site) {
            return Optional.of(new PagesPage(site));
        }
    }

    public PagesPage(PageSite site) {
        super(site, "pages.element");
    }

    @Override
    protected void fillBar(Composite bar) {
        ((GridLayout) bar.getLayout()).numColumns += 3;
        var gap = new Label(bar, SWT.NONE);
        gap.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        position = new Label(bar, SWT.RIGHT);
        position.setLayoutData(new GridData(100, SWT.DEFAULT));
        zoom = new ZoomBar(bar, EditorMessages.ALL.text("pages.fit"));
    }

    @Override
    protected void fillPage(Composite page) {
        pages = new PagesView(page, editor, this);
        pages.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        zoom.follow(pages);
        pages.control().addListener(SWT.Paint, event -> {
            if (!position.getText().equals(pages.position())) {
                position.setText(pages.position());
            }
        });
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

    /** Reads only the version, because the view lays out the pages in its own job. */
    @Override
    public Integer read(FileModel model) {
        return model.version();
    }

    @Override
    public void show(Integer version) {
        pages.print(wanted());
    }

    @Override
    public boolean isSettled() {
        return pages != null && pages.isSettled() && editor.changes().isIdle();
    }

    /** Returns which of the pages is shown, as in the bar, for tests. */
    public String position() {
        return position.getText();
    }

    @Override
    public void shown(List<String> names, String name) {
        show(names, name);
    }

    @Override
    public void picked(int offset, int length) {
        editor.selectText(offset, length);
    }
}
