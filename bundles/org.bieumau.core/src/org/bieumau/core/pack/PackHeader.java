/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.CoreMessages;

/**
 * The header of a pack: the properties in its file <code>goi.properties</code>, in UTF-8, by their names.
 *
 * @param id the id; required
 * @param title the title for the user; the id by default
 * @param version the version of the pack; required
 * @param requires the lowest version of Biểu Mẫu that the pack works with; <code>0</code> by default
 * @param province the code of its province; empty by default
 * @param layout the name of the file with its layout; empty by default
 * @param strict <code>true</code> if violations prevent an export; <code>false</code> by default
 * @param files the names of its .bieu files, separated by commas in the header; used for packs in a jar
 */
public record PackHeader(
        String id,
        String title,
        String version,
        String requires,
        String province,
        String layout,
        boolean strict,
        List<String> files) {

    /** The name of the file. */
    public static final String FILE = "goi.properties";

    /** Returns the same header with other files. */
    PackHeader withFiles(List<String> others) {
        return new PackHeader(id, title, version, requires, province, layout, strict, others);
    }

    /**
     * Reads a header.
     *
     * @throws IOException if it cannot be read, or the id or the version is missing
     */
    public static PackHeader read(InputStream in) throws IOException {
        var values = new Properties();
        try {
            values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException(FILE + ": " + e.getMessage(), e);
        }
        for (var key : List.of("id", "version")) {
            if (values.getProperty(key, "").isBlank()) {
                throw new IOException(CoreMessages.ALL.text("pack.key", key));
            }
        }
        var id = values.getProperty("id").strip();
        var files = Stream.of(values.getProperty("files", "").split(","))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .toList();
        return new PackHeader(
                id,
                values.getProperty("title", id).strip(),
                values.getProperty("version").strip(),
                values.getProperty("requires", "0").strip(),
                values.getProperty("province", "").strip(),
                values.getProperty("layout", "").strip(),
                Boolean.parseBoolean(values.getProperty("strict", "").strip()),
                files);
    }
}
