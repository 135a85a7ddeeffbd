/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.compare.Wording;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.plan.Outline;
import org.bieumau.consolidation.internal.plan.Outline.Heading;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.ReturnTable;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Assigns the lines of a report to the headings of the outline: by their words, and by their number if the words differ
 * a little. A numbered line that could be a heading but is none of the outline begins a part of its own.
 */
final class ReportRows {

    /** Likeness from which a numbered line is taken for a heading at its place, as documents are compared. */
    private static final double LIKE = 0.5;
    /** What an equal number adds to the likeness. */
    private static final double NUMBER = 0.1;
    /** Likeness from which nobody need look at it. */
    private static final double SURE = 0.85;
    /** Likeness from which a heading is found at another place. */
    private static final double FOUND = 0.75;
    /** Number of words from which a heading is long enough to be found at another place. */
    private static final int LONG = 4;

    /** Title of the part with texts outside of all headings; always in Vietnamese, as it is part of the result. */
    private static final String OUTSIDE = "Nội dung ngoài các đề mục";

    private static final Pattern NUMBER_TYPED =
            Pattern.compile("^\\s*\\(?(?:[IVXLC]{1,6}|\\d{1,3}(?:\\.\\d{1,3})*|\\p{Ll})\\s*[.)/:-]+\\s*");
    private static final Pattern CLOSING = Pattern.compile("tren day la .*");

    /** What the unit wrote in one place. */
    private static final class Row {
        private final @Nullable Heading heading;
        private final String parent;
        private final String title;
        private final List<String> lines = new ArrayList<>();
        private Spot place = Spot.NONE;

        Row(@Nullable Heading heading, String parent, String title) {
            this.heading = heading;
            this.parent = parent;
            this.title = title;
        }

        void add(String line, Spot at) {
            if (line.isBlank()) {
                return;
            }
            if (lines.isEmpty()) {
                place = at;
            }
            lines.add(line);
        }
    }

    /** A heading that a line begins with. */
    private record Match(Heading heading, String rest) {}

    private record Told(
            String code,
            String message,
            Spot place,
            @Nullable Row row) {}

    private final Outline outline;
    private final Map<String, List<Heading>> byKey = new HashMap<>();
    private final Map<Heading, Row> rows = new LinkedHashMap<>();
    private final Map<String, Row> others = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<Heading> seen = new HashSet<>();
    private @Nullable Heading current;
    private Row open;

    ReportRows(Outline outline) {
        this.outline = outline;
        outline.all()
                .forEach(heading -> byKey.computeIfAbsent(Outline.key(heading.text()), key -> new ArrayList<>())
                        .add(heading));
        open = outside();
    }

    private Row outside() {
        return others.computeIfAbsent("", key -> new Row(null, "", OUTSIDE));
    }

