/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal.returns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive whose bytes depend on its contents only. */
final class ZipParts {

    private static final LocalDateTime WHEN = LocalDateTime.of(2021, 4, 20, 8, 0);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    ZipParts with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ZipParts with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        return bytes(WHEN);
    }

    /** Returns the archive with the time of its entries. */
    byte[] bytes(LocalDateTime time) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
