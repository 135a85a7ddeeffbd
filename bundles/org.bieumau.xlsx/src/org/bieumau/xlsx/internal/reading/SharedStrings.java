/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/** The texts that cells refer to by number. They are held in memory, because cells refer to them in any order. */
final class SharedStrings {

    /** Divisor of the memory that gives the part available for texts. */
    private static final int SHARE = 3;
    /** Memory of a text in addition to its characters, in bytes. */
    private static final int OVERHEAD = 64;

    private final List<Object> items = new ArrayList<>();

    private SharedStrings() {}

    /**
     * Reads the part with the texts.
     *
     * @param part null if there is none
     * @throws ProblemException if the part is damaged or larger than the memory allows
     */
    static SharedStrings read(OpcPackage parts, String part) throws IOException, ProblemException {
        var strings = new SharedStrings();
        if (part == null || !parts.has(part)) {
            return strings;
        }
        var most = Runtime.getRuntime().maxMemory() / SHARE;
        var used = 0L;
        try (var xml = parts.read(part)) {
            xml.root();
            while (xml.nextChild(1)) {
                if (xml.name().equals("si")) {
                    var item = StringItemReader.read(xml);
                    used += size(item);
                    if (used > most) {
                        throw XlsxReadingMessages.limit(Place.of(parts.file()), "limit.strings", most >> 20);
                    }
                    strings.items.add(item);
                }
            }
        }
        return strings;
    }

    private static long size(Object item) {
        return switch (item) {
            case StringItem rich ->
                OVERHEAD * (1L + rich.runs().size()) + 4L * rich.text().length();
            case String text -> OVERHEAD + 2L * text.length();
            default -> 0;
        };
    }

    /** Returns a text, a {@link String} or a {@link StringItem}; null if there is none with this number. */
    Object get(int number) {
        return number >= 0 && number < items.size() ? items.get(number) : null;
    }
}
