/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Reads and changes the parts of Word files, without the code that is tested. */
final class WordFiles {

    private WordFiles() {}

    /** Returns the parts of a file, in their order. */
    static Map<String, byte[]> parts(byte[] file) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** Returns a file of parts. */
    static byte[] file(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** Returns a file in which the first match of a pattern in a part is replaced. */
    static byte[] replaced(byte[] file, String part, String pattern, String replacement) throws IOException {
        var parts = parts(file);
        var text = new String(parts.get(part), StandardCharsets.UTF_8);
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("not in " + part + ": " + pattern);
        }
        parts.put(part, found.replaceFirst(replacement).getBytes(StandardCharsets.UTF_8));
        return file(parts);
    }
}
