/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.model.Orientation;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.RoledText.Piece;
import org.bieumau.reading.internal.role.RoledText.Table;
import org.bieumau.reading.internal.role.Seat;

/** Checks paper, margins and page numbers (ND30, Phụ lục I, mục I). */
final class PageChecks {

    /** Tolerance of the size of paper in mm. */
    private static final double PAPER_TOLERANCE = 1;

    /** Tolerance in mm, since the decree's own files slightly exceed its limits. */
    private static final double TOLERANCE = 0.5;

    private static final int LETTERS_PER_LINE = 75;
    private static final int LINES_PER_PAGE = 38;

    /** Estimated number of pages from which a document surely has a second one. */
    private static final double SURELY_SEVERAL = 1.4;

    /** Estimated number of pages up to which it surely has a single one. */
    private static final double SURELY_ONE = 0.8;

    private final CheckedFile file;
    private final Findings findings;

    PageChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        for (int section = 0; section < file.sections().size(); section++) {
            var number = section;
            var pieces = file.text().pieces().stream()
                    .filter(piece -> piece.seat().section() == number && isContent(piece))
                    .toList();
            if (!pieces.isEmpty()) {
                checkPaper(section, pieces);
                checkMargins(section);
            }
        }
        checkNumbers();
    }

    private static boolean isContent(Piece piece) {
        return piece instanceof Table
                || piece instanceof Line line && !line.text().isBlank();
    }

    private PageSetup page(int section) {
        return file.sections().get(section).page();
    }

    private PageSetup right(int section) {
        return file.profile()
                .page(
                        file.profile().paper(file.day()),
                        page(section).landscape() ? Orientation.LANDSCAPE : Orientation.PORTRAIT);
    }

    private void checkPaper(int section, List<Piece> pieces) {
        var page = page(section);
        var right = right(section);
        if (Math.abs(page.width() - right.width()) <= PAPER_TOLERANCE
                && Math.abs(page.height() - right.height()) <= PAPER_TOLERANCE) {
            findings.kept("PAGE-PAPER");
        } else if (pieces.stream().allMatch(piece -> piece.part() > 0)) {
            // Tables of appendices are printed on larger paper, too.
            findings.needsPerson("PAGE-PAPER");
        } else {
            findings.report(
                    "PAGE-PAPER",
                    Repair.GUARDED,
                    List.of(repage(section, page, right.width(), right.height(), margins(page))),
                    LookChecks.points(page.width()),
                    LookChecks.points(page.height()),
                    file.profile().paper(file.day()));
        }
        if (page.landscape() && pieces.stream().noneMatch(Table.class::isInstance)) {
            findings.report("PAGE-ORIENTATION", Repair.BY_HAND, List.of());
        } else {
            findings.kept("PAGE-ORIENTATION");
        }
    }

    private static double[] margins(PageSetup page) {
        return new double[] {page.top(), page.bottom(), page.left(), page.right()};
    }

    private static Amendment repage(int section, PageSetup page, double width, double height, double[] margins) {
        return new Amendment.Repage(
                section,
                new PageSetup(
                        width,
                        height,
                        width > height,
                        margins[0],
                        margins[1],
                        margins[2],
                        margins[3],
                        page.headerHeight(),
                        page.mirrored()));
    }

    private void checkMargins(int section) {
        var page = page(section);
        checkMargin(section, "PAGE-MARGIN-TOP", page.top(), Key.MARGIN_TOP);
        checkMargin(section, "PAGE-MARGIN-BOTTOM", page.bottom(), Key.MARGIN_BOTTOM);
        checkMargin(section, "PAGE-MARGIN-LEFT", page.left(), Key.MARGIN_LEFT);
        checkMargin(section, "PAGE-MARGIN-RIGHT", page.right(), Key.MARGIN_RIGHT);
    }

    private void checkMargin(int section, String rule, double margin, Key key) {
        var range = file.numbers(key);
        if (range.isEmpty()) {
            return;
        }
        if (page(section).landscape()) {
            // The decree gives the margins of portrait pages; its own landscape page has 15 mm where they say 20.
            var limits = file.numbers(Key.MARGIN_RIGHT);
            var widest = file.numbers(Key.MARGIN_LEFT);
            if (margin < limits.getFirst() - TOLERANCE || margin > widest.getLast() + TOLERANCE) {
                findings.needsPerson(rule);
            } else {
                findings.kept(rule);
            }
        } else if (margin < range.getFirst() - TOLERANCE || margin > range.getLast() + TOLERANCE) {
            findings.report(
                    rule,
                    Repair.GUARDED,
                    List.of(withinLimits(section)),
                    LookChecks.points(margin),
                    LookChecks.range(range.getFirst(), range.getLast()));
        } else {
            findings.kept(rule);
        }
    }

    /** Returns the change that moves margins beyond the limits to those of the profile. */
    private Amendment withinLimits(int section) {
        var page = page(section);
        var right = right(section);
        var margins = new ArrayList<Double>();
        ToDoubleFunction<PageSetup> top = PageSetup::top;
        for (var side : List.of(
                new Side(Key.MARGIN_TOP, top),
                new Side(Key.MARGIN_BOTTOM, PageSetup::bottom),
                new Side(Key.MARGIN_LEFT, PageSetup::left),
                new Side(Key.MARGIN_RIGHT, PageSetup::right))) {
            var range = file.numbers(side.key());
            var margin = side.margin().applyAsDouble(page);
            margins.add(
                    margin < range.getFirst() - TOLERANCE || margin > range.getLast() + TOLERANCE
                            ? side.margin().applyAsDouble(right)
                            : margin);
        }
        return repage(
                section,
                page,
                page.width(),
                page.height(),
                margins.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private record Side(Key key, ToDoubleFunction<PageSetup> margin) {}

    // Page numbers

    private void checkNumbers() {
        if (file.rule(Key.PAGE_NUMBER).isEmpty() || file.sections().isEmpty()) {
            return;
        }
        var first = file.sections().getFirst();
        var pages = pages();
        if (first.number() == null) {
            if (pages >= SURELY_SEVERAL || file.sections().stream().skip(1).anyMatch(each -> !each.isContinuous())) {
                findings.report(
                        "PAGE-NUMBER-MISSING",
                        Repair.GUARDED,
                        List.of(new Amendment.NumberPages(
                                0, file.style(Component.PAGE_NUMBER).look())));
            } else if (pages > SURELY_ONE) {
                findings.needsPerson("PAGE-NUMBER-MISSING");
            }
            return;
        }
        findings.kept("PAGE-NUMBER-MISSING");
        if (first.number().isOnFirstPage() && pages > SURELY_ONE) {
            findings.report("PAGE-NUMBER-FIRST", Repair.BY_HAND, List.of());
        } else {
            findings.kept("PAGE-NUMBER-FIRST");
        }
        for (var section : file.sections()) {
            checkNumber(section);
        }
        checkAppendices();
    }

    private void checkNumber(PageStart section) {
        var number = section.number();
        if (number == null) {
            return;
        }
        if (section.hasPageNumberBelow() && !section.hasPageNumber()) {
            findings.report("PAGE-NUMBER-PLACE", Repair.BY_HAND, List.of(), CheckingMessages.ALL.text("page.inFooter"));
            return;
        }
        var look = number.look();
        var rule = file.style(Component.PAGE_NUMBER);
        if (look == null) {
            findings.needsPerson("PAGE-NUMBER-PLACE");
            return;
        }
        if (look.alignment() == Look.Alignment.CENTER) {
            findings.kept("PAGE-NUMBER-PLACE");
        } else if (look.alignment() == Look.Alignment.RIGHT) {
            findings.report("PAGE-NUMBER-PLACE", Repair.BY_HAND, List.of(), CheckingMessages.ALL.text("page.atRight"));
        } else {
            // Frames, tabs and tables centre a number, too.
            findings.needsPerson("PAGE-NUMBER-PLACE");
        }
        if (look.size() < rule.sizeFrom() - 0.25 || look.size() > rule.sizeTo() + 0.25) {
            findings.report(
                    "PAGE-NUMBER-SIZE",
                    Repair.BY_HAND,
                    List.of(),
                    LookChecks.points(look.size()),
                    LookChecks.range(rule.sizeFrom(), rule.sizeTo()));
        } else {
            findings.kept("PAGE-NUMBER-SIZE");
        }
        if (look.bold() || look.italic()) {
            findings.report("PAGE-NUMBER-STYLE", Repair.BY_HAND, List.of());
        } else {
            findings.kept("PAGE-NUMBER-STYLE");
        }
    }

    /** Checks that the pages of an appendix are numbered from 1, if it has a section of its own. */
    private void checkAppendices() {
        for (var line : file.text().lines().toList()) {
            if (line.role() == Role.APPENDIX_LABEL && isFirstOfSection(line)) {
                var number = file.sections().get(line.seat().section()).number();
                if (number == null) {
                    findings.needsPerson("PAGE-NUMBER-RESTART");
                } else if (number.first() == 1) {
                    findings.kept("PAGE-NUMBER-RESTART");
                } else {
                    findings.report("PAGE-NUMBER-RESTART", line, Repair.BY_HAND, List.of());
                }
            }
        }
    }

    private boolean isFirstOfSection(Line line) {
        var section = line.seat().section();
        return section > 0
                && file.text().pieces().stream()
                                .filter(piece -> piece.seat().section() == section && isContent(piece))
                                .filter(piece -> !(piece instanceof Line each && each.role() == Role.PAGE_TEXT))
                                .findFirst()
                                .orElse(null)
                        == line;
    }

    /** Estimates the number of pages of the document itself. */
    private double pages() {
        var lines = 0.0;
        for (var piece : file.pieces()) {
            switch (piece) {
                case Line line when line.seat().region() == Seat.Region.CELL -> lines += 0.5;
                case Line line ->
                    lines += Math.max(1, Math.ceil((double) line.text().length() / LETTERS_PER_LINE));
                case Table table -> lines += table.grid().height() * 1.5;
            }
        }
        return lines / LINES_PER_PAGE;
    }
}
