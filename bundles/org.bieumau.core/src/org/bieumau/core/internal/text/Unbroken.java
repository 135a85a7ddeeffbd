/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.text.Span;

/**
 * Inserts no-break spaces where a line must not break, as in <code>ngày 05</code>, <code>số 10/CT-TTg</code>, <code>
 * khoản 3</code>.
 */
public final class Unbroken {

    private static final char NO_BREAK_SPACE = '\u00A0';

    /** A word and its number, or a number and its unit. The space between them is the group. */
    private static final Pattern PLACES =
            Pattern.compile("(?<!\\p{L})(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Ss]ố|[Ss]ố:|[Kk]hoản|[Đđ]iểm|"
                    + "[Đđ]iều|[Cc]hương|[Mm]ục|[Pp]hần|[Qq]uý|[Kk]hóa|lần thứ)( )(?=[\\d/…]|[IVX]+(?!\\p{L})|\\p{Ll}\\))"
                    + "|\\d( )(?=(?:đồng|km|m|ha|kg|kW|tỷ|triệu|trang|bản)(?!\\p{L}))");

    private Unbroken() {}

    /** Returns the spans with no-break spaces, also where a word and its number are in spans of different style. */
    public static List<Span> protect(List<Span> spans) {
        var text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        var places = PLACES.matcher(text);
        var found = false;
        while (places.find()) {
            text.setCharAt(places.start(1) >= 0 ? places.start(1) : places.start(2), NO_BREAK_SPACE);
            found = true;
        }
        if (!found) {
            return spans;
        }
        var result = new ArrayList<Span>(spans.size());
        var at = 0;
        for (var span : spans) {
            result.add(span.with(text.substring(at, at + span.text().length())));
            at += span.text().length();
        }
        return result;
    }

    /** Returns a text with no-break spaces. */
    public static String protect(String text) {
        return protect(List.of(Span.of(text))).getFirst().text();
    }
}
