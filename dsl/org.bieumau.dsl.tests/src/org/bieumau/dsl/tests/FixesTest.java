/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.bieumau.dsl.internal.library.Fixes;
import org.bieumau.model.TableRow;
import org.bieumau.model.TextRun;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixesTest {

    private static final String OLD = """
            // '''
            phiên bản 1
            kế hoạch K { trích yếu "có ''' trong | chữ" nội dung '''
                | không phải bảng |
                a | b
            ''' }
            """;

    @Test
    void leadingBarOfVersion1IsEscaped() {
        var migrated = Fixes.migrate(OLD);
        assertEquals(OLD.replace("phiên bản 1", "phiên bản 2").replace("    | không", "    \\| không"), migrated);
        assertEquals(
                List.of("| không phải bảng |", "a | b"),
                EcoreUtil2.getAllContentsOfType(Bieu.parse(migrated), TextRun.class).stream()
                        .map(TextRun::getText)
                        .toList());
    }

    @Test
    void textOfOtherVersionsOrWithoutVersionIsNotMigrated() {
        for (var version : List.of("", "phiên bản 2\n", "phiên bản 9\n")) {
            var text = version + "kế hoạch K { nội dung '''\n| a |\n''' }";
            assertEquals(text, Fixes.migrate(text));
        }
        assertEquals(Fixes.migrate(OLD), Fixes.migrate(Fixes.migrate(OLD)));
    }

    /** Only the first words of a file name its version; the same words occur in comments and prose. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "phiên bản 2\nkế hoạch K { nội dung '''\nphiên bản 1\n| a | b |\n''' }\n",
                "// phiên bản 1\nkế hoạch K { nội dung '''\n| a | b |\n''' }\n",
                "/*\nphiên bản 1\n*/\nphiên bản 2 kế hoạch K { nội dung '''\n| a | b |\n''' }\n",
                "danh mục D { }\nphiên bản 1\nkế hoạch K { nội dung '''\n| a | b |\n''' }\n"
            })
    void wordsElsewhereAreNoHead(String text) {
        assertEquals(text, Fixes.migrate(text));
    }

    @Test
    void headAfterCommentsIsMigrated() {
        assertEquals(
                "/* ''' | */ // \"\nphiên\tbản /**/ 2 kế hoạch K { nội dung '''\\|a\n//b|\n''' }",
                Fixes.migrate("/* ''' | */ // \"\nphiên\tbản /**/ 1 kế hoạch K { nội dung '''|a\n//b|\n''' }"));
    }

    @Test
    void longTextsAreMigrated() {
        var text = "phiên bản 1\nkế hoạch K { trích yếu \"" + "chữ ".repeat(50_000) + "\" nội dung '''\n|"
                + "a*b ".repeat(50_000) + "\n''' }\n";
        assertEquals(text.replace("phiên bản 1", "phiên bản 2").replace("\n|", "\n\\|"), Fixes.migrate(text));
    }

    static List<String> examples() {
        return Samples.ALL;
    }

    /** In version 1, no line was a row of a table. All else has the same model. */
    @ParameterizedTest
    @MethodSource("examples")
    void migratedExampleHasTheModelOfVersion1(String example) {
        var text = Samples.text(example).replaceFirst("(?m)^phiên bản 2", "phiên bản 1");
        var escaped = Samples.text(example).replaceAll("(?m)^(\\h*)\\|", "$1\\\\|");
        assertEquals(Bieu.dump(Bieu.resource(escaped)), Bieu.dump(Bieu.resource(Fixes.migrate(text))));
    }

    /** Whatever a file contains, the fix changes its head and adds backslashes, and no row is left. */
    @ParameterizedTest
    @MethodSource("examples")
    void fixAddsNothingButBackslashes(String example) {
        var random = new Random(example.hashCode());
        for (int i = 0; i < 20; i++) {
            var text = new StringBuilder(Samples.text(example).replaceFirst("(?m)^phiên bản 2", "phiên bản 1"));
            for (int n = 0; n < 5; n++) {
                var offset = text.indexOf("\n", random.nextInt(text.length()));
                if (offset > 400) {
                    text.insert(
                            offset + 1,
                            List.of("| a |\n", "\"", "'''\n", "phiên bản 1\n", "// |\n")
                                    .get(n));
                }
            }
            var migrated = Fixes.migrate(text.toString());
            assertEquals(text.toString().replaceFirst("phiên bản 1", "phiên bản 2"), migrated.replace("\\|", "|"));
            assertEquals(List.of(), EcoreUtil2.getAllContentsOfType(Bieu.parse(migrated), TableRow.class));
        }
    }

    @Test
    void decomposedLettersAreComposed() {
        assertEquals("kế hoạch", Fixes.compose(Normalizer.normalize("kế hoạch", Normalizer.Form.NFD)));
    }
}
