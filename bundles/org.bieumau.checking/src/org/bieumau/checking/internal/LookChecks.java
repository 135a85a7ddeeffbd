/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Evidence;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.StyleRule;
import org.bieumau.core.source.Amendment;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.Seat;

/** Checks the looks of the components (ND30, Phụ lục I, mục V): size, emphasis, case, colour, alignment. */
final class LookChecks {

    /** Tolerance in pt; Word stores half points. */
    private static final double TOLERANCE = 0.25;

    /** Share of the letters that need an emphasis: punctuation and numbers of notes may be without. */
    private static final double NEARLY_ALL = 0.9;

    private static final double MOST = 0.5;

    /** Least number of capitals that are a case, and not an abbreviation. */
    private static final int SEVERAL = 6;

    /** Distance in mm from which a line without a table is at the right side of the page. */
    private static final double RIGHT_SIDE = 20;

    /** Lines that belong to a component and do not have its look. */
    private static final Set<Role> MARKS =
            EnumSet.of(Role.ISSUER_MARK, Role.SUBJECT_MARK, Role.END_MARK, Role.RECIPIENTS_NOTE);

    /** Parts of a table or chart, which has looks of its own. */
    private static final Set<Component> OF_FORMS = EnumSet.of(
            Component.CHART_CAPTION,
            Component.CHART_TEXT,
            Component.FOOTNOTE,
            Component.FORM_TITLE,
            Component.FORM_REFERENCE,
            Component.PAGE_NUMBER);

    private final CheckedFile file;
    private final Findings findings;

    LookChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Returns whether the look of a component is a rule that files are checked against. */
    static boolean isRule(StyleRule style) {
        return style.evidence() != Evidence.PRACTICE && !OF_FORMS.contains(style.component());
    }

    void check() {
        for (var component : Component.values()) {
            if (!OF_FORMS.contains(component)) {
                check(file.style(component));
            }
        }
    }

    private void check(StyleRule style) {
        var lines = file.text()
                .lines()
                .filter(line -> line.role().component().orElse(null) == style.component())
                .filter(line -> !MARKS.contains(line.role()) && !file.isForm(line.part()))
                .filter(line -> !Letters.of(line).isEmpty())
                .toList();
        for (var property : LookProperty.values()) {
            var rule = property.rule(style);
            if (!isRule(style) || !property.isPrescribed(style)) {
                continue;
            }
            if (lines.isEmpty()) {
                findings.notFound(rule);
            }
            lines.forEach(line -> check(property, style, line));
        }
    }

    private void check(LookProperty property, StyleRule style, Line line) {
        var letters = Letters.of(line);
        var rule = property.rule(style);
        var look = style.look();
        switch (property) {
            case SIZE -> checkSize(rule, style, line, letters);
            case BOLD ->
                checkEmphasis(
                        rule,
                        style,
                        line,
                        look.bold(),
                        letters.share(Look::bold),
                        Look.Property.BOLD,
                        look.bold() ? "look.bold" : "look.notBold");
            case ITALIC ->
                checkEmphasis(
                        rule,
                        style,
                        line,
                        look.italic(),
                        letters.share(Look::italic),
                        Look.Property.ITALIC,
                        look.italic() ? "look.italic" : "look.upright");
            case CAPITALS -> checkCase(rule, style, line, letters);
            case COLOUR -> {
                if (letters.share(each -> isNear(each.colour(), look.colour())) >= NEARLY_ALL) {
                    findings.kept(rule);
                } else {
                    findings.report(
                            rule,
                            line,
                            Repair.GUARDED,
                            restyle(line, look, Look.Property.COLOUR),
                            name(style),
                            CheckingMessages.ALL.text("look.red"));
                }
            }
            case ALIGNMENT -> checkAlignment(rule, style, line);
        }
    }

