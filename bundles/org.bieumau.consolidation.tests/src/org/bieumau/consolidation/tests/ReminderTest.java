/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.internal.resolved.CellTexts;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Addressee;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReminderTest {

    private static final String AGENCY = """
            cơ quan SLĐ "Sở Lao động - Thương binh và Xã hội" {
                viết tắt "SLĐTBXH"
                địa danh "Quảng Trị"
                người ký An "Nguyễn Văn An" chức vụ "Giám đốc"
            }
            """;

    @TempDir
    private Path folder;

    private Office office(String settings) throws Exception {
        return new Office(folder, AGENCY + Office.UNITS + Office.GIVEN.formatted(""))
                .says("cơ quan tổng hợp SLĐ\n" + settings);
    }

    private static Document letter(BieuFile file) {
        assertEquals(
                List.of(),
                file.problems().stream().filter(problem -> problem.isError()).toList());
        return file.element(Document.class, "D_ĐônĐốc").orElseThrow();
    }

    @Test
    void unitsThatSentNothingReadableAreAddressed() throws Exception {
        var office = office("hạn nộp 15/12/2022");
        office.receive("a.docx", "UBND xã Tân Thủy", Office.rows(1, 1, 1, 1, 0, 0, 1, 1));
        office.receive("b.docx", "UBND xã Hòa Bình", Office.rows(1, 1, 1, 1, 0, 0, 1, 1));
        Files.writeString(office.returns.resolve("UBND phường An Thới.docx"), "hỏng");

        var letter = letter(new BieuReader().read(office.letter(false)));

        assertEquals(
                List.of("UBND phường An Thới", "UBND xã Vĩnh An"),
                letter.getAddressees().stream()
                        .map(each -> ((Addressee) each).getText())
                        .toList());
        var text = Office.text(letter);
        assertTrue(text.contains("2/4 đơn vị đã gửi"), text);
        assertTrue(text.contains("15/12/2022"), text);
        assertEquals("SLĐ", letter.getAgency().getName());
        assertEquals("…/12/2022", letter.getDate().toString());
        assertEquals("An", letter.getSignatures().getFirst().getSigner().getName());
    }

    @Test
    void eachUnitGetsALetterOfItsOwn() throws Exception {
        var office = office("");
        office.receive("a.docx", "UBND xã Tân Thủy", Office.rows(1, 1, 1, 1, 0, 0, 1, 1));

        var file = new BieuReader().read(office.letter(true));
        var rows = letter(file).getRows();

        assertEquals(
                List.of("UBND xã Hòa Bình", "UBND phường An Thới", "UBND xã Vĩnh An"),
                rows.getEntries().stream()
                        .map(entry -> CellTexts.text(entry, "đơnVị"))
                        .toList());
    }

    @Test
    void manyUnitsAreListedInAForm() throws Exception {
        var units = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> "xã%d \"UBND xã số %d\"".formatted(i, i))
                .collect(Collectors.joining("\n", "danh mục Xã {\n", "\n}\n"));
        var office = new Office(folder, AGENCY + units + Office.GIVEN.formatted("")).says("cơ quan tổng hợp SLĐ");

        var file = new BieuReader().read(office.letter(false));
        var letter = letter(file);

        assertEquals(1, letter.getAddressees().size());
        var list = file.element(Form.class, "D_ChưaNộp").orElseThrow();
        assertEquals(11, list.getEntries().size());
        assertEquals(
                List.of(list),
                ResolvedDocument.of(letter).attachments().stream()
                        .map(each -> each.getElement())
                        .toList());
    }

    @Test
    void templateOfTheCampaignGetsItsFacts() throws Exception {
        var office = new Office(folder, AGENCY + Office.UNITS + Office.GIVEN.formatted("") + """
                mẫu văn bản Nhắc(kỳ: năm, chưaNộp: nhiều đoạn, lờiKết: chữ = "Trân trọng."): công văn {
                    cơ quan ban hành SLĐ
                    trích yếu '''nhắc nộp biểu năm {kỳ}'''
                    nội dung '''
                        Các đơn vị sau chưa nộp:
                        {chưaNộp}
                        {lờiKết}
                    '''
                }
                """)
                .says("kỳ 2022\nđôn đốc theo mẫu Nhắc");
        office.receive("a.docx", "UBND xã Tân Thủy", Office.rows(1, 1, 1, 1, 0, 0, 1, 1));

        var text = Office.text(letter(new BieuReader().read(office.letter(false))));

        assertTrue(text.contains("nhắc nộp biểu năm 2022"), text);
        assertTrue(text.contains("UBND xã Hòa Bình;") && text.contains("UBND xã Vĩnh An."), text);
        assertFalse(text.contains("Tân Thủy"), text);
    }

    @Test
    void letterWithoutAnAgencyIsRefused() throws Exception {
        var office = Office.withPrintedRows(folder);

        var problem =
                assertThrows(ProblemException.class, () -> office.letter(false)).problem();

        assertEquals("CAMPAIGN-AGENCY", problem.code());
    }
}
