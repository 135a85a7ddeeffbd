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

/** Reads the name of the library from the head of a file, without parsing the rest. */
final class LibraryHeader {

    /** Maximum size of a head with its comments, in bytes. */
    private static final int SIZE = 16 << 10;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n\\r]*", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile(
            "\\s*(?:phiên\\s+bản\\s+\\d+\\s+)?thư\\s+viện\\s+([\\p{L}_][\\p{L}\\p{Nd}_]*+(?:\\s*\\.\\s*[\\p{L}_][\\p{L}\\p{Nd}_]*+)*+).*",
            Pattern.DOTALL);

    private LibraryHeader() {}

    /**
     * Returns the name of the library; empty for a file outside a library, and for an unreadable file, which is
     * reported when it is loaded.
     */
    static Optional<String> name(Path file) {
        try (var in = Files.newInputStream(file)) {
            return name(in);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the name of the library of a file of a pack, as {@link #name(Path)} does. */
    static Optional<String> name(URL file) {
        try (var in = file.openStream()) {
            return name(in);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(InputStream in) throws IOException {
        return name(new String(in.readNBytes(SIZE), StandardCharsets.UTF_8));
    }

    /** Returns the name of the library of a text, as {@link #name(Path)} does. */
    static Optional<String> name(String text) {
        var beginning = text.substring(0, Math.min(text.length(), SIZE)).replace("\uFEFF", "");
        var head = HEAD.matcher(COMMENT.matcher(Normalizer.normalize(beginning, Normalizer.Form.NFC))
                .replaceAll(" "));
        return head.matches() ? Optional.of(head.group(1).replaceAll("\\s", "")) : Optional.empty();
    }
}
