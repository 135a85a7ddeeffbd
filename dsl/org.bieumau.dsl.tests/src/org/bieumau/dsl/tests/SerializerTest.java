/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Library;
import org.bieumau.model.Paragraph;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TableRow;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.serializer.ISerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerializerTest {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;

    private final ISerializer serializer = Bieu.INJECTOR.getInstance(ISerializer.class);

    static List<String> examples() {
        return Samples.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void unchangedModelKeepsItsText(String example) {
        var text = Samples.joined(example);
        assertEquals(text, serializer.serialize(Bieu.parse(text)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void textOfAModelWithoutTextParsesToTheSameModel(String example) {
        var resource = Bieu.resource(Samples.joined(example));
        var expected = Bieu.dump(resource);
        var copy = (Library) EcoreUtil.copy(resource.getContents().get(0));
        var fresh = Bieu.resource("");
        fresh.getContents().clear();
        fresh.getContents().add(copy);
        var text = serializer.serialize(copy, SaveOptions.newBuilder().format().getOptions());
        assertEquals(expected, Bieu.dump(Bieu.resource(text)), text);
    }

    /** Covers settings that occur in no example. */
    @Test
    void rareSettingsAreWritten() {
        var text = """
                tỉnh T "tỉnh Quảng Ngãi" { mã "51" hiệu lực từ 01/7/2025 }
                cơ quan S "Sở" { viết tắt "S" tỉnh T địa danh "Đ" }
                viện dẫn Cũ: nghị định số 60/2013/NĐ-CP ngày 19/6/2013 của "Chính phủ" về "x" (hiệu lực đến 31/12/2018) (thay thế bởi [Mới])
                viện dẫn Mới: nghị định số 149/2018/NĐ-CP ngày 07/11/2018 của "Chính phủ" về "x" (hiệu lực từ 01/01/2019 đến 31/01/2021)
                mẫu biểu M {
                    cột tên: chữ, bắt buộc, không trùng
                    cột tiền: số tiền, dòng tổng tổng, dòng cộng trung bình
                    lĩnh vực tự đặt
                    kiểm tra R báo lưu ý khi tiền > 1: "m" (hiệu lực đến 31/12/2020)
                }
                biểu B lập theo mẫu M {
                    kỳ 2022
                    lĩnh vực "Một", áp dụng khi (năm > 2000) { dòng "a", áp dụng khi (năm < 2000) { tiền 5 } }
                }
                kiểm tra S cho biểu theo mẫu M báo lỗi khi đúng: "m" (hiệu lực từ 01/01/2020 đến 31/12/2020) (nguồn "đâu đó")
                kiểm tra U cho kế hoạch, báo cáo báo cảnh báo khi đúng: "m"
                kiểm tra V cho văn bản báo cảnh báo khi đúng: "m" (nguồn "đâu đó")
                kế hoạch K { cơ quan ban hành S tỉnh T ngày 05/4/2022 trích yếu "x" }
                """;
        var resource = Bieu.resource(text);
        assertEquals(List.of(), resource.getErrors());
        var copy = (Library) EcoreUtil.copy(resource.getContents().get(0));
        var fresh = Bieu.resource("");
        fresh.getContents().clear();
        fresh.getContents().add(copy);
        var written =
                serializer.serialize(copy, SaveOptions.newBuilder().format().getOptions());
        assertEquals(Bieu.dump(resource), Bieu.dump(Bieu.resource(written)), written);
    }

    @Test
    void boldingAWordChangesOnlyItsCharacters() {
        var text = Samples.joined("quangngai-2021-dangky");
        var library = Bieu.parse(text);
        var run = EcoreUtil2.getAllContentsOfType(library, TextRun.class).stream()
                .filter(r -> r.getText().startsWith("Hiện nay, việc tiết kiệm"))
                .findFirst()
                .orElseThrow();
        var paragraph = (Paragraph) run.eContainer();
        var whole = run.getText();
        run.setText("Hiện nay, việc ");
        var bold = MODEL.createStyledRun();
        bold.setBold(true);
        bold.getRuns().add(text("tiết kiệm"));
        paragraph.getRuns().add(bold);
        paragraph.getRuns().add(text(whole.substring("Hiện nay, việc tiết kiệm".length())));
        assertEquals(
                text.replaceFirst("Hiện nay, việc tiết kiệm", "Hiện nay, việc **tiết kiệm**"),
                serializer.serialize(library));
    }

    private static TextRun text(String text) {
        var run = MODEL.createTextRun();
        run.setText(text);
        return run;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. không phải số",
                "- không phải gạch",
                "nếu x:",
                "Điều 1. a",
                " đầu dòng",
                "cuối dòng ",
                "a*b [c] {d} ^{e} \\f",
                "'''"
            })
    void textThatLooksLikeMarksIsEscaped(String value) {
        var library = Bieu.parse("kế hoạch K { nội dung '''\n    một\n    hai\n''' }");
        EcoreUtil2.getAllContentsOfType(library, TextRun.class).get(0).setText(value);
        var text = serializer.serialize(library);
        var runs = EcoreUtil2.getAllContentsOfType(Bieu.parse(text), TextRun.class);
        assertEquals(List.of(value, "hai"), runs.stream().map(TextRun::getText).toList(), text);
    }

    /** Emphasis keeps its extent, although stars within a word or next to a space are text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kilôgam        | lô    | ki**\\l\\ô**gam",
                "2*3*4          | 3     | 2\\***3**\\*4",
                "một hai ba     | ' hai' | một**\\ hai** ba",
                "một (hai) ba   | (hai) | một **(hai)** ba",
                "một hai        | hai   | một **hai**",
                "một, hai       | ,     | một**\\,** hai"
            })
    void emphasisKeepsItsExtent(String value, String part, String written) {
        var library = Bieu.parse("kế hoạch K { nội dung '''\n    một\n    hai\n''' }");
        var runs = ((Paragraph) EcoreUtil2.getAllContentsOfType(library, TextRun.class)
                        .get(0)
                        .eContainer())
                .getRuns();
        runs.clear();
        var from = value.indexOf(part);
        runs.add(text(value.substring(0, from)));
        var bold = MODEL.createStyledRun();
        bold.setBold(true);
        bold.getRuns().add(text(part));
        runs.add(bold);
        if (from + part.length() < value.length()) {
            runs.add(text(value.substring(from + part.length())));
        }
        var source = serializer.serialize(library);
        assertTrue(source.contains("    " + written + "\n"), source);
        var read = EcoreUtil2.getAllContentsOfType(Bieu.parse(source), StyledRun.class);
        assertEquals(1, read.size(), source);
        assertEquals(part, ((TextRun) read.getFirst().getRuns().getFirst()).getText(), source);
    }

    @Test
    void tablesAreSeparatedByABlankLine() {
        var text = "kế hoạch K { nội dung '''\n    | a |\n    | b |\n\n    | c |\n''' }";
        var library = Bieu.parse(text);
        assertEquals(text, serializer.serialize(library));
        var rows = EcoreUtil2.getAllContentsOfType(library, TableRow.class);
        assertEquals(
                List.of(false, false, true),
                rows.stream().map(TableRow::isSeparate).toList());
        rows.get(1).setSeparate(true);
        rows.get(2).setSeparate(false);
        assertEquals(
                text.replace("| a |\n", "| a |\n\n").replace("| b |\n\n", "| b |\n"),
                serializer.serialize(library).replaceAll("(?m)^ +", "    "));
    }
}
