/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.text.LegacyEncoding;

/** Writes Vietnamese as before Unicode, by the decoder turned around. */
final class LegacyText {

    private static final Map<LegacyEncoding, Map<String, String>> CODES = new EnumMap<>(LegacyEncoding.class);

    private LegacyText() {}

    /** Returns a text in an encoding; empty if it has a letter that the encoding lacks. */
    static Optional<String> encode(LegacyEncoding encoding, String text) {
        var codes = CODES.computeIfAbsent(encoding, LegacyText::codes);
        var encoded = new StringBuilder();
        for (var letter : Normalizer.normalize(text, Normalizer.Form.NFC).split("")) {
            var code = codes.get(letter);
            if (code == null && !letter.isEmpty() && letter.charAt(0) > 127) {
                return Optional.empty();
            }
            encoded.append(code == null ? letter : code);
        }
        return encoding.decode(encoded.toString()).equals(Normalizer.normalize(text, Normalizer.Form.NFC))
                ? Optional.of(encoded.toString())
                : Optional.empty();
    }

    private static Map<String, String> codes(LegacyEncoding encoding) {
        var codes = new HashMap<String, String>();
        for (char first = 'A'; first <= '\u00FF'; first++) {
            note(codes, encoding, Character.toString(first));
            for (char second = '\u00C0'; Character.isLetter(first) && second <= '\u00FF'; second++) {
                note(codes, encoding, "" + first + second);
            }
        }
        return codes;
    }

    private static void note(Map<String, String> codes, LegacyEncoding encoding, String code) {
        var letter = encoding.decode(code);
        if (letter.length() == 1 && letter.charAt(0) > 127) {
            codes.putIfAbsent(letter, code);
        }
    }
}
