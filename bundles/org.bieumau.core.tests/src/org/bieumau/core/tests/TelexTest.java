/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bieumau.core.internal.text.Telex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelexTest {

    @ParameterizedTest
    @CsvSource({
        "nowi, nơi",
        "nhaajn, nhận",
        "nhaanj, nhận",
        "chwcs, chức",
        "chuwcs, chức",
        "dduowngf, đường",
        "dduwowngf, đường",
        "vuj, vụ",
        "Vuj, Vụ"
    })
    void keysOfAWordAreRecognized(String typed, String word) {
        assertTrue(Telex.isLeftOver(typed, word));
    }

    @ParameterizedTest
    @CsvSource({"nơi, nơi", "noi, nơi", "bnả, bản", "ùdng, dùng", "nhaajn, nhân", "hoà, hòa", "mục, mục"})
    void otherWordsAreNotTelex(String typed, String word) {
        assertFalse(Telex.isLeftOver(typed, word));
    }
}
