/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.prose.Headings;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Prose;

/**
 * Prose as edited on a page: lines of text with emphasis instead of markup, and citations as printed. Immutable: every
 * change returns a new value, and the source of unchanged lines is kept character by character. Offsets refer to
 * {@link #text()}.
 */
public final class RichProse {

    private static final String QUOTES = "'''";

    private final List<RichLine> lines;
    private final String tail;
    private final String lineBreak;

    /**
     * @param lines the lines, at least one
     * @param tail the source after the last line: the closing quotes and the whitespace before them
     */
    RichProse(List<RichLine> lines, String tail, String lineBreak) {
        this.lines = List.copyOf(lines);
        this.tail = tail;
        this.lineBreak = lineBreak;
    }

    /** Result of a change, with the offset of the caret after it. */
    public record Edited(RichProse prose, int caret) {}

    /** Returns the prose for its model, which must come from a parsed file. */
    public static RichProse of(Prose prose) {
        return new RichReader(prose).read();
    }

    /** Returns the content of a cell of a table as prose of one line. */
    public static RichProse ofCell(List<Piece> content) {
        return new RichProse(List.of(RichLine.of("", "", content, true)), QUOTES, "\n");
    }

    /** Returns the lines, at least one. */
    public List<RichLine> lines() {
        return lines;
    }

    /** Returns the text as displayed, with a line feed between lines. */
    public String text() {
        return lines.stream().map(RichLine::text).collect(Collectors.joining("\n"));
    }

    /** Returns the source including the quotes. */
    public String source() {
        var source = new StringBuilder(QUOTES);
        lines.forEach(line -> source.append(before(line)).append(line.source()));
        return source.append(tail).toString();
    }

    /** Returns the source between the quotes, without the common indentation of the lines. */
    public String inside() {
        var inside = new StringBuilder();
        for (var line : lines) {
            var breaks = line.lead() == null
                    ? 1
                    : (int) line.lead().chars().filter(c -> c == '\n').count();
            inside.append("\n".repeat(inside.isEmpty() ? 0 : Math.max(1, breaks)))
                    .append(line.indent())
                    .append(line.source());
        }
        return inside.toString().stripIndent().strip();
    }

    /** Returns the source before a line: the line break that ends the previous line, blank lines, the indentation. */
    private String before(RichLine line) {
        var isEmpty = line.source().isEmpty();
        if (line.lead() == null) {
            return lineBreak + (isEmpty ? "" : line.indent());
        }
        // The line that contains the opening quotes has no indentation.
        return line.lead() + (isEmpty || line.lead().isEmpty() ? "" : line.indent());
    }

    /** Returns the offset of each line in the source, relative to the start of the source. */
    public List<Integer> offsets() {
        var offsets = new ArrayList<Integer>();
        var at = QUOTES.length();
        for (var line : lines) {
            at += before(line).length();
            offsets.add(at);
            at += line.source().length();
        }
        return offsets;
    }

    /** Returns the index of the line that contains an offset. */
    public int line(int offset) {
        var line = 0;
        var end = lines.getFirst().text().length();
        while (line + 1 < lines.size() && offset > end) {
            line++;
            end += 1 + lines.get(line).text().length();
        }
        return line;
    }

    /** Returns the offset of the beginning of a line. */
    public int start(int line) {
        var start = 0;
        for (int i = 0; i < line; i++) {
            start += lines.get(i).text().length() + 1;
        }
        return start;
    }

    // Changes

    /**
     * Replaces text; a citation that is partly within the range is replaced as a whole.
     *
     * @param text the new text, whose lines become lines of the prose; it takes the style of the text before the range
     * @return empty if the header of conditional or repeated lines would be changed in part
     */
    public Optional<Edited> replace(int from, int to, String text) {
        return replace(
                from,
                to,
                text,
                lines.get(line(from)).before(from - start(line(from))).orElse(Piece.of("")));
    }

