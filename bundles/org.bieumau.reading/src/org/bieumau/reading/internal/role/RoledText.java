/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.Texts;

/**
 * A file as a document: each of its paragraphs with its role, and its tables, in the order of the file. Text boxes that
 * certify copies are below the document, wherever they are anchored.
 *
 * @param sections the pages of each section
 * @param skipped what the importer did not read
 */
public record RoledText(List<Piece> pieces, List<PageStart> sections, List<SourceItem.Skipped> skipped) {

    public RoledText {
        pieces = List.copyOf(pieces);
        sections = List.copyOf(sections);
        skipped = List.copyOf(skipped);
    }

    /** A paragraph or a table. */
    public sealed interface Piece {

        Seat seat();

        /** Returns 0 for the document itself; its appendices and attachments have the numbers from 1. */
        int part();
    }

    /**
     * A paragraph, or a part of one if the paragraph shows two sides of the page beside each other.
     *
     * @param paragraph text with its place and effective look
     */
    public record Line(SourceItem.Paragraph paragraph, Role role, Seat seat, int part) implements Piece {

        /** Returns the text in one line, with its automatic number. */
        public String text() {
            return Texts.line(paragraph.label() + " " + paragraph.text());
        }
    }

    /** A table with content, other than one that only places text. */
    public record Table(Grid grid, Seat seat, int part) implements Piece {}

    /** Returns all paragraphs outside of tables with content. */
    public Stream<Line> lines() {
        return pieces.stream().filter(Line.class::isInstance).map(Line.class::cast);
    }

    /** Returns the paragraphs of a part with a role. */
    public List<Line> lines(int part, Role role) {
        return lines().filter(line -> line.part() == part && line.role() == role)
                .toList();
    }

    /** Returns the pieces of a part. */
    public List<Piece> part(int part) {
        return pieces.stream().filter(piece -> piece.part() == part).toList();
    }

    /** Returns the number of parts: the document and its appendices and attachments. */
    public int parts() {
        return pieces.stream().mapToInt(Piece::part).max().orElse(-1) + 1;
    }
}
