/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which guideline of the Party a document follows, and the types and symbols of the Party. */
class PartyRegimeTest {

    private static final String LETTER = """
            cơ quan TU "Thành uỷ" { viết tắt "TU" địa danh "Huế" thể thức "%s" }
            %s K {
                cơ quan ban hành TU
                số 5
                %s
                trích yếu "công tác cán bộ"
                kính gửi "Các chi bộ"
                nội dung '''
                    Một câu.
                '''
                nơi nhận { "Như trên" lưu VP }
                ký { quyền hạn TM. "Ban Thường vụ" chức vụ "Bí thư" họ tên "An" }
            }
            """;

    private static XtextResource resource(String profile, String type, String settings) {
        return Bieu.resource(LETTER.formatted(profile, type, settings));
    }

    private static Document document(XtextResource resource) {
        return (Document)
                ((Library) resource.getContents().getFirst()).getElements().getLast();
    }

    private static LayoutProfile profile(Document document) {
        return ResolvedDocument.of(document).profile(Registry.installed()).orElseThrow();
    }

    private static List<String> texts(Document document, Component component) throws IOException {
        var texts = new ArrayList<String>();
        try (var blocks = Layout.of(document, profile(document)).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                switch (block) {
                    case Block.Paragraph paragraph -> add(paragraph, component, texts);
                    case Block.PageEnd end -> end.paragraphs().forEach(each -> add(each, component, texts));
                    case Block.SideBySide sides ->
                        sides.rows().stream()
                                .flatMap(row -> row.columns().stream())
                                .flatMap(List::stream)
                                .filter(Block.Paragraph.class::isInstance)
                                .forEach(each -> add((Block.Paragraph) each, component, texts));
                    default -> {}
                }
            }
        }
        return texts;
    }

    private static void add(Block.Paragraph paragraph, Component component, List<String> texts) {
        if (paragraph.component() == component) {
            texts.add(paragraph.text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "đảng, ngày 26/5/2026, hd36",
        "đảng, ngày 27/5/2026, hd05",
        "đảng, ngày 01/01/2010, hd36",
        "hd36, ngày 01/6/2026, hd05",
        "hd05, ngày 11/01/2021, hd36",
        "đảng, '', hd05",
        "hd36, '', hd05",
        "đảng, ngày …/5/2026, hd05",
        "đảng, ngày …/4/2026, hd36",
        "nd30, ngày 01/6/2026, nd30"
    })
    void documentFollowsTheGuidelineOfItsDay(String written, String date, String expected) {
        assertEquals(
                expected, profile(document(resource(written, "công văn", date))).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nd30 | Luật Đo lường | Căn cứ Luật Đo lường;",
                "nd30 | Theo đề nghị của Chánh Văn phòng | Theo đề nghị của Chánh Văn phòng;",
                "nd30 | theo đề nghị của Chánh Văn phòng | Theo đề nghị của Chánh Văn phòng;",
                "nd30 | Xét Tờ trình số 5/TTr-VP | Xét Tờ trình số 5/TTr-VP;",
                "nd30 | đề nghị của Chánh Văn phòng | Căn cứ đề nghị của Chánh Văn phòng;",
                "nd30 | xét nghiệm | Căn cứ xét nghiệm;",
                "hd36 | Theo đề nghị của Chánh Văn phòng | Theo đề nghị của Chánh Văn phòng,",
                "hd05 | Theo đề nghị của Chánh Văn phòng | - Theo đề nghị của Chánh Văn phòng.",
                "hd05 | Điều lệ Đảng | - Căn cứ Điều lệ Đảng."
            })
    void basisMayBeginWithItsOwnWords(String profile, String basis, String printed) throws IOException {
        var date = profile.equals("hd05") ? "ngày 01/6/2026" : "ngày 01/6/2024";
        var document = document(resource(profile, "kế hoạch", date + " căn cứ \"" + basis + "\""));
        var texts = texts(document, Component.BASIS);
        assertEquals(printed, String.join("\n", texts).replace('\u00A0', ' '));
    }

    /** The types of Quy định 399-QĐ/TW, Điều 5–7; without an abbreviation, the symbol has none. */
    @ParameterizedTest
    @CsvSource({
        "cương lĩnh chính trị, -, -",
        "điều lệ Đảng, -, -",
        "chiến lược, CL, CL",
        "nghị quyết, NQ, NQ",
        "quyết định, QĐ, QĐ",
        "chỉ thị, CT, CT",
        "kết luận, KL, KL",
        "quy chế, QC, QC",
        "quy định, QĐi, QĐ",
        "thông tri, TT, TT",
        "hướng dẫn, HD, HD",
        "thông báo, TB, TB",
        "thông cáo, TC, TC",
        "tuyên bố, TB, TB",
        "lời kêu gọi, LKG, LKG",
        "báo cáo, BC, BC",
        "kế hoạch, KH, KH",
        "quy hoạch, QH, QH",
        "chương trình, CTr, CTr",
        "đề án, ĐA, ĐA",
        "phương án, PA, PA",
        "dự án, DA, DA",
        "tờ trình, TTr, TTr",
        "công văn, CV, CV",
        "biên bản, BB, BB",
        "giấy giới thiệu, -, -",
        "giấy chứng nhận, -, -",
        "giấy đi đường, -, -",
        "giấy nghỉ phép, -, -",
        "giấy mời, -, -",
        "phiếu chuyển, -, -",
        "phiếu gửi, -, -",
        "thư công, -, -"
    })
    void everyTypeOfThePartyHasItsNameAndSymbol(String type, String before, String since) throws IOException {
        for (var day : List.of("ngày 26/5/2026", "ngày 27/5/2026")) {
            var resource = resource("đảng", type, day);
            assertTrue(resource.getErrors().isEmpty(), resource.getErrors()::toString);
            var code = day.contains("26/5") ? before : since;
            assertEquals(
                    List.of(code.equals("-") ? "Số 05/TU" : "Số 05-" + code + "/TU"),
                    texts(document(resource), Component.NUMBER_SYMBOL));
            assertEquals(
                    type.equals("công văn") ? List.of() : List.of(type.toUpperCase(Locale.of("vi"))),
                    texts(document(resource), Component.TYPE_NAME));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QĐi/TU, ngày 26/5/2026, ''",
        "QĐ/TU, ngày 26/5/2026, ''",
        "QĐ/TU, ngày 27/5/2026, ''",
        "QĐi/TU, ngày 27/5/2026, SYMBOL-TYPE",
        "QyĐ/TU, ngày 26/5/2026, SYMBOL-TYPE"
    })
    void symbolHasACodeOfTheGuideline(String symbol, String date, String problem) {
        var issues = Bieu.issues(resource("đảng", "quy định", date + " ký hiệu \"-" + symbol + "\""));
        assertEquals(
                problem.isEmpty() ? List.of() : List.of(problem),
                issues.stream().map(issue -> issue.getCode()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Thông tri số 12-TT/TW",
        "Chiến lược số 3-CL/TW",
        "Tuyên bố số 02-TB/TW",
        "Lời kêu gọi số 01-LKG/TW",
        "Quy hoạch số 04-QH/TU",
        "Quy định số 37-QĐ/TW",
        "Quy định số 08-QĐi/TW",
        "Công văn số 3294-CV/VPTW/nb"
    })
    void citedTypesOfThePartyAreKnown(String cited) {
        var text = LETTER.formatted("đảng", "công văn", "ngày 01/6/2026").replace("Một câu.", "Theo " + cited + ".");
        assertEquals(List.of(), Bieu.issues(Bieu.resource(text)));
    }

    @ParameterizedTest
    @CsvSource({"ngày 26/5/2026, Công tác cán bộ", "ngày 27/5/2026, về việc công tác cán bộ"})
    void subjectOfALetterHasTheFormOfTheGuideline(String date, String expected) throws IOException {
        assertEquals(List.of(expected), texts(document(resource("đảng", "công văn", date)), Component.LETTER_SUBJECT));
    }

    @Test
    void labelThatIsPrintedMustNotBeWritten() {
        var text = LETTER.formatted("đảng", "công văn", "ngày 01/6/2026").replace("\"công tác", "\"về việc công tác");
        assertEquals(
                List.of("SUBJECT-LABEL"),
                Bieu.issues(Bieu.resource(text)).stream()
                        .map(issue -> issue.getCode())
                        .toList());
    }

    /** The decree has neither, but what the author writes is printed. */
    @Test
    void draftAndNoteArePrintedUnderTheDecree() throws IOException {
        var document = document(resource("nd30", "tờ trình", "ngày 01/6/2026 dự thảo lần 3 không phổ biến"));
        assertEquals(List.of("Dự thảo lần 3"), texts(document, Component.DRAFT_NOTE));
        assertEquals(
                List.of("Không phổ biến trên phương tiện thông tin đại chúng"),
                texts(document, Component.PUBLICATION_NOTE));
    }

    @Test
    void settingsOfTheTemplateApply() throws IOException {
        var resource = Bieu.resource("""
                cơ quan TU "Thành uỷ" { viết tắt "TU" địa danh "Huế" thể thức "đảng" }
                mẫu văn bản M: tờ trình { cơ quan ban hành TU dự thảo lần 2 không phổ biến in hai mặt }
                tờ trình K theo mẫu M { ngày 01/6/2026 trích yếu "a" }
                """);
        var document = document(resource);
        assertEquals(List.of("Dự thảo lần 2"), texts(document, Component.DRAFT_NOTE));
        assertEquals(1, texts(document, Component.PUBLICATION_NOTE).size());
        try (var blocks = Layout.of(document, profile(document)).open()) {
            var page = ((Block.PageStart) blocks.next()).page();
            assertEquals(30, page.left(1));
            assertEquals(15, page.left(2));
        }
    }

    /** Returns the component and text of each line of the foot, row by row, without the recipients. */
    private static List<String> signatures(Document document) throws IOException {
        var lines = new ArrayList<String>();
        try (var blocks = Layout.of(document, profile(document)).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.SideBySide sides) {
                    sides.rows().stream()
                            .flatMap(row -> row.columns().stream())
                            .flatMap(List::stream)
                            .filter(Block.Paragraph.class::isInstance)
                            .map(Block.Paragraph.class::cast)
                            .filter(each -> each.component().name().matches("POSITION.*|CONFIRMATION|SIGNER"))
                            .forEach(each -> lines.add(each.component() + " " + each.text()));
                }
            }
        }
        return lines;
    }

    private static Document signed(String signatures) {
        return document(Bieu.resource("""
                cơ quan TU "Thành uỷ" { viết tắt "TU" địa danh "Huế" thể thức "đảng" }
                biên bản K {
                    cơ quan ban hành TU
                    ngày 01/6/2026
                    trích yếu "họp"
                    nội dung '''
                        Một câu.
                    '''
                    nơi nhận { lưu VP }
                    %s
                }
                """.formatted(signatures)));
    }

    /** HD 05, p. 20–22: the positions are bold, the word between them is plain and in lower case. */
    @Test
    void signerWithTwoPositionsHasThreeLines() throws IOException {
        var document = signed("ký { chức vụ \"Bí thư\" kiêm \"Trưởng Ban Chỉ đạo\" họ tên \"An\" }");
        assertEquals(
                List.of("POSITION BÍ THƯ", "POSITION_CONNECTIVE kiêm", "POSITION TRƯỞNG BAN CHỈ ĐẠO", "SIGNER An"),
                signatures(document));
        var layout = Layout.of(document, profile(document));
        assertTrue(layout.style(Component.POSITION).bold());
        var connective = layout.style(Component.POSITION_CONNECTIVE);
        assertTrue(!connective.bold() && !connective.italic() && !connective.capitals());
        assertEquals(
                List.of(
                        "POSITION T/M BAN THƯỜNG VỤ",
                        "POSITION_BELOW_AUTHORITY PHÓ BÍ THƯ",
                        "POSITION_CONNECTIVE kiêm",
                        "POSITION_BELOW_AUTHORITY CHỦ NHIỆM",
                        "SIGNER An"),
                signatures(signed("ký { quyền hạn TM. \"Ban Thường vụ\" chức vụ \"Phó Bí thư\" kiêm \"Chủ nhiệm\""
                                + " họ tên \"An\" }"))
                        .stream()
                        .map(line -> line.replace('\u00A0', ' '))
                        .toList());
    }

    /** HD 05, p. 15–16: the signatures of minutes without a seal are confirmed below them. */
    @Test
    void signatureOfMinutesIsConfirmedBelow() throws IOException {
        var document = signed("""
                ký { chức vụ "Người ghi biên bản" họ tên "Dung" }
                ký { chức vụ "Chủ trì hội nghị" họ tên "Cường" }
                ký { xác nhận "Cường" quyền hạn TL. "Ban Thường vụ" chức vụ "Chánh Văn phòng" họ tên "Hoa" }
                """);
        assertEquals(
                List.of(
                        "POSITION NGƯỜI GHI BIÊN BẢN",
                        "POSITION CHỦ TRÌ HỘI NGHỊ",
                        "SIGNER Dung",
                        "SIGNER Cường",
                        "CONFIRMATION Xác nhận chữ ký của đồng chí Cường",
                        "POSITION T/L BAN THƯỜNG VỤ",
                        "POSITION_BELOW_AUTHORITY CHÁNH VĂN PHÒNG",
                        "SIGNER Hoa"),
                signatures(document).stream()
                        .map(line -> line.replace('\u00A0', ' '))
                        .toList());
    }

    /** HD 05, p. 26: a line across the page, the words on the left, the signature of the copier on the right. */
    @Test
    void copyIsCertifiedBelowALineAcrossThePage() throws IOException {
        var document = signed("""
                ký { chức vụ "Bí thư" họ tên "An" }
                ký { bản sao quyền hạn TL. "Ban Thường vụ" chức vụ "Chánh Văn phòng" họ tên "Hoa" }
                """);
        var lines = new ArrayList<Double>();
        try (var blocks = Layout.of(document, profile(document)).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Line line && line.length() > 0) {
                    lines.add(line.length());
                }
            }
        }
        assertEquals(List.of(165.0), lines);
        assertEquals(List.of("Bản sao văn bản"), texts(document, Component.COPY_LABEL));
        assertEquals(List.of("An", "Hoa"), texts(document, Component.SIGNER));
    }

    @ParameterizedTest
    @CsvSource({"nd30, ngày 01/6/2026, COPY-FORM", "đảng, ngày 26/5/2026, COPY-FORM", "đảng, ngày 27/5/2026, ''"})
    void copyOfAnotherFormIsReported(String profile, String date, String expected) {
        var text = LETTER.formatted(profile, "kế hoạch", date).replace("họ tên \"An\" }", "họ tên \"An\" bản sao }");
        var codes = Bieu.issues(Bieu.resource(text)).stream()
                .map(issue -> issue.getCode())
                .filter(code -> code.startsWith("COPY"))
                .toList();
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), codes);
    }
}
