/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The reference: packs the parts of a file that another writer has written, which are ready in memory. */
final class Zip {

    static final int LEVEL = 6;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Zip() {}

    /** Returns the writer that packs the parts of a file written by another writer. */
    static Writer ofPartsOf(Writer other, Table table) throws Exception {
        var file = new ByteArrayOutputStream();
        other.action().write(table, file);
        var zip = new Zip();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return new Writer("ZIP, level " + LEVEL, zip::write);
    }

    private void write(Table table, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setLevel(LEVEL);
        zip.setMethod(Deflater.DEFLATED);
        for (var part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }
}
