/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of a file, which is read without parsing the rest.
 *
 * @param name the name of the library
 * @param replacing whether the library replaces one of the same name in a pack
 */
record LibraryHeader(String name, boolean replacing) {

    /** Maximum size of a head with its comments, in bytes. */
    private static final int SIZE = 16 << 10;

    /** A space or comment. */
    private static final String GAP = "(?:\\s++|//[^\\n\\r]*+|/\\*.*?\\*/)";

    private static final String WORD = "[\\p{L}_][\\p{L}\\p{Nd}_]*+";
    /** The head; in its first line, _ is a gap and W a word. */
    private static final Pattern HEAD = Pattern.compile(
            "_*+(?:phiên_++bản_++\\d++_++)?(thay_++thế_++)?thư_++viện_++(W(?:_*+\\._*+W)*+)"
                    .replace("_", GAP)
                    .replace("W", WORD),
            Pattern.DOTALL);

    private static final Pattern GAPS = Pattern.compile(GAP, Pattern.DOTALL);

    /**
     * Returns the head; empty for a file outside a library, and for an unreadable file, which is reported when it is
     * loaded.
     */
    static Optional<LibraryHeader> of(Path file) {
        try (var in = Files.newInputStream(file)) {
            return of(in);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the head of a file of a pack, as {@link #of(Path)} does. */
    static Optional<LibraryHeader> of(URL file) {
        try (var in = file.openStream()) {
            return of(in);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<LibraryHeader> of(InputStream in) throws IOException {
        return of(new String(in.readNBytes(SIZE), StandardCharsets.UTF_8));
    }

    /** Returns the head of a text; empty if it belongs to no library. */
    static Optional<LibraryHeader> of(String text) {
        var beginning = text.substring(0, Math.min(text.length(), SIZE)).replace("\uFEFF", "");
        var head = HEAD.matcher(Normalizer.normalize(beginning, Normalizer.Form.NFC));
        return head.lookingAt()
                ? Optional.of(new LibraryHeader(GAPS.matcher(head.group(2)).replaceAll(""), head.group(1) != null))
                : Optional.empty();
    }
}
