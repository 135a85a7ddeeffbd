/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text of a real document as transcribed from paper (sources/….txt), with marks for emphasis and paragraphs. Tables
 * are split into pages, and the header row is repeated on each page.
 */
final class SourceText {

    private static final Pattern ITALIC = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)|<i>(.+?)</i>");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    private final List<String> lines;

    private SourceText(List<String> lines) {
        this.lines = lines;
    }

    static SourceText of(String example) throws IOException {
        try (var in = SourceText.class.getResourceAsStream("/sources/" + example + ".txt")) {
            return new SourceText(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    /** Returns the words in order, without marks. Pages are joined, and the header of a table occurs once. */
    List<String> words() {
        var text = new StringBuilder();
        var table = new ArrayList<List<StringBuilder>>();
        for (var line : lines) {
            if (line.contains("\t")) {
                addRow(line, table);
            } else {
                text.append(line).append(' ');
            }
        }
        table.forEach(row -> row.forEach(cell -> text.append(cell).append(' ')));
        return Words.of(plain(text.toString()));
    }

    /** Adds a row to the table. A row whose first cell is empty continues the last row of the previous page. */
    private static void addRow(String line, List<List<StringBuilder>> table) {
        var cells = Arrays.stream(line.split("\t", -1)).map(StringBuilder::new).toList();
        var header = table.size() >= 2 && (sameText(cells, table.get(0)) || sameText(cells, table.get(1)));
        if (header) {
            return;
        }
        if (table.size() > 2 && cells.getFirst().toString().isBlank()) {
            var last = table.getLast();
            for (int i = 0; i < Math.min(last.size(), cells.size()); i++) {
                last.get(i).append(cells.get(i).isEmpty() ? "" : " " + cells.get(i));
            }
        } else {
            table.add(cells);
        }
    }

    private static boolean sameText(List<StringBuilder> a, List<StringBuilder> b) {
        return String.join(" ", a).strip().equals(String.join(" ", b).strip());
    }

    /** Returns the phrases in italics, or the bold phrases within paragraphs that are not entirely bold. */
    List<String> emphasised(boolean bold) {
        var phrases = new ArrayList<String>();
        for (var line : lines) {
            if (bold && !line.replaceAll("\\*\\*([^*]+)\\*\\*", "").matches(".*\\p{L}.*")) {
                continue;
            }
            var marks = (bold ? BOLD : ITALIC).matcher(line);
            marks.results()
                    .map(SourceText::phrase)
                    .filter(phrase -> phrase.matches(".*\\p{L}.*|[\\d/]{6,}"))
                    .forEach(phrases::add);
        }
        return phrases;
    }

    private static String phrase(MatchResult mark) {
        var phrase = mark.group(1) != null || mark.groupCount() == 1 ? mark.group(1) : mark.group(2);
        return String.join(" ", Words.of(phrase));
    }

    private static String plain(String marked) {
        return marked.replaceAll("</?[ip]>", " ").replaceAll("\\*+|#{3} ", "").replaceAll("\\^\\{(.*?)}", "$1");
    }
}
