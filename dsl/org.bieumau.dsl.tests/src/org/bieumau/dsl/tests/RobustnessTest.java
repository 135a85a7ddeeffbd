/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Xtext asks of a language: no text makes it throw. */
class RobustnessTest {

    private static final String[] PIECES = {"", " ", "\n", "'''", "\"", "{", "}", "[", "]", "*", "**", "^{", "1. ", "- ", "nếu x:", "với mỗi",
        "cột", "biểu", "X", "…/01/2023", "\\", "//", "/*", "e\u0302\u0301", "\uFEFF", "\u0000", "\uD83D\uDE00", "65.000,5"};

    static List<String> examples() {
        return Samples.ALL;
    }

    /** Each prefix at the ends of words, and each of the last 300 characters. */
    @ParameterizedTest
    @MethodSource("examples")
    void everyPrefixParses(String example) {
        var text = Samples.text(example);
        var step = Math.max(1, text.length() / 1500);
        for (int end = 0; end <= text.length(); end += end > text.length() - 300 ? 1 : step) {
            var prefix = text.substring(0, end);
            assertEquals(prefix, Bieu.resource(prefix).getParseResult().getRootNode().getText());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void editsGiveTheTreeOfAFreshParse(String example) {
        var random = new Random(example.hashCode());
        var text = new StringBuilder(Samples.text(example));
        var resource = Bieu.resource(text.toString());
        for (int i = 0; i < 500; i++) {
            if (i % 50 == 49) {
                text = new StringBuilder(Samples.text(example));
                resource = Bieu.resource(text.toString());
            }
            var offset = random.nextInt(text.length());
            var length = Math.min(random.nextInt(6), text.length() - offset);
            var piece = PIECES[random.nextInt(PIECES.length)];
            text.replace(offset, offset + length, piece);
            resource.update(offset, length, piece);
            if (i % 10 == 0) {
                var fresh = Bieu.resource(text.toString());
                assertEquals(Bieu.dump(fresh), Bieu.dump(resource), () -> "after an edit");
                assertEquals(fresh.getErrors().toString(), resource.getErrors().toString());
            }
            assertEquals(text.toString(), resource.getParseResult().getRootNode().getText());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void brokenTextIsValidatedWithoutAnException(String example) {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder(Samples.text(example));
            for (int n = 0; n < 5; n++) {
                var offset = random.nextInt(text.length());
                text.replace(offset, Math.min(text.length(), offset + random.nextInt(30)), PIECES[random.nextInt(PIECES.length)]);
            }
            for (var issue : Bieu.issues(text.toString())) {
                assertEquals(false, issue.getMessage().contains("Exception"), issue::getMessage);
            }
        }
    }
}
