/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.RoledText.Piece;
import org.bieumau.reading.internal.role.Seat;

/** Checks alignment, indents and spacing of the text (ND30, Phụ lục I, mục II.6e). */
final class SpacingChecks {

    /** Tolerance of indents in mm. */
    private static final double INDENT_TOLERANCE = 0.5;

    /** Tolerance of spaces in pt. */
    private static final double SPACE_TOLERANCE = 0.25;

    private static final double LINE_TOLERANCE = 0.02;

    /** Line height of the typeface, relative to the font size. */
    private static final double NATURAL_LINE = 1.15;

    /** Distance in mm to which a tab at the beginning of a line moves the text. */
    private static final double TAB = 12.7;

    /** Length from which a paragraph surely has several lines, so that its right edge can be seen. */
    private static final int SEVERAL_LINES = 100;

    private static final Set<Role> PARAGRAPHS = EnumSet.of(
            Role.ARTICLE,
            Role.ARTICLE_HEADING,
            Role.BASIS,
            Role.BODY,
            Role.CLAUSE,
            Role.CLAUSE_HEADING,
            Role.DASH,
            Role.PLUS,
            Role.POINT);

    private final CheckedFile file;
    private final Findings findings;

    SpacingChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        Piece above = null;
        for (var piece : file.text().pieces()) {
            if (piece instanceof Line line && isParagraph(line) && !file.isForm(line.part())) {
                checkAlignment(line);
                checkIndent(line);
                checkLines(line);
                if (above instanceof Line other && isParagraph(other) && other.part() == line.part()) {
                    checkGap(other, line);
                }
            }
            above = piece;
        }
    }

    /** Returns whether a line is a paragraph of the text, at its usual place. */
    private static boolean isParagraph(Line line) {
        return PARAGRAPHS.contains(line.role())
                && line.seat().region() == Seat.Region.TEXT
                && line.seat().table() == 0
                && !line.text().isEmpty()
                && !isPlacedApart(line);
    }

    /** Returns whether a line is centred or at the right margin, as captions and dates are. */
    private static boolean isPlacedApart(Line line) {
        var look = line.paragraph().look();
        return !look.unknown().contains(Look.Property.ALIGNMENT)
                && (look.alignment() == Look.Alignment.CENTER || look.alignment() == Look.Alignment.RIGHT);
    }

    private Look look(Line line) {
        return file.style(line.role().component().orElseThrow()).look();
    }

    private void checkAlignment(Line line) {
        var look = line.paragraph().look();
        if (look.unknown().contains(Look.Property.ALIGNMENT)) {
            findings.needsPerson("TEXT-ALIGNMENT");
        } else if (look.alignment() == Look.Alignment.JUSTIFY
                || line.text().length() < SEVERAL_LINES
                || line.role() == Role.ARTICLE_HEADING
                || line.role() == Role.CLAUSE_HEADING) {
            findings.kept("TEXT-ALIGNMENT");
        } else {
            findings.report(
                    "TEXT-ALIGNMENT",
                    line,
                    Repair.GUARDED,
                    LookChecks.restyle(line, look(line), Look.Property.ALIGNMENT));
        }
    }

    private void checkIndent(Line line) {
        var look = line.paragraph().look();
        if (look.unknown().contains(Look.Property.FIRST_INDENT)) {
            findings.needsPerson("TEXT-INDENT");
            return;
        }
        var indent = look.firstIndent() + line.paragraph().setting().leftIndent();
        var stored = CheckedFile.stored(line);
        var placed = stored.startsWith("\t") && indent < TAB ? TAB : indent;
        if (stored.startsWith("  ")) {
            findings.needsPerson("TEXT-INDENT");
        } else if (file.numbers(Key.FIRST_INDENTS).stream()
                .anyMatch(each -> Math.abs(each - placed) <= INDENT_TOLERANCE)) {
            findings.kept("TEXT-INDENT");
        } else {
            findings.report(
                    "TEXT-INDENT",
                    line,
                    Repair.GUARDED,
                    stored.startsWith("\t")
                            ? List.of()
                            : LookChecks.restyle(line, look(line), Look.Property.FIRST_INDENT),
                    LookChecks.points(placed),
                    alternatives());
        }
    }

    private String alternatives() {
        return String.join(
                CheckingMessages.ALL.text("or"),
                file.numbers(Key.FIRST_INDENTS).stream().map(LookChecks::points).toList());
    }

    private void checkLines(Line line) {
        var look = line.paragraph().look();
        if (look.unknown().contains(Look.Property.LINE_SPACING)
                || look.unknown().contains(Look.Property.LEADING)) {
            findings.needsPerson("TEXT-SPACING");
            return;
        }
        var least = file.number(Key.LEADING_LEAST);
        var isAllowed = least > 0 ? isLeadingAllowed(look, least) : isSpacingAllowed(line, look);
        if (isAllowed) {
            findings.kept("TEXT-SPACING");
            return;
        }
        var most = file.number(Key.LEADING_MOST);
        var limits = least > 0
                ? CheckingMessages.ALL.text(
                        most > 0 ? "spacing.exactBetween" : "spacing.exactFrom",
                        LookChecks.points(least),
                        LookChecks.points(most))
                : CheckingMessages.ALL.text(
                        "spacing.lines",
                        LookChecks.points(file.numbers(Key.LINE_SPACING_LIMITS).getFirst()),
                        LookChecks.points(file.numbers(Key.LINE_SPACING_LIMITS).getLast()));
        findings.report(
                "TEXT-SPACING",
                line,
                Repair.GUARDED,
                LookChecks.restyle(line, look(line), Look.Property.LINE_SPACING),
                look.leading() > 0
                        ? CheckingMessages.ALL.text("spacing.points", LookChecks.points(look.leading()))
                        : CheckingMessages.ALL.text("spacing.multiple", LookChecks.points(look.lineSpacing())),
                limits);
    }

    private boolean isLeadingAllowed(Look look, double least) {
        var most = file.number(Key.LEADING_MOST);
        return look.leading() >= least - SPACE_TOLERANCE && (most == 0 || look.leading() <= most + SPACE_TOLERANCE);
    }

    private boolean isSpacingAllowed(Line line, Look look) {
        var limits = file.numbers(Key.LINE_SPACING_LIMITS);
        if (limits.isEmpty()) {
            return true;
        }
        if (look.leading() == 0) {
            return look.lineSpacing() >= limits.getFirst() - LINE_TOLERANCE
                    && look.lineSpacing() <= limits.getLast() + LINE_TOLERANCE;
        }
        var size = Letters.of(line).with(Look.Property.SIZE).stream()
                .mapToDouble(run -> run.look().size())
                .max()
                .orElse(look.size());
        // A distance of the size of the letters is the least that a program calls single.
        return look.leading() >= size - SPACE_TOLERANCE
                && look.leading() <= size * NATURAL_LINE * limits.getLast() + SPACE_TOLERANCE;
    }

    private void checkGap(Line above, Line line) {
        if (isGapUnknown(above) || isGapUnknown(line)) {
            findings.needsPerson("TEXT-GAP");
            return;
        }
        var least = file.number(Key.PARAGRAPH_GAP_LEAST) - SPACE_TOLERANCE;
        if (above.paragraph().look().spaceAfter() + line.paragraph().look().spaceBefore() >= least) {
            findings.kept("TEXT-GAP");
            return;
        }
        var loose = own(above) >= least ? line : above;
        findings.report(
                "TEXT-GAP",
                loose,
                Repair.GUARDED,
                LookChecks.restyle(loose, look(loose), Look.Property.SPACE_BEFORE, Look.Property.SPACE_AFTER),
                LookChecks.points(file.number(Key.PARAGRAPH_GAP_LEAST)));
    }

    private static double own(Line line) {
        return line.paragraph().look().spaceBefore() + line.paragraph().look().spaceAfter();
    }

    private static boolean isGapUnknown(Line line) {
        var unknown = line.paragraph().look().unknown();
        return unknown.contains(Look.Property.SPACE_AFTER) || unknown.contains(Look.Property.SPACE_BEFORE);
    }
}
