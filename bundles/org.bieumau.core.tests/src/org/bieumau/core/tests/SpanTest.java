/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.bieumau.core.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    /** The same stars mark emphasis as in prose; all others are printed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Ban *Dân vận*            ~ Ban I<Dân vận>",
                "**Sở** Nội vụ            ~ B<Sở> Nội vụ",
                "*a **b** c*              ~ I<a >BI<b>I< c>",
                "Mục (*) và mục (*)       ~ Mục (*) và mục (*)",
                "2*3*4                    ~ 2*3*4",
                "a*b*c                    ~ a*b*c",
                "(a)*(b)*(c)              ~ (a)*(b)*(c)",
                "5 * 6 * 7                ~ 5 * 6 * 7",
                "*một                     ~ *một",
                "**một                    ~ **một",
                "tệp *.doc, *.pdf         ~ tệp *.doc, *.pdf"
            })
    void starsWithinTextAreKept(String text, String expected) {
        assertEquals(
                expected,
                Span.marked(text).stream()
                        .map(span -> span.bold() || span.italic()
                                ? (span.bold() ? "B" : "") + (span.italic() ? "I" : "") + "<" + span.text() + ">"
                                : span.text())
                        .collect(Collectors.joining()));
    }
}
