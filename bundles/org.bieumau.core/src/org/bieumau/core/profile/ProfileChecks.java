/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import static org.bieumau.core.profile.LayoutRule.Key.FIRST_INDENTS;
import static org.bieumau.core.profile.LayoutRule.Key.LEADING_LEAST;
import static org.bieumau.core.profile.LayoutRule.Key.LEADING_MOST;
import static org.bieumau.core.profile.LayoutRule.Key.LINE_SPACING_LIMITS;
import static org.bieumau.core.profile.LayoutRule.Key.MARGIN_BOTTOM;
import static org.bieumau.core.profile.LayoutRule.Key.MARGIN_LEFT;
import static org.bieumau.core.profile.LayoutRule.Key.MARGIN_RIGHT;
import static org.bieumau.core.profile.LayoutRule.Key.MARGIN_TOP;
import static org.bieumau.core.profile.LayoutRule.Key.MOTTO;
import static org.bieumau.core.profile.LayoutRule.Key.NATIONAL_NAME;
import static org.bieumau.core.profile.LayoutRule.Key.PARAGRAPH_GAP_LEAST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.model.Orientation;

/**
 * Checks a profile against the limits of the profile that it is based on, such as those of ND30 (Phụ lục I, mục I, II
 * and V): margins, sizes, styles, alignment, spacing, indents, and the texts of Quốc hiệu and Tiêu ngữ.
 */
public final class ProfileChecks {

    /** Tolerance in mm, since the decree's own files slightly exceed its limits. */
    private static final double TOLERANCE = 0.5;

    private static final List<Component> PROSE = List.of(
            Component.BODY,
            Component.ROMAN_HEADING,
            Component.CLAUSE_HEADING,
            Component.CLAUSE,
            Component.POINT,
            Component.DASH,
            Component.PLUS);

    private static final Set<Property> STYLE =
            EnumSet.of(Property.BOLD, Property.ITALIC, Property.CAPITALS, Property.COLOUR);

    private final LayoutProfile profile;
    private final LayoutProfile limits;
    private final LocalDate day;
    private final List<Deviation> deviations = new ArrayList<>();

    /**
     * A violation of the limits.
     *
     * @param code code of the problem
     * @param arguments arguments of its message
     */
    public record Deviation(String code, List<Object> arguments) {}

    private ProfileChecks(LayoutProfile profile, LayoutProfile limits, LocalDate day) {
        this.profile = profile;
        this.limits = limits;
        this.day = day;
    }

    /** Returns where a profile violates the limits of its base on a day; an empty list if it has no base. */
    public static List<Deviation> of(LayoutProfile profile, LocalDate day) {
        if (profile.base().isEmpty()) {
            return List.of();
        }
        var checks = new ProfileChecks(profile, profile.base().get(), day);
        checks.checkPage();
        checks.checkTexts();
        Arrays.stream(Component.values()).forEach(checks::checkStyle);
        return List.copyOf(checks.deviations);
    }

    private void add(String code, Object... arguments) {
        deviations.add(new Deviation(code, List.of(arguments)));
    }

    private void checkPage() {
        var page = profile.page(profile.paper(day), Orientation.PORTRAIT);
        checkMargin("trên", page.top(), MARGIN_TOP);
        checkMargin("dưới", page.bottom(), MARGIN_BOTTOM);
        checkMargin("trái", page.left(), MARGIN_LEFT);
        checkMargin("phải", page.right(), MARGIN_RIGHT);
    }

    private void checkMargin(String side, double margin, LayoutRule.Key key) {
        var range = limits.numbers(key, day);
        if (margin < range.getFirst() - TOLERANCE || margin > range.getLast() + TOLERANCE) {
            add("PROFILE-PAGE", side, margin, limits.text(key, day));
        }
    }

    /** Accepts both positions of tone marks, since the decree itself uses both. */
    private void checkTexts() {
        for (var key : List.of(NATIONAL_NAME, MOTTO)) {
            var own = profile.text(key, day);
            if (!VietnameseText.spelledAlike(own, limits.text(key, day))) {
                add("PROFILE-TEXT", own, limits.text(key, day));
            }
        }
    }

    /** Checks the exact leading if the base limits it, and the line spacing otherwise. */
    private boolean isSpacingAllowed(Look look) {
        var least = limits.number(LEADING_LEAST, day);
        if (least > 0) {
            var most = limits.number(LEADING_MOST, day);
            return look.leading() >= least && (most == 0 || look.leading() <= most);
        }
        var spacing = limits.numbers(LINE_SPACING_LIMITS, day);
        return look.leading() == 0
                && look.lineSpacing() >= spacing.getFirst()
                && look.lineSpacing() <= spacing.getLast();
    }

    private void checkStyle(Component component) {
        var own = profile.style(component, day).look();
        var limit = limits.style(component, day);
        if (!limit.allowsSize(own.size())) {
            add("PROFILE-SIZE", component.name(), own.size(), limit.sizeFrom() + "–" + limit.sizeTo());
        }
        var different = own.differences(limit.look());
        if (different.stream().anyMatch(STYLE::contains)) {
            add("PROFILE-STYLE", component.name());
        }
        if (different.contains(Property.ALIGNMENT)) {
            add("PROFILE-ALIGNMENT", component.name());
        }
        if (PROSE.contains(component)) {
            if (!isSpacingAllowed(own)
                    || own.spaceBefore() + own.spaceAfter() < limits.number(PARAGRAPH_GAP_LEAST, day)) {
                add("PROFILE-SPACING", component.name());
            }
            if (limits.numbers(FIRST_INDENTS, day).stream()
                    .noneMatch(indent -> Math.abs(indent - own.firstIndent()) <= TOLERANCE)) {
                add("PROFILE-INDENT", component.name(), own.firstIndent());
            }
        }
    }
}
