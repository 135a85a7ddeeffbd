/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.dsl.library.BieuReader;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {

    static List<String> examples() {
        return Samples.ALL;
    }

    private static String format(String text) {
        var resource = Bieu.resource(text);
        assertTrue(
                resource.getParseResult() != null && !resource.getParseResult().hasSyntaxErrors(),
                () -> resource.getErrors().toString());
        var access = Bieu.INJECTOR
                .getInstance(TextRegionAccessBuilder.class)
                .forNodeModel(resource)
                .create();
        var request = Bieu.INJECTOR.getInstance(FormatterRequest.class).setTextRegionAccess(access);
        var edits = Bieu.INJECTOR.getInstance(IFormatter2.class).format(request);
        return access.getRewriter().renderToString(edits);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreAlreadyFormatted(String example) {
        assertEquals(Samples.text(example), format(Samples.text(example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void formattingIsIdempotentAndKeepsTheModel(String example) {
        var messy = Samples.text(example)
                .replaceAll("(?m)^ +(?=(cột|nhóm|lĩnh vực|dòng|tậpThể))", "")
                .replace(" {", "{")
                .replace(": số", "  :số")
                .replace(", bắt", " ,bắt");
        var once = format(messy);
        assertEquals(once, format(once));
        assertEquals(Bieu.dump(Bieu.resource(messy)), Bieu.dump(Bieu.resource(once)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 2_000, 4_000, 8_000})
    void textThatIsNestedTooDeeplyStaysAsItIs(int terms) {
        var text = "mẫu biểu M {\n    cột a \"a\": chữ\n    kiểm tra R báo lỗi khi 1" + " + 1".repeat(terms)
                + " = 2: \"x\"\n}\n";
        assertEquals(text, format(text));
    }

    @Test
    void spacingIsCorrectedAndProseKept() {
        assertEquals("""
                cơ quan A "a" { viết tắt "A" địa danh "B" }
                kế hoạch K {
                    trích yếu "x"
                    nội dung '''
                  I.  LỆCH
                        *giữ   nguyên*
                '''
                    ký { quyền hạn KT. "Giám đốc" }
                }
                """, format("""
                cơ quan   A "a"{viết   tắt "A" địa danh "B"}
                kế hoạch K{
                trích   yếu "x"
                      nội dung '''
                  I.  LỆCH
                        *giữ   nguyên*
                '''
                ký{quyền hạn KT. "Giám đốc"}
                }
                """));
    }

    @Test
    void columnsOfSourcesHaveTheirOwnLines() {
        var template = "mẫu biểu M { cột tên \"T\": chữ cột n \"N\": số }\n";
        assertTrue(format(template + """
                biểu B lập theo mẫu M { nguồn "a.xlsx" { phần "trang «A»" cột "A" là tên cột "D" là n } }
                """).endsWith("""
                biểu B lập theo mẫu M {
                    nguồn "a.xlsx" {
                        phần "trang «A»"
                        cột "A" là tên
                        cột "D" là n
                    }
                }
                """));
    }

    @Test
    void commentsAreKept() {
        var text = "// đầu\ncơ quan A \"a\" { // giữa\n    viết tắt \"A\" /* sau */\n}\n// cuối\n";
        assertEquals(text, format(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u200B", "\u00A0"})
    void whitespaceThatJavaDoesNotKnowIsFormatted(String space) {
        assertEquals(
                "cơ quan A \"a\" {\n    viết tắt \"A\"\n}\n",
                format("cơ quan A \"a\" {\n    " + space + "viết" + space + " tắt \"A\"\n}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nơi nhận { lưu   VT }\n    nơi nhận { lưu   VT, HC }",
                "nội dung '''\n  I.   LỆCH\n    '''   nội dung '''\n  chữ   nghĩa\n    '''",
            })
    void aTextWithASettingWrittenTwiceIsLeftAsItIs(String settings) {
        var text = "kế hoạch   K {\n  trích yếu \"x\"\n" + settings + "\n}\n";
        assertEquals(text, format(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "với mỗi d trong biểu.dòng:",
                "nếu 1 = 1:",
                "bỏ qua DATE-PADDING \"như bản gốc\"",
                "1. Chữ",
                "| a | b |",
            })
    void spacesAtTheEndOfALineOfProseAreLeftAsTheyAre(String line) {
        var text = "kế hoạch K {\n    nội dung '''\n        - a\n        %s \t\n            - b\n    '''\n}\n"
                .formatted(line);
        assertEquals(Bieu.dump(Bieu.resource(text.replace(" \t\n", "\n"))), Bieu.dump(Bieu.resource(text)));
        assertEquals(text, format(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "// chú thích\n"})
    void aTextWithoutElementsIsLeftAsItIs(String text) {
        assertEquals(text, format(text));
    }

    @Test
    void seriesOfAChartAreOnTheirOwnLines() {
        assertEquals("""
                biểu đồ D "x" {
                    dạng cột, chồng từ biểu Nay nhóm theo cột loại
                    giá trị số "Kỳ này"
                    giá trị số dòng "Đếm", từ biểu Trước
                    cao 80 mm
                }
                """, format("""
                biểu đồ D "x" {
                dạng cột,chồng   từ biểu Nay nhóm theo cột loại giá trị số "Kỳ này" giá trị số dòng "Đếm" , từ biểu Trước
                cao 80 mm }
                """));
    }

    @Test
    void newProseSeparatesTheWordsOfConditionsAndLoops() throws Exception {
        var text = """
                mẫu văn bản M(số: số, biểuA: biểu): báo cáo {
                    nội dung '''
                        nếu số > 0 và đếm(biểuA.dòng) <> 1:
                            Có {số + 1} mục.
                        với mỗi d trong biểuA.dòng:
                            - {d.tên};
                    '''
                }
                """;

        var written =
                new BieuReader().write(new BieuReader().read(text).library()).text();

        assertTrue(written.contains("nếu số > 0 và đếm(biểuA.dòng) <> 1:\n"), written);
        assertTrue(written.contains("Có {số + 1} mục"), written);
        assertTrue(written.contains("với mỗi d trong biểuA.dòng:\n"), written);
    }
}
