/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.server;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Converts between offsets in a text and the positions of the protocol: line and column, in UTF-16 code units. */
final class Lines {

    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length()).filter(this::endsLine).map(i -> i + 1))
                .toArray();
    }

    /** Returns whether a line ends after a letter. Line ends are LF, CR LF and CR. */
    private boolean endsLine(int at) {
        return text.charAt(at) == '\n'
                || text.charAt(at) == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
    }

    String text() {
        return text;
    }

    /**
     * Returns the offset of a position. A position past the end of its line or of the text gives that end, one before
     * the beginning gives the beginning.
     */
    int offset(Position position) {
        if (position.getLine() >= starts.length) {
            return text.length();
        }
        if (position.getLine() < 0) {
            return 0;
        }
        var start = starts[position.getLine()];
        var end = position.getLine() + 1 < starts.length ? starts[position.getLine() + 1] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return Math.clamp((long) start + position.getCharacter(), start, end);
    }

    Position position(int offset) {
        var at = Math.clamp(offset, 0, text.length());
        var line = Arrays.binarySearch(starts, at);
        line = line < 0 ? -line - 2 : line;
        return new Position(line, at - starts[line]);
    }

    Range range(int offset, int length) {
        return new Range(position(offset), position(offset + length));
    }

    /** Returns the edit that replaces a range; its ends may be in any order. */
    TextEdit edit(Range range, String with) {
        var one = offset(range.getStart());
        var other = offset(range.getEnd());
        return new TextEdit(Math.min(one, other), Math.abs(other - one), with);
    }

    org.eclipse.lsp4j.TextEdit edit(TextEdit edit) {
        return new org.eclipse.lsp4j.TextEdit(range(edit.offset(), edit.length()), edit.text());
    }
}
