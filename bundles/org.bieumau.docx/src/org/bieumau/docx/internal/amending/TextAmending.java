/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.Amendment;
import org.bieumau.docx.internal.amending.ShownText.Piece;
import org.bieumau.ooxml.internal.amending.XmlElement;

/** Amends texts and their looks. */
final class TextAmending {

    private TextAmending() {}

    /** Changes a text; returns false if the file does not store it as text. */
    static boolean retype(WordParts document, Amendment.Retype change) throws IOException, ProblemException {
        var paragraphs = document.copies(change.anchor());
        if (paragraphs.isEmpty() || change.old().isEmpty()) {
            return false;
        }
        var w = document.part(change.anchor().part()).orElseThrow().w();
        var texts = TextChange.of(change.old(), change.text());
        var found = new ArrayList<List<Piece>>();
        for (var paragraph : paragraphs) {
            var shown = new ShownText(paragraph, w);
            var pieces = shown.find(change.old(), change.anchor().offset());
            if (!shown.isPlain() || pieces.isEmpty() || !isStored(pieces, texts, change.old())) {
                return false;
            }
            found.add(pieces);
        }
        found.forEach(pieces -> ShownText.replace(pieces, texts));
        return true;
    }

    /** Returns whether the characters that change are stored as text. */
    private static boolean isStored(List<Piece> pieces, List<String> texts, String old) {
        for (int i = 0; i < pieces.size(); i++) {
            var isKept = texts.get(i).equals(old.substring(i, i + 1));
            if (!pieces.get(i).isText() && !isKept) {
                return false;
            }
        }
        return true;
    }

    /** Changes the look of a text; returns false if the file does not store it as text of its own. */
    static boolean restyle(WordParts document, Amendment.Restyle change) throws IOException, ProblemException {
        var paragraphs = document.copies(change.anchor());
        if (paragraphs.isEmpty()) {
            return false;
        }
        var w = document.part(change.anchor().part()).orElseThrow().w();
        var ofRuns = change.properties().stream()
                .filter(each -> !Properties.isOfParagraph(each))
                .toList();
        var found = new ArrayList<ShownText>();
        for (var paragraph : paragraphs) {
            var shown = new ShownText(paragraph, w);
            var pieces = shown.find(change.text(), change.anchor().offset());
            var isWhole = pieces.size() == shown.pieces().size();
            if (!shown.isPlain()
                    || pieces.isEmpty()
                    || !isWhole && ofRuns.size() < change.properties().size()
                    || !RunSplitter.canIsolate(pieces, shown.pieces(), w)) {
                return false;
            }
            found.add(shown);
        }
        var properties = new Properties(w);
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            var pieces = found.get(i).find(change.text(), change.anchor().offset());
            RunSplitter.isolate(pieces, found.get(i).pieces(), w);
            for (var run : runs(pieces)) {
                ofRuns.stream().sorted().forEach(each -> properties.setRun(run, each, change.look()));
            }
            change.properties().stream()
                    .filter(Properties::isOfParagraph)
                    .sorted()
                    .forEach(each -> properties.setParagraph(paragraph, each, change.look()));
        }
        return true;
    }

    private static Set<XmlElement> runs(List<Piece> pieces) {
        var runs = new LinkedHashSet<XmlElement>();
        pieces.forEach(piece -> runs.add(piece.run()));
        return runs;
    }
}
