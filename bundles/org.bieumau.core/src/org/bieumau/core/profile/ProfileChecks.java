/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import static org.bieumau.core.profile.LayoutRule.Key.FIRST_INDENTS;
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
 * Checks a profile that is laid over another against the limits of this one, as of ND30 (Phụ lục I, mục I, II and V):
 * margins, sizes, styles, alignment, spacing, indents, and the texts of Quốc hiệu and Tiêu ngữ.
 */
public final class ProfileChecks {

    /** What was drawn in the decree's own files goes a little over its limits (mm). */
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

    /** A place where a profile leaves the limits: the code of the problem, and what its message is made of. */
    public record Deviation(String code, List<Object> arguments) {}

    private ProfileChecks(LayoutProfile profile, LayoutProfile limits, LocalDate day) {
        this.profile = profile;
        this.limits = limits;
        this.day = day;
    }

    /** Where a profile leaves the limits of the one below it on a day; nowhere, if there is none below. */
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

    /** Both ways to place a tone mark are right, since the decree has both. */
    private void checkTexts() {
        for (var key : List.of(NATIONAL_NAME, MOTTO)) {
            var own = profile.text(key, day);
            if (!VietnameseText.spelledAlike(own, limits.text(key, day))) {
                add("PROFILE-TEXT", own, limits.text(key, day));
            }
        }
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
            var spacing = limits.numbers(LINE_SPACING_LIMITS, day);
            if (own.lineSpacing() < spacing.getFirst()
                    || own.lineSpacing() > spacing.getLast()
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