    /** Does the same with the style of a given piece. */
    public Optional<Edited> replace(int from, int to, String text, Piece style) {
        var pieces = new ArrayList<List<Piece>>();
        for (var part : text.replace("\r", "").split("\n", -1)) {
            pieces.add(List.of(style.with(part)));
        }
        return replacePieces(from, to, pieces);
    }

    /** Returns the source of a footnote, whose lines become one. */
    public static String note(List<List<Piece>> lines) {
        var pieces = new ArrayList<Piece>();
        for (var line : lines) {
            pieces.addAll(pieces.isEmpty() || line.isEmpty() ? List.of() : List.of(Piece.of(" ")));
            line.forEach(piece -> pieces.addAll(piece.escaped("]")));
        }
        return Piece.NOTE + new RichLine(null, "", pieces, false, false, null).source() + "]";
    }

    /**
     * A footnote in the text.
     *
     * @param from the offset of its number
     * @param content the source of its text
     */
    public record Note(int from, int to, String content) {}

    /** Returns the footnote at an offset. */
    public Optional<Note> note(int offset) {
        var index = line(offset);
        var at = start(index);
        for (var piece : lines.get(index).pieces()) {
            var end = at + piece.text().length();
            if (piece.isNote() && offset >= at && offset <= end) {
                return Optional.of(new Note(
                        at,
                        end,
                        piece.code().substring(Piece.NOTE.length(), piece.code().length() - 1)));
            }
            at = end;
        }
        return Optional.empty();
    }

    /** Inserts a footnote, or replaces one by another, with its number as displayed. */
    public Optional<Edited> insertNote(int from, int to, String code) {
        var number = 1
                + (int) between(0, from).stream()
                        .flatMap(List::stream)
                        .filter(Piece::isNote)
                        .count();
        return replacePieces(
                from, to, List.of(List.of(new Piece(Integer.toString(number), false, false, false, code))));
    }

