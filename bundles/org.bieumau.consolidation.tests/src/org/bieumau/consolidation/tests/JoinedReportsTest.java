/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bieumau.consolidation.internal.plan.Outline;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of units become one report, in which each heading is followed by what each unit wrote there. */
class JoinedReportsTest {

    private static final String OUTLINE = """
            cơ quan H "Ủy ban nhân dân huyện Lệ Thủy" { viết tắt "UBND" địa danh "Lệ Thủy" }
            mẫu văn bản ĐềCương: báo cáo {
                cơ quan ban hành H
                trích yếu "Kết quả công tác dân vận năm 2025"
                nội dung '''
                    Thực hiện Kế hoạch năm 2025, Ủy ban nhân dân huyện báo cáo như sau:
                    I. KẾT QUẢ THỰC HIỆN
                    1. Công tác lãnh đạo, chỉ đạo
                    Nêu rõ các văn bản đã ban hành.
                    2. Cải cách hành chính
                    II. KHÓ KHĂN, VƯỚNG MẮC
                    III. ĐỀ XUẤT, KIẾN NGHỊ
                '''
            }
            """;
    private static final String TWO = """
            Thực hiện Công văn số 15, xã báo cáo như sau:
            I. KẾT QUẢ THỰC HIỆN
            1. Công tác lãnh đạo, chỉ đạo
            Nêu rõ các văn bản đã ban hành.
            Ủy ban nhân dân xã ban hành 03 kế hoạch.
            2. Cải cách hành chính
            a) Giải quyết 412 hồ sơ đúng hạn.
            b) Không có hồ sơ trễ hạn.
            II. KHÓ KHĂN, VƯỚNG MẮC
            Thiếu cán bộ chuyên trách.
            III. ĐỀ XUẤT, KIẾN NGHỊ
            """;

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder, Office.UNITS + OUTLINE, "").says("gộp nối lời theo đề mục của ĐềCương");
    }

    private void report(String file, String unit, String text) throws Exception {
        var source = """
                cơ quan U "%s" { viết tắt "UBND" địa danh "Xã" }
                báo cáo B {
                    cơ quan ban hành U
                    ngày 05/12/2025
                    trích yếu "Kết quả công tác dân vận năm 2025"
                    nội dung '''
                %s'''
                    nơi nhận { "Như trên" lưu VT }
                    ký { chức vụ "Chủ tịch" họ tên "Nguyễn Văn A" }
                }
                """.formatted(unit, text.indent(8));
        var target = office.returns.resolve(file);
        if (file.endsWith(".bieu")) {
            Files.writeString(target, source);
        } else {
            var read = new BieuReader().read(source);
            read.export(read.element(Document.class, "B").orElseThrow(), target);
        }
    }

    /** Returns the text below each heading: path, unit, lines. */
    private static List<String> texts(Merged merged) throws Exception {
        var texts = new ArrayList<String>();
        merged.joined(row -> row.texts()
                .forEach((unit, text) -> texts.add(String.join(
                        "|",
                        row.given().isEmpty() ? row.parent() + "+" + row.title() : row.given(),
                        merged.returns().units().get(unit).key(),
                        text))));
        return texts;
    }

    /** Returns the text of the joined report. */
    private static String body(String text) {
        var begin = text.indexOf("báo cáo D_TổngHợp");
        return text.substring(begin, text.indexOf("\n}\n", begin));
    }

    private static List<Difference> open(Merged merged) {
        return merged.differences().stream().filter(Difference::isOpen).toList();
    }

    @Test
    void headingsAreFollowedByWhatUnitsWroteInTheOrderOfTheUnits() throws Exception {
        report("b.docx", "Ủy ban nhân dân xã Hòa Bình", TWO);
        report("a.bieu", "Ủy ban nhân dân xã Tân Thủy", """
                I. KẾT QUẢ THỰC HIỆN
                1. Công tác lãnh đạo, chỉ đạo
                Ban hành 01 nghị quyết.
                - Tổ chức 05 hội nghị;
                III. ĐỀ XUẤT, KIẾN NGHỊ
                Tăng kinh phí.
                """);
        var merged = office.consolidate();

        assertEquals(
                List.of(
                        "m1.m2|tânThủy|Ban hành 01 nghị quyết.\n- Tổ chức 05 hội nghị;",
                        "m1.m2|hòaBình|Ủy ban nhân dân xã ban hành 03 kế hoạch.",
                        "m1.m3|hòaBình|a) Giải quyết 412 hồ sơ đúng hạn.\nb) Không có hồ sơ trễ hạn.",
                        "m4|hòaBình|Thiếu cán bộ chuyên trách.",
                        "m5|tânThủy|Tăng kinh phí.",
                        "+Nội dung ngoài các đề mục|hòaBình|Thực hiện Công văn số 15, xã báo cáo như sau:"),
                texts(merged).stream().map(text -> text.replace("./.", ".")).toList());
        assertEquals(
                List.of(
                        "CONS-HEADING-EMPTY|I.2. Cải cách hành chính; II. KHÓ KHĂN, VƯỚNG MẮC.",
                        "CONS-HEADING-EMPTY|III. ĐỀ XUẤT, KIẾN NGHỊ."),
                open(merged).stream()
                        .map(each -> each.code() + "|" + each.message().replaceFirst("^[^:]*: ", ""))
                        .toList());
    }

    @Test
    void resultIsOneDocument() throws Exception {
        report("a.docx", "Ủy ban nhân dân xã Tân Thủy", TWO);
        report("b.docx", "Ủy ban nhân dân xã Hòa Bình", TWO);
        var results = office.results();
        var text = office.text();

        assertTrue(results.containsKey("D.docx"), () -> results.keySet().toString());
        assertTrue(text.contains("**UBND xã Tân Thủy:** Ủy ban nhân dân xã ban hành 03 kế hoạch."), text);
        var read = new BieuReader().read(text);
        assertEquals(
                List.of(),
                read.problems().stream().filter(each -> each.isError()).toList());
        assertFalse(
                read.problems().stream().anyMatch(each -> each.code().equals("NUMBERING")), read.problems()::toString);
        var document = read.element(Document.class, "D_TổngHợp").orElseThrow();
        assertEquals(
                "Ủy ban nhân dân huyện Lệ Thủy",
                ResolvedDocument.of(document).agency().getTitle());
        assertEquals(
                List.of(
                        "I. KẾT QUẢ THỰC HIỆN",
                        "I.1. Công tác lãnh đạo, chỉ đạo",
                        "I.2. Cải cách hành chính",
                        "II. KHÓ KHĂN, VƯỚNG MẮC",
                        "III. ĐỀ XUẤT, KIẾN NGHỊ",
                        "IV. Nội dung ngoài các đề mục"),
                Outline.of(document).all().stream().map(Outline.Heading::title).toList());
        // What units numbered keeps their numbers.
        assertEquals(2, body(text).split("a\\) Giải quyết 412 hồ sơ").length - 1, text);
        assertTrue(body(text).contains("Thực hiện Kế hoạch năm 2025, Ủy ban nhân dân huyện báo cáo"), text);
    }

    @Test
    void headingsAreFoundDespiteOtherNumbersAndWords() throws Exception {
        report("a.docx", "Ủy ban nhân dân xã Tân Thủy", """
                I. KẾT QUẢ
                1. Về công tác lãnh đạo chỉ đạo
                Ban hành 02 kế hoạch.
                2. Cải cách hành chính: Hồ sơ trực tuyến đạt 80%.
                3. Phong trào thi đua
                Có 04 mô hình mới.
                II. KHÓ KHĂN, VƯỚNG MẮC
                Không.
                Đề xuất, kiến nghị
                Hỗ trợ máy tính.
                Trên đây là báo cáo của xã.
                """);
        var merged = office.consolidate();

        assertEquals(
                List.of(
                        "m1.m2|tânThủy|Ban hành 02 kế hoạch.",
                        "m1.m3|tânThủy|Hồ sơ trực tuyến đạt 80%.",
                        "m4|tânThủy|Không.",
                        "m5|tânThủy|Hỗ trợ máy tính.",
                        "+Nội dung ngoài các đề mục|tânThủy|Trên đây là báo cáo của xã.",
                        "m1+Phong trào thi đua|tânThủy|Có 04 mô hình mới."),
                texts(merged).stream().map(text -> text.replace("./.", ".")).toList());
        assertEquals(
                List.of("CONS-HEADING-LIKELY", "CONS-HEADING-UNKNOWN"),
                open(merged).stream().map(Difference::code).sorted().toList());
        var unknown = open(merged).stream()
                .filter(each -> each.code().equals("CONS-HEADING-UNKNOWN"))
                .findFirst()
                .orElseThrow();
        assertEquals("a.docx", unknown.file());
        assertTrue(unknown.place().partName().startsWith("đoạn "), unknown::toString);
        var text = office.text();
        var body = body(text);
        assertTrue(body.contains("3. Phong trào thi đua\n"), text);
        assertTrue(body.indexOf("3. Phong trào thi đua") < body.indexOf("II. KHÓ KHĂN"), text);
    }

    /** Whatever units write, each of their words is in the result once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsLostAndNothingIsDoubled(int seed) throws Exception {
        var random = new Random(seed);
        var marks = List.of("", "- ", "+ ", "a) ", "b) ", "1. ", "2. ", "3. ", "I. ", "II. ", "IV. ", "(1) ");
        var headings = List.of(
                "KẾT QUẢ THỰC HIỆN",
                "Công tác lãnh đạo, chỉ đạo",
                "Cải cách hành chính",
                "KHÓ KHĂN, VƯỚNG MẮC",
                "Đề xuất, kiến nghị");
        var words = new TreeSet<String>();
        for (var unit : List.of("Tân Thủy", "Hòa Bình", "Vĩnh An")) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                var mark = marks.get(random.nextInt(marks.size()));
                var word = "từ" + words.size();
                switch (random.nextInt(4)) {
                    case 0 -> {
                        text.append(mark).append(headings.get(random.nextInt(headings.size())));
                        if (random.nextBoolean()) {
                            words.add(word);
                            text.append(": ").append(word);
                        }
                    }
                    case 1 -> {
                        words.add(word);
                        text.append("| ô | ").append(word).append(" |");
                    }
                    default -> {
                        words.add(word);
                        text.append(mark).append("Nội dung ").append(word).append(".");
                    }
                }
                text.append('\n');
            }
            report(unit + ".bieu", "Ủy ban nhân dân xã " + unit, text.toString());
        }
        var body = body(office.text());
        var found = Pattern.compile("từ\\d+")
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .toList();

        assertEquals(words.stream().sorted().toList(), found.stream().sorted().toList(), body);
    }

    /** The report of an office as it was sent: its words are below its headings. */
    @Test
    void realReportIsJoinedWordForWord() throws Exception {
        Examples.copyTo(folder);
        var real = new BieuReader()
                .read(folder.resolve("quangtri-2025-baocao.bieu"))
                .element(Document.class, "DânVậnTháng01")
                .orElseThrow();
        var source = new BieuReader().read(folder.resolve("quangtri-2025-baocao.bieu"));
        source.export(source.element(Document.class, "DânVậnTháng01").orElseThrow(), office.returns.resolve("x.docx"));
        var lines = new ProseReader(ResolvedDocument.of(real).scope()).readParagraphs(real.getBody());
        var outline = lines.stream()
                .filter(line -> line.level() == DivisionLevel.ROMAN
                        || line.level() == DivisionLevel.CLAUSE
                                && line.text().length() < 300
                                && !line.text().endsWith("."))
                .map(line -> line.label() + " " + line.text())
                .toList();
        var joined = new Office(
                        folder,
                        "danh mục Xã { sở \"Sở Khoa học và Công nghệ\" }\n"
                                + "mẫu văn bản ĐềCương: báo cáo { trích yếu \"x\" nội dung '''\n"
                                + String.join("\n", outline) + "\n''' }\n",
                        "")
                .says("gộp nối lời theo đề mục của ĐềCương")
                .consolidate();
        var found = new ArrayList<String>();
        joined.joined(row -> row.texts().values().forEach(text -> found.addAll(words(text))));
        var written = lines.stream()
                .filter(line -> !outline.contains(line.label() + " " + line.text()))
                .flatMap(line -> words(line.label() + " " + line.text()).stream())
                .toList();

        assertEquals(5, outline.size(), outline::toString);
        assertEquals(String.join(" ", written), String.join(" ", found));
        assertEquals(List.of(), open(joined).stream().map(Difference::code).toList());
    }

    private static List<String> words(String text) {
        return List.of(Outline.key(text).split(" "));
    }

    @Test
    void tablesAndAppendicesAreKept() throws Exception {
        report("a.docx", "Ủy ban nhân dân xã Tân Thủy", """
                I. KẾT QUẢ THỰC HIỆN
                1. Công tác lãnh đạo, chỉ đạo
                | STT | Văn bản |
                |---|---|
                | 1 | Kế hoạch 05 |
                2. Cải cách hành chính
                Đạt.
                """);
        var text = office.text();

        assertTrue(text.contains("| STT | Văn bản |"), text);
        assertTrue(text.contains("| 1 | Kế hoạch 05 |"), text);
        assertEquals(
                List.of(),
                new BieuReader()
                        .read(text).problems().stream()
                                .filter(each -> each.isError())
                                .toList());
    }

    @Test
    void fileThatIsNoReportIsReported() throws Exception {
        Files.write(office.returns.resolve("xã Hòa Bình.docx"), new byte[200]);
        Files.writeString(
                office.returns.resolve("xã Vĩnh An.bieu"),
                "mẫu biểu M { cột a: chữ }\n// dài thêm để không bị coi là tệp rỗng\n");
        var codes = Office.codes(office.consolidate());

        assertEquals(Arrays.asList("CAMPAIGN-REPORT", "FILE-NOT-OFFICE"), codes);
    }
}
