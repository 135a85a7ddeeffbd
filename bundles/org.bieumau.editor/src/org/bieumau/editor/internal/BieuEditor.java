/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.Optional;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.editor.spi.EditorPage;
import org.bieumau.editor.spi.TextRange;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/**
 * Editor of a .bieu file: contributed pages and the Source page. The text is the single source of truth. Every page
 * edits the text by way of the model, so all pages share one dirty state and one undo history.
 */
public final class BieuEditor extends FormEditor implements EditorAccess, FindBar.Owner {

    public static final String ID = "org.bieumau.editor";

    private final TextPage text = new TextPage();
    private int textPage;
    /** Kept after the editor is closed, because a job may still be reading for a page. Its result is then dropped. */
    private OpenDocument open;

    private IFormPage shown;
    private FindBar find;
    private ModelChanges changes;
    private boolean wasTyping;
    private Banner banner;
    /** Whether the page to begin with is shown, so that another page is the choice of the user. */
    private boolean isOpened;

    private final IExecutionListener commands = new CommittingListener(this);

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        site.getService(ICommandService.class).addExecutionListener(commands);
    }

    @Override
    public void dispose() {
        getSite().getService(ICommandService.class).removeExecutionListener(commands);
        super.dispose();
    }

    /** The tabs of the pages are next to the tab of the file, where users look for them. */
    @Override
    protected CTabFolder createContainer(Composite parent) {
        var container = super.createContainer(parent);
        container.setTabPosition(SWT.TOP);
        return container;
    }

    @Override
    protected void addPages() {
        try {
            textPage = addPage(text, getEditorInput());
            open = OpenDocument.of(text.getDocumentProvider().getDocument(getEditorInput()))
                    .orElseThrow();
            text.addPropertyListener((source, property) -> {
                if (property == PROP_INPUT && text.getDocumentProvider() != null) {
                    inputChanged();
                }
            });
            setPageText(textPage, EditorMessages.ALL.text("page.text"));
            for (var contribution : PageContribution.installed()) {
                var page = HostedPage.of(this, contribution);
                if (page.isPresent()) {
                    addPage(textPage, page.get());
                    textPage++;
                }
            }
        } catch (PartInitException e) {
            Platform.getLog(BieuEditor.class).log(e.getStatus());
        }
        setPartName(getEditorInput().getName());
        setActivePage(textPage);
        LastPage.of(open).ifPresent(this::setActivePage);
        isOpened = true;
    }

    @Override
    public ModelChanges changes() {
        if (changes == null) {
            changes = new ModelChanges(open(), document(), this::showMessage, this::typed);
        }
        return changes;
    }

    @Override
    public void showMessage(String sentence) {
        getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(sentence);
    }

    /** Shows news in the status line that is no problem. */
    public void tell(String sentence) {
        getEditorSite().getActionBars().getStatusLineManager().setMessage(sentence);
    }

    /** Keeps the place in the text when the user switches between the Source page and another page. */
    @Override
    protected void pageChange(int newPage) {
        var wasTextShown = getCurrentPage() == textPage;
        if (newPage == textPage && shown instanceof HostedPage<?> page) {
            page.selection().ifPresent(range -> text.selectAndReveal(range.offset(), 0));
        }
        super.pageChange(newPage);
        shown = getActivePageInstance();
        if (isOpened) {
            LastPage.keep(open, shown instanceof HostedPage<?> page ? page.getId() : "");
        }
        if (wasTextShown && shown instanceof HostedPage<?> page) {
            page.reveal(caret());
        }
    }

    // Finding

    /** Puts a banner and the bar to find above all pages. */
    @Override
    protected Composite createPageContainer(Composite parent) {
        var whole = new Composite(super.createPageContainer(parent), SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        whole.setLayout(layout);
        banner = new Banner(whole, EditorMessages.ALL.text("conflict.saveAs"), this::doSaveAs);
        find = new FindBar(whole, this);
        var container = new Composite(whole, SWT.NONE);
        container.setLayout(new FillLayout());
        container.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return container;
    }

    /** Opens the bar to find, or to find and replace. */
    public void find(boolean isReplacing) {
        commit();
        var selected = isTextShown()
                        && text.getSelectionProvider().getSelection() instanceof ITextSelection selection
                        && selection.getStartLine() == selection.getEndLine()
                ? selection.getText()
                : "";
        find.open(isReplacing, selected == null ? "" : selected);
    }

    /** Returns the bar to find, for tests. */
    public FindBar findBar() {
        return find;
    }

    @Override
    public void commitTyping() {
        commit();
    }

    @Override
    public boolean findsContentOnly() {
        return !isTextShown();
    }

    @Override
    public int position() {
        return shown instanceof HostedPage<?> page
                ? page.selection().map(TextRange::offset).orElse(0)
                : caret();
    }

    @Override
    public void reveal(int offset, int length) {
        if (isTextShown() || !revealOnPage(offset, length)) {
            showText(offset, length);
        }
    }

    /** Shows a place on the active page, or else on the page of a form or of a text; false if none is about it. */
    private boolean revealOnPage(int offset, int length) {
        if (shown instanceof HostedPage<?> hosted
                && hosted.page() instanceof ElementPage<?> page
                && page.reveals(offset, length)) {
            return true;
        }
        var place =
                open.readUnlessBusy(resource -> PagePlace.of(resource, offset)).flatMap(each -> each);
        if (place.isEmpty() || !(show(place.get().page()) instanceof ElementPage<?> page)) {
            return false;
        }
        page.choose(place.get().element());
        ((HostedPage<?>) shown).reveal(offset, length);
        return true;
    }

    /** Shows the place of a marker on the page that is about it, preferably the active one. */
    private void gotoMarker(IMarker marker) {
        var active = getActivePage();
        // Selects the place in the text, and activates the Source page.
        text.getAdapter(IGotoMarker.class).gotoMarker(marker);
        if (active != textPage) {
            setActivePage(active);
            reveal(caret(), 0);
        }
    }

    @Override
    public void returnFocus() {
        setFocus();
    }

    /** Returns the text editor on the Source page. */
    public ITextEditor textEditor() {
        return text;
    }

    @Override
    public OpenDocument open() {
        return open;
    }

    @Override
    public IDocument document() {
        return open.document();
    }

    @Override
    public void showText(int offset, int length) {
        setActivePage(textPage);
        text.selectAndReveal(offset, length);
    }

    @Override
    public void selectText(int offset, int length) {
        text.selectAndReveal(offset, length);
    }

    /**
     * Activates a contributed page.
     *
     * @return the page; null if the editor does not have it
     */
    public EditorPage<?> show(String id) {
        return setActivePage(id) instanceof HostedPage<?> hosted ? hosted.page() : null;
    }

    /** Returns the active contributed page; empty if the Source page is active. */
    public Optional<EditorPage<?>> shownPage() {
        return getActivePageInstance() instanceof HostedPage<?> hosted ? Optional.of(hosted.page()) : Optional.empty();
    }

    /** Moves the caret to the matching bracket. */
    void gotoMatchingBracket() {
        text.gotoMatchingBracket();
    }

    public boolean isTextShown() {
        return getActivePage() == textPage;
    }

    @Override
    public int caret() {
        var viewer = text.getAdapter(ITextViewer.class);
        return viewer instanceof ISourceViewer source ? source.getSelectedRange().x : 0;
    }

    @Override
    protected void setInput(IEditorInput input) {
        super.setInput(input);
        setPartName(input.getName());
    }

    // Typing

    /**
     * Writes what is being typed on a page to the text, and waits until the text has it.
     *
     * @return whether the text now has everything; otherwise the status line says why not
     */
    boolean commit() {
        if (shown instanceof HostedPage<?> page) {
            page.commit();
        }
        return changes == null || changes.finish();
    }

    /** Returns whether the text does not have yet what was typed on a page. */
    boolean isTyping() {
        return shown instanceof HostedPage<?> page && page.isTyping() || changes != null && !changes.isEmpty();
    }

    /** Returns the change that writes what is being typed on a page; empty if nothing is. */
    public Optional<ModelChanges.Change> typedChange() {
        return shown instanceof HostedPage<?> hosted && hosted.page() instanceof ElementPage<?> page
                ? page.typed()
                : Optional.empty();
    }

    /** Called when {@link #isTyping} may have changed. */
    void typed() {
        open.typed();
        if (wasTyping != isTyping()) {
            wasTyping = !wasTyping;
            firePropertyChange(PROP_DIRTY);
        }
        if (getEditorSite().getActionBarContributor() instanceof BieuEditorContributor contributor) {
            contributor.typed(this);
        }
    }

    /** Says from the first edit on, on any page, that a file is read-only. A question would take the next letters. */
    @Override
    protected void firePropertyChange(int property) {
        super.firePropertyChange(property);
        if (property == PROP_DIRTY && banner != null) {
            banner.show(
                    isDirty() && text.isFileReadOnly()
                            ? EditorMessages.ALL.text(
                                    "readOnly.message", getEditorInput().getName())
                            : null);
        }
    }

    @Override
    public boolean isDirty() {
        return super.isDirty() || isTyping();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (commit()) {
            text.doSave(monitor);
        } else {
            monitor.setCanceled(true);
        }
    }

    @Override
    public void doSaveAs() {
        if (commit()) {
            text.doSaveAs();
        }
    }

    /** Passes the new document to all pages after the file was saved under another name. */
    private void inputChanged() {
        var now = OpenDocument.of(text.getDocumentProvider().getDocument(text.getEditorInput()))
                .orElse(open);
        if (now != open) {
            var before = open;
            open = now;
            changes = null;
            setInput(text.getEditorInput());
            for (var page : pages) {
                if (page instanceof HostedPage<?> hosted) {
                    hosted.follow(before);
                }
            }
        }
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == ITextEditor.class) {
            return type.cast(text);
        }
        if (type == IContentOutlinePage.class) {
            return text.getAdapter(type);
        }
        if (type == IGotoMarker.class) {
            return type.cast((IGotoMarker) this::gotoMarker);
        }
        return super.getAdapter(type);
    }
}
