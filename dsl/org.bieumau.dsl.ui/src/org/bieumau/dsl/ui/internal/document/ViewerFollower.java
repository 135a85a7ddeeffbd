/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Base class for parts of a text viewer that show something from the model of the document in the viewer. The model is
 * read off the UI thread.
 */
public abstract class ViewerFollower implements OpenDocument.Listener, ITextInputListener {

    private ITextViewer viewer;
    private Display display;
    private OpenDocument open;

    /** Starts following a viewer and the document it shows. */
    protected void follow(ITextViewer newViewer) {
        viewer = newViewer;
        display = viewer.getTextWidget().getDisplay();
        viewer.addTextInputListener(this);
        follow(viewer.getDocument());
    }

    /** Stops following the viewer. */
    protected void leave() {
        if (viewer != null) {
            viewer.removeTextInputListener(this);
            follow((IDocument) null);
        }
    }

    private void follow(IDocument document) {
        if (open != null) {
            open.removeListener(this);
        }
        open = document == null ? null : OpenDocument.of(document).orElse(null);
        if (open != null) {
            open.addListener(this);
        }
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {}

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        follow(newInput);
    }

    /** Returns the document that is followed; null if there is none. */
    protected OpenDocument open() {
        return open;
    }

    /** Reads the model and passes the result to the UI thread, unless the text has changed by then. */
    protected <T> void show(Function<XtextResource, T> reader, Consumer<T> show) {
        var from = open;
        var text = viewer.getTextWidget();
        if (from == null || text == null || text.isDisposed()) {
            return;
        }
        var version = new int[1];
        var read = from.read(resource -> {
            version[0] = from.modelVersion();
            return reader.apply(resource);
        });
        // The editor may be closed by now, and a disposed widget has no display.
        display.asyncExec(() -> {
            if (!text.isDisposed() && from == open && from.version() == version[0] && viewer.getDocument() != null) {
                show.accept(read);
            }
        });
    }
}
