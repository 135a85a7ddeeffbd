/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of text in one style.
 *
 * @param note text of the footnote that the span refers to, whose text is the number of the note; null for other spans
 */
public record Span(
        String text,
        boolean bold,
        boolean italic,
        boolean superscript,
        boolean underlined,
        @Nullable List<Span> note) {

    /** Creates a span that refers to no footnote. */
    public Span(String text, boolean bold, boolean italic, boolean superscript, boolean underlined) {
        this(text, bold, italic, superscript, underlined, null);
    }

    /** Creates a span that is not underlined. */
    public Span(String text, boolean bold, boolean italic, boolean superscript) {
        this(text, bold, italic, superscript, false);
    }

    /** Returns a span of plain text. */
    public static Span of(String text) {
        return new Span(text, false, false, false);
    }

    /**
     * Parses a short text, such as a recipient or the subject of a citation: text between single asterisks is italic,
     * text between double asterisks is bold. The same asterisks are text as in prose: those without a counterpart,
     * within a word or number, between brackets.
     */
    public static List<Span> marked(String text) {
        if (text.indexOf('*') < 0) {
            return List.of(of(text));
        }
        var spans = new ArrayList<Span>();
        var style = of("");
        var at = 0;
        for (var mark : Emphasis.marks(text)) {
            if (mark.closed()) {
                if (mark.offset() > at) {
                    spans.add(style.with(text.substring(at, mark.offset())));
                }
                style = mark.length() == 2
                        ? new Span("", !style.bold, style.italic, false)
                        : new Span("", style.bold, !style.italic, false);
                at = mark.offset() + mark.length();
            }
        }
        if (at < text.length()) {
            spans.add(style.with(text.substring(at)));
        }
        return spans;
    }

    /** Returns a text without the asterisks that mark emphasis. */
    public static String unmarked(String text) {
        return text.indexOf('*') < 0 ? text : text(marked(text));
    }

    /** Returns the reference to a footnote, without a number. */
    public static Span note(List<Span> note) {
        return new Span("", false, false, true, false, note);
    }

    /** Returns the text of spans, without emphasis and numbers of footnotes. */
    public static String text(List<Span> spans) {
        if (spans.size() == 1 && spans.getFirst().note == null) {
            return spans.getFirst().text;
        }
        var text = new StringBuilder();
        for (var span : spans) {
            if (span.note == null) {
                text.append(span.text);
            }
        }
        return text.toString();
    }

    /** Returns this span with the emphasis of the surrounding text added to its own. */
    public Span within(Span style) {
        return new Span(
                text,
                bold || style.bold,
                italic || style.italic,
                superscript || style.superscript,
                underlined || style.underlined,
                note);
    }

    /** Returns a span in the same style with another text. */
    public Span with(String other) {
        return new Span(other, bold, italic, superscript, underlined, note);
    }

    /** Returns whether another span has the same emphasis, and neither refers to a footnote. */
    public boolean sameStyle(Span other) {
        return bold == other.bold
                && italic == other.italic
                && superscript == other.superscript
                && underlined == other.underlined
                && note == null
                && other.note == null;
    }
}
