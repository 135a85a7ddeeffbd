/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.bieumau.dsl.ide.internal.document.DocumentFields;
import org.bieumau.dsl.ide.internal.document.DocumentFields.Field;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests reading the settings of a document as fields and writing them back. */
class DocumentFieldsTest {

    private static final String TEXT = """
            cơ quan A "Sở A" { đơn vị VP "Văn phòng" người ký An "Nguyễn Văn An" chức vụ "Giám đốc" }
            cơ quan B "Sở B"
            viện dẫn K: kế hoạch số 01/KH-UBND ngày 05/01/2026 của "UBND" về "việc"
            // lời trên văn bản
            công văn C {
                cơ quan ban hành A   // cuối dòng
                ngày 05/4/2026
                trích yếu "việc gì"
                kính gửi "Các sở", B
                căn cứ [K]
                nội dung '''
                    Một **hai** ba.
                '''
                nơi nhận {
                    "Như trên"
                    nhóm { "X" "Y" } ("báo cáo")
                    lưu VT, VP
                }
                ký { quyền hạn KT. "Giám đốc" người ký An }
            }
            """;

    private static Field field(String text, String id) {
        return DocumentFields.of(Files.right(text), "C").stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String write(String id, String value) throws RefusedException {
        return TextEdit.apply(DocumentFields.write(Files.right(TEXT), "C", id, value), TEXT);
    }

    @Test
    void fieldsShowValuesChoicesAndDefaults() {
        assertEquals(List.of("C"), DocumentFields.documents(Files.right(TEXT)));
        assertEquals("Sở A (A)", field(TEXT, "agency").value());
        assertEquals(List.of("Sở A (A)", "Sở B (B)"), field(TEXT, "agency").choices());
        assertEquals(List.of("Văn phòng (VP)"), field(TEXT, "draftingUnit").choices());
        assertEquals("Các sở\nSở B (B)", field(TEXT, "addressees").value());
        assertEquals("[K]", field(TEXT, "bases").value());
        assertEquals("Như trên\n{ X; Y } (báo cáo)", field(TEXT, "recipients").value());
        assertEquals("KT.", field(TEXT, "signature.authority").value());
        assertEquals("", field(TEXT, "signature.position").value());
        assertEquals("Giám đốc", field(TEXT, "signature.position").implied());
        assertEquals("", field(TEXT, "date").implied());
        assertEquals(TEXT.indexOf("05/4/2026"), field(TEXT, "date").offset());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            draftingUnit      | Văn phòng (VP)   | ban hành A          | ban hành A đơn vị soạn thảo VP
            number            | 12               | ban hành A          | ban hành A số 12
            date              | …/5/2026         | ngày 05/4/2026      | ngày …/5/2026
            subject           | việc "khác"      | "việc gì"           | "việc \\"khác\\""
            urgency           | hỏa tốc          | trích yếu "việc gì" | trích yếu "việc gì" độ khẩn hỏa tốc
            draft             | 2                | trích yếu "việc gì" | trích yếu "việc gì" dự thảo lần 2
            signature.authority | TL.            | quyền hạn KT.       | quyền hạn TL.
            signature.authorityOf | Chánh Văn phòng | KT. "Giám đốc"   | KT. "Chánh Văn phòng"
            """)
    void fieldIsWritten(String id, String value, String before, String now) throws RefusedException {
        assertEquals(
                TEXT.replace(before, now).replaceAll("\\s+", " "),
                write(id, value).replaceAll("\\s+", " "));
        assertEquals(value, field(write(id, value), id).value());
    }

    @Test
    void changingTheAgencyReplacesItsSignerWithName() throws RefusedException {
        var text = write("agency", "Sở B (B)");
        assertEquals("Nguyễn Văn An", field(text, "signature.personName").value());
        assertEquals("Giám đốc", field(text, "signature.position").value());
        assertEquals(
                TEXT.substring(0, TEXT.indexOf("ký {")).replace("ban hành A", "ban hành B"),
                text.substring(0, text.indexOf("ký {")));
    }

    @Test
    void unchangedItemsKeepTheirText() throws RefusedException {
        assertEquals(TEXT.replace("\"Các sở\", B", "B, \"Các huyện\""), write("addressees", "Sở B (B)\nCác huyện"));
        var recipients = write("recipients", "Như trên\n{ X; Y } (báo cáo)\nSở C");
        assertEquals(
                TEXT.replace("(\"báo cáo\")", "(\"báo cáo\") \"Sở C\"").replaceAll("\\s+", " "),
                recipients.replaceAll("\\s+", " "));
        assertEquals(
                TEXT.replace("                    \"Như trên\"\n", "")
                        .replaceAll("\\s+", " ")
                        .replace("nhận { \"Như trên\"", "nhận {"),
                write("recipients", "{ X; Y } (báo cáo)").replaceAll("\\s+", " "));
        assertEquals(
                "[K]\nLuật X", field(write("bases", "[K]\nLuật X"), "bases").value());
    }

    @Test
    void groupsAreShownAndWrittenOnOneLine() throws RefusedException {
        var lines = "Các Sở { Nội vụ; Sở B (B) } (để phối hợp)\nHội C";
        var text = write("addressees", lines);
        assertEquals(lines, field(text, "addressees").value());
        assertEquals(
                TEXT.replace("\"Các sở\", B", "nhóm \"Các Sở\" { \"Nội vụ\" B } (\"để phối hợp\"), \"Hội C\"")
                        .replaceAll("\\s+", " "),
                text.replaceAll("\\s+", " "));
        assertEquals(
                "{ Sở A (A); D }",
                field(write("recipients", "{ Sở A (A); D }"), "recipients").value());
    }

    @Test
    void jointAgenciesAreShownAndWritten() throws RefusedException {
        var text = write("jointAgencies", "Sở B (B)");
        assertEquals(TEXT.replace("ban hành A ", "ban hành A, B "), text);
        assertEquals("Sở B (B)", field(text, "jointAgencies").value());
        // Without its leading agency, the document is of the next one, and no longer joint.
        var single = TextEdit.apply(DocumentFields.write(Files.right(text), "C", "agency", ""), text);
        assertEquals("Sở B (B)", field(single, "agency").value());
        assertEquals("", field(single, "jointAgencies").value());
        assertThrows(RefusedException.class, () -> write("jointAgencies", "Sở Z"));
    }

    @Test
    void authorityAndItsTitleAreWrittenTogether() throws RefusedException {
        assertEquals(
                "",
                field(write("signature.authority", ""), "signature.authorityOf").value());
        assertEquals(TEXT.replace("KT. \"Giám đốc\"", "KT. \"\""), write("signature.authorityOf", ""));
        var none = TEXT.replace("quyền hạn KT. \"Giám đốc\" ", "");
        assertEquals(
                "KT.",
                field(
                                TextEdit.apply(
                                        DocumentFields.write(
                                                Files.right(none), "C", "signature.authorityOf", "Giám đốc"),
                                        none),
                                "signature.authority")
                        .value());
    }

    @Test
    void invalidValuesAndUnknownDocumentsAreRefused() {
        assertThrows(RefusedException.class, () -> write("date", "mai"));
        assertThrows(RefusedException.class, () -> write("agency", "Sở Z"));
        assertThrows(RefusedException.class, () -> write("number", "mười"));
        assertThrows(
                RefusedException.class, () -> DocumentFields.write(Files.right(TEXT), "Không", "date", "05/4/2026"));
    }

    @Test
    void emptyValueRemovesTheSetting() throws RefusedException {
        assertEquals(TEXT.replace("    trích yếu \"việc gì\"\n", ""), write("subject", ""));
    }
}
