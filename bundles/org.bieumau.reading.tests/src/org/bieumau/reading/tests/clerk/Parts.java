/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bieumau.testing.ZipParts;
import org.w3c.dom.Document;

/** The parts of an exported file, which become as many papers as needed. */
final class Parts {

    private final Map<String, byte[]> parts;
    /** The parts that were parsed, by their names. A copy of a tree takes less time than parsing again. */
    private final Map<String, Document> trees = new HashMap<>();

    Parts(byte[] file) {
        parts = ZipParts.read(file);
    }

    /** Returns the parts by their names; the map may be changed. */
    Map<String, byte[]> copy() {
        return new LinkedHashMap<>(parts);
    }

    /** Returns a part as a tree, which may be changed. */
    Document tree(String name) {
        return (Document)
                trees.computeIfAbsent(name, key -> Xml.parse(parts.get(key))).cloneNode(true);
    }
}
