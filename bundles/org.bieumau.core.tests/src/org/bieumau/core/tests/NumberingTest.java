/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bieumau.core.internal.prose.Numbering;
import org.bieumau.model.MarkerText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {

    @ParameterizedTest(name = "{0} is printed as {1}")
    @CsvSource({
        "I. 1. 2. II. 1.,           I. 1. 2. II. 1.",
        "I. 1. 3. 3.,               I. 1. 2. 3.",
        "4. 9. 1.,                  4. 5. 6.",
        "1. a) b) b) 2. a),         1. a) b) c) 2. a)",
        "d) d) d),                  d) đ) e)",
        "x) y) a) a),               x) y) aa) bb)",
        "yyyyyyyyyyyyyyy) a),       yyyyyyyyyyyyyyy) 346.",
        "1. - + - 2.,               1. - + - 2.",
        "Chương_I Điều_1. Chương_II Điều_2., Chương_I Điều_1. Chương_II Điều_2."
    })
    void divisionsAreNumberedConsecutively(String typed, String printed) {
        var numbering = new Numbering();
        var result = new StringBuilder();
        for (var marker : typed.split(" ")) {
            var text = marker.replace('_', ' ');
            result.append(numbering
                            .next(MarkerText.level(text), MarkerText.number(text))
                            .replace(' ', '_'))
                    .append(' ');
        }
        assertEquals(printed.strip(), result.toString().strip());
    }
}
