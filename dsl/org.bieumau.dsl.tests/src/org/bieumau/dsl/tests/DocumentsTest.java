/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Citation;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.TableRow;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the layout of documents, from their text to the blocks on their pages. */
class DocumentsTest {

    private static final String END = " nơi nhận { \"A\" lưu VT } ký { chức vụ \"Giám đốc\" họ tên \"B\" } }\n";
    private static final String SCORES = """
            mẫu biểu Điểm "ĐIỂM" { cột tên "Tên": chữ, bắt buộc  cột tiền "Tiền": số tiền  cột có "Có": đánh dấu }
            biểu Điểm2021 lập theo mẫu Điểm { kỳ 2021
                dòng "An" { tiền 1.500.000 có X }
                dòng "Bình" { tiền 500.000 }
            }
            """;

    private static List<Block> blocks(String text) {
        var resource = Bieu.resource(Bieu.TEMPLATE + text);
        var problems = Bieu.issues(resource);
        assertTrue(
                problems.stream()
                        .allMatch(issue -> issue.getCode() != null
                                && !issue.getCode().startsWith("EXPRESSION")
                                && !issue.getCode().contains("yntax")),
                problems::toString);
        var library = resource.getContents().get(0);
        var documents = EcoreUtil2.getAllContentsOfType(library, Document.class).stream()
                .filter(each -> each.getName() != null)
                .toList();
        return blocks(documents.getLast());
    }

