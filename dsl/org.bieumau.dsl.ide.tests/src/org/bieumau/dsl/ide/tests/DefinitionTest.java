/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.bieumau.dsl.ide.internal.document.Definition;
import org.bieumau.dsl.ide.internal.document.Definition.Kind;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.junit.jupiter.api.Test;

/** Tests the definitions that dialogues write to the file. */
class DefinitionTest {

    private static final String TEXT = """
            // Đầu tệp
            cơ quan A "Sở A" { viết tắt "A" }   // sở
            viện dẫn K: kế hoạch số 01/KH-A ngày 05/01/2026 của "A" về "việc"

            // lời trên văn bản
            công văn C { cơ quan ban hành A }
            """;

    private static String written(String text, Kind kind, Map<String, String> values) throws RefusedException {
        var file = Files.right(text);
        var definition = Definition.of(kind, values, Definition.names(file));
        var now = TextEdit.apply(definition.write(file), text);
        Files.right(now);
        return now;
    }

    @Test
    void agencyIsWrittenBehindTheOthers() throws Exception {
        assertEquals(
                TEXT.replace("// sở\n", "// sở\ncơ quan SởB \"Sở B\"\n"),
                written(TEXT, Kind.AGENCY, Map.of("title", "Sở B")).replaceAll("\n\n(?=cơ quan)", "\n"));
        var both = written(
                TEXT,
                Kind.AGENCY,
                Map.of("title", "Phòng \"C\"", "abbreviation", "A", "superior", "UBND huyện", "placeName", " X "));
        assertTrue(both.contains("cơ quan A_2 \"Phòng \\\"C\\\"\""), both);
        assertTrue(both.contains("cơ quan UBNDHuyện \"UBND huyện\""), both);
        assertTrue(both.contains("trực thuộc UBNDHuyện"), both);
        assertTrue(both.contains("địa danh \"X\""), both);
        assertTrue(both.contains("// lời trên văn bản\ncông văn C"), both);
    }

    @Test
    void citationIsWrittenBehindTheOthers() throws Exception {
        var now = written(
                TEXT,
                Kind.CITATION,
                Map.of(
                        "type",
                        "kế hoạch",
                        "number",
                        "348/KH-SKHCN",
                        "date",
                        "05/4/2022",
                        "issuer",
                        "Sở KH",
                        "subject",
                        "về việc dân vận"));
        assertTrue(
                now.contains(
                        "viện dẫn KếHoạch348: kế hoạch số 348/KH-SKHCN ngày 05/4/2022 của \"Sở KH\" về việc \"dân vận\""),
                now);
        assertTrue(now.indexOf("KếHoạch348") > now.indexOf("viện dẫn K:"), now);
        assertTrue(now.indexOf("KếHoạch348") < now.indexOf("// lời trên"), now);
        var law = written("công văn C { }\n", Kind.CITATION, Map.of("type", "luật", "subject", "Đất đai"));
        assertTrue(law.contains("viện dẫn LuậtĐất: luật \"Đất đai\""), law);
        assertThrows(
                RefusedException.class,
                () -> written(TEXT, Kind.CITATION, Map.of("type", "kế hoạch", "date", "hôm qua", "subject", "x")));
        assertThrows(
                RefusedException.class,
                () -> written(TEXT, Kind.CITATION, Map.of("type", "kế hoạch", "number", "số mấy", "subject", "x")));
    }

    @Test
    void signerIsWrittenToTheAgency() throws Exception {
        var file = Files.right(TEXT);
        var signer = Definition.of(
                Kind.SIGNER, Map.of("personName", "Trần An", "position", "Giám đốc"), Definition.names(file));
        var now = TextEdit.apply(signer.write(file, "Sở A (A)"), TEXT);
        assertTrue(now.contains("người ký TrầnAn \"Trần An\" chức vụ \"Giám đốc\""), now);
        assertTrue(now.contains("// sở"), now);
        assertEquals("Trần An (TrầnAn)", signer.label());
    }

    @Test
    void agenciesOfTheFileAreKnown() {
        var known = Definition.agencies(Files.right(TEXT)).getFirst();
        assertEquals("Sở A (A)", known.label());
        assertEquals("Sở A", known.title());
        assertTrue(known.isInFile());
    }
}
