/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.ReturnTable;
import org.bieumau.consolidation.internal.record.Spot;

/**
 * The binary form of what was read from a file. Each text is written once and then named by its number, since rows
 * repeat the names of columns and many values. It is read several times as fast as serialised objects, and a damaged or
 * foreign file can do no harm.
 */
final class ContentFormat {

    private static final int VERSION = 1;
    private static final int LONGEST = 1 << 26;
    private static final Datum.Kind[] VALUES = Datum.Kind.values();
    private static final Spot.Kind[] PLACES = Spot.Kind.values();

    private ContentFormat() {}

    static void write(ReturnContent content, OutputStream stream) throws IOException {
        var out = new Writer(new DataOutputStream(stream));
        out.number(VERSION);
        out.number(content.edition());
        out.text(content.unitName());
        out.texts(content.heading());
        out.text(content.period());
        out.text(content.measureUnit());
        out.number(content.tables().size());
        for (var table : content.tables()) {
            out.place(table.place());
            out.number(table.headerFirst());
            out.number(table.headerLast());
            out.number(table.columns().size());
            for (var column : table.columns().entrySet()) {
                out.text(column.getKey());
                out.text(column.getValue());
            }
        }
        out.number(content.rows().size());
        for (var row : content.rows()) {
            out.row(row);
        }
        out.texts(content.leftovers());
        out.number(content.problems().size());
        for (var problem : content.problems()) {
            out.text(problem.code());
            out.text(problem.severity());
            out.text(problem.message());
            out.place(problem.place());
            out.number(problem.row() + 1);
            out.text(problem.column());
        }
        out.number(VERSION);
        out.out.flush();
    }

    /** @throws IOException if it was written by another version, or is damaged */
    static ReturnContent read(InputStream stream) throws IOException {
        var in = new Reader(new DataInputStream(stream));
        if (in.number() != VERSION) {
            throw new IOException("version");
        }
        var edition = in.number();
        var unitName = in.text();
        var heading = in.texts();
        var period = in.text();
        var measureUnit = in.text();
        var tables = new ArrayList<ReturnTable>();
        for (int left = in.number(); left > 0; left--) {
            var place = in.place();
            var first = in.number();
            var last = in.number();
            var columns = new HashMap<String, String>();
            for (int more = in.number(); more > 0; more--) {
                var name = in.text();
                columns.put(name, in.text());
            }
            tables.add(new ReturnTable(place, first, last, columns));
        }
        var rows = new ArrayList<ReturnRow>();
        for (int left = in.number(); left > 0; left--) {
            rows.add(in.row());
        }
        var leftovers = in.texts();
        var problems = new ArrayList<ReturnProblem>();
        for (int left = in.number(); left > 0; left--) {
            problems.add(new ReturnProblem(in.text(), in.text(), in.text(), in.place(), in.number() - 1, in.text()));
        }
        // The checksum is compared at the end of the stream.
        if (in.number() != VERSION || stream.read() >= 0) {
            throw new IOException("end");
        }
        return new ReturnContent(edition, unitName, heading, period, measureUnit, tables, rows, leftovers, problems);
    }

    private static final class Writer {

        private final DataOutputStream out;
        private final Map<String, Integer> known = new HashMap<>();

        Writer(DataOutputStream out) {
            this.out = out;
        }

        /** Writes a number that is not negative, small ones in a byte. */
        void number(int number) throws IOException {
            var rest = number;
            while (rest > 0x7f) {
                out.writeByte(rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            out.writeByte(rest);
        }

        void text(String text) throws IOException {
            var index = known.putIfAbsent(text, known.size());
            if (index != null) {
                number(index + 1);
                return;
            }
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            number(0);
            number(bytes.length);
            out.write(bytes);
        }

        void texts(List<String> texts) throws IOException {
            number(texts.size());
            for (var text : texts) {
                text(text);
            }
        }

        void place(Spot place) throws IOException {
            number(place.kind().ordinal());
            text(place.part());
            number(place.row());
            number(place.column());
            text(place.address());
        }

        void row(ReturnRow row) throws IOException {
            text(row.section());
            text(row.given());
            text(row.parent());
            text(row.title());
            number(row.table() + 1);
            number(row.number());
            number(row.cells().size());
            for (var cell : row.cells().entrySet()) {
                text(cell.getKey());
                number(cell.getValue().kind().ordinal());
                text(cell.getValue().text());
            }
        }
    }

    private static final class Reader {

        private final DataInputStream in;
        private final List<String> known = new ArrayList<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        int number() throws IOException {
            var number = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                var part = in.readUnsignedByte();
                number |= (part & 0x7f) << shift;
                if (part < 0x80) {
                    return number;
                }
            }
            throw new IOException("number");
        }

        String text() throws IOException {
            var index = number();
            if (index > 0) {
                return known.get(index - 1);
            }
            var length = number();
            if (length < 0 || length > LONGEST) {
                throw new IOException("length");
            }
            var bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new IOException("end");
            }
            var text = new String(bytes, StandardCharsets.UTF_8);
            known.add(text);
            return text;
        }

        List<String> texts() throws IOException {
            var texts = new ArrayList<String>();
            for (int left = number(); left > 0; left--) {
                texts.add(text());
            }
            return texts;
        }

        Spot place() throws IOException {
            return new Spot(PLACES[number()], text(), number(), number(), text());
        }

        ReturnRow row() throws IOException {
            var section = text();
            var given = text();
            var parent = text();
            var title = text();
            var table = number() - 1;
            var number = number();
            var cells = new LinkedHashMap<String, Datum>();
            for (int left = number(); left > 0; left--) {
                var column = text();
                cells.put(column, new Datum(VALUES[number()], text()));
            }
            return new ReturnRow(section, given, parent, title, table, number, cells);
        }
    }
}