    private static List<Block> blocks(LibraryElement element) {
        var blocks = new ArrayList<Block>();
        try (var pass = Layout.of(element, Registry.installed().profile("nd30").orElseThrow())
                .open()) {
            for (var block = pass.next(); block != null; block = pass.next()) {
                blocks.add(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return blocks;
    }

    private static List<Paragraph> paragraphs(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> switch (block) {
                    case Paragraph paragraph -> Stream.of(paragraph);
                    case SideBySide sides ->
                        sides.rows().stream()
                                .flatMap(row -> row.columns().stream())
                                .flatMap(List::stream)
                                .filter(Paragraph.class::isInstance)
                                .map(Paragraph.class::cast);
                    default -> Stream.<Paragraph>empty();
                })
                .toList();
    }

    private static List<String> texts(List<Block> blocks, Component component) {
        return paragraphs(blocks).stream()
                .filter(paragraph -> paragraph.component() == component)
                .map(paragraph -> paragraph.text().replace('\u00A0', ' '))
                .toList();
    }

    private static String plan(String body) {
        return "kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu \"x\" nội dung '''\n" + body + "\n'''" + END;
    }

    @Test
    void templateParametersAreReplacedByArguments() {
        var text = """
                mẫu văn bản M(n: năm, lời: nhiều đoạn, số: số = 2): kế hoạch {
                    cơ quan ban hành Sở
                    trích yếu '''Kế hoạch năm {n}'''
                    nội dung \'\'\'
                        I. MỞ ĐẦU
                        {lời}
                        nếu số > 2:
                            Nhiều.
                        nếu số <= 2:
                            Ít: {số}, trong {lời} nhé.
                    \'\'\'
                """ + END + """
                kế hoạch K theo mẫu M(n = 2021, lời = '''
                    1. Một *nghiêng*
                    2. Hai.
                ''') { ngày 05/4/2022 }
                """;
        var blocks = blocks(text);
        assertEquals(List.of("Kế hoạch năm 2021"), texts(blocks, Component.SUBJECT));
        assertEquals(List.of("1. Một nghiêng", "2. Hai."), texts(blocks, Component.CLAUSE));
        assertEquals(List.of("Ít: 2, trong Một nghiêng Hai. nhé./."), texts(blocks, Component.BODY));
        assertEquals(List.of("Số:       /KH-SKH"), texts(blocks, Component.NUMBER_SYMBOL));
    }

    @Test
    void settingsOfTheDocumentOverrideTheTemplate() {
        var text = "mẫu văn bản M: kế hoạch { cơ quan ban hành Sở trích yếu \"mẫu\" nội dung '''\nmẫu\n''' số 3" + END
                + "kế hoạch K theo mẫu M { số 12 trích yếu \"riêng\" ngày 05/4/2022 }";
        var blocks = blocks(text);
        assertEquals(List.of("riêng"), texts(blocks, Component.SUBJECT));
        assertEquals(List.of("Số: 12/KH-SKH"), texts(blocks, Component.NUMBER_SYMBOL));
        assertEquals(List.of("mẫu./."), texts(blocks, Component.BODY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{đếm(Điểm2021.dòng)} dòng | 2 dòng",
                "{tổng(Điểm2021.dòng.tiền)} đồng | 2.000.000 đồng",
                "{đếm(Điểm2021.dòng.có)} có | 1 có",
                "{Điểm2021.dòng.tên} | An, Bình",
                "năm {Điểm2021.năm} | năm 2021",
                "tháng {viết tháng(ngày)}, sau là {viết tháng(tháng sau(ngày))} | tháng 4, sau là 5",
                "{viết ngày(ngày)} | ngày 05 tháng 4 năm 2022",
                "{cơ quan.viết tắt} | SKH",
                "{Sở.tên} | Sở Khoa học"
            })
    void documentPrintsValuesOfFormsAndAgencies(String written, String printed) {
        assertEquals(List.of(printed + "./."), texts(blocks(SCORES + plan(written)), Component.BODY));
    }

    @Test
    void decemberIsFollowedByJanuaryOfTheNextYear() {
        var text = plan("{viết tháng(tháng sau(ngày))}/{tháng sau(ngày).năm}").replace("05/4/2022", "31/12/2022");
        assertEquals(List.of("01/2023./."), texts(blocks(text), Component.BODY));
    }

    @Test
    void tableRowIsRepeatedForEachRowOfAForm() {
        var blocks = blocks(SCORES + plan("""
                Bảng:
                | STT | Tên | Tiền |
                |:---:|-----|-----:|
                với mỗi d trong Điểm2021.dòng:
                    | {stt} | **{d.tên}** | {d.tiền} |
                | | Cộng \\| tổng | {tổng(Điểm2021.dòng.tiền)} |
                Hết."""));
        var rows = blocks.stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .toList();
        assertEquals(
                List.of("STT;Tên;Tiền", "1;An;1.500.000", "2;Bình;500.000", ";Cộng | tổng;2.000.000"),
                rows.stream()
                        .map(row -> String.join(
                                ";",
                                row.cells().stream().map(DocumentsTest::text).toList()))
                        .toList());
        assertEquals(
                Component.FORM_NUMBER,
                rows.get(1).cells().get(2).paragraphs().get(0).component());
        assertTrue(rows.get(1).cells().get(1).paragraphs().get(0).spans().get(0).bold());
        assertEquals(List.of("Bảng:", "Hết./."), texts(blocks, Component.BODY));
    }

    private static String text(Cell cell) {
        return String.join(" ", cell.paragraphs().stream().map(Paragraph::text).toList());
    }

    @Test
    void formIsPrintedAtItsInterpolation() {
        var blocks = blocks(SCORES + plan("Trước:\n{Điểm2021}\nSau."));
        assertEquals(3, blocks.stream().filter(Row.class::isInstance).count());
        assertEquals(List.of("Trước:", "Sau./."), texts(blocks, Component.BODY));
        assertEquals(
                1, blocks.stream().filter(Block.PageStart.class::isInstance).count());
    }

    @Test
    void formNamesTheDocumentThatAttachesIt() {
        var text = SCORES
                + "công văn K { cơ quan ban hành Sở đơn vị soạn thảo VP số 7 ngày 05/4/2022 trích yếu \"x\" kính gửi \"A\" "
                + "nội dung '''\n(có biểu kèm theo)\n''' kèm theo Điểm2021" + END;
        assertEquals(
                List.of("(Kèm theo Công văn số 07/SKH-VP ngày 05/4/2022 của Sở Khoa học)"),
                texts(blocks(text), Component.FORM_REFERENCE));
        var form = EcoreUtil2.getAllContentsOfType(Bieu.parse(Bieu.TEMPLATE + text), Form.class)
                .getFirst();
        assertEquals(
                List.of("(Kèm theo Công văn số 07/SKH-VP ngày 05/4/2022 của Sở Khoa học)"),
                texts(blocks(form), Component.FORM_REFERENCE));
    }

    /** Days below 10 and the months 1 and 2 have a leading zero; an open day is a gap (ND30, Phụ lục I, II.4). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5/1/2026   | ngày 05/01/2026",
                "9/2/2026   | ngày 09/02/2026",
                "10/3/2026  | ngày 10/3/2026",
                "…/1/2026   | 'ngày     tháng 01 năm 2026'",
                "…/12/2026  | 'ngày     tháng 12 năm 2026'",
                "…/…/2026   | 'ngày     tháng     năm 2026'"
            })
    void attachmentsNameTheDateOfTheirDocument(String date, String printed) {
        var text = SCORES + "kế hoạch K { cơ quan ban hành Sở ngày " + date + " trích yếu \"x\" "
                + "nội dung '''\n(Phụ lục kèm theo)\n''' kèm theo Điểm2021 phụ lục P \"Tên\" '''\nMột.\n'''" + END;
        var expected = List.of("(Kèm theo Kế hoạch số: /KH-SKH " + printed + " của Sở Khoa học)");
        var blocks = blocks(text);
        assertEquals(expected, spaced(texts(blocks, Component.FORM_REFERENCE)));
        assertEquals(expected, spaced(texts(blocks, Component.APPENDIX_REFERENCE)));
    }

    private static List<String> spaced(List<String> texts) {
        return texts.stream().map(text -> text.replace('\u00A0', ' ')).toList();
    }

    /** The unit is named unless the document that attaches the form is from that unit. */
    @Test
    void formAloneNamesTheUnitThatFilledItIn() {
        var form = "cơ quan B \"Ban Dân vận\" { viết tắt \"BDV\" }\nmẫu biểu Điểm { cột a: chữ %s }\n"
                + "biểu Điểm2021 lập theo mẫu Điểm { %s dòng { a \"x\" } }\n";
        assertEquals(List.of("Sở Khoa học"), unit(form.formatted("", "đơn vị lập Sở")));
        assertEquals(List.of("Phòng Một"), unit(form.formatted("", "đơn vị lập \"Phòng Một\"")));
        assertEquals(List.of("Sở Khoa học"), unit(form.formatted("dòng đơn vị \"ĐƠN VỊ…\"", "đơn vị lập Sở")));
        assertEquals(List.of("ĐƠN VỊ…"), unit(form.formatted("dòng đơn vị \"ĐƠN VỊ…\"", "")));
        assertEquals(List.of(), unit(form.formatted("", "")));
        var plan = plan("(có biểu kèm theo)").replace("nơi nhận", "kèm theo Điểm2021 nơi nhận");
        assertEquals(List.of(), unit(form.formatted("", "đơn vị lập Sở") + plan));
        assertEquals(List.of("Ban Dân vận"), unit(form.formatted("", "đơn vị lập B") + plan));
    }

    private static List<String> unit(String text) {
        var form = EcoreUtil2.getAllContentsOfType(Bieu.parse(Bieu.TEMPLATE + text), Form.class)
                .getFirst();
        return texts(blocks(form), Component.FORM_UNIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                // A blank line begins another table, also around and within lines of a condition or repetition.
                "| a | b |/| c | d |                                             ~ a b,c d",
                "| a | b |//| c | d |                                            ~ a b;c d",
                "| a | b |/  /  /| c |/| d |                                     ~ a b;c,d",
                "| a |/nếu 1 = 1:/    | b |/| c |                                ~ a,b,c",
                "| a |//nếu 1 = 1:/    | b |/| c |                               ~ a;b,c",
                "| a |//nếu 1 = 2:/    | b |/| c |                               ~ a;c",
                "| a |/nếu 1 = 1:/    | b |//| c |                               ~ a,b;c",
                "với mỗi d trong Điểm2021.dòng:/    | {stt} |/    | x |          ~ 1,x,2,x",
                "với mỗi d trong Điểm2021.dòng:/    | {stt} |//    | x |         ~ 1;x,2;x",
                "| a |/với mỗi d trong Điểm2021.dòng:/    | {stt} |              ~ a,1,2",
                "| a |/chữ/| b |                                                 ~ a;b"
            })
    void blankLineBetweenRowsBeginsAnotherTable(String lines, String tables) {
        var read = new ArrayList<String>();
        for (var block : blocks(SCORES + plan(lines.replace("/", "\n")))) {
            switch (block) {
                case Block.TableStart start -> read.add("");
                case Row row ->
                    read.add(read.removeLast()
                            + String.join(
                                    " ",
                                    row.cells().stream()
                                            .map(DocumentsTest::text)
                                            .toList())
                            + ",");
                default -> {}
            }
        }
        assertEquals(
                List.of(tables.split(";")),
                read.stream()
                        .map(table -> table.substring(0, table.length() - 1))
                        .toList());
    }

    /** An empty number is 0 in computations, but prints nothing. */
    @Test
    void emptyNumberPrintsNothing() {
        var scores = "mẫu biểu Chi { cột tên: chữ  cột tiền: số tiền  cột lượng: số  cột gấp: tính (tiền * 2) }\n"
                + "biểu C lập theo mẫu Chi { dòng { tên \"a\" tiền 5 } dòng { tên \"b\" lượng 0 } }\n";
        assertEquals(
                List.of("a: 5, , 10, 5.", "b: , 0, 0, 0."),
                texts(
                                blocks(
                                        scores
                                                + plan(
                                                        "với mỗi d trong C.dòng:\n    {d.tên}: {d.tiền}, {d.lượng}, {d.gấp}, {d.tiền + d.lượng}.\nHết.")),
                                Component.BODY)
                        .subList(0, 2));
    }

    @Test
    void firstMentionIsFullAndLaterOnesAreShort() {
        var cited =
                "viện dẫn V: kế hoạch số 10-KH/BDVTU ngày 11/01/2021 giữa \"Ban A\" và \"Ban B\" về \"phối *hợp*\"\n";
        var full = "Kế hoạch số 10-KH/BDVTU ngày 11/01/2021 giữa Ban A và Ban B về phối hợp";
        assertEquals(
                List.of("Theo " + full + " và Kế hoạch số 10-KH/BDVTU; " + full + "./."),
                texts(blocks(cited + plan("Theo [V] và [V]; [V, đầy đủ].")), Component.BODY));
        var blocks = blocks(cited + plan("[V]").replace("trích yếu", "căn cứ [V] trích yếu"));
        assertEquals(List.of("Căn cứ " + full + ";"), texts(blocks, Component.BASIS));
        assertEquals(List.of("Kế hoạch số 10-KH/BDVTU./."), texts(blocks, Component.BODY));
    }

    @Test
    void issuerIsPrintedWithItsNameAtTheDateOfTheDocument() {
        var agency = """
                cơ quan C "Sở mới" { viết tắt "SM" địa danh "Y" tên cũ "Sở cũ" (viết tắt "SC" hiệu lực từ 01/01/2000 đến 30/6/2025) }
                viện dẫn V: kế hoạch số 7/KH-SC ngày 10/01/2025 "Thực hiện việc X" của C
                viện dẫn W: kế hoạch số 7/KH-SM ngày 10/01/2026 của C về "việc Y"
                """;
        assertEquals(
                List.of("Kế hoạch số 7/KH-SC ngày 10/01/2025 Thực hiện việc X của Sở cũ; "
                        + "Kế hoạch số 7/KH-SM ngày 10/01/2026 của Sở mới về việc Y./."),
                texts(blocks(agency + plan("[V]; [W].").replace("05/4/2022", "05/4/2026")), Component.BODY));
        var old = blocks(agency + plan("a").replace("ban hành Sở", "ban hành C"));
        assertEquals(List.of("SỞ CŨ"), texts(old, Component.ISSUER));
        assertEquals(List.of("Số:       /KH-SC"), texts(old, Component.NUMBER_SYMBOL));
        var now = blocks(agency + plan("a").replace("ban hành Sở", "ban hành C").replace("05/4/2022", "05/4/2026"));
        assertEquals(List.of("SỞ MỚI"), texts(now, Component.ISSUER));
    }

    @Test
    void everyLevelHasItsComponentAndNumber() {
        var blocks = blocks(plan("""
                Phần I
                TỔNG QUAN
                Chương I
                QUY ĐỊNH CHUNG
                Mục 1
                PHẠM VI
                Điều 1. Phạm vi
                1. Khoản một;
                a) Điểm a;
                b) Điểm b.
                Điều 2. Câu có chấm.
                Chương II
                ĐIỀU KHOẢN CUỐI
                Điều 3. Hiệu lực
                - Gạch
                + Cộng"""));
        assertEquals(List.of("Phần I", "Chương I", "Chương II"), texts(blocks, Component.PART_LABEL));
        assertEquals(List.of("TỔNG QUAN", "QUY ĐỊNH CHUNG", "ĐIỀU KHOẢN CUỐI"), texts(blocks, Component.PART_TITLE));
        assertEquals(List.of("Mục 1"), texts(blocks, Component.SECTION_LABEL));
        assertEquals(List.of("PHẠM VI"), texts(blocks, Component.SECTION_TITLE));
        assertEquals(List.of("Điều 1. Phạm vi", "Điều 3. Hiệu lực"), texts(blocks, Component.ARTICLE_HEADING));
        assertEquals(List.of("Điều 2. Câu có chấm."), texts(blocks, Component.ARTICLE));
        assertEquals(List.of("a) Điểm a;", "b) Điểm b."), texts(blocks, Component.POINT));
        assertEquals(List.of("+ Cộng./."), texts(blocks, Component.PLUS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nghị quyết",
                "quyết định",
                "chỉ thị",
                "quy chế",
                "quy định",
                "thông cáo",
                "thông báo",
                "hướng dẫn",
                "chương trình",
                "kế hoạch",
                "phương án",
                "đề án",
                "dự án",
                "báo cáo",
                "biên bản",
                "tờ trình",
                "hợp đồng",
                "công văn",
                "công điện",
                "bản ghi nhớ",
                "bản thỏa thuận",
                "giấy ủy quyền",
                "giấy mời",
                "giấy giới thiệu",
                "giấy nghỉ phép",
                "phiếu gửi",
                "phiếu chuyển",
                "phiếu báo",
                "thư công"
            })
    void everyDocumentTypeHasItsNameAndSymbol(String type) {
        var blocks =
                blocks(plan("a").replaceFirst("kế hoạch", type).replace("trích yếu", "đơn vị soạn thảo VP trích yếu"));
        assertEquals(
                type.equals("công văn") ? List.of() : List.of(type.toUpperCase(Locale.of("vi"))),
                texts(blocks, Component.TYPE_NAME));
        var symbol = texts(blocks, Component.NUMBER_SYMBOL).getFirst().replace("Số:       /", "");
        assertTrue(
                List.of("công văn", "thư công").contains(type)
                        ? symbol.equals("SKH-VP")
                        : symbol.matches("\\p{Lu}\\p{L}+-SKH"),
                symbol);
    }

    @Test
    void explicitSymbolIsPrinted() {
        assertEquals(
                List.of("Số:       /KH-SKH-VP"),
                texts(blocks(plan("a").replace("ngày", "ký hiệu \"KH-SKH-VP\" ngày")), Component.NUMBER_SYMBOL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lưu VT | - Lưu: VT, VP.",
                "lưu VT, VP | - Lưu: VT, VP.",
                "lưu VT, TTra | - Lưu: VT, TTra.",
                "lưu VT, VP, người soạn \"XT\", 5 bản | - Lưu: VT, VPXT (5)."
            })
    void archiveLineContainsTheDraftingUnit(String written, String printed) {
        var blocks =
                blocks(plan("a").replace("ngày", "đơn vị soạn thảo VP ngày").replace("lưu VT", written));
        assertEquals(List.of("- A;", printed), texts(blocks, Component.RECIPIENT));
    }

    @Test
    void tableRowIsParsedIntoCells() {
        var text = "kế hoạch K { nội dung '''\n    | a \\| b | *c* {1 + 1} [X] | |\n''' }\nviện dẫn X: luật \"Y\"";
        var row = EcoreUtil2.getAllContentsOfType(Bieu.parse(text), TableRow.class)
                .getFirst();
        assertEquals(3, row.getCells().size());
        assertEquals(0, row.getCells().get(2).getRuns().size());
        assertEquals(
                1,
                EcoreUtil2.getAllContentsOfType(Bieu.parse(text), Citation.class)
                        .size());
    }
}
