/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.util.List;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ElementPage;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.IPage;
import org.eclipse.ui.part.MessagePage;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.part.PageBook;
import org.eclipse.ui.part.PageBookView;

/**
 * View of the printed pages of the edited file, next to its editor. It is updated while the user types, as long as it
 * is visible.
 */
public final class PagesPreview extends PageBookView implements ISelectionListener {

    public static final String ID = "org.bieumau.editor.preview";

    private final IPartListener2 visibility = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            update(reference);
        }

        @Override
        public void partHidden(IWorkbenchPartReference reference) {
            update(reference);
        }

        private void update(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == PagesPreview.this) {
                refresh();
            }
        }
    };

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        getSite().getPage().addPartListener(visibility);
        getSite().getPage().addPostSelectionListener(this);
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(visibility);
        getSite().getPage().removePostSelectionListener(this);
        super.dispose();
    }

    @Override
    protected IPage createDefaultPage(PageBook book) {
        var page = new MessagePage();
        initPage(page);
        page.createControl(book);
        page.setMessage(EditorMessages.ALL.text("preview.none"));
        return page;
    }

    @Override
    protected PageRec doCreatePage(IWorkbenchPart part) {
        var page = new Preview((BieuEditor) part);
        initPage(page);
        page.createControl(getPageBook());
        return new PageRec(part, page);
    }

    @Override
    protected void doDestroyPage(IWorkbenchPart part, PageRec record) {
        record.page.dispose();
        record.dispose();
    }

    @Override
    protected IWorkbenchPart getBootstrapPart() {
        return getSite().getPage().getActiveEditor();
    }

    @Override
    protected boolean isImportant(IWorkbenchPart part) {
        return part instanceof BieuEditor;
    }

    @Override
    protected void showPageRec(PageRec record) {
        super.showPageRec(record);
        refresh();
    }

    /**
     * Enables only the pages of the current editor, and only while the view is visible, so that nothing invisible is
     * laid out.
     */
    private void refresh() {
        var isVisible = getSite().getPage().isPartVisible(this);
        for (var part : getSite().getPage().getEditorReferences()) {
            var record = part.getEditor(false) == null ? null : getPageRec(part.getEditor(false));
            if (record != null && record.page instanceof Preview preview) {
                preview.setVisible(isVisible && record.page == getCurrentPage());
            }
        }
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (selection instanceof ITextSelection text
                && getCurrentPage() instanceof Preview preview
                && preview.editor == part) {
            preview.pages.markText(text.getOffset());
        }
    }

    /** Returns whether the view shows the current text. */
    public boolean isSettled() {
        return getCurrentPage() instanceof Preview preview && preview.pages.isSettled();
    }

    /** Returns the offset of the source of the framed area, for tests; -1 if no area is framed. */
    public int markedOffset() {
        return getCurrentPage() instanceof Preview preview ? preview.pages.markedOffset() : -1;
    }

    /** Pages of one editor. */
    private static final class Preview extends Page implements OpenDocument.Listener, PagesView.Owner {

        private final BieuEditor editor;
        private OpenDocument followed;
        private Composite control;
        private Combo elements;
        private PagesView pages;
        private String wanted;
        private volatile boolean isVisible;

        Preview(BieuEditor editor) {
            this.editor = editor;
        }

        @Override
        public void createControl(Composite parent) {
            control = new Composite(parent, SWT.NONE);
            var layout = new GridLayout(2, false);
            layout.marginWidth = layout.marginHeight = 0;
            control.setLayout(layout);
            elements = new Combo(control, SWT.DROP_DOWN | SWT.READ_ONLY);
            Names.named(elements, EditorMessages.ALL.text("pages.preview"));
            var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = 60;
            elements.setLayoutData(data);
            elements.addListener(SWT.Selection, event -> {
                wanted = elements.getText();
                pages.print(wanted);
            });
            var zoom = new ZoomBar(control, "↔");
            pages = new PagesView(control, editor, this);
            pages.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
            zoom.follow(pages);
        }

        void setVisible(boolean visible) {
            isVisible = visible;
            if (visible && !control.isDisposed()) {
                if (followed != editor.open()) {
                    leave();
                    followed = editor.open();
                    followed.addListener(this);
                }
                pages.print(wanted);
            }
        }

        @Override
        public void modelChanged() {
            if (isVisible) {
                pages.print(wanted);
            }
        }

        @Override
        public void shown(List<String> names, String name) {
            ElementPage.show(elements, names, name);
        }

        @Override
        public void picked(int offset, int length) {
            editor.selectText(offset, length);
        }

        @Override
        public Control getControl() {
            return control;
        }

        @Override
        public void setFocus() {
            pages.control().setFocus();
        }

        private void leave() {
            if (followed != null) {
                followed.removeListener(this);
            }
        }

        @Override
        public void dispose() {
            leave();
            super.dispose();
        }
    }
}
