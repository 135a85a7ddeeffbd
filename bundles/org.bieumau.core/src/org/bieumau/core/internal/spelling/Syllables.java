/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The syllables that are possible in Vietnamese: onset, rime and tone, by the table <code>syllables.tsv</code>. */
final class Syllables {

    /**
     * A syllable without its tone.
     *
     * @param letters its letters without a tone mark, in lower case
     * @param place the index of the letter with the tone mark
     * @param oldPlace the index in the old way of writing; the same if there is only one way
     * @param kinds a bit for each kind of its letters, see {@link #kinds(String)}
     */
    record Shape(String letters, int place, int oldPlace, int kinds) {

        /** Returns whether the syllable ends with a consonant that allows only the tones sắc and nặng. */
        boolean isStopped() {
            return letters.endsWith("c") || letters.endsWith("p") || letters.endsWith("t") || letters.endsWith("ch");
        }

        boolean hasTone(Tone tone) {
            return !isStopped() || tone == Tone.SAC || tone == Tone.NANG;
        }

        boolean hasTwoPlaces() {
            return place != oldPlace;
        }

        String with(Tone tone, boolean old) {
            var at = old ? oldPlace : place;
            return letters.substring(0, at) + tone.on(letters.charAt(at)) + letters.substring(at + 1);
        }
    }

    private static final Map<String, Shape> SHAPES = new HashMap<>();
    private static final SyllableSet POSSIBLE = new SyllableSet();

    private static final Set<String> ONSETS = new HashSet<>();
    private static final Set<String> COMMON = new HashSet<>();

    static {
        read();
        for (var shape : SHAPES.values()) {
            for (var tone : Tone.values()) {
                if (shape.hasTone(tone)) {
                    POSSIBLE.add(shape.with(tone, true));
                    POSSIBLE.add(shape.with(tone, false));
                }
            }
        }
    }

    private Syllables() {}

    static Collection<Shape> all() {
        return SHAPES.values();
    }

    /** Returns the syllable with the given letters, which have no tone mark; empty if there is none. */
    static Optional<Shape> of(String letters) {
        return Optional.ofNullable(SHAPES.get(letters));
    }

    /** Returns a bit for each letter of the alphabet in a text, without marks, and with one letter for c, k and q. */
    static int kinds(String letters) {
        var kinds = 0;
        for (int i = 0; i < letters.length(); i++) {
            var letter = letters.charAt(i);
            kinds |= 1
                    << switch (letter) {
                        case 'ă', 'â' -> 0;
                        case 'ê' -> 'e' - 'a';
                        case 'ô', 'ơ' -> 'o' - 'a';
                        case 'ư' -> 'u' - 'a';
                        case 'y' -> 'i' - 'a';
                        case 'đ' -> 'd' - 'a';
                        case 'k', 'q' -> 'c' - 'a';
                        default -> letter < 'a' || letter > 'z' ? 'z' - 'a' + 1 : letter - 'a';
                    };
        }
        return kinds;
    }

    static boolean isOnset(String letters) {
        return ONSETS.contains(letters);
    }

    /** Returns whether a syllable is among the most frequent ones of administrative texts. */
    static boolean isCommon(String syllable) {
        return COMMON.contains(syllable);
    }

    /** Returns whether a word in lower case is a syllable, with its tone mark at a right place. */
    static boolean isPossible(String word) {
        return POSSIBLE.contains(word, 0, word.length());
    }

    /** Returns whether a part of a text is a syllable in lower case, with its tone mark at a right place. */
    static boolean isPossible(String text, int start, int end) {
        return POSSIBLE.contains(text, start, end);
    }

    /** Returns whether all words of a text are syllables, except those with capitals after the first letter. */
    static boolean areAllWords(String text) {
        return POSSIBLE.hasAllWords(text);
    }

    // Reading

    /** An onset of the table. */
    private record Onset(String letters, String before, boolean glides) {}

    private static void read() {
        var onsets = new ArrayList<Onset>();
        for (var row : rows()) {
            switch (row[0]) {
                case "onset" -> {
                    var onset = new Onset(row[1].equals("-") ? "" : row[1], row[2], row[3].equals("glide"));
                    onsets.add(onset);
                    ONSETS.add(onset.letters());
                }
                case "rimes" -> {
                    for (var rime : row[2].split(" ")) {
                        onsets.stream()
                                .filter(onset ->
                                        takes(onset, row[1], Written.of(rime).letters()))
                                .forEach(onset -> add(onset.letters(), rime));
                    }
                }
                case "whole" -> Stream.of(row[1].split(" ")).forEach(whole -> add("", whole));
                default -> COMMON.addAll(List.of(row[1].split(" ")));
            }
        }
    }

    private static List<String[]> rows() {
        try (var in = Syllables.class.getResourceAsStream("syllables.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean takes(Onset onset, String kind, String rime) {
        return onset.before().indexOf(rime.charAt(0)) >= 0
                && switch (kind) {
                    case "inner" -> !onset.letters().isEmpty();
                    case "bare" -> onset.letters().isEmpty();
                    case "glide" -> onset.glides();
                    default -> true;
                };
    }

    /** @param rime the rime with the mark for sắc; in both ways with a slash between, the old one first */
    private static void add(String onset, String rime) {
        var forms = rime.split("/");
        var old = Written.of(onset + forms[0]);
        var shape = new Shape(
                old.letters(), Written.of(onset + forms[forms.length - 1]).place(), old.place(), kinds(old.letters()));
        SHAPES.put(shape.letters(), shape);
    }
}
