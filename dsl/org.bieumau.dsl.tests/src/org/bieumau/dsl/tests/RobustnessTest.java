/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that no text causes an exception, as Xtext requires of a language. */
class RobustnessTest {

    /**
     * Number of prefixes of a text that are parsed, evenly spread, since the time for all grows with the square of the
     * length. {@code -Dbieumau.prefixes=1000000} tries all.
     */
    private static final int PREFIXES = Integer.getInteger("bieumau.prefixes", 50);

    /** Number of random edits of a text. {@code -Dbieumau.edits=500} and more for a thorough run. */
    private static final int EDITS = Integer.getInteger("bieumau.edits", 60);

    private static final String[] PIECES = {
        "",
        " ",
        "\n",
        "'''",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "*",
        "**",
        "^{",
        "1. ",
        "- ",
        "nếu x:",
        "với mỗi",
        "cột",
        "biểu",
        "X",
        "…/01/2023",
        "\\",
        "//",
        "/*",
        "e\u0302\u0301",
        "\uFEFF",
        "\u0000",
        "\uD83D\uDE00",
        "65.000,5"
    };

    static List<String> examples() {
        return Samples.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void prefixesParse(String example) {
        var parser = Bieu.INJECTOR.getInstance(IParser.class);
        var text = Samples.text(example);
        var step = Math.max(1, text.length() / PREFIXES);
        IntStream.rangeClosed(0, text.length() / step).parallel().forEach(i -> {
            var end = text.length() - i * step;
            var prefix = text.substring(0, end);
            assertEquals(
                    prefix, parser.parse(new StringReader(prefix)).getRootNode().getText());
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void editedTextHasTheTreeOfAFreshParse(String example) throws IOException {
        var random = new Random(example.hashCode());
        var text = new StringBuilder(Samples.text(example));
        var resource = Bieu.resource(text.toString());
        for (int i = 0; i < EDITS; i++) {
            if (i % 50 == 49) {
                text = new StringBuilder(Samples.text(example));
                resource = Bieu.resource(text.toString());
            }
            var offset = random.nextInt(text.length());
            var length = Math.min(random.nextInt(6), text.length() - offset);
            var piece = PIECES[random.nextInt(PIECES.length)];
            text.replace(offset, offset + length, piece);
            resource.update(offset, length, piece);
            var fresh = Bieu.resource("");
            fresh.reparse(text.toString());
            assertEquals(
                    NodeModelUtils.compactDump(fresh.getParseResult().getRootNode(), true),
                    NodeModelUtils.compactDump(resource.getParseResult().getRootNode(), true));
            if (i % 10 == 0) {
                assertEquals(Bieu.dump(fresh), Bieu.dump(resource));
                assertEquals(errors(fresh), errors(resource));
            }
        }
    }

    private static List<String> errors(XtextResource resource) {
        return resource.getErrors().stream().map(Object::toString).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void brokenTextIsValidatedWithoutAnException(String example) {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder(Samples.text(example));
            for (int n = 0; n < 5; n++) {
                var offset = random.nextInt(text.length());
                text.replace(
                        offset,
                        Math.min(text.length(), offset + random.nextInt(30)),
                        PIECES[random.nextInt(PIECES.length)]);
            }
            for (var issue : Bieu.issues(text.toString())) {
                assertEquals(false, issue.getMessage().contains("Exception"), issue::getMessage);
            }
        }
    }
}
