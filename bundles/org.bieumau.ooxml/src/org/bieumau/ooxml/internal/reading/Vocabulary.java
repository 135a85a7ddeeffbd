/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An XML vocabulary that Office files use. A strict file (ISO/IEC 29500) has other namespaces for the same elements.
 */
public enum Vocabulary {
    WORD(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    SHEET("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    RELATIONSHIPS(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    DRAWING("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
    WORD_DRAWING(
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"),
    WORD_SHAPE("http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    MATH(
            "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math"),
    COMPATIBILITY("http://schemas.openxmlformats.org/markup-compatibility/2006"),
    VML("urn:schemas-microsoft-com:vml"),
    OFFICE("urn:schemas-microsoft-com:office:office"),
    /** Elements without a namespace, and of extensions. */
    OTHER;

    private static final Map<String, Vocabulary> BY_NAMESPACE = new HashMap<>();

    static {
        for (var each : values()) {
            for (var namespace : each.namespaces) {
                BY_NAMESPACE.put(namespace, each);
            }
        }
    }

    private final String[] namespaces;

    Vocabulary(String... namespaces) {
        this.namespaces = namespaces;
    }

    /** Returns the namespaces: that of transitional files, then that of strict ones. */
    public List<String> namespaces() {
        return List.of(namespaces);
    }

    /** Returns the vocabulary of a namespace; null is the namespace of names without a prefix. */
    static Vocabulary of(String namespace) {
        return BY_NAMESPACE.getOrDefault(namespace, OTHER);
    }
}
