/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.colouring;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting.Word;
import org.bieumau.dsl.ui.internal.document.ViewerFollower;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.IViewportListener;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.custom.StyleRange;

/**
 * Colours the words of a text by their meaning in the model. The colours follow the typing with a short delay and are
 * computed off the UI thread. Only words that have changed and lie in or near the visible part of the text are redrawn.
 */
public final class Colouring extends ViewerFollower implements IPresentationReconciler, ITextListener {

    private final IPropertyChangeListener preferences = event -> {
        if (Colours.isOurs(event.getProperty())) {
            shown = List.of();
            modelChanged();
        }
    };
    private final IViewportListener scrolling = top -> drawVisible();
    private ITextViewer viewer;
    private volatile List<Word> shown = List.of();
    /** Text version the words were computed from. */
    private int version;
    /** Part of the text whose words are coloured; the document moves it with the text. */
    private Position drawn = new Position(0);

    @Override
    public void install(ITextViewer viewer) {
        this.viewer = viewer;
        viewer.addTextListener(this);
        viewer.addViewportListener(scrolling);
        JFaceResources.getColorRegistry().addListener(preferences);
        follow(viewer);
    }

    @Override
    public void uninstall() {
        JFaceResources.getColorRegistry().removeListener(preferences);
        viewer.removeViewportListener(scrolling);
        viewer.removeTextListener(this);
        leave();
    }

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        shown = List.of();
        drawn = new Position(0);
        super.inputDocumentChanged(oldInput, newInput);
    }

    @Override
    public void modelChanged() {
        show(Highlighting::of, words -> {
            version = open().version();
            var changed = changed(shown, words);
            shown = words;
            if (drawn.isDeleted()) {
                remember(0, 0);
            }
            draw(
                    Math.max(changed.getOffset(), drawn.getOffset()),
                    Math.min(changed.getOffset() + changed.getLength(), drawn.getOffset() + drawn.getLength()));
            drawVisible();
        });
    }

    /**
     * Returns the region from the end of the last unchanged word before the change to the first unchanged word after
     * it.
     */
    private IRegion changed(List<Word> before, List<Word> words) {
        var first = 0;
        while (first < words.size() && first < before.size() && words.get(first).equals(before.get(first))) {
            first++;
        }
        var last = words.size();
        var lastBefore = before.size();
        if (last > 0 && lastBefore > 0) {
            var shift =
                    words.get(last - 1).offset() - before.get(lastBefore - 1).offset();
            while (last > first && lastBefore > first && same(words.get(last - 1), before.get(lastBefore - 1), shift)) {
                last--;
                lastBefore--;
            }
        }
        var from = first == 0
                ? 0
                : words.get(first - 1).offset() + words.get(first - 1).length();
        var to = last == words.size()
                ? viewer.getDocument().getLength()
                : words.get(last).offset();
        return new Region(from, Math.max(0, to - from));
    }

    /** Colours text that the viewer did not show before, for example text that was folded. */
    @Override
    public void textChanged(TextEvent event) {
        if (event.getDocumentEvent() == null && event.getViewerRedrawState() && open() != null) {
            remember(0, 0);
            drawVisible();
        }
    }

    /**
     * Colours the visible text and as much text above and below it. Colouring all of a long file would block the
     * editor.
     */
    private void drawVisible() {
        if (open() == null || open().version() != version || viewer.getDocument() == null) {
            return;
        }
        var top = Math.max(0, viewer.getTopIndexStartOffset());
        var bottom = Math.max(top, viewer.getBottomIndexEndOffset());
        var from = drawn.getOffset();
        var to = from + drawn.getLength();
        if (drawn.getLength() > 0 && from <= top && bottom <= to) {
            return;
        }
        var begin = Math.max(0, 2 * top - bottom);
        var end = Math.min(viewer.getDocument().getLength(), 2 * bottom - top);
        if (drawn.getLength() == 0 || end < from || to < begin) {
            draw(begin, end);
            remember(begin, end);
        } else {
            draw(begin, from);
            draw(to, end);
            remember(Math.min(begin, from), Math.max(to, end));
        }
    }

    private void remember(int from, int to) {
        var document = viewer.getDocument();
        document.removePosition(drawn);
        drawn = new Position(from, to - from);
        try {
            document.addPosition(drawn);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Colours the words between two offsets. */
    private void draw(int from, int to) {
        if (to <= from) {
            return;
        }
        var first = Collections.binarySearch(shown, new Word(from, 0, null), Comparator.comparingInt(Word::offset));
        first = first < 0 ? Math.max(0, -first - 2) : first;
        var last = first;
        while (last < shown.size() && shown.get(last).offset() < to) {
            last++;
        }
        var begin = first < last ? Math.min(from, shown.get(first).offset()) : from;
        draw(
                shown.subList(first, last),
                begin,
                first < last
                        ? Math.max(
                                to,
                                shown.get(last - 1).offset()
                                        + shown.get(last - 1).length())
                        : to);
    }

    private static boolean same(Word word, Word before, int shift) {
        return word.kind() == before.kind()
                && word.length() == before.length()
                && word.offset() == before.offset() + shift;
    }

    private void draw(List<Word> words, int from, int to) {
        var presentation = new TextPresentation(new Region(from, to - from), Math.max(1, words.size()));
        for (var word : words) {
            var attribute = Colours.of(word.kind());
            presentation.addStyleRange(new StyleRange(
                    word.offset(),
                    word.length(),
                    attribute.getForeground(),
                    attribute.getBackground(),
                    attribute.getStyle()));
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
