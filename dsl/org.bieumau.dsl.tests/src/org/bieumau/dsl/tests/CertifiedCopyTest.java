/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests copies that are certified and issued: what they print under each regime, and their problems. */
class CertifiedCopyTest {

    private static final String TEXT = """
            cơ quan UBND "Ủy ban nhân dân tỉnh A" { viết tắt "UBND" }
            cơ quan S "Sở B" {
                trực thuộc UBND
                viết tắt "SB"
                địa danh "A"
                thể thức "%s"
                người ký Hoa "Trần Thị Hoa" chức vụ "Chánh Văn phòng" (hiệu lực từ 01/3/2022)
            }
            thông báo K {
                cơ quan ban hành S
                số 5
                ngày %s
                trích yếu "việc"
                nội dung '''
                    Một câu.
                '''
                nơi nhận { "Các phòng" lưu VT }
                ký { chức vụ "Giám đốc" họ tên "An" }
                %s
            }
            """;

    private static final String WHOLE =
            "cơ quan sao S số 7 ngày 05/4/2022 nơi nhận { \"C\" lưu VT } ký { quyền hạn TL. \"Giám đốc\" người ký Hoa }";

    private static String text(String profile, String date, String copy) {
        return TEXT.formatted(profile, date, copy);
    }

    /** Returns the texts after the line across the page. */
    private static List<String> copy(String text) throws IOException {
        var resource = Bieu.resource(text);
        var document = (Document)
                ((Library) resource.getContents().getFirst()).getElements().getLast();
        var profile =
                ResolvedDocument.of(document).profile(Registry.installed()).orElseThrow();
        List<String> texts = null;
        try (var blocks = Layout.of(document, profile).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Line line && line.length() == 165) {
                    texts = new ArrayList<>();
                } else if (texts != null && block instanceof Block.SideBySide sides) {
                    for (var row : sides.rows()) {
                        for (var column : row.columns()) {
                            for (var item : column) {
                                if (item instanceof Block.Paragraph paragraph) {
                                    texts.add(paragraph.text().replace('\u00A0', ' '));
                                }
                            }
                        }
                    }
                }
            }
        }
        return texts == null ? List.of() : texts;
    }

    private static List<String> codes(String text) {
        return Bieu.issues(Bieu.resource(text)).stream()
                .map(issue -> issue.getCode())
                .filter(code -> code.startsWith("COPY") || code.equals("VALIDITY"))
                .toList();
    }

    /** ND30, Phụ lục III, mẫu 3.1 and mục I. */
    @ParameterizedTest
    @CsvSource({"sao y, SAO Y, SY", "sao lục, SAO LỤC, SL", "trích sao, TRÍCH SAO, TrS"})
    void copyHasTheFormAndTheCodeOfItsKind(String kind, String form, String code) throws IOException {
        assertEquals(
                List.of(
                        "SỞ B",
                        form,
                        "Số: 07/" + code + "-SB",
                        "A, ngày 05 tháng 4 năm 2022",
                        "Nơi nhận:",
                        "- C;",
                        "- Lưu: VT.",
                        "TL. GIÁM ĐỐC",
                        "CHÁNH VĂN PHÒNG",
                        "Trần Thị Hoa"),
                copy(text("nd30", "01/02/2022", kind + " { " + WHOLE + " }")));
    }

    @Test
    void numberThatIsNotAssignedYetLeavesAGap() throws IOException {
        assertEquals(
                "Số:       /SY-SB",
                copy(text("nd30", "01/02/2022", "sao y { cơ quan sao S số … }")).get(2));
    }

    /** HD 36, II.3.3: the code is BS for all kinds; the parts are those of a document. */
    @Test
    void copyOfThePartyHasTheCodeOfAllKinds() throws IOException {
        assertEquals(
                List.of(
                        "ỦY BAN NHÂN DÂN TỈNH A",
                        "SỞ B",
                        "*",
                        "TRÍCH SAO",
                        "Số 07-BS/SB",
                        "A, ngày 05 tháng 4 năm 2022"),
                copy(text("đảng", "01/02/2022", "trích sao { " + WHOLE + " }")).subList(0, 6));
    }

    @Test
    void electronicCopyPrintsNothingBelowTheDocument() throws IOException {
        assertEquals(
                List.of(),
                copy(text("nd30", "01/02/2022", "sao y { cơ quan sao S ký số \"05/4/2022 08:30:00 +07:00\" }")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nd30 | 01/02/2022 | sao y { cơ quan sao S số 7 ngày 05/4/2022 nơi nhận { lưu VT } ký { người ký Hoa } } |
            nd30 | 01/02/2022 | sao y { cơ quan sao S ngày 05/4/2022 nơi nhận { lưu VT } }        | COPY-PART
            nd30 | 01/02/2022 | sao y { cơ quan sao S ngày 05/02/2022 nơi nhận { lưu VT } ký { người ký Hoa } } | VALIDITY
            nd30 | 01/02/2022 | sao y { cơ quan sao S ký số "05/4/2022 08:30:00 +07:00" }         |
            nd30 | 01/02/2022 | sao y { cơ quan sao S ký số "…" }                                 |
            nd30 | 01/02/2022 | sao y { cơ quan sao S ký số "31/4/2022 08:30:00 +07:00" }         | COPY-TIME
            nd30 | 01/02/2022 | sao y { cơ quan sao S ký số "05/4/2022 24:30:00 +07:00" }         | COPY-TIME
            nd30 | 01/02/2022 | sao y { cơ quan sao S ký số "05/4/2022" }                         | COPY-TIME
            nd30 | 01/02/2022 | sao y { ký số "05/4/2022 08:30:00 +07:00" }                       | COPY-PART
            nd30 | 01/02/2022 | sao y { cơ quan sao S số 7 ký số "05/4/2022 08:30:00 +07:00" }    | COPY-UNPRINTED
            nd30 | 01/02/2022 | ký { bản sao họ tên "B" }                                         | COPY-FORM
            đảng | 01/02/2022 | ký { bản sao họ tên "B" }                                         | COPY-FORM
            đảng | 01/02/2022 | sao y { cơ quan sao S ký số "05/4/2022 08:30:00 +07:00" }         | COPY-ELECTRONIC
            đảng | 01/6/2026  | ký { bản sao họ tên "B" }                                         |
            đảng | 01/6/2026  | sao y { cơ quan sao S }                                           | COPY-STAMP
            đảng | 01/02/2022 | sao y { cơ quan sao S ngày 05/6/2026 nơi nhận { lưu VT } ký { người ký Hoa } } | COPY-REGIME
            """)
    void copiesThatCannotBePrintedOrLackAPartAreReported(String profile, String date, String copy, String expected) {
        assertEquals(expected == null ? List.of() : List.of(expected), codes(text(profile, date, copy)));
    }
}
