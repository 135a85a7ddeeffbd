/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.parser.antlr;

import java.text.Normalizer;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CharStream;

/**
 * What the lexer reads: the text in NFC, in whatever form it was typed, with the way back to the places of the
 * original; and with an end that can be moved, so that no token of an interpolation runs over the end of its line.
 */
final class NormalizedStream extends ANTLRStringStream {

    private final CharStream original;
    /** For each character, and for the end, its offset in the original; null when they are the same. */
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

    /** A base character with the marks that combine with it: no character of NFC comes from more than one segment. */
    private static int endOfSegment(String text, int start) {
        var end = start + 1;
        while (end < text.length() && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return end;
    }

    /** NFC, unless that is longer than the original, where the way back would be lost. */
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

    /** The offset in the original of a character, or of the end. */
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

    /** Lets the lexer see the characters from start to end only. */
    void narrow(int start, int end) {
        n = end;
        seekTo(start);
    }

    /** Lets the lexer see all that follows. */
    void widen(int start) {
        n = length;
        seekTo(start);
    }

    /** Goes on at a character, not beyond the end of what the lexer sees. */
    void goOn(int offset) {
        seekTo(Math.min(offset, n));
    }

    /** The end of what the lexer sees. */
    int end() {
        return n;
    }

    private void seekTo(int start) {
        p = start;
    }
}