    /** Numbers the footnotes as they print. */
    private static void numberNotes(List<RichLine> lines) {
        var number = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.pieces().stream().anyMatch(Piece::isNote)) {
                var pieces = new ArrayList<Piece>();
                for (var piece : line.pieces()) {
                    pieces.add(piece.isNote() ? piece.shown(Integer.toString(++number)) : piece);
                }
                if (!pieces.equals(line.pieces())) {
                    lines.set(i, line.shown(pieces));
                }
            }
        }
    }

    /**
     * Replaces text with an atomic piece, such as a citation or an interpolation.
     *
     * @param shown the text of the piece as displayed
     * @param code its source
     */
    public Optional<Edited> insert(int from, int to, String shown, String code) {
        return replacePieces(from, to, List.of(List.of(new Piece(shown, false, false, false, code))));
    }

    /** Does the same with lines of pieces. */
    public Optional<Edited> replace(int from, int to, List<List<Piece>> inserted) {
        return replacePieces(from, to, inserted);
    }

    /** Returns the pieces between two offsets, by line. */
    public List<List<Piece>> between(int from, int to) {
        var first = line(from);
        var last = line(to);
        var between = new ArrayList<List<Piece>>();
        for (int i = first; i <= last; i++) {
            between.add(lines.get(i)
                    .between(i == first ? from - start(i) : 0, i == last ? to - start(i) : Integer.MAX_VALUE));
        }
        return between;
    }

    /** Returns the source of lines, without quotes and indentation. */
    public static String written(List<List<Piece>> lines) {
        return lines.stream()
                .map(pieces -> RichLine.of(null, "", pieces, false).source())
                .collect(Collectors.joining("\n"));
    }

    private Optional<Edited> replacePieces(int from, int to, List<List<Piece>> inserted) {
        var first = line(from);
        var last = line(to);
        var before = lines.get(first);
        var after = lines.get(last);
        var start = before.outside(from - start(first), to == from);
        if (from == to && start == 0 && !isBlank(inserted.getFirst())) {
            // What is typed before the marker of an item belongs to its text.
            start = before.marker()
                    .filter(marker -> !marker.isAlone())
                    .map(Marker::length)
                    .orElse(0);
        }
        var end = to == from ? start : after.outside(to - start(last), true);
        if (isAtEndOfHead(before, start) && to == from && inserted.size() > 1 && isBlank(inserted.getFirst())) {
            return Optional.of(insertBelowHead(first, inserted.subList(1, inserted.size())));
        }
        if (before.isHead()
                        && (start > 0 || first == last && end < before.text().length())
                || after.isHead() && last > first && end < after.text().length()) {
            return Optional.empty();
        }
        var indent = before.isHead() && first > 0 ? lines.get(first - 1).indent() : before.indent();
        if (last > first && end == 0 && inserted.size() == 1 && start > 0) {
            // An item that is joined to the line above loses its marker.
            end = after.marker().map(Marker::length).orElse(0);
        }
        var changed = new ArrayList<>(lines.subList(0, first));
        var caret = start(first);
        for (int i = 0; i < inserted.size(); i++) {
            var pieces = new ArrayList<>(i == 0 ? before.between(0, start) : List.of());
            pieces.addAll(inserted.get(i));
            caret += i == 0 ? 0 : changed.getLast().text().length() + 1;
            if (i == inserted.size() - 1) {
                caret +=
                        pieces.stream().mapToInt(piece -> piece.text().length()).sum();
                pieces.addAll(after.between(end, Integer.MAX_VALUE));
            }
            var line = RichLine.of(
                    i == 0 ? before.lead() : null, indent, pieces, i == 0 && before.isLiteral() && start > 0);
            // A line whose pieces did not change keeps its source.
            changed.add(
                    i == 0 && line.pieces().equals(before.pieces())
                            ? before
                            : i == inserted.size() - 1 && line.pieces().equals(after.pieces())
                                    ? after.withLead(line.lead())
                                    : line);
        }
        var pasted = inserted.stream().anyMatch(RichProse::isItem) ? inserted.size() : 0;
        var length = changed.get(first).text().length();
        changed.set(first, withOneMarker(changed.get(first)));
        Sequence.continueAbove(changed, first, first + pasted);
        caret += inserted.size() == 1 ? changed.get(first).text().length() - length : 0;
        changed.addAll(lines.subList(last + 1, lines.size()));
        var result = with(changed);
        return Optional.of(new Edited(result, Math.max(caret, result.start(first))));
    }

    private static boolean isBlank(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> piece.text().isEmpty());
    }

    /** Returns whether pieces are an item with a marker and text. */
    private static boolean isItem(List<Piece> pieces) {
        var line = RichLine.of(null, "", pieces, false);
        return line.marker()
                .filter(each -> each.length() < line.text().length())
                .isPresent();
    }

    /** Returns a line whose marker is followed by another marker, which was typed or pasted, with the latter only. */
    private static RichLine withOneMarker(RichLine line) {
        var first = line.marker();
        if (first.isEmpty() || line.written() != null) {
            return line;
        }
        var rest = line.text().substring(first.get().length());
        var second = Marker.of(rest)
                // «1. Mục 2» and «1. 2.5» are text.
                .filter(each -> each.length() > each.text().length() && !each.isAlone())
                .filter(each ->
                        each.level() != DivisionLevel.ARTICLE || first.get().level() == DivisionLevel.ARTICLE);
        return second.map(each -> line.changed(without(line, first.get(), each)))
                .orElse(line);
    }

    private static List<Piece> without(RichLine line, Marker first, Marker second) {
        var pieces = new ArrayList<Piece>();
        pieces.add(Piece.of(line.text().substring(first.length(), first.length() + second.length())));
        pieces.addAll(line.between(first.length() + second.length(), Integer.MAX_VALUE));
        return pieces;
    }

    private static boolean isAtEndOfHead(RichLine line, int offset) {
        return line.isHead() && offset == line.text().length();
    }

    /** Inserts new lines below the header of conditional or repeated lines, indented as their content. */
    private Edited insertBelowHead(int head, List<List<Piece>> inserted) {
        var changed = new ArrayList<>(lines);
        var indent = lines.get(head).indent() + " ".repeat(Indentation.STEP);
        for (int i = 0; i < inserted.size(); i++) {
            changed.add(head + 1 + i, RichLine.of(null, indent, inserted.get(i), false));
        }
        var result = with(changed);
        return new Edited(
                result,
                result.start(head + inserted.size())
                        + changed.get(head + inserted.size()).text().length());
    }

    /**
     * Returns this prose with other lines. Moves the quotes of one-line prose to lines of their own when a second line
     * is added. The items below a changed, new or deleted item are numbered again.
     */
    RichProse with(List<RichLine> edited) {
        var changed = new ArrayList<>(edited);
        var first = 0;
        var most = Math.min(lines.size(), changed.size());
        while (first < most && lines.get(first).looksLike(changed.get(first))) {
            first++;
        }
        var same = 0;
        while (same < most - first
                && lines.get(lines.size() - 1 - same).looksLike(changed.get(changed.size() - 1 - same))) {
            same++;
        }
        if (!markers(lines.subList(first, lines.size() - same))
                .equals(markers(changed.subList(first, changed.size() - same)))) {
            Sequence.renumber(lines, changed, same);
        }
        numberNotes(changed);
        return requoted(changed);
    }

    private static List<String> markers(List<RichLine> lines) {
        return lines.stream()
                .flatMap(line -> line.marker().stream())
                .map(Marker::text)
                .toList();
    }

    private RichProse requoted(List<RichLine> changed) {
        var inOneLine = !tail.substring(0, tail.length() - QUOTES.length()).contains("\n");
        var first = changed.getFirst();
        if (!"".equals(first.lead()) || (inOneLine ? changed.size() == 1 : first.written() != null)) {
            return new RichProse(changed, tail, lineBreak);
        }
        var broken = new ArrayList<>(changed);
        broken.set(0, first.withLead(null));
        var indent = first.indent().substring(0, Math.max(0, first.indent().length() - Indentation.STEP));
        return new RichProse(broken, inOneLine ? lineBreak + indent + QUOTES : tail, lineBreak);
    }

    /**
     * Breaks a line. The new line of a list gets the next marker; breaking an item without text continues the list
     * around it, or ends the outermost list.
     */
    public Optional<Edited> breakLine(int offset) {
        var index = line(offset);
        var line = lines.get(index);
        var marker = line.marker().filter(each -> !each.isAlone());
        if (marker.isPresent()
                && marker.get().length() == line.text().length()
                && offset == start(index) + line.text().length()) {
            return Optional.of(withMarker(
                    index,
                    outer(index)
                            .flatMap(level -> Marker.of(
                                    level,
                                    Sequence.after(lines.subList(0, index)).next(level)))
                            .orElse(null)));
        }
        // A break before the text moves the line down unchanged.
        var next = marker.isEmpty() || offset < start(index) + marker.get().length()
                ? ""
                : marker.get().next().map(each -> each + " ").orElse("");
        return replacePieces(offset, offset, List.of(List.of(), List.of(Piece.of(next))));
    }

    /** Inserts an empty line at an index, with the caret in it. */
    public Edited insertLine(int index) {
        var changed = new ArrayList<>(lines);
        var indent = lines.get(Math.min(index, lines.size() - 1)).indent();
        if (index == 0) {
            changed.set(0, lines.getFirst().withLead(null));
        }
        changed.add(index, RichLine.of(index == 0 ? lines.getFirst().lead() : null, indent, List.of(), false));
        var result = with(changed);
        return new Edited(result, result.start(index));
    }

    /**
     * Deletes backwards from an offset: right after the marker of an item the whole marker, else one character.
     *
     * @param from the offset of the character
     */
    public Optional<Edited> deleteBackward(int from, int to) {
        var index = line(to);
        var marker = lines.get(index).marker().filter(each -> !each.isAlone());
        return marker.isPresent() && to == start(index) + marker.get().length()
                ? Optional.of(withMarker(index, null))
                : replace(from, to, "");
    }

    /** Sets the marker of a line, with the caret at the end of the line. */
    private Edited withMarker(int index, String marker) {
        var changed = new ArrayList<>(lines);
        var line = lines.get(index);
        var old = line.marker().map(Marker::length).orElse(0);
        changed.set(index, line.withMarker(marker));
        var result = with(changed);
        var now = marker == null
                ? 0
                : result.lines.get(index).text().length() - line.text().length() + old;
        return new Edited(result, result.start(index) + now);
    }

    // Levels

    /** Returns the level of the innermost division or item around a line; empty if there is none. */
    private Optional<DivisionLevel> outer(int index) {
        var level = lines.get(index).marker().map(Marker::level).orElseThrow();
        return levels(lines.subList(0, index).reversed())
                .filter(each -> each.compareTo(level) < 0)
                .findFirst();
    }

    /**
     * Returns the level of the items that are already below a division or item: those above the line in its previous
     * sibling, else the next one below the line.
     */
    private Optional<DivisionLevel> inner(List<RichLine> above, int index, DivisionLevel level) {
        return Stream.concat(
                        levels(above.reversed())
                                .takeWhile(each -> each.compareTo(level) > 0)
                                .min(Comparator.naturalOrder())
                                .stream(),
                        levels(lines.subList(index + 1, lines.size()))
                                .limit(1)
                                .filter(each -> each.compareTo(level) > 0))
                .findFirst();
    }

    private static Stream<DivisionLevel> levels(List<RichLine> lines) {
        return lines.stream().flatMap(line -> line.marker().stream()).map(Marker::level);
    }

    /** Returns the levels that the text uses or may use, from the outermost to the innermost. */
    private List<DivisionLevel> levels() {
        var levels = EnumSet.range(DivisionLevel.CLAUSE, DivisionLevel.PLUS);
        levels(lines).forEach(levels::add);
        levels.add(levels.contains(DivisionLevel.ARTICLE) ? DivisionLevel.CHAPTER : DivisionLevel.ROMAN);
        if (levels.contains(DivisionLevel.CHAPTER)) {
            levels.add(DivisionLevel.ARTICLE);
        }
        return List.copyOf(levels);
    }

    /**
     * Moves the divisions and items between two offsets to the next inner or outer level, with the number that follows
     * there. Lines without marker stay.
     *
     * @param by 1 for the inner or -1 for the outer level
     * @return the text, with the caret at the end of the range; empty if there is nothing to move
     */
    public Optional<Edited> indent(int from, int to, int by) {
        var levels = levels();
        var changed = new ArrayList<>(lines.subList(0, line(from)));
        var i = line(from);
        for (; i <= line(to); i++) {
            var line = lines.get(i);
            var level = line.marker().map(Marker::level).orElse(null);
            var next = level == null ? -1 : levels.indexOf(level) + by;
            if (next < 0 || next == levels.size()) {
                changed.add(line);
                continue;
            }
            var target = (by > 0 ? inner(changed, i, level) : outer(i)).orElse(levels.get(next));
            var marker = Marker.of(target, Sequence.after(changed).next(target));
            if (marker.isEmpty()) {
                changed.add(line);
                continue;
            }
            if (isTitleBelow(i)) {
                // The title of a chapter becomes that of an article.
                line = RichLine.of(line.lead(), line.indent(), lines.get(++i).pieces(), false);
            }
            changed.addAll(marked(line, marker.get()));
        }
        if (changed.equals(lines.subList(0, i))) {
            return Optional.empty();
        }
        var last = changed.size() - 1;
        changed.addAll(lines.subList(i, lines.size()));
        var result = with(changed);
        // The caret keeps its distance from the end of the line.
        var fromEnd = start(i - 1) + lines.get(i - 1).text().length() - to;
        var line = result.lines.get(last);
        var marker = line.marker().map(Marker::length).orElse(0);
        return Optional.of(new Edited(
                result, result.start(last) + Math.max(marker, line.text().length() - Math.max(0, fromEnd))));
    }

    /** Returns whether a line is the marker of a division, with its title in the line below. */
    private boolean isTitleBelow(int line) {
        var below = line + 1 < lines.size() ? lines.get(line + 1) : null;
        return below != null
                && below.marker().isEmpty()
                && !below.isHead()
                && !below.isTableRow()
                && !below.text().isBlank()
                && isTitle(line + 1);
    }

    /** Returns whether all text between two offsets has a style. Whitespace is ignored. */
    public boolean has(int from, int to, Style style) {
        var pieces = new ArrayList<Piece>();
        eachPart(from, to, (line, start, end) -> pieces.addAll(lines.get(line).between(start, end)));
        return !pieces.isEmpty()
                && pieces.stream().filter(piece -> !piece.text().isBlank()).allMatch(piece -> piece.has(style));
    }

    private interface PartAction {
        void accept(int line, int start, int end);
    }

    /** Calls an action with the parts of lines between two offsets, without their markers. */
    private void eachPart(int from, int to, PartAction action) {
        for (int i = line(from); i <= line(to); i++) {
            var line = lines.get(i);
            var start =
                    Math.max(from - start(i), line.marker().map(Marker::length).orElse(0));
            var end = Math.min(to - start(i), line.text().length());
            if (end > start && !line.isHead()) {
                action.accept(i, line.outside(start, false), line.outside(end, true));
            }
        }
    }

    /** Sets or clears a style of the text between two offsets. */
    public RichProse style(int from, int to, Style style, boolean on) {
        var changed = new ArrayList<>(lines);
        eachPart(from, to, (index, start, end) -> {
            var line = lines.get(index);
            var pieces = new ArrayList<>(line.between(0, start));
            line.between(start, end).forEach(piece -> pieces.add(piece.with(style, on)));
            pieces.addAll(line.between(end, Integer.MAX_VALUE));
            changed.set(index, line.changed(pieces));
        });
        return with(changed);
    }

    /**
     * Sets the markers of lines. They continue the numbers above them.
     *
     * @param level the level of the markers; null removes them
     * @return the text, with the caret at the end of the last line
     */
    public Edited mark(int firstLine, int lastLine, DivisionLevel level) {
        var changed = new ArrayList<>(lines.subList(0, firstLine));
        for (var line : lines.subList(firstLine, lastLine + 1)) {
            if (line.isHead() || line.isTableRow()) {
                changed.add(line);
            } else if (level == null) {
                changed.add(line.withMarker(null));
            } else {
                Marker.of(level, Sequence.after(changed).next(level))
                        .ifPresentOrElse(marker -> changed.addAll(marked(line, marker)), () -> changed.add(line));
            }
        }
        var last = changed.size() - 1;
        changed.addAll(lines.subList(lastLine + 1, lines.size()));
        var result = with(changed);
        return new Edited(
                result, result.start(last) + result.lines.get(last).text().length());
    }

    /** Returns a line with another marker; the title of a chapter is in a line of its own. */
    private static List<RichLine> marked(RichLine line, String text) {
        var marker = Marker.of(text).orElseThrow();
        var rest = line.between(line.marker().map(Marker::length).orElse(0), Integer.MAX_VALUE);
        if (marker.isAlone() && !rest.isEmpty()) {
            return List.of(
                    RichLine.of(line.lead(), line.indent(), List.of(Piece.of(text)), false),
                    RichLine.of(null, line.indent(), rest, false));
        }
        return List.of(line.withMarker(text));
    }

    // Divisions

    /**
     * Division of the text.
     *
     * @param first index of its first line
     * @param end index after its last line
     * @param inner the divisions within it
     */
    public record Division(String label, DivisionLevel level, int first, int end, List<Division> inner) {}

    /** Returns whether a line prints as a heading: that of a division, or the line below the number of a division. */
    public boolean isTitle(int line) {
        var marker = lines.get(line).marker();
        if (marker.isEmpty()) {
            var above =
                    line == 0 ? Optional.<Marker>empty() : lines.get(line - 1).marker();
            return above.filter(each -> each.isAlone()
                            && each.length() == lines.get(line - 1).text().length())
                    .isPresent();
        }
        return switch (marker.get().level()) {
            case ARTICLE, CLAUSE ->
                below(line)
                        .filter(next -> Headings.hasHeading(
                                marker.get().level(),
                                lines.get(line).text().substring(marker.get().length()),
                                next.marker().map(Marker::level).orElse(null)))
                        .isPresent();
            case POINT, DASH, PLUS -> false;
            default -> true;
        };
    }

    private Optional<RichLine> below(int line) {
        return lines.stream()
                .skip(line + 1L)
                .filter(each -> !each.isHead() && !each.text().isBlank())
                .findFirst();
    }

    /** Returns the divisions down to the level of <code>khoản</code>, nested. */
    public List<Division> divisions() {
        return divisions(0, lines.size());
    }

    private List<Division> divisions(int from, int end) {
        var found = new ArrayList<Division>();
        var at = from;
        while (at < end) {
            var level = level(at);
            if (level == null) {
                at++;
                continue;
            }
            var next = at + 1;
            while (next < end && (level(next) == null || level(next).getValue() > level.getValue())) {
                next++;
            }
            found.add(new Division(lines.get(at).text().strip(), level, at, next, divisions(at + 1, next)));
            at = next;
        }
        return found;
    }

    private DivisionLevel level(int line) {
        return lines.get(line)
                .marker()
                .map(Marker::level)
                .filter(level -> level.getValue() <= DivisionLevel.CLAUSE_VALUE)
                .orElse(null);
    }

    /**
     * Swaps a division with its previous or next sibling and renumbers both.
     *
     * @param by -1 for the previous or 1 for the next sibling
     * @return empty if there is no sibling of the same level there
     */
    public Optional<Edited> move(Division division, int by) {
        var siblings = siblings(division, divisions());
        var index = siblings.indexOf(division);
        if (index < 0
                || index + by < 0
                || index + by >= siblings.size()
                || siblings.get(index + by).level() != division.level()) {
            return Optional.empty();
        }
        var upper = siblings.get(Math.min(index, index + by));
        var lower = siblings.get(Math.max(index, index + by));
        var moved = new ArrayList<>(lines.subList(0, upper.first()));
        var lowerLines = lines.subList(lower.first(), lower.end());
        var upperLines = new ArrayList<>(lines.subList(upper.first(), upper.end()));
        moved.addAll(lowerLines);
        moved.addAll(upperLines);
        moved.addAll(lines.subList(lower.end(), lines.size()));
        var number = lines.get(upper.first()).marker();
        renumber(moved, upper.first(), number.orElseThrow());
        renumber(
                moved,
                upper.first() + lowerLines.size(),
                number.get().next().flatMap(Marker::of).orElse(number.get()));
        var result = with(moved);
        return Optional.of(
                new Edited(result, result.start(by < 0 ? upper.first() : upper.first() + lowerLines.size())));
    }

    private static void renumber(List<RichLine> lines, int index, Marker marker) {
        var line = lines.get(index);
        var old = line.marker().orElseThrow();
        if (!old.text().equals(marker.text())) {
            var pieces = new ArrayList<Piece>();
            pieces.add(Piece.of(marker.text() + line.text().substring(old.text().length(), old.length())));
            pieces.addAll(line.between(old.length(), Integer.MAX_VALUE));
            lines.set(index, line.changed(pieces));
        }
    }

    private static List<Division> siblings(Division division, List<Division> among) {
        if (among.contains(division)) {
            return among;
        }
        return among.stream()
                .map(each -> siblings(division, each.inner()))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
