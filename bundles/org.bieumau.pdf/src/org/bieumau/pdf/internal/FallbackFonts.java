/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Fonts for the characters that the font of a document lacks, in the order in which they are tried: DejaVu Serif
 * (languages, punctuation, arrows), Noto Sans Symbols (letters and numbers in circles, parentheses and squares), DejaVu
 * Sans (mathematics, boxes, ticks) and Noto Sans Symbols 2 (more boxes and ticks; the file contains the blocks that the
 * others lack). Each is read when it is first needed, and embedded only in files that need it.
 */
final class FallbackFonts {

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String[] SERIF = {"", "-Bold", "-Italic", "-BoldItalic"};
    private static final String[] SANS = {"", "-Bold", "-Oblique", "-BoldOblique"};
    private static final int STYLES = SERIF.length;

    private static final List<List<Supplier<Face>>> ALL = all();

    private FallbackFonts() {}

    private static List<List<Supplier<Face>>> all() {
        var symbols = once(() -> read("fonts/", "NotoSansSymbols-Regular.ttf"));
        var moreSymbols = once(() -> read("fonts/", "NotoSansSymbols2-Regular.ttf"));
        var all = new ArrayList<List<Supplier<Face>>>();
        for (int i = 0; i < STYLES; i++) {
            var style = i;
            all.add(List.of(
                    once(() -> Fonts.liberation().face(style)),
                    once(() -> read(DEJAVU, "DejaVuSerif" + SERIF[style] + ".ttf")),
                    symbols,
                    once(() -> read(DEJAVU, "DejaVuSans" + SANS[style] + ".ttf")),
                    moreSymbols));
        }
        return all;
    }

    /**
     * Returns the fonts to look for a character in, in this order.
     *
     * @param style the style of the face that lacks the character, from 0 to 3
     * @param liberation whether to begin with Liberation Serif
     */
    static List<Supplier<Face>> after(int style, boolean liberation) {
        var fonts = ALL.get(style);
        return liberation ? fonts : fonts.subList(1, fonts.size());
    }

    private static Face read(String folder, String name) throws IOException {
        try (var in = FallbackFonts.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IOException(name);
            }
            return new Face(Fonts.embedded(name, in.readAllBytes()), List.of());
        }
    }

    /** Reads a font. */
    private interface Reading {
        Face read() throws IOException;
    }

    private static Supplier<Face> once(Reading reading) {
        return new Supplier<>() {
            private Face face;

            @Override
            public synchronized Face get() {
                if (face == null) {
                    try {
                        face = reading.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return face;
            }
        };
    }
}
