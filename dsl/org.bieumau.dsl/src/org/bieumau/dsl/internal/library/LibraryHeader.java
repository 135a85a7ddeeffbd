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

/** The head of a file: the name of its library, read without parsing the rest. */
final class LibraryHeader {

    /** As much as a head with its comments may take, in bytes. */
    private static final int SIZE = 16 << 10;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n\\r]*", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile(
            "\\s*(?:phiên\\s+bản\\s+\\d+\\s+)?thư\\s+viện\\s+([\\p{L}_][\\p{L}\\p{Nd}_]*(?:\\s*\\.\\s*[\\p{L}_][\\p{L}\\p{Nd}_]*)*).*",
            Pattern.DOTALL);

    private LibraryHeader() {}

    /** The name, empty for a file on its own and for one that cannot be read: whoever needs the file will say so. */
    static Optional<String> name(Path file) {
        try (var in = Files.newInputStream(file)) {
            return name(in);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The same for the file of a pack. */
    static Optional<String> name(URL file) {
        try (var in = file.openStream()) {
            return name(in);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(InputStream in) throws IOException {
        var text = new String(in.readNBytes(SIZE), StandardCharsets.UTF_8).replace("\uFEFF", "");
        var head = HEAD.matcher(
                COMMENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" "));
        return head.matches() ? Optional.of(head.group(1).replaceAll("\\s", "")) : Optional.empty();
    }
}
