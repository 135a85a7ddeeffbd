/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.Spot;

/** Rows and contributions as lines of text, to be sorted after a number that is put in front. */
final class Lines {

    /** Number of digits of a padded number. */
    static final int WIDTH = 9;

    private static final char SEPARATOR = '\u001f';

    private final StringBuilder text = new StringBuilder();

    private Lines() {}

    /** Returns a number that is not negative with zeros in front, so that it is sorted as a text. */
    static String padded(int number) {
        var digits = Integer.toString(number);
        return "0".repeat(WIDTH - digits.length()) + digits;
    }

    /** Returns a padded number in a line. */
    static int number(String line, int from) {
        return Integer.parseInt(line, from, from + WIDTH, 10);
    }

    // Rows

    static String row(ReturnRow row, Spot table) {
        var line = new Lines()
                .add(row.section())
                .add(row.given())
                .add(row.parent())
                .add(row.title())
                .add(Integer.toString(row.table()))
                .add(Integer.toString(row.number()))
                .add(table);
        row.cells()
                .forEach((column, value) ->
                        line.add(column).add(value.kind().name()).add(value.text()));
        return line.text.toString();
    }

    static MergedRow row(String line, Taken taken) {
        var in = new Parts(line);
        var section = in.next();
        var given = in.next();
        var parent = in.next();
        var title = in.next();
        var table = in.number();
        var number = in.number();
        var place = in.place();
        var cells = new LinkedHashMap<String, Datum>();
        while (in.hasNext()) {
            var column = in.next();
            cells.put(column, new Datum(Datum.Kind.valueOf(in.next()), in.next()));
        }
        return new MergedRow(
                new ReturnRow(section, given, parent, title, table, number, cells), Optional.of(taken), place);
    }

    // Contributions

    static String contribution(Contribution each) {
        return new Lines()
                .add(each.section())
                .add(each.row())
                .add(each.column())
                .add(each.unit())
                .add(each.file())
                .add(each.place())
                .add(each.value())
                .text
                .toString();
    }

    static Contribution contribution(String line) {
        var in = new Parts(line);
        return new Contribution(in.next(), in.next(), in.next(), in.next(), in.next(), in.place(), in.next());
    }

    private Lines add(Spot place) {
        return add(place.kind().name())
                .add(place.part())
                .add(Integer.toString(place.row()))
                .add(Integer.toString(place.column()))
                .add(place.address());
    }

    /** Adds a text and a separator; line breaks, separators and backslashes are written with a backslash. */
    private Lines add(String part) {
        for (int i = 0; i < part.length(); i++) {
            var each = part.charAt(i);
            switch (each) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case SEPARATOR -> text.append("\\s");
                case '\\' -> text.append("\\\\");
                default -> text.append(each);
            }
        }
        text.append(SEPARATOR);
        return this;
    }

    /** The parts of a line. */
    private static final class Parts {

        private final String line;
        private int next;

        Parts(String line) {
            this.line = line;
        }

        boolean hasNext() {
            return next < line.length();
        }

        String next() {
            var end = line.indexOf(SEPARATOR, next);
            var part = line.substring(next, end);
            next = end + 1;
            return part.indexOf('\\') < 0 ? part : plain(part);
        }

        private static String plain(String part) {
            var plain = new StringBuilder();
            for (int i = 0; i < part.length(); i++) {
                var each = part.charAt(i);
                if (each == '\\') {
                    i++;
                    plain.append(
                            switch (part.charAt(i)) {
                                case 'n' -> '\n';
                                case 'r' -> '\r';
                                case 's' -> SEPARATOR;
                                default -> '\\';
                            });
                } else {
                    plain.append(each);
                }
            }
            return plain.toString();
        }

        int number() {
            return Integer.parseInt(next());
        }

        Spot place() {
            return new Spot(Spot.Kind.valueOf(next()), next(), number(), number(), next());
        }
    }
}
