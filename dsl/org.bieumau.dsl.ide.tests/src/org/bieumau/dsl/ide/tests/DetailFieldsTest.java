/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.dsl.ide.internal.document.CopyFields;
import org.bieumau.dsl.ide.internal.document.DetailFields;
import org.bieumau.dsl.ide.internal.document.Field;
import org.bieumau.dsl.ide.internal.document.SignatureFields;
import org.bieumau.dsl.ide.internal.document.SignatureFields.Signed;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests reading the settings of documents and forms as fields and writing them back. */
class DetailFieldsTest {

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
        return field(text, "C", 0, id);
    }

    private static Field field(String text, String element, int signature, String id) {
        var fields = isOfSignature(id)
                ? SignatureFields.of(Files.right(text), element).get(signature).fields()
                : DetailFields.of(Files.right(text), element);
        return fields.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private static boolean isOfSignature(String id) {
        return id.startsWith("signature.");
    }

    private static String write(String id, String value) throws RefusedException {
        return write(TEXT, "C", 0, id, value);
    }

    private static String write(String text, String element, int signature, String id, String value)
            throws RefusedException {
        var file = Files.right(text);
        return TextEdit.apply(
                isOfSignature(id)
                        ? SignatureFields.write(file, element, signature, id, value)
                        : DetailFields.write(file, element, id, value),
                text);
    }

    @Test
    void fieldsShowValuesChoicesAndDefaults() {
        assertEquals(List.of("C"), DetailFields.elements(Files.right(TEXT)));
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
            draftingUnit      | Văn phòng (VP)   | // cuối dòng        | // cuối dòng đơn vị soạn thảo VP
            number            | 12               | // cuối dòng        | // cuối dòng số 12
            date              | …/5/2026         | ngày 05/4/2026      | ngày …/5/2026
            subject           | việc "khác"      | "việc gì"           | "việc \\"khác\\""
            urgency           | hỏa tốc          | trích yếu "việc gì" | trích yếu "việc gì" độ khẩn hỏa tốc
            draft             | 2                | trích yếu "việc gì" | trích yếu "việc gì" dự thảo lần 2
            contactLine       | true             | trích yếu "việc gì" | trích yếu "việc gì" có dòng liên hệ
            unpublished       | true             | trích yếu "việc gì" | trích yếu "việc gì" không phổ biến
            twoSided          | true             | trích yếu "việc gì" | trích yếu "việc gì" in hai mặt
            authorityLine     | GIÁM ĐỐC SỞ A    | trích yếu "việc gì" | trích yếu "việc gì" thẩm quyền "GIÁM ĐỐC SỞ A"
            signature.authority | TL.            | quyền hạn KT.       | quyền hạn TL.
            signature.authorityOf | Chánh Văn phòng | KT. "Giám đốc"   | KT. "Chánh Văn phòng"
            signature.secondPosition | Bí thư       | KT. "Giám đốc"      | KT. "Giám đốc" kiêm "Bí thư"
            signature.confirmed | Xác nhận       | KT. "Giám đốc"      | KT. "Giám đốc" xác nhận "Xác nhận"
            signature.ofCopy  | true             | KT. "Giám đốc"      | KT. "Giám đốc" bản sao
            """)
    void fieldIsWritten(String id, String value, String before, String now) throws RefusedException {
        assertEquals(
                TEXT.replace(before, now).replaceAll("\\s+", " "),
                write(id, value).replaceAll("\\s+", " "));
        assertEquals(value, field(write(id, value), id).value());
    }

    @Test
    void firstValueCreatesTheCopyAndAnEmptyFormRemovesIt() throws RefusedException {
        var text = writeCopy(TEXT, "copy.agency", "Sở A (A)");
        assertEquals(
                TEXT.replace(
                                "ký { quyền hạn KT. \"Giám đốc\" người ký An }",
                                "ký { quyền hạn KT. \"Giám đốc\" người ký An } sao y { cơ quan sao A }")
                        .replaceAll("\\s+", " "),
                text.replaceAll("\\s+", " "));
        for (var field : List.of(
                List.of("copy.form", "trích sao"),
                List.of("copy.number", "7"),
                List.of("copy.date", "05/4/2026"),
                List.of("copy.placeName", "Huế"),
                List.of("copy.recipients", "Sở B (B)\nCác xã"),
                List.of("copy.signature.authorityOf", "Giám đốc"),
                List.of("copy.signature.personName", "Lê Văn Cường"))) {
            text = writeCopy(text, field.get(0), field.get(1));
            assertEquals(field.get(1), copyField(text, field.get(0)));
        }
        assertEquals("KT.", copyField(text, "copy.signature.authority"));
        assertEquals(
                TEXT.replaceAll("\\s+", " "), writeCopy(text, "copy.form", "").replaceAll("\\s+", " "));
        assertEquals(TEXT, writeCopy(TEXT, "copy.number", ""));
        assertThrows(RefusedException.class, () -> writeCopy(TEXT, "copy.number", "7a"));
    }

    private static String writeCopy(String text, String id, String value) throws RefusedException {
        return TextEdit.apply(CopyFields.write(Files.right(text), "C", id, value), text);
    }

    private static String copyField(String text, String id) {
        return CopyFields.of(Files.right(text), "C").stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
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
        var single = TextEdit.apply(DetailFields.write(Files.right(text), "C", "agency", ""), text);
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
                field(write(none, "C", 0, "signature.authorityOf", "Giám đốc"), "signature.authority")
                        .value());
    }

    @Test
    void invalidValuesAndUnknownDocumentsAreRefused() {
        assertThrows(RefusedException.class, () -> write("date", "mai"));
        assertThrows(RefusedException.class, () -> write("agency", "Sở Z"));
        assertThrows(RefusedException.class, () -> write("number", "mười"));
        assertThrows(RefusedException.class, () -> DetailFields.write(Files.right(TEXT), "Không", "date", "05/4/2026"));
    }

    @Test
    void emptyValueRemovesTheSetting() throws RefusedException {
        assertEquals(TEXT.replace("    trích yếu \"việc gì\"\n", ""), write("subject", ""));
    }

    @Test
    void checkedSettingIsRemovedWhenItIsUnchecked() throws RefusedException {
        for (var id : List.of("contactLine", "unpublished", "twoSided")) {
            assertEquals("", field(TEXT, id).value());
            var checked = write(id, "true");
            assertEquals("true", field(checked, id).value());
            assertEquals(TEXT, write(checked, "C", 0, id, ""));
        }
    }

    // Signatures

    private static final String JOINT = TEXT.replace("ban hành A ", "ban hành A, B ")
            .replace(
                    "An }\n",
                    "An }   // một\n    ký { chức vụ \"Giám đốc\" họ tên \"Trần Bình\" cơ quan B }   // hai\n");

    private static List<String> labels(String text, String element) {
        return SignatureFields.of(Files.right(text), element).stream()
                .map(Signed::label)
                .toList();
    }

    @Test
    void allSignaturesAreShown() {
        assertEquals(List.of("KT. Giám đốc – Giám đốc – Nguyễn Văn An", "Giám đốc – Trần Bình"), labels(JOINT, "C"));
        assertEquals("Sở B (B)", field(JOINT, "C", 1, "signature.agency").value());
        assertEquals(
                JOINT.indexOf("{ chức vụ \"Giám đốc\" họ tên"),
                SignatureFields.of(Files.right(JOINT), "C").get(1).offset());
    }

    @Test
    void eachSignatureIsWritten() throws RefusedException {
        assertEquals(
                JOINT.replace("\"Trần Bình\"", "\"Lê Hòa\""), write(JOINT, "C", 1, "signature.personName", "Lê Hòa"));
        assertEquals(JOINT.replace("KT.", "TL."), write(JOINT, "C", 0, "signature.authority", "TL."));
    }

    @Test
    void signaturesAreAddedMovedAndRemoved() throws RefusedException {
        var added = TextEdit.apply(SignatureFields.add(Files.right(JOINT), "C"), JOINT);
        assertEquals(
                List.of("KT. Giám đốc – Giám đốc – Nguyễn Văn An", "Giám đốc – Trần Bình", ""), labels(added, "C"));
        assertEquals(JOINT.replace("// hai\n", "// hai\n    ký { }\n"), added);
        assertEquals(JOINT, TextEdit.apply(SignatureFields.remove(Files.right(added), "C", 2), added));
        var moved = TextEdit.apply(SignatureFields.move(Files.right(JOINT), "C", 1, 0), JOINT);
        assertEquals(List.of("Giám đốc – Trần Bình", "KT. Giám đốc – Giám đốc – Nguyễn Văn An"), labels(moved, "C"));
        assertEquals(
                List.of("Giám đốc – Trần Bình"),
                labels(TextEdit.apply(SignatureFields.remove(Files.right(JOINT), "C", 0), JOINT), "C"));
        assertEquals(List.of(), SignatureFields.move(Files.right(JOINT), "C", 0, -1));
        assertEquals(List.of(), SignatureFields.remove(Files.right(JOINT), "C", 2));
    }

    // Forms

    private static final String FORM = """
            cơ quan A "Sở A" { địa danh "Hà Nội" người ký An "Nguyễn Văn An" chức vụ "Giám đốc" }
            mẫu biểu M "BIỂU" {
                đơn vị tính "đồng"
                cột t "T": chữ
                ký { chức vụ "Người lập biểu" hướng dẫn "Ký, ghi rõ họ tên" }
                ký { chức vụ "Thủ trưởng đơn vị" }
            }
            biểu F lập theo mẫu M {   // cuối dòng
                đơn vị lập A
                dòng { t "một" }
            }
            """;

    private static String form(String id, String value) throws RefusedException {
        return write(FORM, "F", 0, id, value);
    }

    @Test
    void formShowsItsDetailsAndThoseOfItsTemplate() {
        assertEquals(List.of("F"), DetailFields.elements(Files.right(FORM)));
        assertEquals("Sở A (A)", field(FORM, "F", 0, "form.agency").value());
        assertEquals("đồng", field(FORM, "F", 0, "form.measureUnit").implied());
        assertEquals("Hà Nội", field(FORM, "F", 0, "form.placeName").implied());
        assertEquals(List.of("Người lập biểu", "Thủ trưởng đơn vị"), labels(FORM, "F"));
        assertEquals(
                "Ký, ghi rõ họ tên",
                field(FORM, "F", 0, "signature.instruction").implied());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            form.period      | 2026             | kỳ 2026
            form.period      | Quý I năm 2026   | kỳ "Quý I năm 2026"
            form.measureUnit | triệu đồng       | đơn vị tính "triệu đồng"
            form.placeName   | Đà Nẵng          | địa danh "Đà Nẵng"
            form.date        | …/5/2026         | ngày …/5/2026
            """)
    void fieldOfFormIsWritten(String id, String value, String setting) throws RefusedException {
        var text = form(id, value);
        assertEquals(FORM.replace("lập A", "lập A " + setting).replaceAll("\\s+", " "), text.replaceAll("\\s+", " "));
        assertEquals(value, field(text, "F", 0, id).value());
        assertEquals(FORM, write(text, "F", 0, id, ""));
    }

    @Test
    void unitOfFormIsAnAgencyOrAName() throws RefusedException {
        var named = form("form.unitName", "Phòng Kế hoạch");
        assertEquals(FORM.replace("lập A", "lập \"Phòng Kế hoạch\""), named);
        assertEquals(FORM, write(named, "F", 0, "form.agency", "Sở A (A)"));
    }

    @Test
    void signatureOfAFormFillsTheBlockAtItsIndex() throws RefusedException {
        var text = form("signature.signer", "Nguyễn Văn An (An)");
        assertEquals(
                FORM.replace("lập A", "lập A ký { người ký An }").replaceAll("\\s+", " "),
                text.replaceAll("\\s+", " "));
        var second = write(FORM, "F", 1, "signature.personName", "Lê Hòa");
        assertEquals("", field(second, "F", 0, "signature.personName").value());
        assertEquals("Lê Hòa", field(second, "F", 1, "signature.personName").value());
        // Without its agency, the form has no signer but a name.
        var detached = write(text, "F", 0, "form.agency", "");
        assertEquals(
                "Nguyễn Văn An", field(detached, "F", 0, "signature.personName").value());
    }

    @Test
    void invalidValuesOfFormsAreRefused() {
        assertThrows(RefusedException.class, () -> form("form.date", "mai"));
        assertThrows(RefusedException.class, () -> form("form.agency", "Sở Z"));
        assertThrows(RefusedException.class, () -> form("signature.signer", "Ai đó"));
    }

    // Names that cannot be resolved

    @Test
    void unknownNameIsShownAsItIsWrittenAndKept() throws RefusedException {
        var text = TEXT.replace("ban hành A ", "ban hành A, Z ")
                .replace("\"Các sở\", B", "Y, B")
                .replace("căn cứ [K]", "căn cứ [X]")
                .replace("người ký An }", "người ký Ai }");
        var file = Files.any(text);
        assertEquals("Z", shown(file, "jointAgencies"));
        assertEquals("Y\nSở B (B)", shown(file, "addressees"));
        assertEquals("[X]", shown(file, "bases"));
        assertTrue(SignatureFields.of(file, "C").getFirst().fields().stream()
                .anyMatch(field ->
                        field.id().equals("signature.signer") && field.value().equals("Ai")));
        var lines = "Y\nSở B (B)\nHội C";
        var edited = TextEdit.apply(DetailFields.write(file, "C", "addressees", lines), text);
        assertTrue(edited.contains("kính gửi Y, B"), edited);
        assertEquals(lines, shown(Files.any(edited), "addressees"));
        assertEquals(
                text.replace("05/4/2026", "06/4/2026"),
                TextEdit.apply(DetailFields.write(file, "C", "date", "06/4/2026"), text));
        assertEquals(
                text.replace("KT.", "TL."),
                TextEdit.apply(SignatureFields.write(file, "C", 0, "signature.authority", "TL."), text));
        assertThrows(RefusedException.class, () -> DetailFields.write(file, "C", "jointAgencies", "Z\nSở B (B)"));
    }

    private static String shown(XtextResource file, String id) {
        return DetailFields.of(file, "C").stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
