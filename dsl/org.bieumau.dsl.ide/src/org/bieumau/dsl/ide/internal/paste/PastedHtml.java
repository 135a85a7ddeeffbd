/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.prose.Piece;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads the HTML that word processors, spreadsheets and browsers put on the clipboard: lines of text with bold, italic,
 * superscript and list markers, or the cells of a table. All other formatting is dropped.
 */
public final class PastedHtml {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "table",
            "tr",
            "dd",
            "dt",
            "dl",
            "section",
            "article",
            "body");
    private static final Set<String> UNSEEN =
            Set.of("head", "style", "script", "title", "meta", "link", "xml", "template");

    /** Reference to a footnote in Word (<code>#_ftn1</code>) or LibreOffice (<code>#sdfootnote1sym</code>). */
    private static final Pattern NOTE = Pattern.compile("#_?((?:ftn|sdfootnote)\\d+)(?:sym)?");

    /** The footnotes by the ids of their elements. */
    private final Map<String, String> notes;

    private final List<List<Piece>> lines = new ArrayList<>();
    private List<Piece> line = new ArrayList<>();
    /** Whether the line contains only the marker of its list item, so that a paragraph that follows belongs to it. */
    private boolean isMarked;

    private boolean isAfterTable;

    private PastedHtml(Map<String, String> notes) {
        this.notes = notes;
    }

    /**
     * Returns the lines of the text; a row of a table is a line with bars between its cells. The only blank lines are
     * those between two tables.
     */
    public static List<List<Piece>> lines(String html) {
        var body = Jsoup.parse(html).body();
        return linesOf(body, takeNotes(body));
    }

    /** Takes the footnotes out of the text, and returns their source by the ids of their elements. */
    private static Map<String, String> takeNotes(Element body) {
        var notes = new HashMap<String, String>();
        for (var note : body.select("div[id~=^(ftn|sdfootnote)\\d+$]")) {
            // The number before the text of the footnote.
            note.select("a[href*=ref], a.sdfootnotesym").remove();
            notes.put(note.id(), RichProse.note(linesOf(note, Map.of())));
            note.remove();
        }
        return notes;
    }

    /**
     * Returns the cells by row if the HTML contains nothing but a table; empty otherwise. The content of a merged cell
     * is in the first cell of its span.
     */
    public static Optional<List<List<PastedCell>>> table(String html) {
        var body = Jsoup.parse(html).body();
        var table = body.selectFirst("table");
        if (table == null) {
            return Optional.empty();
        }
        var rows = rows(table, Map.of());
        table.remove();
        return linesOf(body, Map.of()).isEmpty() ? Optional.of(rows) : Optional.empty();
    }

    // Tables

    private static List<List<PastedCell>> rows(Element table, Map<String, String> notes) {
        var rows = new ArrayList<List<PastedCell>>();
        // By column, the number of further rows that a merged cell from above spans.
        Map<Integer, Integer> fromAbove = new TreeMap<>();
        for (var tr : table.select("tr")) {
            if (tr.closest("table") != table) {
                continue;
            }
            var row = new ArrayList<PastedCell>();
            for (var cell : tr.children()) {
                if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                    fill(row, fromAbove);
                    var height = span(cell, "rowspan");
                    var width = span(cell, "colspan");
                    for (int i = 0; i < width; i++) {
                        fromAbove.put(row.size(), height - 1);
                        row.add(i == 0 ? PastedCell.of(linesOf(cell, notes)) : PastedCell.of(""));
                    }
                }
            }
            fill(row, fromAbove);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static void fill(List<PastedCell> row, Map<Integer, Integer> fromAbove) {
        while (fromAbove.getOrDefault(row.size(), 0) > 0) {
            fromAbove.merge(row.size(), -1, Integer::sum);
            row.add(PastedCell.of(""));
        }
    }

    private static int span(Element cell, String attribute) {
        var value = cell.attr(attribute);
        return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }

    // Lines

    private static List<List<Piece>> linesOf(Element element, Map<String, String> notes) {
        var reader = new PastedHtml(notes);
        element.childNodes().forEach(child -> reader.read(child, Piece.of("")));
        reader.end();
        return reader.lines;
    }

    private void read(Node node, Piece style) {
        switch (node) {
            case TextNode text -> {
                line.add(style.with(text.getWholeText()));
                isMarked &= text.isBlank();
            }
            case Element element when UNSEEN.contains(element.normalName()) -> {}
            case Element element when element.normalName().equals("br") -> end();
            case Element element
            when notes.containsKey(note(element)) ->
                line.add(new Piece("1", false, false, false, notes.get(note(element))));
            case Element element when css(element).contains("mso-list:ignore") -> label(element.text());
            case Element element when element.normalName().equals("table") -> bars(element);
            case Element element -> {
                var isBlock = BLOCKS.contains(element.normalName());
                if (isBlock && !isMarked) {
                    end();
                }
                if (element.normalName().equals("li")) {
                    label(label(element));
                }
                element.childNodes().forEach(child -> read(child, style(element, style)));
                if (isBlock) {
                    end();
                }
            }
            default -> {}
        }
    }

    private static String note(Element element) {
        var reference = NOTE.matcher(element.attr("href"));
        return reference.matches() ? reference.group(1) : "";
    }

    private static Piece style(Element element, Piece around) {
        var style = around;
        switch (element.normalName()) {
            case "b", "strong", "th" -> style = style.with(Style.BOLD, true);
            case "i", "em" -> style = style.with(Style.ITALIC, true);
            case "sup" -> style = style.with(Style.SUPERSCRIPT, true);
            default -> {}
        }
        for (var rule : css(element).split(";")) {
            switch (rule) {
                case "font-weight:bold",
                        "font-weight:bolder",
                        "font-weight:600",
                        "font-weight:700",
                        "font-weight:800",
                        "font-weight:900" -> style = style.with(Style.BOLD, true);
                case "font-weight:normal", "font-weight:400" -> style = style.with(Style.BOLD, false);
                case "font-style:italic", "font-style:oblique" -> style = style.with(Style.ITALIC, true);
                case "font-style:normal" -> style = style.with(Style.ITALIC, false);
                case "vertical-align:super" -> style = style.with(Style.SUPERSCRIPT, true);
                default -> {}
            }
        }
        return style;
    }

    private static String css(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    /**
     * Adds the marker of a list item: the label itself if it is a marker of the language, else a dash, as for bullets.
     */
    private void label(String label) {
        var word = label.replace('\u00A0', ' ').strip();
        if (!word.isEmpty()) {
            line.add(Piece.of((MarkerText.level(word) == null ? "-" : word) + " "));
            isMarked = true;
        }
    }

    private static String label(Element item) {
        var list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            // List paragraphs of Word contain their label as text.
            return item.selectFirst("[style*=mso-list]") == null ? "-" : "";
        }
        var first = list.attr("start").matches("\\d{1,3}") ? Integer.parseInt(list.attr("start")) : 1;
        var number = first
                + (int) list.children().stream()
                        .takeWhile(each -> each != item)
                        .filter(each -> each.normalName().equals("li"))
                        .count();
        return switch (number < 1 ? "1" : list.attr("type")) {
            case "a", "A" -> marker(DivisionLevel.POINT, number);
            case "I", "i" -> marker(DivisionLevel.ROMAN, number);
            default -> marker(DivisionLevel.CLAUSE, number);
        };
    }

    /** Returns the marker of an item; a dash if the level has no such number. */
    private static String marker(DivisionLevel level, int number) {
        try {
            return MarkerText.of(level, number);
        } catch (IllegalArgumentException e) {
            return MarkerText.of(DivisionLevel.DASH, 0);
        }
    }

    private void bars(Element table) {
        end();
        if (isAfterTable) {
            lines.add(List.of());
        }
        var rows = rows(table, notes);
        for (int i = 0; i < rows.size(); i++) {
            var isHead = i == 0 && rows.size() > 1 && isHead(rows.getFirst());
            for (var cell : rows.get(i)) {
                line.add(Piece.of("| "));
                for (int j = 0; j < cell.lines().size(); j++) {
                    if (j > 0) {
                        line.add(Piece.of(" "));
                    }
                    cell.lines().get(j).stream()
                            .map(piece -> isHead ? piece.with(Style.BOLD, false) : piece)
                            .forEach(piece -> line.addAll(piece.inCell()));
                }
                line.add(Piece.of(" "));
            }
            line.add(Piece.of("|"));
            end();
            if (isHead) {
                line.add(Piece.of("| --- ".repeat(rows.getFirst().size()) + "|"));
                end();
            }
        }
        isAfterTable = true;
    }

    /** Returns whether a row is the head of its table, which is printed in bold. */
    private static boolean isHead(List<PastedCell> row) {
        var words = row.stream()
                .flatMap(cell -> cell.lines().stream())
                .flatMap(List::stream)
                .filter(piece -> !piece.text().isBlank() && !piece.isWhole())
                .toList();
        return !words.isEmpty() && words.stream().allMatch(Piece::bold);
    }

    /** Ends a line: collapses runs of whitespace to one space and strips both ends. */
    private void end() {
        var pieces = new ArrayList<Piece>();
        var afterSpace = true;
        for (var piece : line) {
            if (piece.isWhole()) {
                pieces.add(piece);
                afterSpace = false;
                continue;
            }
            var text = new StringBuilder();
            for (var c : VietnameseText.nfc(piece.text()).toCharArray()) {
                var isSpace = Character.isWhitespace(c) || c == '\u00A0';
                if (!isSpace && Character.getType(c) != Character.CONTROL && c != '\u200B' && c != '\uFEFF') {
                    text.append(c);
                    afterSpace = false;
                } else if (isSpace && !afterSpace) {
                    text.append(' ');
                    afterSpace = true;
                }
            }
            if (!text.isEmpty()) {
                pieces.add(piece.with(text.toString()));
            }
        }
        if (afterSpace && !pieces.isEmpty()) {
            var last = pieces.removeLast();
            pieces.add(last.with(last.text().stripTrailing()));
        }
        if (pieces.stream().anyMatch(piece -> !piece.text().isBlank())) {
            lines.add(List.copyOf(pieces));
            isAfterTable = false;
        }
        line = new ArrayList<>();
        isMarked = false;
    }
}
