/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.ooxml.internal.amending.XmlElement;

/**
 * The text of a paragraph as it is shown, with the element that stores each character. It has the same characters as
 * the text that the importer reads, unless the paragraph has something that is not plain text, such as symbols.
 */
final class ShownText {

    /**
     * A character in NFC.
     *
     * @param element the text element, or the element shown as a character, such as a tab
     * @param from position of the first of the characters of the text element that store it
     * @param to position after the last one; equal to <code>from</code> if the element is no text
     */
    record Piece(char shown, XmlElement element, int from, int to, XmlElement run) {

        boolean isText() {
            return to > from;
        }
    }

    private final String w;
    private final List<Piece> pieces = new ArrayList<>();
    /** The open fields; false while their code is read, which is not shown. */
    private final Deque<Boolean> fields = new ArrayDeque<>();

    private boolean isPlain = true;

    /** @param w prefix of the names of WordprocessingML */
    ShownText(XmlElement paragraph, String w) {
        this.w = w;
        inline(paragraph);
    }

    /** Returns whether all of the paragraph is text that can be amended. */
    boolean isPlain() {
        return isPlain;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Returns the pieces of a text that follows some characters; empty if another text stands there. */
    List<Piece> find(String text, int offset) {
        if (offset + text.length() > pieces.size()) {
            return List.of();
        }
        for (int i = 0; i < text.length(); i++) {
            if (pieces.get(offset + i).shown() != text.charAt(i)) {
                return List.of();
            }
        }
        return pieces.subList(offset, offset + text.length());
    }

    private void inline(XmlElement parent) {
        for (var each : parent.children()) {
            if (!each.name().startsWith(w) && !each.name().contains(":")) {
                continue;
            }
            var name = each.name().startsWith(w) ? each.name().substring(w.length()) : each.name();
            switch (name) {
                case "r" -> run(each);
                case "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "dir", "bdo", "fldSimple" ->
                    inline(each);
                case "ins", "del", "moveTo", "moveFrom", "ruby" -> isPlain = false;
                default -> {}
            }
        }
    }

    private boolean isShown() {
        return !fields.contains(Boolean.FALSE);
    }

    private void run(XmlElement run) {
        for (var each : run.children()) {
            if (!each.name().startsWith(w)) {
                isPlain &= !each.name().endsWith(":AlternateContent");
                continue;
            }
            switch (each.name().substring(w.length())) {
                case "t" -> text(each, run);
                case "tab", "ptab" -> other('\t', each, run);
                case "cr" -> other('\n', each, run);
                case "br" -> {
                    if (!"page".equals(each.attribute(w + "type"))) {
                        other('\n', each, run);
                    }
                }
                case "noBreakHyphen" -> other('\u2011', each, run);
                case "fldChar" -> field(each);
                case "sym", "footnoteReference", "endnoteReference", "drawing", "pict", "object" -> isPlain = false;
                default -> {}
            }
        }
    }

    private void field(XmlElement mark) {
        switch (mark.attribute(w + "fldCharType")) {
            case "begin" -> fields.push(Boolean.FALSE);
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.pop();
                    fields.push(Boolean.TRUE);
                }
            }
            case "end" -> fields.poll();
            case null, default -> isPlain = false;
        }
    }

    private void other(char shown, XmlElement element, XmlElement run) {
        if (isShown()) {
            pieces.add(new Piece(shown, element, 0, 0, run));
        }
    }

    private void text(XmlElement element, XmlElement run) {
        var text = element.text();
        if (text == null || !isShown()) {
            isPlain &= text != null;
            return;
        }
        var from = 0;
        var to = text.length();
        if (!"preserve".equals(element.attribute("xml:space"))) {
            while (from < to && text.charAt(from) <= ' ') {
                from++;
            }
            while (to > from && text.charAt(to - 1) <= ' ') {
                to--;
            }
        }
        for (int next; from < to; from = next) {
            next = from + 1;
            while (next < to && isCombining(text.charAt(next))) {
                next++;
            }
            var shown = Normalizer.normalize(text.substring(from, next), Normalizer.Form.NFC);
            if (shown.length() == 1 && !isCombining(shown.charAt(0)) && shown.charAt(0) != '\u00AD') {
                pieces.add(new Piece(shown.charAt(0), element, from, next, run));
            } else {
                // A mark of the letter in the element before, or a letter that NFC does not compose.
                isPlain = false;
                for (int i = 0; i < shown.length(); i++) {
                    pieces.add(new Piece(shown.charAt(i), element, 0, 0, run));
                }
            }
        }
    }

    private static boolean isCombining(char c) {
        return c >= '\u0300' && c <= '\u036F';
    }

    /**
     * Replaces characters one by one.
     *
     * @param changed the pieces
     * @param texts the text in the place of each piece; it can be empty
     */
    static void replace(List<Piece> changed, List<String> texts) {
        Map<XmlElement, StringBuilder> stored = new LinkedHashMap<>();
        // From the end, so that the positions of the pieces before stay right.
        for (int i = changed.size() - 1; i >= 0; i--) {
            var piece = changed.get(i);
            if (piece.isText()) {
                stored.computeIfAbsent(piece.element(), each -> new StringBuilder(String.valueOf(each.text())))
                        .replace(piece.from(), piece.to(), texts.get(i));
            }
        }
        stored.forEach((element, text) -> {
            element.setText(text.toString());
            if (!text.toString().strip().contentEquals(text)) {
                element.set("xml:space", "preserve");
            }
        });
    }
}
