/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import org.bieumau.consolidation.internal.record.Spot;

/** Contributions as lines of text, to be sorted. */
final class Lines {

    private static final char SEPARATOR = '\u001f';

    private Lines() {}

    static String of(String key, Contribution each) {
        return String.join(
                String.valueOf(SEPARATOR),
                key,
                clean(each.section()),
                clean(each.row()),
                clean(each.column()),
                clean(each.unit()),
                clean(each.file()),
                each.place().kind().name(),
                clean(each.place().part()),
                Integer.toString(each.place().row()),
                Integer.toString(each.place().column()),
                each.place().address(),
                clean(each.value()));
    }

    private static String clean(String text) {
        return text.replace(SEPARATOR, ' ').replace('\n', '\u001e').replace('\r', ' ');
    }

    static Contribution contribution(String line) {
        var parts = line.replace('\u001e', '\n').split(String.valueOf(SEPARATOR), -1);
        var place = new Spot(
                Spot.Kind.valueOf(parts[6]),
                parts[7],
                Integer.parseInt(parts[8]),
                Integer.parseInt(parts[9]),
                parts[10]);
        return new Contribution(parts[1], parts[2], parts[3], parts[4], parts[5], place, parts[11]);
    }
}
