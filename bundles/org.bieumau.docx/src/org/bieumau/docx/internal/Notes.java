/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.profile.Component;
import org.bieumau.core.text.Span;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * The footnotes of a document. Word numbers them and places them at the foot of the page. They are collected while the
 * document part is written; the part with their texts is written after it.
 */
final class Notes {

    private final List<List<Span>> notes = new ArrayList<>();

    /** Writes a reference to a footnote into a paragraph. */
    void reference(XmlWriter xml, List<Span> note) throws IOException {
        notes.add(note);
        xml.start("w:r");
        raised(xml);
        xml.empty("w:footnoteReference", "w:id", Integer.toString(notes.size()));
        xml.end();
    }

    private static void raised(XmlWriter xml) throws IOException {
        xml.start("w:rPr").empty("w:vertAlign", "w:val", "superscript").end();
    }

    /** Writes the footnotes part: the two separators that Word requires, and the texts. */
    void write(XmlWriter xml) throws IOException {
        xml.start("w:footnotes").attribute("xmlns:w", Ooxml.W);
        separator(xml, "separator", -1);
        separator(xml, "continuationSeparator", 0);
        for (int i = 0; i < notes.size(); i++) {
            xml.start("w:footnote").attribute("w:id", i + 1L);
            xml.start("w:p")
                    .start("w:pPr")
                    .empty("w:pStyle", "w:val", StylesPart.id(Component.FOOTNOTE))
                    .end();
            xml.start("w:r");
            raised(xml);
            xml.empty("w:footnoteRef").end();
            DocumentPart.run(xml, Span.of(" "), 0);
            for (var span : notes.get(i)) {
                DocumentPart.run(xml, span, 0);
            }
            xml.end().end();
        }
        xml.end();
    }

    private static void separator(XmlWriter xml, String type, long id) throws IOException {
        xml.start("w:footnote").attribute("w:type", type).attribute("w:id", id);
        xml.start("w:p").start("w:r").empty("w:" + type).end().end();
        xml.end();
    }
}
