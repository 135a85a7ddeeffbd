/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.PageNumber;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/**
 * The pages of each section. The properties of a section follow its text, so they are read in a separate pass before
 * ({@link SectionScan}).
 */
final class Sections {

    private static final int WIDTH = 12_240;
    private static final int HEIGHT = 15_840;
    private static final int MARGIN = 1440;
    private static final int HEADER = 720;

    /** The text of a header or footer. */
    private record Margin(List<Paragraph> paragraphs, boolean hasPageNumber, Look number) {

        private static final Margin NONE = new Margin(List.of(), false, null);
    }

    private final WordFile file;
    private final List<List<SourceItem>> starts = new ArrayList<>();
    private final Map<String, Margin> margins = new HashMap<>();
    /** Relationship ids of headers and footers, by kind and pages; a section without its own inherits them. */
    private final Map<String, String> current = new HashMap<>();

    Sections(WordFile file) throws IOException, ProblemException {
        this.file = file;
        var scan = new SectionScan(file.opc(), file.main()).run();
        if (scan == null || !isRead(scan)) {
            starts.clear();
            current.clear();
            try (var xml = file.opc().read(file.main())) {
                read(xml);
            }
        }
        if (starts.isEmpty()) {
            starts.add(List.of(new PageStart(
                    setup(new int[] {WIDTH, HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, HEADER, 0}, false),
                    List.of(),
                    false)));
        }
    }

    /** Reads the result of the scan; returns false if the scan is wrong, which comments can cause. */
    private boolean isRead(byte[] scan) throws IOException {
        try (var xml = file.opc().read(file.main(), scan)) {
            read(xml);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private void read(XmlReader xml) throws IOException, ProblemException {
        while (xml.nextElement()) {
            if (xml.is(Vocabulary.WORD, "sectPr")) {
                section(xml);
            }
        }
    }

    /**
     * Returns the item that begins a section.
     *
     * @param number from 0; a section without properties is like the last one
     */
    List<SourceItem> start(int number) {
        return starts.get(Math.min(number, starts.size() - 1));
    }

    private void section(XmlReader xml) throws IOException, ProblemException {
        var sizes = new int[] {WIDTH, HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, HEADER, 0};
        var isLandscape = false;
        var isFirstDifferent = false;
        var isContinuous = false;
        var firstNumber = 0;
        var level = xml.depth();
        while (xml.nextChild(level)) {
            switch (xml.name()) {
                case "pgSz" -> {
                    set(xml, sizes, "w", "h");
                    isLandscape = "landscape".equals(xml.attribute("orient"));
                }
                case "pgMar" -> set(xml, sizes, "", "", "top", "bottom", "left", "right", "header", "gutter");
                case "titlePg" -> isFirstDifferent = Measures.isOn(xml.attribute("val"));
                case "type" -> isContinuous = "continuous".equals(xml.attribute("val"));
                case "pgNumType" -> firstNumber = (int) Measures.number(xml.attribute("start"), Integer.MAX_VALUE, 0);
                case "headerReference", "footerReference" ->
                    current.put(
                            xml.name().charAt(0) + CharacterFormat.first(xml.attribute("type"), "default"),
                            xml.attribute(Vocabulary.RELATIONSHIPS, "id"));
                default -> {}
            }
        }
        var header = margin("hdefault");
        var footer = margin("fdefault");
        var first = new ArrayList<Paragraph>();
        var isOnFirstPage = !isFirstDifferent;
        if (isFirstDifferent) {
            for (var each : List.of(margin("hfirst"), margin("ffirst"))) {
                first.addAll(each.paragraphs());
                isOnFirstPage |= each.hasPageNumber();
            }
        }
        var number = header.number() == null ? footer.number() : header.number();
        var items = new ArrayList<SourceItem>();
        items.add(new PageStart(
                setup(sizes, isLandscape),
                header.paragraphs(),
                header.hasPageNumber(),
                footer.paragraphs(),
                footer.hasPageNumber(),
                first,
                isFirstDifferent,
                isContinuous && !starts.isEmpty(),
                header.hasPageNumber() || footer.hasPageNumber()
                        ? new PageNumber(number, isOnFirstPage, firstNumber)
                        : null));
        if (file.hasEvenPages()) {
            skipEvenPages(items);
        }
        starts.add(items);
    }

    private static void set(XmlReader xml, int[] sizes, String... names) {
        for (int i = 0; i < names.length; i++) {
            var value = names[i].isEmpty() ? null : Measures.twips(xml.attribute(names[i]));
            if (value != null) {
                sizes[i] = value;
            }
        }
    }

    private PageSetup setup(int[] sizes, boolean isLandscape) {
        // A negative margin lets the text run into the header.
        return new PageSetup(
                Measures.millimetres(sizes[0]),
                Measures.millimetres(sizes[1]),
                isLandscape || sizes[0] > sizes[1],
                Measures.millimetres(Math.abs(sizes[2])),
                Measures.millimetres(Math.abs(sizes[3])),
                Measures.millimetres(sizes[4] + sizes[7]),
                Measures.millimetres(sizes[5]),
                Measures.millimetres(sizes[6]),
                file.mirrorsMargins());
    }

    private void skipEvenPages(List<SourceItem> items) throws IOException, ProblemException {
        var text = new StringBuilder();
        for (var kind : List.of("heven", "feven")) {
            margin(kind).paragraphs().forEach(each -> text.append(each.text()).append(' '));
        }
        if (!text.toString().isBlank()) {
            items.add(new Skipped(
                    Place.of(file.opc().file()),
                    DocxMessages.ALL.text("skipped.evenPages", text.toString().strip())));
        }
    }

    private Margin margin(String kind) throws IOException, ProblemException {
        var part = current.get(kind) == null ? null : file.partOf(current.get(kind));
        if (part == null) {
            return Margin.NONE;
        }
        var known = margins.get(part);
        if (known == null) {
            known = readMargin(part);
            margins.put(part, known);
        }
        return known;
    }

    private Margin readMargin(String part) throws IOException, ProblemException {
        try (var xml = file.opc().read(part)) {
            xml.root();
            var story = new StoryReader(file, xml, part, true);
            var items = new ArrayList<SourceItem>();
            story.blocks(new Scope(Place.of(file.opc().file()), TableLook.NONE, 0, 0, 0), items::add);
            file.release();
            return new Margin(Notes.paragraphs(items), story.fields().hasPageNumber(), story.pageNumber());
        }
    }
}