    /** Adds the lines of the text of a report. */
    void add(List<ReportLine> lines) {
        var exact = lines.stream().map(this::exact).toList();
        // A heading that is found by its words must not be taken by a line that is only like it.
        exact.stream().flatMap(List::stream).forEach(match -> seen.add(match.heading()));
        var taken = new HashSet<Heading>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isOther()) {
                told.add(new Told(
                        "CONS-REPORT-PART",
                        ConsolidationMessages.ALL.text("CONS-REPORT-PART", line.text()),
                        line.place(),
                        null));
            } else if (i == lines.size() - 1 && isClosing(line)) {
                outside().add(line.whole(), line.place());
            } else if (!exact.get(i).isEmpty()) {
                enter(choose(exact.get(i), taken), line, taken);
            } else if (!Outline.isHeading(line.level()) || !begin(line, taken)) {
                if (!outline.isGuidance(line.text())) {
                    open.add(line.whole(), line.place());
                }
            }
        }
    }

    /** Adds a text that is not in the body of the report, such as an appendix. */
    void addPart(String title, List<ReportLine> lines) {
        var row = other(null, title);
        lines.forEach(line -> row.add(line.whole(), line.place()));
    }

    /** Adds a text that the reader could not assign. */
    void addRest(String text, Spot place) {
        outside().add(text, place);
    }

    private static boolean isClosing(ReportLine line) {
        return line.level() == null && CLOSING.matcher(Outline.key(line.text())).matches();
    }

    /** Returns the headings whose words a line is or begins with, before a colon. */
    private List<Match> exact(ReportLine line) {
        if (line.isOther() || line.text().startsWith("|")) {
            return List.of();
        }
        var text = line.level() == null ? NUMBER_TYPED.matcher(line.text()).replaceFirst("") : line.text();
        if (line.level() != null && !Outline.isHeading(line.level())) {
            return List.of();
        }
        var whole = byKey.get(Outline.key(text));
        if (whole != null) {
            return whole.stream().map(heading -> new Match(heading, "")).toList();
        }
        for (var mark : List.of(":", ". ")) {
            var end = text.indexOf(mark);
            var found = end < 0 ? null : byKey.get(Outline.key(text.substring(0, end)));
            if (found != null) {
                var rest = text.substring(end + 1).strip();
                return found.stream().map(heading -> new Match(heading, rest)).toList();
            }
        }
        return List.of();
    }

    /** Of several headings with the same words, the one below the current part counts, then the next one. */
    private Match choose(List<Match> matches, Set<Heading> taken) {
        var free = matches.stream()
                .filter(match -> !taken.contains(match.heading()))
                .toList();
        for (var context = current; ; context = context.parent().orElse(null)) {
            var parent = context;
            var below = free.stream()
                    .filter(match -> match.heading().parent().orElse(null) == parent)
                    .findFirst();
            if (below.isPresent()) {
                return below.get();
            }
            if (context == null) {
                break;
            }
        }
        var after = current == null ? -1 : current.index();
        return free.stream()
                .filter(match -> match.heading().index() > after)
                .findFirst()
                .orElseGet(() -> free.isEmpty() ? matches.getFirst() : free.getFirst());
    }

    private void enter(Match match, ReportLine line, Set<Heading> taken) {
        taken.add(match.heading());
        current = match.heading();
        open = rows.computeIfAbsent(current, heading -> new Row(heading, "", heading.title()));
        if (!outline.isGuidance(match.rest())) {
            open.add(match.rest(), line.place());
        }
    }

    /** Begins another part with a numbered line, if lines of its level are headings here. */
    private boolean begin(ReportLine line, Set<Heading> taken) {
        var context = context(line.level());
        if (context.isEmpty()) {
            return false;
        }
        var parent = context.get().parent().orElse(null);
        var end = line.text().indexOf(':');
        var head = end > 0 ? line.text().substring(0, end) : line.text();
        var found = best(line, head, outline.below(parent), LIKE, taken)
                .or(() -> new Wording(head).size() < LONG
                        ? Optional.empty()
                        : best(line, head, outline.all(), FOUND, taken));
        if (found.isPresent()) {
            var heading = found.get();
            enter(new Match(heading, end > 0 ? line.text().substring(end + 1).strip() : ""), line, taken);
            if (new Wording(head).alike(new Wording(heading.text())) < SURE) {
                told.add(new Told(
                        "CONS-HEADING-LIKELY",
                        ConsolidationMessages.ALL.text("CONS-HEADING-LIKELY", line.whole(), heading.title()),
                        line.place(),
                        open));
            }
            return true;
        }
        current = parent;
        open = other(parent, line.text());
        open.place = open.lines.isEmpty() ? line.place() : open.place;
        told.add(new Told(
                "CONS-HEADING-UNKNOWN",
                ConsolidationMessages.ALL.text(
                        "CONS-HEADING-UNKNOWN",
                        line.whole(),
                        parent == null ? ConsolidationMessages.ALL.text("report.end") : parent.title()),
                line.place(),
                open));
        return true;
    }

    /** Returns a heading among whose neighbours a line of a level would be. */
    private Optional<Heading> context(DivisionLevel level) {
        for (var parent = current; ; parent = parent.parent().orElse(null)) {
            var below = outline.below(parent);
            if (!below.isEmpty() && below.getFirst().level() == level) {
                return Optional.of(below.getFirst());
            }
            if (parent == null) {
                return Optional.empty();
            }
        }
    }

    private Optional<Heading> best(
            ReportLine line, String head, List<Heading> among, double least, Set<Heading> taken) {
        var wording = new Wording(head);
        Heading best = null;
        var score = least;
        for (var heading : among) {
            if (taken.contains(heading) || seen.contains(heading)) {
                continue;
            }
            var alike = wording.alike(new Wording(heading.text()))
                    + (heading.label().equals(line.marker()) ? NUMBER : 0);
            if (alike >= score && (best == null || alike > score)) {
                best = heading;
                score = alike;
            }
        }
        return Optional.ofNullable(best);
    }

    private Row other(@Nullable Heading parent, String title) {
        var path = parent == null ? "" : parent.path();
        return others.computeIfAbsent(path + "\t" + Outline.key(title), key -> new Row(null, path, title));
    }

    private List<Row> written() {
        var written = new ArrayList<Row>();
        outline.all().stream()
                .map(rows::get)
                .filter(row -> row != null && !row.lines.isEmpty())
                .forEach(written::add);
        // A heading of the unit is kept even if nothing is below it.
        others.forEach((key, row) -> {
            if (!row.lines.isEmpty() || !key.isEmpty()) {
                written.add(row);
            }
        });
        return written;
    }

    /** Returns the rows: headings in the order of the outline, then parts that it does not have. */
    List<ReturnRow> rows() {
        var result = new ArrayList<ReturnRow>();
        for (var row : written()) {
            var cells = new LinkedHashMap<String, Datum>();
            cells.put(Outline.TEXT, new Datum(Datum.Kind.PROSE, String.join("\n", row.lines)));
            result.add(new ReturnRow(
                    "", row.heading == null ? "" : row.heading.path(), row.parent, row.title, result.size(), 0, cells));
        }
        return result;
    }

    /** Returns the place of each row. */
    List<ReturnTable> tables() {
        return written().stream()
                .map(row -> new ReturnTable(row.place, 0, 0, Map.of()))
                .toList();
    }

    /** Returns what is doubtful. */
    List<ReturnProblem> problems() {
        var written = written();
        var problems = new ArrayList<ReturnProblem>();
        told.forEach(each -> problems.add(new ReturnProblem(
                each.code(),
                Severity.WARNING.getName(),
                each.message(),
                each.place(),
                written.indexOf(each.row()),
                written.contains(each.row()) ? Outline.TEXT : "")));
        var empty = outline.all().stream()
                .filter(heading -> heading.children().isEmpty())
                .filter(heading ->
                        rows.get(heading) == null || rows.get(heading).lines.isEmpty())
                .map(Heading::title)
                .collect(Collectors.joining("; "));
        if (!empty.isEmpty()) {
            problems.add(new ReturnProblem(
                    "CONS-HEADING-EMPTY",
                    Severity.WARNING.getName(),
                    ConsolidationMessages.ALL.text("CONS-HEADING-EMPTY", empty),
                    Spot.NONE,
                    -1,
                    ""));
        }
        return problems;
    }
}
