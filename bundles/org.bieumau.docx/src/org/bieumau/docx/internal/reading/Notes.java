/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.model.MarkerText;

/** The texts of footnotes and endnotes, which have parts of their own. */
final class Notes {

    /** A kind of notes, with the names of its part, elements and references. */
    enum Kind {
        FOOTNOTE("footnotes", "footnote"),
        ENDNOTE("endnotes", "endnote");

        private final String part;
        private final String element;

        Kind(String part, String element) {
            this.part = part;
            this.element = element;
        }
    }

    private final WordFile file;
    private final Map<Kind, Map<String, List<Paragraph>>> texts = new HashMap<>();
    private final Map<Kind, Integer> counts = new HashMap<>();

    Notes(WordFile file) {
        this.file = file;
    }

    /** Counts a reference and returns its number as Word shows it by default. */
    String number(Kind kind) {
        var number = counts.merge(kind, 1, Integer::sum);
        return kind == Kind.FOOTNOTE ? "" + number : MarkerText.roman(number).toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the text of a note.
     *
     * @param number the number of the note, which is the label of its first paragraph
     * @param place the place of the reference
     */
    List<Paragraph> text(Kind kind, String id, String number, Place place) throws IOException, ProblemException {
        if (!texts.containsKey(kind)) {
            texts.put(kind, read(kind));
        }
        var placed = new ArrayList<Paragraph>();
        for (var paragraph : texts.get(kind).getOrDefault(id, List.of())) {
            var isFirst = placed.isEmpty();
            placed.add(new Paragraph(
                    place,
                    isFirst ? number : paragraph.label(),
                    isFirst ? stripped(paragraph.runs()) : paragraph.runs(),
                    paragraph.look(),
                    paragraph.setting(),
                    paragraph.flags(),
                    paragraph.anchor()));
        }
        return placed;
    }

    /** Removes the spaces between the number of a note, which is a separate element, and its text. */
    private static List<Run> stripped(List<Run> runs) {
        var stripped = new ArrayList<>(runs);
        while (!stripped.isEmpty()) {
            var first = stripped.removeFirst();
            var text = first.text().stripLeading();
            if (!text.isEmpty()) {
                stripped.addFirst(new Run(text, first.look(), first.flags()));
                break;
            }
        }
        return stripped;
    }

    private Map<String, List<Paragraph>> read(Kind kind) throws IOException, ProblemException {
        var all = new HashMap<String, List<Paragraph>>();
        var part = file.part(kind.part);
        if (part == null) {
            return all;
        }
        try (var xml = file.opc().read(part)) {
            xml.root();
            var story = new StoryReader(file, xml, part, false);
            var scope = new Scope(Place.of(file.opc().file()), TableLook.NONE, 0, 0, Flags.of(Flag.NOTE));
            while (xml.nextChild(1)) {
                if (xml.name().equals(kind.element)) {
                    var id = CharacterFormat.first(xml.attribute("id"), "");
                    var items = new ArrayList<SourceItem>();
                    story.blocks(scope, items::add);
                    all.put(id, paragraphs(items));
                }
            }
        }
        file.release();
        return all;
    }

    /** Returns the paragraphs among items, including those in tables. */
    static List<Paragraph> paragraphs(List<SourceItem> items) {
        var paragraphs = new ArrayList<Paragraph>();
        for (var item : items) {
            switch (item) {
                case Paragraph paragraph -> paragraphs.add(paragraph);
                case SourceItem.Row row -> row.cells().forEach(cell -> paragraphs.addAll(cell.paragraphs()));
                default -> {}
            }
        }
        return paragraphs;
    }
}
