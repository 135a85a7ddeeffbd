/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Converts the URIs of clients, which do not always escape all characters that they should. */
final class FileUris {

    private static final String SCHEME = "file:";
    /** Characters that a path of a URI may contain; a percent sign only before two hexadecimal digits. */
    private static final Pattern NOT_ALLOWED = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9%/:@!$&'()*+,;=._~-]");

    private FileUris() {}

    /**
     * Returns the file of a URI, as an absolute and normalized path. Spaces and other characters that should have been
     * escaped are accepted.
     *
     * @return null for a text without a file, and for a URI that is not of a file on this computer
     */
    static Path path(String uri) {
        if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        var escaped = NOT_ALLOWED.matcher(uri.substring(SCHEME.length())).replaceAll(found -> escaped(found.group()));
        try {
            var file = Path.of(new URI(SCHEME + escaped)).toAbsolutePath().normalize();
            return file.getFileName() == null ? null : file;
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }

    private static String escaped(String character) {
        var escaped = new StringBuilder();
        for (var each : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%')
                    .append(Character.forDigit((each >> 4) & 15, 16))
                    .append(Character.forDigit(each & 15, 16));
        }
        return escaped.toString();
    }

    static String of(Path file) {
        return file.toUri().toString();
    }
}