    /** Returns whether two colours are alike: offices use several reds. */
    private static boolean isNear(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > 0x50) {
                return false;
            }
        }
        return true;
    }

    static String name(StyleRule style) {
        return CheckingMessages.ALL.text("component." + style.component());
    }

    /** Returns the change of a property of all of a line. */
    static List<Amendment> restyle(Line line, Look look, Look.Property... properties) {
        var anchor = line.paragraph().anchor();
        return anchor == null
                ? List.of()
                : List.of(new Amendment.Restyle(anchor, CheckedFile.stored(line), look, Set.of(properties)));
    }

    private void checkSize(String rule, StyleRule style, Line line, Letters letters) {
        var wrong = letters.with(Look.Property.SIZE).stream()
                .mapToDouble(run -> run.look().size())
                .filter(size -> size < style.sizeFrom() - TOLERANCE || size > style.sizeTo() + TOLERANCE)
                .findFirst();
        if (wrong.isEmpty()) {
            findings.kept(rule);
        } else {
            findings.report(
                    rule,
                    line,
                    Repair.GUARDED,
                    restyle(line, style.look(), Look.Property.SIZE),
                    name(style),
                    points(wrong.getAsDouble()),
                    range(style.sizeFrom(), style.sizeTo()));
        }
    }

    /** Returns a number as it is written in Vietnam. */
    static String points(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.of("vi"))).format(value);
    }

    static String range(double from, double to) {
        return from == to ? points(from) : points(from) + "–" + points(to);
    }

    private void checkEmphasis(
            String rule,
            StyleRule style,
            Line line,
            boolean isRequired,
            double share,
            Look.Property property,
            String required) {
        if (isRequired ? share >= NEARLY_ALL : share <= MOST) {
            findings.kept(rule);
        } else {
            findings.report(
                    rule,
                    line,
                    Repair.GUARDED,
                    restyle(line, style.look(), property),
                    name(style),
                    CheckingMessages.ALL.text(required));
        }
    }

    private void checkCase(String rule, StyleRule style, Line line, Letters letters) {
        if (style.look().capitals() && letters.hasSmall()) {
            findings.report(
                    rule,
                    line,
                    Repair.GUARDED,
                    CheckedFile.retype(line, VietnameseText::capitals),
                    name(style),
                    CheckingMessages.ALL.text("look.capitals"));
        } else if (!style.look().capitals() && letters.isCapitals(SEVERAL)) {
            // Which words keep a capital cannot be told from the text.
            findings.report(
                    rule, line, Repair.BY_HAND, List.of(), name(style), CheckingMessages.ALL.text("look.lowerCase"));
        } else {
            findings.kept(rule);
        }
    }

    private void checkAlignment(String rule, StyleRule style, Line line) {
        var look = line.paragraph().look();
        var region = line.seat().region();
        if (region != Seat.Region.CELL && region != Seat.Region.TEXT
                || look.unknown().contains(Look.Property.ALIGNMENT)
                || isPlacedByHand(line)) {
            findings.needsPerson(rule);
        } else if (look.alignment() == style.look().alignment()
                || style.look().alignment() == Look.Alignment.LEFT && look.alignment() == Look.Alignment.JUSTIFY) {
            findings.kept(rule);
        } else {
            findings.report(
                    rule,
                    line,
                    Repair.GUARDED,
                    restyle(line, style.look(), Look.Property.ALIGNMENT),
                    name(style),
                    CheckingMessages.ALL.text(placed(style)));
        }
    }

    /** Returns the key of the text for the alignment of a component. */
    static String placed(StyleRule style) {
        return style.look().alignment() == Look.Alignment.CENTER ? "look.centred" : "look.flushLeft";
    }

    /** Returns whether a line outside of tables is placed by an indent, tabs or blanks. */
    private static boolean isPlacedByHand(Line line) {
        var stored = CheckedFile.stored(line);
        return line.seat().table() == 0
                && (stored.startsWith("\t")
                        || stored.startsWith("    ")
                        || line.paragraph().setting().leftIndent()
                                        + line.paragraph().look().firstIndent()
                                > RIGHT_SIDE);
    }
}
