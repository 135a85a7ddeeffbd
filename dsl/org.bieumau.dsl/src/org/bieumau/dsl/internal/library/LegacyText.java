/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.text.LegacyEncoding;

/** The parts of a file that are in a legacy encoding, for example since they were pasted from an old document. */
public final class LegacyText {

    /** Words that must be recognised before a file is reported, so that a few foreign names are not. */
    private static final int LEAST_EVIDENCE = 3;

    /** A string, a cell of a table or a line. */
    private static final Pattern PART = Pattern.compile("[^\"|\\r\\n]+");

    private static final Pattern LATIN = Pattern.compile("[\u00A1-\u00FF]");

    private final String text;
    private final LegacyEncoding encoding;
    private final List<MatchResult> parts = new ArrayList<>();
    private int evidence;

    private LegacyText(String text, LegacyEncoding encoding) {
        this.text = text;
        this.encoding = encoding;
        for (var part : (Iterable<MatchResult>) PART.matcher(text).results()::iterator) {
            var found = encoding.evidence(part.group());
            if (found > 0) {
                parts.add(part);
                evidence += found;
            }
        }
    }

    /** Returns the legacy parts of a file; empty if it has none. */
    public static Optional<LegacyText> of(String text) {
        return Stream.of(LegacyEncoding.values())
                .map(encoding -> new LegacyText(text, encoding))
                .filter(legacy -> legacy.evidence >= LEAST_EVIDENCE)
                .max((a, b) -> Integer.compare(a.evidence, b.evidence));
    }

    /** Returns the name of the encoding. */
    public String encoding() {
        return encoding.name();
    }

    /** Returns the offset of the first legacy letter, in UTF-16 code units. */
    public int offset() {
        var first = parts.getFirst();
        var letter = LATIN.matcher(first.group());
        return first.start() + (letter.find() ? letter.start() : 0);
    }

    /** Returns the text of the file with its legacy parts in Unicode. */
    public String decoded() {
        var decoded = new StringBuilder(text);
        for (var part : parts.reversed()) {
            decoded.replace(part.start(), part.end(), encoding.decode(part.group()));
        }
        return decoded.toString();
    }
}
