/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The layout of a CSV file.
 *
 * @param delimiter character between cells
 * @param skipped number of lines before the labels
 */
record CsvShape(char delimiter, int skipped) {

    /** Number of characters from which the layout is determined. */
    private static final int SAMPLE = 1 << 16;

    private static final int RECORDS = 30;

    /**
     * Delimiters in order of preference. Excel writes semicolons in Vietnam, since the comma is the decimal separator.
     */
    private static final List<Character> DELIMITERS = List.of(';', '\t', ',', '|');

    /** A first line that tells Excel the delimiter. */
    private static final Pattern DECLARED = Pattern.compile("(?i)\"?sep=(.)\"?\\s*");

    /** Determines the layout: the delimiter with which most records have as many cells as the first one. */
    static CsvShape of(Reader text) throws IOException {
        var start = start(text);
        var firstLine = start.lines().findFirst().orElse("");
        var declared = DECLARED.matcher(firstLine);
        if (declared.matches()) {
            return new CsvShape(declared.group(1).charAt(0), 1);
        }
        var best = ',';
        var bestScore = 0.0;
        for (var delimiter : DELIMITERS) {
            var score = score(start, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return new CsvShape(best, 0);
    }

    private static String start(Reader text) throws IOException {
        var start = new char[SAMPLE];
        var length = 0;
        for (var read = 0; read >= 0 && length < SAMPLE; read = text.read(start, length, SAMPLE - length)) {
            length += read;
        }
        return new String(start, 0, length);
    }

    /**
     * Returns the share of records with as many cells as the first one, plus a little for each cell; 0 for one cell.
     */
    private static double score(String start, char delimiter) {
        var widths = new ArrayList<Integer>();
        try (var reader = CsvTable.format(delimiter).ofCsvRecord(start)) {
            for (var rows = reader.iterator(); widths.size() < RECORDS && rows.hasNext(); ) {
                widths.add(rows.next().getFieldCount());
            }
        } catch (CsvParseException | IOException e) {
            // The end of the sample may be within quotation marks.
        }
        if (widths.isEmpty() || widths.getFirst() < 2) {
            return 0;
        }
        var alike = widths.stream().filter(widths.getFirst()::equals).count();
        return (double) alike / widths.size() + Math.min(widths.getFirst(), 100) / 1000.0;
    }
}
