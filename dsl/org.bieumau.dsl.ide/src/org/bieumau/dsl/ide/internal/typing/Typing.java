/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.typing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.dsl.ide.internal.prose.Marker;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.dsl.internal.edit.TextEdit;

/**
 * Completes what is typed in an editor: the other half of a pair, the indentation of a new line, the next number or
 * dash of a list. Letters are never changed, so that input methods which send a letter, delete it and send another one
 * keep working.
 *
 * @param edit the edit that replaces the insertion of the typed text
 * @param caret the offset of the caret after the edit
 */
public record Typing(TextEdit edit, int caret) {

    private static final Pattern HEADER = Pattern.compile("(nếu|với\\s+mỗi)\\s.*:");

    /**
     * Returns how typed text is completed.
     *
     * @param text the text before the insertion
     * @param offset the offset of the insertion
     * @param typed a character, or a line break as the system writes it
     * @return empty if the typed text is inserted unchanged
     */
    public static Optional<Typing> typed(String text, int offset, String typed) {
        return Optional.ofNullable(
                switch (typed) {
                    case "\"" -> quote(text, offset);
                    case "'" -> apostrophe(text, offset);
                    case "{", "[" -> opening(text, offset, typed);
                    case "}", "]" ->
                        Zone.at(text, offset) != Zone.STRING && text.startsWith(typed, offset) ? skip(offset) : null;
                    case "\n", "\r\n", "\r" -> line(text, offset, text.contains("\r\n") ? "\r\n" : typed);
                    default -> null;
                });
    }

    /**
     * Returns the edit that deletes both halves of an empty pair when its first half is deleted; empty if there is no
     * such pair at the offset.
     */
    public static Optional<Typing> deleted(String text, int offset) {
        var pair = offset >= 0 && offset + 2 <= text.length() ? text.substring(offset, offset + 2) : "";
        var empty = switch (pair) {
            case "{}", "[]" -> Zone.at(text, offset) == Zone.CODE || Zone.at(text, offset) == Zone.PROSE;
            case "\"\"" -> Zone.at(text, offset) == Zone.CODE;
            default -> false;
        };
        return empty ? Optional.of(new Typing(new TextEdit(offset, 2, ""), offset)) : Optional.empty();
    }

    private static Typing skip(int offset) {
        return new Typing(new TextEdit(offset, 0, ""), offset + 1);
    }

    private static Typing pair(int offset, String both) {
        return new Typing(new TextEdit(offset, 0, both), offset + 1);
    }

    private static Typing quote(String text, int offset) {
        return switch (Zone.at(text, offset)) {
            case CODE -> beforeWord(text, offset) ? null : pair(offset, "\"\"");
            case STRING -> text.startsWith("\"", offset) && !escaped(text, offset) ? skip(offset) : null;
            case COMMENT, PROSE -> null;
        };
    }

    /**
     * Completes the third apostrophe of opening quotes with closing quotes, and skips the closing quotes when typed.
     */
    private static Typing apostrophe(String text, int offset) {
        var zone = Zone.at(text, offset);
        var before = text.substring(0, offset);
        if (zone == Zone.CODE && before.endsWith("''") && !before.endsWith(Zone.QUOTES)) {
            return beforeWord(text, offset) ? null : pair(offset, "'" + Zone.QUOTES);
        }
        var marks = before.length() - before.replaceFirst("'*$", "").length();
        return zone == Zone.PROSE
                        && marks < 3
                        && text.startsWith(Zone.QUOTES.substring(marks), offset)
                        && closes(before, marks)
                ? skip(offset)
                : null;
    }

    /**
     * Returns whether the quotes around the caret close the prose: nothing but whitespace precedes them in their line.
     */
    private static boolean closes(String before, int marks) {
        var line = before.substring(before.lastIndexOf('\n') + 1, before.length() - marks);
        return line.isBlank();
    }

    private static Typing opening(String text, int offset, String typed) {
        var zone = Zone.at(text, offset);
        return zone != Zone.CODE && zone != Zone.PROSE
                        || beforeWord(text, offset)
                        || zone == Zone.PROSE && escaped(text, offset)
                ? null
                : pair(offset, typed.equals("{") ? "{}" : "[]");
    }

    private static boolean beforeWord(String text, int offset) {
        return offset < text.length() && (Character.isLetterOrDigit(text.charAt(offset)) || text.charAt(offset) == '"');
    }

    private static boolean escaped(String text, int offset) {
        var backslashes = 0;
        while (offset - 1 - backslashes >= 0 && text.charAt(offset - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    // New lines

    private static Typing line(String text, int offset, String lineBreak) {
        var start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
        var line = text.substring(start, offset);
        var indentation = line.substring(0, line.length() - line.stripLeading().length());
        var zone = Zone.at(text, offset);
        var words = line.strip();
        if (zone == Zone.CODE && words.endsWith("{") || zone == Zone.PROSE && words.endsWith(Zone.QUOTES)) {
            var closing = zone == Zone.CODE ? "}" : Zone.QUOTES;
            var inner = lineBreak + indentation + " ".repeat(Indentation.STEP);
            return new Typing(
                    new TextEdit(offset, 0, inner + (text.startsWith(closing, offset) ? lineBreak + indentation : "")),
                    offset + inner.length());
        }
        if (zone == Zone.PROSE && HEADER.matcher(words).matches()) {
            return put(offset, lineBreak + indentation + " ".repeat(Indentation.STEP));
        }
        return zone == Zone.PROSE
                ? paragraph(words, offset, start + indentation.length(), lineBreak + indentation)
                : put(offset, lineBreak + indentation);
    }

    private static Typing put(int offset, String text) {
        return new Typing(new TextEdit(offset, 0, text), offset + text.length());
    }

    /** Continues a list with the next marker; a new line after a paragraph without text ends the list. */
    private static Typing paragraph(String words, int offset, int start, String newLine) {
        var marker = Marker.of(words);
        if (marker.isEmpty() || marker.get().isAlone()) {
            return put(offset, newLine);
        }
        if (marker.get().length() == words.length()) {
            return new Typing(new TextEdit(start, offset - start, ""), start);
        }
        return put(offset, newLine + marker.get().next().map(next -> next + " ").orElse(""));
    }
}
