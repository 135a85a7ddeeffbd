/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.List;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.source.SourceItem.Rule;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.Seat;

/**
 * Checks the horizontal lines below parts of the letterhead and the title. A line counts in any form: a drawing, the
 * border of a paragraph, typed characters, an underline.
 */
final class RuleLines {

    /** Number of pieces at the top of a file among which lines of the letterhead are drawn. */
    private static final int TOP = 60;

    /** Part of the width of a cell that a line of text takes at most. */
    private static final double MOST_OF_CELL = 0.9;

    /** Space at the left and right of a cell in Word, in mm. */
    static final double CELL_PADDING = 1.9;

    private final CheckedFile file;
    private final Findings findings;

    RuleLines(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Checks the line below the last paragraph with a role.
     *
     * @param length the length of the line, as a fraction of the width of the text
     */
    void check(String rule, Role role, double length) {
        var lines = file.lines(role);
        if (lines.isEmpty()) {
            findings.notFound(rule);
            return;
        }
        var last = lines.getLast();
        if (isRuled(last)) {
            findings.kept(rule);
        } else if (isUnderlined(last)) {
            findings.kept(rule);
            if (length < 1) {
                findings.report(rule + "-LENGTH", last, Repair.BY_HAND, List.of());
            }
        } else if (isPlacedElsewhere(last)) {
            findings.needsPerson(rule);
        } else {
            findings.report(rule, last, Repair.GUARDED, draw(last, length));
        }
    }

    /** Returns the change that draws the line; none if the paragraph is not centred. */
    private List<Amendment> draw(Line line, double length) {
        var anchor = line.paragraph().anchor();
        var look = line.paragraph().look();
        if (anchor == null
                || look.alignment() != Look.Alignment.CENTER
                || file.sections().isEmpty()) {
            return List.of();
        }
        var page = file.sections().get(line.seat().section()).page();
        var width = page.textWidth() * (line.seat().right() - line.seat().left()) / 100;
        var text = width(line);
        // A text of several lines is as wide as the cell.
        var drawn = Math.min(text, width * MOST_OF_CELL) * length;
        return List.of(new Amendment.DrawLine(anchor, Math.max(0, (width - drawn) / 2 - CELL_PADDING)));
    }

    /** Returns the width of the text of a line in mm. */
    static double width(Line line) {
        var width = 0.0;
        for (var run : line.paragraph().runs()) {
            var shown = run.look().capitals() ? VietnameseText.capitals(run.text()) : run.text();
            width += TextMeasure.width(shown, run.look().size(), run.look().bold());
        }
        return width;
    }

    private boolean isRuled(Line last) {
        if (!last.paragraph().setting().rules().isEmpty()) {
            return true;
        }
        var isBelow = false;
        for (var piece : file.pieces()) {
            if (isBelow && piece instanceof Line line && isSameSide(line, last)) {
                if (line.role() == Role.RULE
                        || !line.paragraph().setting().rules().isEmpty()) {
                    return true;
                }
                if (line.role() != Role.BLANK) {
                    return false;
                }
            }
            isBelow |= piece == last;
        }
        return false;
    }

    private static boolean isSameSide(Line one, Line other) {
        return one.seat().table() == other.seat().table()
                && (one.seat().table() == 0
                        || one.seat().column() == other.seat().column());
    }

    private static boolean isUnderlined(Line line) {
        return Letters.of(line).share(Look::underlined) > 0.5;
    }

    /** Returns whether the line may be drawn, with an anchor in another paragraph. */
    private boolean isPlacedElsewhere(Line last) {
        return last.seat().region() == Seat.Region.TAB
                || last.seat().region() == Seat.Region.BOX
                || !file.text().skipped().isEmpty()
                || file.pieces().stream()
                        .limit(TOP)
                        .filter(Line.class::isInstance)
                        .flatMap(piece -> ((Line) piece).paragraph().setting().rules().stream())
                        .anyMatch(each -> each.kind() == Rule.Kind.DRAWN);
    }
}
