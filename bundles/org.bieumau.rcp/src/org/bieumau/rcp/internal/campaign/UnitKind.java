/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.consolidation.internal.status.UnitStatus.State;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.swt.graphics.Color;

/**
 * What the office wants to know of units at a glance. The first kinds are states, of which a unit has one; the last are
 * the special features of its return. Text on a colour is dark in every theme, and no state is shown by colour alone.
 */
enum UnitKind {
    ON_TIME(Palette.ON_TIME, status -> status.state() == State.ON_TIME),
    LATE(Palette.LATE, status -> status.state() == State.LATE),
    SENT(Palette.SENT, status -> status.state() == State.SENT),
    TWICE_OPEN(Palette.TWICE, status -> status.state() == State.UNDECIDED),
    OTHER_PERIOD(Palette.OTHER_PERIOD, status -> status.state() == State.OTHER_PERIOD),
    UNREADABLE(Palette.WRONG, status -> status.state() == State.UNREADABLE),
    MISSING(Palette.OPEN, status -> status.state() == State.MISSING),
    NOT_DUE(Palette.NOT_DUE, status -> status.state() == State.NOT_DUE),
    EXEMPT(Palette.UNUSED, status -> status.state() == State.EXEMPT),
    TWICE(Palette.TWICE, UnitKind::isTwice),
    OLD_EDITION(Palette.OLD_EDITION, UnitStatus::isOldEdition),
    PARTIAL(Palette.DOUBTFUL, UnitStatus::isPartial);

    /** The kinds of which each unit has one, in the order in which they are drawn. */
    static final List<UnitKind> STATES =
            List.of(ON_TIME, SENT, LATE, TWICE_OPEN, OTHER_PERIOD, UNREADABLE, MISSING, NOT_DUE, EXEMPT);

    private static final List<UnitKind> MARKS = List.of(PARTIAL, OLD_EDITION);

    private final Palette colour;
    private final Predicate<UnitStatus> isOf;

    UnitKind(Palette colour, Predicate<UnitStatus> isOf) {
        this.colour = colour;
        this.isOf = isOf;
    }

    private static boolean isTwice(UnitStatus status) {
        return status.files().stream()
                .anyMatch(file -> file.state() == FileStatus.State.SAME
                        || file.state() == FileStatus.State.REPLACED
                        || file.state() == FileStatus.State.UNDECIDED);
    }

    Color colour() {
        return colour.colour();
    }

    boolean includes(UnitStatus status) {
        return isOf.test(status);
    }

    String title() {
        return RcpMessages.ALL.text("campaign.kind." + name().toLowerCase(Locale.ROOT));
    }

    /** Returns the state of a unit. */
    static UnitKind of(UnitStatus status) {
        return STATES.stream().filter(kind -> kind.includes(status)).findFirst().orElse(MISSING);
    }

    /** Returns the colour of a unit: if its return is in time, that of what is particular about it. */
    static Color colour(UnitStatus status) {
        var state = of(status);
        return state != ON_TIME && state != SENT
                ? state.colour()
                : MARKS.stream()
                        .filter(kind -> kind.includes(status))
                        .findFirst()
                        .orElse(state)
                        .colour();
    }

    /** Returns the state of a unit and the special features of its return, in words. */
    static String words(UnitStatus status) {
        return Stream.concat(Stream.of(of(status)), MARKS.stream().filter(kind -> kind.includes(status)))
                .map(UnitKind::title)
                .collect(Collectors.joining("; "));
    }

    /** Returns how many units are of each kind. */
    static Map<UnitKind, Integer> counts(List<UnitStatus> statuses) {
        return Stream.of(values()).collect(Collectors.toMap(kind -> kind, kind ->
                (int) statuses.stream().filter(kind::includes).count()));
    }
}
