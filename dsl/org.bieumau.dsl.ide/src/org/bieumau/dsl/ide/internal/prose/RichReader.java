/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.text.Span;
import org.bieumau.dsl.internal.conversion.ProseText;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.model.CitationForm;
import org.bieumau.model.CitationRun;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.InterpolationRun;
import org.bieumau.model.NoteRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Run;
import org.bieumau.model.StyledRun;
import org.bieumau.model.Suppression;
import org.bieumau.model.TableCell;
import org.bieumau.model.TableRow;
import org.bieumau.model.TextRun;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Reads the lines of prose from its model, together with their source. */
final class RichReader {

    private final Prose prose;
    private final ICompositeNode node;
    private final String text;
    private final List<RichLine> lines = new ArrayList<>();
    private int at;
    private int notes;

    RichReader(Prose prose) {
        this.prose = prose;
        this.node = NodeModelUtils.findActualNodeFor(prose);
        this.text = node.getRootNode().getText();
    }

    RichProse read() {
        at = node.getOffset() + 3;
        read(prose.getLines());
        var lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        if (lines.isEmpty()) {
            lines.add(new RichLine("", inner(), List.of(), false, false, ""));
        }
        return new RichProse(lines, text.substring(at, node.getEndOffset()), lineBreak);
    }

    /** Returns the default indentation of a line. */
    private String inner() {
        return Indentation.at(text, node.getOffset()) + " ".repeat(Indentation.STEP);
    }

    private void read(List<ProseLine> all) {
        for (var line : all) {
            switch (line) {
                case Paragraph paragraph -> paragraph(paragraph);
                case TableRow row -> row(row);
                case ConditionalLines conditional -> {
                    head(conditional);
                    read(conditional.getLines());
                }
                case RepeatedLines repeated -> {
                    head(repeated);
                    read(repeated.getLines());
                }
                case Suppression suppression -> head(suppression);
                default -> throw new IllegalArgumentException(line.eClass().getName());
            }
        }
    }

    private void paragraph(Paragraph paragraph) {
        var pieces = new ArrayList<Piece>();
        if (paragraph.getMarker() != null) {
            var marker = NodeModelUtils.getNode(paragraph.getMarker()).getText().replace('\t', ' ');
            // A space separates the marker of an empty item from the text typed after it.
            var isEmpty = paragraph.getRuns().isEmpty()
                    && Marker.of(marker)
                            .filter(each -> each.isAlone()
                                    || each.length() > each.text().length())
                            .isEmpty();
            pieces.add(Piece.of(isEmpty ? marker + " " : marker));
        }
        paragraph.getRuns().forEach(run -> read(run, Piece.of(""), pieces));
        add(paragraph, pieces, false, paragraph.getMarker() == null);
    }

    private void row(TableRow row) {
        var pieces = new ArrayList<Piece>();
        pieces.add(Piece.of("|"));
        for (var cell : row.getCells()) {
            pieces.add(Piece.of(" "));
            cell.getRuns().forEach(run -> read(run, Piece.of(""), pieces));
            pieces.add(Piece.of(cell.getRuns().isEmpty() ? "|" : " |"));
        }
        // A bar within a cell does not end the cell.
        add(row, pieces, false, false);
    }

    private void head(ProseLine line) {
        var leaves = NodeModelUtils.findActualNodeFor(line);
        add(line, List.of(Piece.of(text.substring(start(leaves), end(leaves)))), true, false);
    }

    /** Returns the offset after the indentation of a line. */
    private int start(ICompositeNode line) {
        var start = line.getOffset();
        while (start < text.length() && Character.isWhitespace(text.charAt(start))
                || start < text.length() && "\u00A0\u200B\uFEFF".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** Returns the offset of the line break that ends the first line of a node. */
    private static int end(ICompositeNode line) {
        for (ILeafNode leaf : line.getLeafNodes()) {
            if (leaf.getGrammarElement() instanceof RuleCall call
                    && call.getRule().getName().equals("NL")) {
                return leaf.getOffset();
            }
        }
        return line.getEndOffset();
    }

    private void add(ProseLine line, List<Piece> pieces, boolean isHead, boolean isPlain) {
        var leaves = NodeModelUtils.findActualNodeFor(line);
        var start = start(leaves);
        var end = end(leaves);
        var indentStart = start;
        while (indentStart > at && text.charAt(indentStart - 1) != '\n' && text.charAt(indentStart - 1) != '\r') {
            indentStart--;
        }
        var lead = text.substring(at, indentStart);
        if (line.isSeparate()) {
            // The blank lines between two tables are shown, since without them they are one table.
            var breaks = lead.split("(?=\r\n|(?<!\r)\n)");
            for (int i = 0; i < breaks.length - 1; i++) {
                lines.add(new RichLine(breaks[i], text.substring(indentStart, start), List.of(), false, false, ""));
            }
            lead = breaks[breaks.length - 1];
        }
        var made = RichLine.of(null, "", pieces, false);
        lines.add(new RichLine(
                lead,
                lead.isEmpty() ? inner() : text.substring(indentStart, start),
                made.pieces(),
                isHead,
                isPlain && made.marker().isPresent(),
                text.substring(start, end)));
        at = end;
    }

    private void read(Run run, Piece style, List<Piece> pieces) {
        switch (run) {
            case TextRun words -> text(style, words.getText(), run, pieces);
            case StyledRun styled -> {
                var nested = new Piece(
                        "",
                        style.bold() || styled.isBold(),
                        style.italic() || styled.isItalic(),
                        style.superscript() || styled.isSuperscript(),
                        null);
                styled.getRuns().forEach(each -> read(each, nested, pieces));
            }
            case CitationRun mention -> {
                var citation = mention.getCitation();
                var code = code(run);
                var shown = citation == null || citation.eIsProxy() || citation.getType() == null
                        ? code
                        : Span.unmarked(
                                mention.getForm() == CitationForm.SHORT
                                        ? Citations.brief(citation)
                                        : Citations.full(citation));
                pieces.add(new Piece(shown, style.bold(), style.italic(), style.superscript(), code));
            }
            case InterpolationRun interpolation when code(run).equals(ProseText.NOTHING) -> {}
            case NoteRun note ->
                pieces.add(new Piece(
                        Integer.toString(++notes), style.bold(), style.italic(), style.superscript(), code(run)));
            case InterpolationRun interpolation ->
                pieces.add(new Piece(code(run), style.bold(), style.italic(), style.superscript(), code(run)));
            default -> throw new IllegalArgumentException(run.eClass().getName());
        }
    }

    private static void text(Piece style, String words, Run run, List<Piece> pieces) {
        var piece = style.with(words);
        pieces.addAll(run.eContainer() instanceof TableCell ? piece.inCell() : List.of(piece));
    }

    private String code(Run run) {
        var written = NodeModelUtils.findActualNodeFor(run);
        return text.substring(written.getOffset(), written.getEndOffset());
    }
}
