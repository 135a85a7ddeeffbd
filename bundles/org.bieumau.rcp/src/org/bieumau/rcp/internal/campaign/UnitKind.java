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
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.swt.graphics.Color;

/**
 * What the office wants to know of units at a glance. The first kinds are states, of which a unit has one; the last are
 * the special features of its return. Text on a colour is dark in every theme, and no state is shown by colour alone.
 */
enum UnitKind {
    ON_TIME(new Color(196, 231, 189), status -> status.state() == State.ON_TIME),
    LATE(new Color(255, 224, 150), status -> status.state() == State.LATE),
    SENT(new Color(214, 236, 208), status -> status.state() == State.SENT),
    TWICE_OPEN(new Color(250, 200, 150), status -> status.state() == State.UNDECIDED),
    OTHER_PERIOD(new Color(250, 214, 180), status -> status.state() == State.OTHER_PERIOD),
    UNREADABLE(new Color(246, 184, 178), status -> status.state() == State.UNREADABLE),
    MISSING(new Color(250, 214, 210), status -> status.state() == State.MISSING),
    NOT_DUE(new Color(226, 230, 236), status -> status.state() == State.NOT_DUE),
    EXEMPT(new Color(238, 238, 238), status -> status.state() == State.EXEMPT),
    TWICE(new Color(250, 200, 150), UnitKind::isTwice),
    OLD_EDITION(new Color(222, 214, 240), UnitStatus::isOldEdition),
    PARTIAL(new Color(255, 236, 179), UnitStatus::isPartial);

    /** The kinds of which each unit has one, in the order in which they are drawn. */
    static final List<UnitKind> STATES =
            List.of(ON_TIME, SENT, LATE, TWICE_OPEN, OTHER_PERIOD, UNREADABLE, MISSING, NOT_DUE, EXEMPT);

    /** Colour of texts on the colours of the kinds. */
    static final Color TEXT = new Color(0, 0, 0);

    private static final List<UnitKind> MARKS = List.of(PARTIAL, OLD_EDITION);

    private final Color colour;
    private final Predicate<UnitStatus> isOf;

    UnitKind(Color colour, Predicate<UnitStatus> isOf) {
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
        return colour;
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
                ? state.colour
                : MARKS.stream()
                        .filter(kind -> kind.includes(status))
                        .findFirst()
                        .orElse(state)
                        .colour;
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
