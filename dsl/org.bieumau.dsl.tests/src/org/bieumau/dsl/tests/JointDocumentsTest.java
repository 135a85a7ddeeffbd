/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Document;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;

/** Tests documents that several agencies issue together. */
class JointDocumentsTest {

    private static final String AGENCIES = """
            cơ quan Tỉnh "Ủy ban nhân dân tỉnh X" { tên trên văn bản "UBND TỈNH X" viết tắt "UBND" địa danh "X" }
            cơ quan A "Sở Tài chính" { viết tắt "STC" địa danh "X" trực thuộc Tỉnh người ký An "An" chức vụ "Giám đốc" }
            cơ quan B "Sở Nội vụ" { viết tắt "SNV" địa danh "X" trực thuộc Tỉnh người ký Ba "Ba" chức vụ "Giám đốc" }
            cơ quan C "Hội Luật gia" { viết tắt "HLG" địa danh "X" }
            """;

    private static String plan(String agencies, String signatures, String more) {
        return AGENCIES + """
                kế hoạch K {
                    cơ quan ban hành %s   số 5   ngày 12/3/2026   trích yếu "x"   %s
                    nội dung '''
                        Y.
                    '''
                    nơi nhận { "Z" lưu VT }
                    %s
                }
                """.formatted(agencies, more, signatures);
    }

    private static List<SideBySide> sides(String text, String profile) throws Exception {
        var resource = Bieu.resource(text);
        assertEquals(List.of(), resource.getErrors());
        var document = EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Document.class)
                .getFirst();
        var sides = new ArrayList<SideBySide>();
        try (var blocks = Layout.of(
                        document, Registry.installed().profile(profile).orElseThrow())
                .open()) {
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof SideBySide each) {
                    sides.add(each);
                }
            }
        }
        return sides;
    }

    private static List<String> head(String text, Component... components) throws Exception {
        return sides(text, "nd30").getFirst().rows().stream()
                .flatMap(row -> row.columns().getFirst().stream())
                .filter(item -> item instanceof Paragraph paragraph
                        && List.of(components).contains(paragraph.component()))
                .map(JointDocumentsTest::text)
                .toList();
    }

    private static List<String> foot(String text) throws Exception {
        return sides(text, "nd30").getLast().rows().stream()
                .map(row -> String.join(
                        " | ",
                        row.columns().stream()
                                .map(items -> String.join(
                                        " / ",
                                        items.stream()
                                                .filter(Paragraph.class::isInstance)
                                                .map(JointDocumentsTest::text)
                                                .toList()))
                                .toList()))
                .toList();
    }

    private static String text(SideItem item) {
        return ((Paragraph) item).text().replace('\u00A0', ' ');
    }

    @Test
    void letterheadAndSymbolNameAllAgencies() throws Exception {
        assertEquals(
                List.of("UBND TỈNH X", "SỞ TÀI CHÍNH - SỞ NỘI VỤ", "Số: 05/KH-STC-SNV"),
                head(plan("A, B", "", ""), Component.SUPERIOR, Component.ISSUER, Component.NUMBER_SYMBOL));
    }

    @Test
    void agenciesOfDifferentSuperiorsArePrintedBelowTheirOwn() throws Exception {
        assertEquals(
                List.of("UBND TỈNH X", "SỞ TÀI CHÍNH -", "HỘI LUẬT GIA"),
                head(plan("A, C", "", ""), Component.SUPERIOR, Component.ISSUER));
    }

    @Test
    void leadingAgencySignsOnTheRight() throws Exception {
        assertEquals(
                List.of(
                        "GIÁM ĐỐC SỞ NỘI VỤ | KT. GIÁM ĐỐC SỞ TÀI CHÍNH / PHÓ GIÁM ĐỐC",
                        "Ba | Bình",
                        "Nơi nhận: / - Z; / - Lưu: VT. | "),
                foot(plan(
                        "A, B",
                        "ký { quyền hạn KT. \"Giám đốc\" chức vụ \"Phó Giám đốc\" họ tên \"Bình\" } ký { người ký Ba }",
                        "")));
    }

    @Test
    void threeSignaturesAreInOneRow() throws Exception {
        assertEquals(
                List.of(
                        "CHỦ TỊCH HỘI LUẬT GIA | GIÁM ĐỐC SỞ NỘI VỤ | GIÁM ĐỐC SỞ TÀI CHÍNH",
                        "Cúc | Ba | An",
                        "Nơi nhận: / - Z; / - Lưu: VT. | "),
                foot(plan(
                        "A, B, C",
                        "ký { người ký An } ký { người ký Ba } ký { chức vụ \"Chủ tịch\" họ tên \"Cúc\" }",
                        "")));
    }

    @Test
    void bodyIsNotNamedTwice() throws Exception {
        assertEquals(
                "TM. BAN CHẤP HÀNH / CHỦ TỊCH | GIÁM ĐỐC SỞ TÀI CHÍNH",
                foot(plan(
                                "A, C",
                                "ký { chức vụ \"Giám đốc Sở Tài chính\" họ tên \"An\" } "
                                        + "ký { quyền hạn TM. \"Ban Chấp hành\" chức vụ \"Chủ tịch\" họ tên \"Cúc\" }",
                                ""))
                        .getFirst());
        assertEquals(
                "GIÁM ĐỐC SỞ NỘI VỤ | GIÁM ĐỐC SỞ TÀI CHÍNH",
                foot(plan("B, A", "ký { chức vụ \"Giám đốc\" cơ quan A } ký { chức vụ \"Giám đốc\" cơ quan B }", ""))
                        .getFirst());
    }

    @Test
    void partySymbolJoinsTheBodies() throws Exception {
        var head = sides(plan("A, B", "", ""), "hd05").getFirst();
        assertEquals(
                List.of("UBND TỈNH X", "SỞ TÀI CHÍNH - SỞ NỘI VỤ", "*", "Số 05-KH/STC-SNV"),
                head.rows().stream()
                        .flatMap(row -> row.columns().getFirst().stream())
                        .filter(Paragraph.class::isInstance)
                        .map(JointDocumentsTest::text)
                        .toList());
    }

    @Test
    void symbolOfAJointDocumentIsChecked() {
        assertEquals(List.of(), codes(plan("A, B", "", "ký hiệu \"/KHLT-STC-SNV\"")));
        assertEquals(List.of("SYMBOL-AGENCY"), codes(plan("A, B", "", "ký hiệu \"/KH-STC\"")));
        assertEquals(List.of("SYMBOL-TYPE"), codes(plan("A", "", "ký hiệu \"/KHLT-STC\"")));
    }

    private static List<String> codes(String text) {
        return Bieu.issues(Bieu.resource(text)).stream()
                .map(Issue::getCode)
                .filter(code -> code.startsWith("SYMBOL"))
                .toList();
    }
}
