/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.bieumau.dsl.internal.library.Fixes;
import org.bieumau.model.TextRun;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.Test;

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

    @Test
    void decomposedLettersAreComposed() {
        assertEquals("kế hoạch", Fixes.compose(Normalizer.normalize("kế hoạch", Normalizer.Form.NFD)));
    }
}
