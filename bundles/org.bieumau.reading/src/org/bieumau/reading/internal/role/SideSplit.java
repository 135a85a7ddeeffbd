/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.core.source.SourceItem.Setting;
import org.bieumau.reading.internal.grid.Texts;

/**
 * The sides of a line that shows two texts beside each other, separated by tabs or many spaces, as in letterheads and
 * feet without a table.
 */
record SideSplit(Paragraph paragraph, Seat seat) {

    private static final Pattern GAP = Pattern.compile("\\t[\\t \\u00A0]*|[ \\u00A0]{4,}");

    /** Position at which the right side begins, in percent of the text width. */
    private static final double MIDDLE = 45;

    /** Maximum length of such a line. */
    private static final int LONGEST = 250;

    /**
     * Returns the lines of a paragraph of a letterhead or foot, which offices often write with line breaks, and the
     * sides of each; the paragraph itself if it is one line, or text.
     */
    static List<SideSplit> of(Paragraph paragraph, Seat seat) {
        var text = text(paragraph);
        if (!isOfLines(text) && !isIssuers(paragraph, text, seat)) {
            return sides(paragraph, seat);
        }
        var lines = new ArrayList<SideSplit>();
        for (int from = 0, to; from <= text.length(); from = to + 1) {
            to = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
            if (!text.substring(from, to).isBlank()) {
                var isLast = text.substring(to).isBlank();
                lines.addAll(sides(cut(paragraph, from, to, isLast ? paragraph.setting() : Setting.NONE), seat));
            }
        }
        return lines;
    }

    /** Returns whether a paragraph has several lines, one of which only letterheads and feet have. */
    private static boolean isOfLines(String text) {
        return text.indexOf('\n') >= 0
                && text.length() <= 2 * LONGEST
                && text.strip().indexOf('\n') >= 0
                && text.lines().anyMatch(SideSplit::isMarked);
    }

    /**
     * Returns whether a paragraph is a superior agency and an issuer, which are told apart by their weight: the lines
     * of one long name have the same.
     */
    private static boolean isIssuers(Paragraph paragraph, String text, Seat seat) {
        if (seat.region() != Seat.Region.CELL
                || text.length() > LONGEST
                || !text.lines().allMatch(SideSplit::isSide)) {
            return false;
        }
        var weights = new HashSet<Boolean>();
        var isStart = true;
        for (var run : paragraph.runs()) {
            for (int i = 0; i < run.text().length(); i++) {
                var sign = run.text().charAt(i);
                if (isStart && Character.isLetter(sign)) {
                    weights.add(run.look().bold());
                    isStart = false;
                }
                isStart |= sign == '\n';
            }
        }
        return weights.size() == 2;
    }

    private static List<SideSplit> sides(Paragraph paragraph, Seat seat) {
        var text = text(paragraph);
        var gaps = GAP.matcher(text).results().toList();
        if (gaps.isEmpty() || text.isBlank() || text.length() > LONGEST || isOne(Texts.line(text))) {
            return List.of(new SideSplit(paragraph, seat));
        }
        var gap = gaps.stream()
                .filter(each -> isSide(text.substring(0, each.start())) && isSide(text.substring(each.end())))
                .findFirst();
        if (gap.isPresent()) {
            return List.of(
                    new SideSplit(cut(paragraph, 0, gap.get().start()), seat.between(0, MIDDLE)),
                    new SideSplit(cut(paragraph, gap.get().end(), text.length()), seat.between(MIDDLE, 100)));
        }
        var first = gaps.getFirst();
        var rest = text.substring(first.end());
        return first.start() == 0 && isSide(rest) && !rest.isBlank() && isMarked(rest)
                ? List.of(new SideSplit(cut(paragraph, first.end(), text.length()), seat.between(MIDDLE, 100)))
                : List.of(new SideSplit(paragraph, seat));
    }

    /** Returns whether a line with several spaces is a single text, such as a number or date that is left open. */
    private static boolean isOne(String line) {
        return LetterPhrases.isNumber(line) && !line.matches(".*\\p{L}{3,} .*") || LetterPhrases.isPlaceAndDate(line);
    }

    /** Returns whether a text usually is on one side of a letterhead or foot. */
    private static boolean isSide(String text) {
        var line = Texts.line(text);
        return !line.isEmpty() && (isMarked(line) || line.startsWith("- ") || line.equals(line.toUpperCase()));
    }

    private static boolean isMarked(String text) {
        var line = Texts.line(text);
        return LetterPhrases.isNationalName(line)
                || LetterPhrases.isMotto(line)
                || LetterPhrases.isNumber(line)
                || LetterPhrases.isPlaceAndDate(line)
                || LetterPhrases.isLetterSubject(line)
                || LetterPhrases.isRecipients(line)
                || LetterPhrases.isAuthority(line) && line.equals(line.toUpperCase())
                || LetterPhrases.isPosition(line) && line.equals(line.toUpperCase())
                || LetterPhrases.isPerson(line);
    }

    private static String text(Paragraph paragraph) {
        var text = new StringBuilder();
        paragraph.runs().forEach(run -> text.append(run.text()));
        return text.toString();
    }

    private static Paragraph cut(Paragraph paragraph, int from, int to) {
        return cut(paragraph, from, to, Setting.NONE);
    }

    /** Returns a part of a paragraph. */
    private static Paragraph cut(Paragraph paragraph, int from, int to, Setting setting) {
        var runs = new ArrayList<Run>();
        var at = 0;
        for (var run : paragraph.runs()) {
            var start = Math.clamp(from - at, 0, run.text().length());
            var end = Math.clamp(to - at, 0, run.text().length());
            if (start < end) {
                runs.add(new Run(run.text().substring(start, end), run.look(), run.flags()));
            }
            at += run.text().length();
        }
        var look = runs.stream()
                .filter(run -> !run.text().isBlank())
                .findFirst()
                .map(Run::look)
                .orElse(paragraph.look());
        return new Paragraph(
                paragraph.place(),
                from == 0 ? paragraph.label() : "",
                runs,
                look,
                setting,
                paragraph.flags(),
                paragraph.anchor() == null ? null : paragraph.anchor().after(from));
    }
}
