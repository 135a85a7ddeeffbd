/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Reads the parts of a DOCX file. */
final class Parts {

    private Parts() {}

    /** Returns the content of each part by its name in the package. */
    static Map<String, byte[]> of(byte[] file) throws IOException {
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
