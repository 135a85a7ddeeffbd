/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.docx.internal.amending.ShownText.Piece;
import org.bieumau.ooxml.internal.amending.XmlElement;

/** Splits runs, so that a part of a line has runs of its own: one side of a letterhead that is typed with tabs. */
final class RunSplitter {

    private final String w;

    private RunSplitter(String w) {
        this.w = w;
    }

    /** Returns whether a text can get runs of its own: no run that has other text, too, is indivisible. */
    static boolean canIsolate(List<Piece> pieces, List<Piece> all, String w) {
        var splitter = new RunSplitter(w);
        return splitter.shared(pieces, all).stream().allMatch(splitter::canBeSplit);
    }

    /**
     * Splits the runs that have other text, too.
     *
     * @param pieces the text that gets runs of its own
     * @param all the text of the paragraph
     */
    static void isolate(List<Piece> pieces, List<Piece> all, String w) {
        var splitter = new RunSplitter(w);
        splitter.shared(pieces, all).forEach(run -> splitter.split(run, pieces, all));
    }

    private List<XmlElement> shared(List<Piece> pieces, List<Piece> all) {
        return Stream.of(pieces.getFirst().run(), pieces.getLast().run())
                .distinct()
                .filter(run -> !others(run, pieces, all).isEmpty())
                .toList();
    }

    /** Returns the text of a run that is not among the pieces; blanks alone may stay in it. */
    private List<Piece> others(XmlElement run, List<Piece> pieces, List<Piece> all) {
        var others = all.stream()
                .filter(piece -> piece.run() == run && !isAmong(piece, pieces))
                .toList();
        return others.stream().allMatch(piece -> Character.isWhitespace(piece.shown())) ? List.of() : others;
    }

    private static boolean isAmong(Piece piece, List<Piece> pieces) {
        return pieces.stream().anyMatch(each -> each == piece);
    }

    private boolean canBeSplit(XmlElement run) {
        var known = Set.of(w + "rPr", w + "t", w + "tab", w + "br", w + "cr", w + "lastRenderedPageBreak");
        return run.children().stream().allMatch(child -> known.contains(child.name()));
    }

    private void split(XmlElement run, List<Piece> pieces, List<Piece> all) {
        var own = all.stream().filter(piece -> piece.run() == run).toList();
        var first =
                own.stream().filter(piece -> isAmong(piece, pieces)).findFirst().orElseThrow();
        var from = own.indexOf(first);
        var to = own.size();
        while (!isAmong(own.get(to - 1), pieces)) {
            to--;
        }
        if (from > 0) {
            keep(run.copyBeside(true), run, own.subList(0, from));
        }
        if (to < own.size()) {
            keep(run.copyBeside(false), run, own.subList(to, own.size()));
        }
        keep(run, run, own.subList(from, to));
    }

    /**
     * Removes all but some text of a run.
     *
     * @param copy the run, or a copy of it
     * @param run the run that the pieces are of, which is changed last
     */
    private void keep(XmlElement copy, XmlElement run, List<Piece> kept) {
        var children = run.children();
        var copies = copy.children();
        for (int i = 0; i < children.size(); i++) {
            var child = children.get(i);
            if (child.name().equals(w + "rPr")) {
                continue;
            }
            var pieces = kept.stream().filter(piece -> piece.element() == child).toList();
            if (pieces.isEmpty()) {
                copy.remove(copies.get(i));
            } else if (child.name().equals(w + "t")) {
                var text = String.valueOf(child.text());
                copies.get(i)
                        .setText(text.substring(
                                pieces.getFirst().from(), pieces.getLast().to()));
                copies.get(i).set("xml:space", "preserve");
            }
        }
    }
}
