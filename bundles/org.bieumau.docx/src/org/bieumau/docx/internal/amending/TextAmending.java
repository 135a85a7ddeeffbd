/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.io.IOException;
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
        var part = document.part(change.anchor().part());
        var paragraph = document.paragraph(change.anchor());
        if (paragraph.isEmpty() || change.old().isEmpty()) {
            return false;
        }
        var shown = new ShownText(paragraph.get(), part.orElseThrow().w());
        var pieces = shown.find(change.old(), change.anchor().offset());
        if (!shown.isPlain() || pieces.isEmpty()) {
            return false;
        }
        var texts = TextChange.of(change.old(), change.text());
        for (int i = 0; i < pieces.size(); i++) {
            var isKept = texts.get(i).equals(change.old().substring(i, i + 1));
            if (!pieces.get(i).isText() && !isKept) {
                return false;
            }
        }
        ShownText.replace(pieces, texts);
        return true;
    }

    /** Changes the look of a text; returns false if the file does not store it as text of its own. */
    static boolean restyle(WordParts document, Amendment.Restyle change) throws IOException, ProblemException {
        var part = document.part(change.anchor().part());
        var paragraph = document.paragraph(change.anchor());
        if (paragraph.isEmpty()) {
            return false;
        }
        var properties = new Properties(part.orElseThrow().w());
        var shown = new ShownText(paragraph.get(), part.get().w());
        var pieces = shown.find(change.text(), change.anchor().offset());
        var isWhole = pieces.size() == shown.pieces().size();
        var ofRuns = change.properties().stream()
                .filter(each -> !Properties.isOfParagraph(each))
                .toList();
        if (!shown.isPlain()
                || pieces.isEmpty()
                || !isWhole && ofRuns.size() < change.properties().size()
                || !RunSplitter.isolate(pieces, shown.pieces(), part.get().w())) {
            return false;
        }
        for (var run : runs(pieces)) {
            ofRuns.stream().sorted().forEach(each -> properties.setRun(run, each, change.look()));
        }
        change.properties().stream()
                .filter(Properties::isOfParagraph)
                .sorted()
                .forEach(each -> properties.setParagraph(paragraph.get(), each, change.look()));
        return true;
    }

    private static Set<XmlElement> runs(List<Piece> pieces) {
        var runs = new LinkedHashSet<XmlElement>();
        pieces.forEach(piece -> runs.add(piece.run()));
        return runs;
    }
}
