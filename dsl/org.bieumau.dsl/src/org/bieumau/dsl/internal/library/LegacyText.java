/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.text.LegacyEncoding;

/** The parts of a file that are in a legacy encoding, for example since they were pasted from an old document. */
public final class LegacyText {

    /** Words that must be recognised before a file is reported, so that a few foreign names are not. */
    private static final int LEAST_EVIDENCE = 3;

    private static final Pattern LATIN = Pattern.compile("[\u00A1-\u00FF]");

    /** A string, a cell of a table or a line. */
    private record Part(int start, String text) {}

    private final String text;
    private final LegacyEncoding encoding;
    private final List<Part> parts;
    private final int evidence;

    private LegacyText(String text, List<Part> possible, LegacyEncoding encoding) {
        this.text = text;
        this.encoding = encoding;
        // Keywords and terms are repeated in many rows.
        var known = new HashMap<String, Integer>();
        this.parts = possible.stream()
                .filter(part -> known.computeIfAbsent(part.text(), encoding::evidence) > 0)
                .toList();
        this.evidence = parts.stream().mapToInt(part -> known.get(part.text())).sum();
    }

    /** Returns the legacy parts of a file; empty if it has none. */
    public static Optional<LegacyText> of(String text) {
        var possible = possibleParts(text);
        return Stream.of(LegacyEncoding.values())
                .map(encoding -> new LegacyText(text, possible, encoding))
                .filter(legacy -> legacy.evidence >= LEAST_EVIDENCE)
                .max(Comparator.comparingInt(legacy -> legacy.evidence));
    }

    private static boolean isSeparator(char c) {
        return c == '"' || c == '|' || c == '\r' || c == '\n';
    }

    private static List<Part> possibleParts(String text) {
        var parts = new ArrayList<Part>();
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = start;
            while (end < text.length() && !isSeparator(text.charAt(end))) {
                end++;
            }
            var part = text.substring(start, end);
            if (LegacyEncoding.isPossible(part)) {
                parts.add(new Part(start, part));
            }
        }
        return parts;
    }

    /** Returns the name of the encoding. */
    public String encoding() {
        return encoding.name();
    }

    /** Returns the offset of the first legacy letter, in UTF-16 code units. */
    public int offset() {
        var first = parts.getFirst();
        var letter = LATIN.matcher(first.text());
        return first.start() + (letter.find() ? letter.start() : 0);
    }

    /** Returns the text of the file with its legacy parts in Unicode. */
    public String decoded() {
        var decoded = new StringBuilder(text);
        for (var part : parts.reversed()) {
            decoded.replace(part.start(), part.start() + part.text().length(), encoding.decode(part.text()));
        }
        return decoded.toString();
    }
}
