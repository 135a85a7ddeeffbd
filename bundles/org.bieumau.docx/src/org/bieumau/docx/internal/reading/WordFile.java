/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.Relationship;
import org.bieumau.ooxml.internal.reading.Vocabulary;

/** A Word document being read: its small parts, and counters of the content read so far. */
final class WordFile implements Closeable {

    /** Maximum number of paragraphs held in memory at once, namely those of one row. */
    private static final int MOST_HELD = 100_000;

    private final OpcPackage opc;
    private final String main;
    private final List<Relationship> relationships;
    private final FormatReader formats;
    private final Numbering numbering;
    private final Looks looks;
    private final Notes notes;
    private final Comments comments;
    private boolean mirrorsMargins;
    private boolean hasEvenPages;
    private int paragraphs;
    private int tables;
    private int held;

    WordFile(OpcPackage opc) throws IOException, ProblemException {
        this.opc = opc;
        main = opc.mainPart();
        relationships = opc.relationships(main);
        formats = new FormatReader(themeFonts());
        numbering = new Numbering(opc, part("numbering"), formats);
        looks = new Looks(new Styles(opc, part("styles"), formats, numbering), numbering);
        notes = new Notes(this);
        comments = new Comments(this);
        readSettings();
    }

    private Map<String, String> themeFonts() throws IOException, ProblemException {
        var fonts = new HashMap<String, String>();
        var part = part("theme");
        if (part == null) {
            return fonts;
        }
        try (var xml = opc.read(part)) {
            var kind = "";
            while (xml.nextElement()) {
                if (xml.name().equals("majorFont") || xml.name().equals("minorFont")) {
                    kind = xml.name().substring(0, 5);
                } else if (xml.name().equals("latin") && !kind.isEmpty()) {
                    var typeface = xml.attribute("typeface");
                    if (typeface != null && !typeface.isEmpty()) {
                        fonts.putIfAbsent(kind + "HAnsi", typeface);
                        fonts.putIfAbsent(kind + "Ascii", typeface);
                    }
                }
            }
        }
        return fonts;
    }

    private void readSettings() throws IOException, ProblemException {
        var part = part("settings");
        if (part == null) {
            return;
        }
        try (var xml = opc.read(part)) {
            xml.root();
            while (xml.nextChild(1)) {
                if (xml.is(Vocabulary.WORD, "mirrorMargins")) {
                    mirrorsMargins = Measures.isOn(xml.attribute("val"));
                } else if (xml.is(Vocabulary.WORD, "evenAndOddHeaders")) {
                    hasEvenPages = Measures.isOn(xml.attribute("val"));
                }
            }
        }
    }

    /** Returns the first part of the main part with a type; null if there is none. */
    String part(String type) {
        return relationships.stream()
                .filter(each -> each.type().equals(type) && !each.isExternal() && opc.has(each.target()))
                .map(Relationship::target)
                .findFirst()
                .orElse(null);
    }

    /** Returns the part with a relationship id; null if there is none. */
    String partOf(String id) {
        return relationships.stream()
                .filter(each -> each.id().equals(id) && !each.isExternal() && opc.has(each.target()))
                .map(Relationship::target)
                .findFirst()
                .orElse(null);
    }

    OpcPackage opc() {
        return opc;
    }

    String main() {
        return main;
    }

    FormatReader formats() {
        return formats;
    }

    Numbering numbering() {
        return numbering;
    }

    Looks looks() {
        return looks;
    }

    Notes notes() {
        return notes;
    }

    Comments comments() {
        return comments;
    }

    boolean mirrorsMargins() {
        return mirrorsMargins;
    }

    boolean hasEvenPages() {
        return hasEvenPages;
    }

    Place.Paragraph nextParagraph() {
        return new Place.Paragraph(opc.file(), ++paragraphs);
    }

    /** Returns the place of the paragraph that is read next. */
    Place.Paragraph comingParagraph() {
        return new Place.Paragraph(opc.file(), paragraphs + 1);
    }

    int nextTable() {
        return ++tables;
    }

    /** Counts a paragraph that is held in memory until its row is complete. */
    void hold() throws ProblemException {
        if (++held > MOST_HELD) {
            throw new ProblemException(
                    Problem.error(DocxMessages.ALL, "FILE-CROWDED", Place.of(opc.file()), MOST_HELD));
        }
    }

    /** Resets the count of paragraphs held in memory. */
    void release() {
        held = 0;
    }

    @Override
    public void close() throws IOException {
        opc.close();
    }
}
