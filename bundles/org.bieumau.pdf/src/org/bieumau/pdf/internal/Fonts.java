/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.DocumentException;
import org.openpdf.text.FontFactory;
import org.openpdf.text.pdf.BaseFont;

/**
 * The four faces of a font family, embedded as subsets. Liberation Serif, which has the character widths of Times New
 * Roman, comes with the program.
 */
final class Fonts {

    private static final String[] LIBERATION = {"Regular", "Bold", "Italic", "BoldItalic"};
    private static final int BOLD = 1;
    private static final int ITALIC = 2;

    private static Fonts liberation;

    private final Face[] faces = new Face[4];

    private Fonts() {}

    /** Returns Liberation Serif. It is read once and shared, because the used subset is kept with each file. */
    static synchronized Fonts liberation() throws IOException {
        if (liberation != null) {
            return liberation;
        }
        var fonts = new Fonts();
        for (int i = 0; i < LIBERATION.length; i++) {
            var name = "LiberationSerif-" + LIBERATION[i] + ".ttf";
            try (InputStream in = Liberation.class.getResourceAsStream("/liberation/" + name)) {
                if (in == null) {
                    throw new IOException(name);
                }
                fonts.faces[i] = new Face(embedded(name, in.readAllBytes()), FallbackFonts.after(i, false));
            }
        }
        liberation = fonts;
        return fonts;
    }

    /**
     * Returns an installed font family, or the family in a folder.
     *
     * @param font the name of the family, such as Times New Roman, or a folder with its .ttf or .otf files
     * @throws IllegalArgumentException if there is no such font; the message tells the user so
     * @throws IOException if a font file cannot be read
     */
    static Fonts named(String font) throws IOException {
        var folder = isFolder(font);
        if (folder) {
            FontFactory.registerDirectory(font);
        } else {
            FontFactory.registerDirectories();
        }
        var family = folder ? family(Path.of(font)) : font;
        var fonts = new Fonts();
        for (int i = 0; i < fonts.faces.length; i++) {
            var face = FontFactory.getFont(family, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, 12, i)
                    .getBaseFont();
            if (face == null) {
                throw new IllegalArgumentException(PdfMessages.ALL.text("font.unknown", font));
            }
            prepare(face);
            fonts.faces[i] = new Face(face, FallbackFonts.after(i, true));
        }
        return fonts;
    }

    private static boolean isFolder(String font) {
        try {
            return Files.isDirectory(Path.of(font));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Returns the family name of the first font file in a folder, in alphabetical order. */
    private static String family(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(
                            f -> f.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|otf)"))
                    .sorted()
                    .toList()) {
                var names = BaseFont.createFont(file.toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED)
                        .getFamilyFontName();
                return names[0][3];
            }
        }
        throw new IllegalArgumentException(PdfMessages.ALL.text("font.unknown", folder));
    }

    /**
     * Returns a font that is embedded as a subset.
     *
     * @param name the file name
     */
    static BaseFont embedded(String name, byte[] bytes) throws IOException {
        try {
            var font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            prepare(font);
            return font;
        } catch (DocumentException e) {
            throw new IOException(e);
        }
    }

    /**
     * Makes the font an embedded subset. The library draws the six letters before the name of a subset at random. Here
     * all of them are the same letter, which depends on the font alone: a sequence would be shared by all files that
     * are written at the same time, and give each of them other letters.
     */
    private static void prepare(BaseFont font) {
        font.setSubset(true);
        // The library's set of glyphs does not match the subset, which PDF/UA and PDF/A forbid; it is optional.
        font.setIncludeCidSet(false);
        var hash = Arrays.hashCode(font.getPostscriptFontName().getBytes(StandardCharsets.UTF_8));
        var fraction = (hash >>> 8 & 0xFFFF) / 65536.0;
        font.setSecureRandom(new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public double nextDouble() {
                return fraction;
            }
        });
    }

    /** Returns the face of a style, from 0 to 3. */
    Face face(int style) {
        return faces[style];
    }

    Face face(boolean bold, boolean italic) {
        return faces[(bold ? BOLD : 0) + (italic ? ITALIC : 0)];
    }
}
