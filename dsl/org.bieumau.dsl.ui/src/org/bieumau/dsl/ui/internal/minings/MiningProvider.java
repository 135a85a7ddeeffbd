/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.minings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bieumau.dsl.ide.internal.minings.Minings;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineEndCodeMining;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.swt.widgets.Display;
import org.eclipse.xtext.validation.Issue;

/** Shows code minings at the end of lines: the number of rows of a form, the result of a rule. */
public final class MiningProvider extends AbstractCodeMiningProvider implements OpenDocument.Listener {

    private OpenDocument followed;
    private ITextViewer viewer;
    private volatile Display display;

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(
            ITextViewer textViewer, IProgressMonitor monitor) {
        var document = textViewer.getDocument();
        var open = document == null ? null : OpenDocument.of(document).orElse(null);
        if (open == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        follow(open, textViewer);
        return CompletableFuture.supplyAsync(() -> minings(open, document));
    }

    /** Listens for the problems of the document: the results of the rules are only known once these have been found. */
    private synchronized void follow(OpenDocument open, ITextViewer textViewer) {
        viewer = textViewer;
        display = textViewer.getTextWidget() == null
                ? null
                : textViewer.getTextWidget().getDisplay();
        if (open != followed) {
            leave();
            followed = open;
            open.addListener(this);
        }
    }

    private void leave() {
        if (followed != null) {
            followed.removeListener(this);
        }
        followed = null;
    }

    private List<ICodeMining> minings(OpenDocument open, IDocument document) {
        var minings = new ArrayList<ICodeMining>();
        for (var mining : open.read(resource -> Minings.of(resource, open.problems()))) {
            try {
                // A code mining above the line would give it another height, and the text widget would then have to
                // measure all lines.
                var lineEnd = new LineEndCodeMining(document, document.getLineOfOffset(mining.offset()), this) {};
                lineEnd.setLabel("   " + mining.label());
                minings.add(lineEnd);
            } catch (BadLocationException e) {
                // The text has become shorter meanwhile and will be read again.
            }
        }
        return minings;
    }

    @Override
    public void problemsChanged(List<Issue> problems) {
        if (display != null && !display.isDisposed()) {
            display.asyncExec(() -> {
                var text = viewer.getTextWidget();
                if (text != null
                        && !text.isDisposed()
                        && viewer.getDocument() != null
                        && viewer instanceof ISourceViewerExtension5 mined) {
                    mined.updateCodeMinings();
                }
            });
        }
    }

    @Override
    public synchronized void dispose() {
        leave();
        super.dispose();
    }
}
