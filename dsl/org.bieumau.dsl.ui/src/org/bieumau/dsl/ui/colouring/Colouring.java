/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.colouring;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.bieumau.dsl.ide.highlighting.Highlighting;
import org.bieumau.dsl.ide.highlighting.Highlighting.Word;
import org.bieumau.dsl.ui.document.ViewerFollower;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.custom.StyleRange;

/**
 * The colours of a text, by what its words are in the model. They come a moment behind the typing, off the UI thread; only the words
 * that are others than before are drawn anew.
 */
public final class Colouring extends ViewerFollower implements IPresentationReconciler, ITextListener {

    /** So many words are drawn at a time. */
    private static final int BATCH = 2_000;

    private final IPropertyChangeListener preferences = event -> {
        if (Colours.isOurs(event.getProperty())) {
            shown = List.of();
            modelChanged();
        }
    };
    private ITextViewer viewer;
    private volatile List<Word> shown = List.of();
    /** The version of the text that the words are of. */
    private int version;

    @Override
    public void install(ITextViewer viewer) {
        this.viewer = viewer;
        viewer.addTextListener(this);
        JFaceResources.getColorRegistry().addListener(preferences);
        follow(viewer);
    }

    @Override
    public void uninstall() {
        JFaceResources.getColorRegistry().removeListener(preferences);
        viewer.removeTextListener(this);
        leave();
    }

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        shown = List.of();
        super.inputDocumentChanged(oldInput, newInput);
    }

    @Override
    public void modelChanged() {
        show(Highlighting::of, words -> {
            version = open().version();
            draw(words);
        });
    }

    /** Draws the words between the first and the last that are not as before. */
    private void draw(List<Word> words) {
        var before = shown;
        shown = words;
        var first = 0;
        while (first < words.size() && first < before.size() && words.get(first).equals(before.get(first))) {
            first++;
        }
        var last = words.size();
        var lastBefore = before.size();
        if (last > 0 && lastBefore > 0) {
            var shift = words.get(last - 1).offset() - before.get(lastBefore - 1).offset();
            while (last > first && lastBefore > first && same(words.get(last - 1), before.get(lastBefore - 1), shift)) {
                last--;
                lastBefore--;
            }
        }
        for (int i = first; i < last || i == first; i += BATCH) {
            var end = Math.min(i + BATCH, last);
            var from = i == 0 ? 0 : words.get(i - 1).offset() + words.get(i - 1).length();
            var to = end == words.size() ? viewer.getDocument().getLength() : words.get(end).offset();
            draw(words.subList(i, end), from, to);
        }
    }

    /** The viewer shows text that it did not show before, such as what was folded. */
    @Override
    public void textChanged(TextEvent event) {
        if (event.getDocumentEvent() != null || !event.getViewerRedrawState() || open() == null || open().version() != version) {
            return;
        }
        var whole = event.getText() == null && event.getLength() == 0 && event.getOffset() == 0;
        var region = whole ? new Region(0, viewer.getDocument().getLength()) : viewer instanceof ITextViewerExtension5 extension
                ? extension.widgetRange2ModelRange(new Region(event.getOffset(), event.getLength())) : new Region(event.getOffset(), event.getLength());
        if (region == null) {
            return;
        }
        var from = region.getOffset();
        var to = from + region.getLength();
        var first = Collections.binarySearch(shown, new Word(from, 0, null), Comparator.comparingInt(Word::offset));
        first = first < 0 ? Math.max(0, -first - 2) : first;
        var last = first;
        while (last < shown.size() && shown.get(last).offset() < to) {
            last++;
        }
        if (first < last) {
            draw(shown.subList(first, last), Math.min(from, shown.get(first).offset()), Math.max(to, shown.get(last - 1).offset() + shown.get(last - 1).length()));
        }
    }

    private static boolean same(Word word, Word before, int shift) {
        return word.kind() == before.kind() && word.length() == before.length() && word.offset() == before.offset() + shift;
    }

    private void draw(List<Word> words, int from, int to) {
        if (to <= from) {
            return;
        }
        var presentation = new TextPresentation(new Region(from, to - from), Math.max(1, words.size()));
        presentation.setDefaultStyleRange(new StyleRange(from, to - from, null, null));
        for (var word : words) {
            var attribute = Colours.of(word.kind());
            presentation.addStyleRange(new StyleRange(word.offset(), word.length(), attribute.getForeground(), attribute.getBackground(), attribute.getStyle()));
        }
        viewer.changeTextPresentation(presentation, false);
    }

    @Override
    public IPresentationDamager getDamager(String contentType) {
        return null;
    }

    @Override
    public IPresentationRepairer getRepairer(String contentType) {
        return null;
    }
}
