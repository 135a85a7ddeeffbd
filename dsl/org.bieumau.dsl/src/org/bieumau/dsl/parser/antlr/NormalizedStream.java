/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.parser.antlr;

import java.text.Normalizer;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CharStream;

/**
 * Input of the lexer: the text in NFC, whatever its original form, with a mapping to the offsets of the original. Its
 * end can be moved, so that no token of an interpolation extends beyond the end of its line.
 */
final class NormalizedStream extends ANTLRStringStream {

    private final CharStream original;
    /** For each character, and for the end, its offset in the original; null if the offsets are the same. */
    private final int[] offsets;

    private final int length;

    static NormalizedStream of(CharStream original) {
        var size = original.size();
        var text = size == 0 ? "" : original.substring(0, size - 1);
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return new NormalizedStream(original, text, null);
        }
        var normalized = new StringBuilder(text.length());
        var offsets = new int[text.length() + 1];
        for (int start = 0, end; start < text.length(); start = end) {
            end = endOfSegment(text, start);
            var from = normalized.length();
            normalized.append(composed(text.substring(start, end)));
            for (int i = from; i < normalized.length(); i++) {
                offsets[i] = Math.min(start + i - from, end - 1);
            }
        }
        offsets[normalized.length()] = text.length();
        return new NormalizedStream(original, normalized.toString(), offsets);
    }

    private NormalizedStream(CharStream original, String text, int[] offsets) {
        super(text);
        this.original = original;
        this.offsets = offsets;
        this.length = text.length();
    }

    /**
     * Returns the end of the segment at an offset: a base character with its combining marks. No character of the NFC
     * comes from more than one segment.
     */
    private static int endOfSegment(String text, int start) {
        var end = start + 1;
        while (end < text.length() && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return end;
    }

    /** Returns a segment in NFC; unchanged if its NFC is longer, since the offsets could not be mapped. */
    private static String composed(String segment) {
        if (segment.length() == 1) {
            return segment;
        }
        var composed = Normalizer.normalize(segment, Normalizer.Form.NFC);
        return composed.length() > segment.length() ? segment : composed;
    }

    CharStream original() {
        return original;
    }

    /** Returns the offset in the original of a character or of the end. */
    int originalOffset(int offset) {
        return offsets == null ? offset : offsets[offset];
    }

    int length() {
        return length;
    }

    char charAt(int offset) {
        return data[offset];
    }

    boolean startsWith(String prefix, int offset) {
        if (offset + prefix.length() > length) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (data[offset + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Restricts the lexer to a range. */
    void narrow(int start, int end) {
        n = end;
        seekTo(start);
    }

    /** Lets the lexer read from an offset to the end of the text. */
    void widen(int start) {
        n = length;
        seekTo(start);
    }

    /** Continues at an offset, or at the end of the current range if the offset is beyond it. */
    void continueAt(int offset) {
        seekTo(Math.min(offset, n));
    }

    /** Returns the end of the range that the lexer reads. */
    int end() {
        return n;
    }

    private void seekTo(int start) {
        p = start;
    }
}
