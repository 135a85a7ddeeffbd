/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bieumau.checking.internal.Rules;
import org.bieumau.checking.tests.TypedLetter.Foot;
import org.bieumau.checking.tests.TypedLetter.Head;
import org.bieumau.checking.tests.TypedLetter.Ruling;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.Amendment;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Rules of texts and pages: one change of a good file trips the rule, at its place, and no other rule. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TextMutationTest {

    private static final String LETTER = "CôngVăn";
    private static final String DECISION = "QuyếtĐịnh";
    private static final String PLAN = "KếHoạch";
    private static final String DOCUMENT = "word/document.xml";

    private static final Set<String> TRIPPED = new TreeSet<>();

    @TempDir
    private static Path folder;

    private static Mutations mutations;
    private static Fixture fixture;

    @BeforeAll
    static void export() throws Exception {
        fixture = new Fixture(folder);
        mutations = new Mutations(folder, TRIPPED);
    }

    /** Changes a text in the first line that contains it. */
    private static void text(String rule, String document, String old, String text) throws Exception {
        var file = fixture.document(document);
        var line = line(file, old);
        mutations.expect(
                rule,
                line.paragraph().place(),
                fixture.amended(
                        file,
                        new Amendment.Retype(
                                line.paragraph().anchor(), Fixture.stored(line), changed(line, old, text))),
                file);
    }

    /** Replaces a text in which blanks are no-break spaces, too. */
    private static String changed(Line line, String old, String text) {
        return pattern(old).matcher(Fixture.stored(line)).replaceFirst(text);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text).replace(" ", "\\E[ \u00A0]\\Q"));
    }

    private static Line line(Path file, String text) throws Exception {
        var lines = Fixture.text(file)
                .lines()
                .filter(line -> pattern(text).matcher(Fixture.stored(line)).find())
                .toList();
        return lines.stream()
                .filter(line -> Fixture.stored(line).replace('\u00A0', ' ').equals(text))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElseThrow(() -> new AssertionError("no line with " + text));
    }

    /** Changes the XML of a part, in a way that concerns the file as a whole. */
    private static void xml(String rule, String document, String part, String pattern, String replacement)
            throws Exception {
        var file = fixture.document(document);
        mutations.expect(rule, null, fixture.replaced(file, part, pattern, replacement), file);
    }

    private static void nearly(String document, String old, String text) throws Exception {
        var file = fixture.document(document);
        var line = line(file, old);
        mutations.expectNothing(
                fixture.amended(
                        file,
                        new Amendment.Retype(
                                line.paragraph().anchor(), Fixture.stored(line), changed(line, old, text))),
                old + " → " + text);
    }

    @Test
    void letterheads() throws Exception {
        text("MOTTO-TEXT", LETTER, "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc");
        text("MOTTO-TEXT", LETTER, "Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc");
        text("MOTTO-TEXT", PLAN, "Độc lập - Tự do - Hạnh phúc", "Độc lập - tự do - hạnh phúc");
        text("NATIONAL-NAME-TEXT", LETTER, "XÃ HỘI", "XÃ HÔI");
        nearly(LETTER, "CỘNG HÒA", "CỘNG HOÀ");
        text("NUMBER-LABEL", LETTER, "Số: 05", "Số 05");
        text("NUMBER-LABEL", LETTER, "Số: 05", "số: 05");
        text("NUMBER-PADDING", LETTER, "Số: 05", "Số: 5");
        text("NUMBER-SPACE", LETTER, "05/SNV-VP", "05 /SNV-VP");
        text("NUMBER-SPACE", LETTER, "05/SNV-VP", "05/SNV - VP");
        text("SYMBOL-TYPE", DECISION, "12/QĐ-SNV", "12/KH-SNV");
        nearly(LETTER, "Số: 05", "Số:     ");
        text("DATE-COMMA", LETTER, "Quảng Ngãi, ngày", "Quảng Ngãi ngày");
        text("PLACE-CAPITALS", LETTER, "Quảng Ngãi, ngày", "quảng Ngãi, ngày");
        text("DOCUMENT-DATE-PADDING", LETTER, "ngày 05 tháng 4", "ngày 5 tháng 4");
        text("DOCUMENT-DATE-PADDING", LETTER, "ngày 05 tháng 4", "ngày 05 tháng 04");
        text("DOCUMENT-DATE-WORDS", LETTER, "ngày 05 tháng 4 năm 2022", "ngày 05/4/2022");
        text("DOCUMENT-DATE-WORDS", LETTER, "ngày 05 tháng 4 năm 2022", "ngày 5/04/2022");
        nearly(LETTER, "ngày 05 tháng 4", "ngày      tháng 4");
        text("ISSUER-SHORT", DECISION, "SỞ NỘI VỤ", "SỞ TN&MT");
        mutations.done();
    }

    @Test
    void titlesAndOpenings() throws Exception {
        text("LETTER-SUBJECT-LABEL", LETTER, "V/v rà", "v/v rà");
        text("LETTER-SUBJECT-LABEL", LETTER, "V/v rà", "V/v: rà");
        text("LETTER-SUBJECT-LABEL", LETTER, "V/v rà", "Về việc rà");
        text("ADDRESSEE-LABEL", LETTER, "Kính gửi:", "Kính gửi");
        text("ADDRESSEE-MARK", LETTER, "- Các sở, ban, ngành;", "- Các sở, ban, ngành,");
        text("ADDRESSEE-MARK", LETTER, "- Các sở, ban, ngành;", "– Các sở, ban, ngành;");
        text("ADDRESSEE-MARK", LETTER, "các huyện.", "các huyện;");
        text("BASIS-END", DECISION, "về công tác văn thư;", "về công tác văn thư,");
        text("BASIS-END", DECISION, "Chánh Văn phòng Sở.", "Chánh Văn phòng Sở,");
        nearly(DECISION, "Chánh Văn phòng Sở.", "Chánh Văn phòng Sở;");
        text("CITATION-LATER", DECISION, "05/3/2020", "05/3/2023");
        mutations.done();
    }

    @Test
    void texts() throws Exception {
        text("END-MARK-MISSING", LETTER, "theo quy định./.", "theo quy định.");
        text("DATE-PADDING", LETTER, "15/5/2022", "15/05/2022");
        text("DATE-IMPOSSIBLE", LETTER, "15/5/2022", "31/6/2022");
        text("DEADLINE-PAST", LETTER, "15/5/2022", "15/5/2021");
        text("CAPITAL-START", LETTER, "Báo cáo gửi", "báo cáo gửi");
        nearly(LETTER, "15/5/2022", "05/5/2022");
        text("CAPITAL-PROVISION", LETTER, "khoản 2 Điều 8", "Khoản 2 Điều 8");
        mutations.done();
    }

    @Test
    void feet() throws Exception {
        text("RECIPIENTS-LABEL", LETTER, "Nơi nhận:", "Nơi nhận");
        text("RECIPIENTS-LABEL", LETTER, "Nơi nhận:", "Nơi nhận :");
        text("RECIPIENT-END", LETTER, "- Như trên;", "- Như trên,");
        text("RECIPIENT-END", LETTER, "- Như trên;", "- Như trên");
        text("RECIPIENT-END", LETTER, "- Giám đốc", "– Giám đốc");
        text("ADDRESSEE-AS-ABOVE", LETTER, "- Như trên;", "- Như kính gửi;");
        text("ARCHIVE-LABEL", DECISION, "- Lưu: VT", "- Lưu VT");
        text("ARCHIVE-END", DECISION, "VT, VP.", "VT, VP");
        text("ARCHIVE-UNIT", LETTER, "- Lưu: VT, VP", "- Lưu: VT, TH");
        text("SIGNATURE-HONOUR", LETTER, "Trần Công Hòa", "ThS. Trần Công Hòa");
        text("CAPITAL-SIGNER", LETTER, "Trần Công Hòa", "Trần công Hòa");
        for (var form : List.of("KT.GIÁM", "KT GIÁM", "K/T GIÁM", "KT . GIÁM")) {
            text("AUTHORITY-MARK", LETTER, "KT. GIÁM", form);
        }
        mutations.done();
    }

    @Test
    void appendices() throws Exception {
        text("APPENDIX-NUMBER", PLAN, "Phụ lục II", "Phụ lục 2");
        text("APPENDIX-NUMBER", PLAN, "Phụ lục II", "Phụ lục III");
        mutations.done();
    }

    @Test
    void pages() throws Exception {
        for (var side : List.of("top", "bottom", "left", "right")) {
            xml(
                    "PAGE-MARGIN-" + side.toUpperCase(),
                    LETTER,
                    DOCUMENT,
                    "(<w:pgMar [^>]*w:" + side + "=)\"\\d+",
                    "$1\"2300");
            xml(
                    "PAGE-MARGIN-" + side.toUpperCase(),
                    PLAN,
                    DOCUMENT,
                    "(<w:pgMar [^>]*w:" + side + "=)\"\\d+",
                    "$1\"500");
        }
        xml("PAGE-PAPER", LETTER, DOCUMENT, "w:w=\"11906\"", "w:w=\"12240\"");
        xml("PAGE-NUMBER-FIRST", PLAN, DOCUMENT, "<w:titlePg/>", "");
        xml("PAGE-NUMBER-MISSING", PLAN, DOCUMENT, "<w:headerReference [^>]*/>", "");
        var style = "(?<=<w:pStyle w:val=\"PageNumber\"/>)";
        xml("PAGE-NUMBER-PLACE", PLAN, "word/header1.xml", style, "<w:jc w:val=\"right\"/>");
        var run = "<w:r>(?=<w:t>2)";
        xml("PAGE-NUMBER-SIZE", PLAN, "word/header1.xml", run, "<w:r><w:rPr><w:sz w:val=\"40\"/></w:rPr>");
        xml("PAGE-NUMBER-STYLE", PLAN, "word/header1.xml", run, "<w:r><w:rPr><w:b/></w:rPr>");
        xml(
                "PAGE-ORIENTATION",
                LETTER,
                DOCUMENT,
                "w:w=\"11906\" w:h=\"16838\"",
                "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"");
        var plan = fixture.document(PLAN);
        mutations.expect(
                "PAGE-NUMBER-RESTART",
                line(plan, "Phụ lục II").paragraph().place(),
                fixture.replaced(
                        plan, DOCUMENT, "<w:pgNumType w:start=\"1\"/>(<w:titlePg/></w:sectPr></w:body>)", "$1"),
                plan);
        mutations.done();
    }

    @Test
    void storedLetters() throws Exception {
        var file = fixture.document(LETTER);
        var line = line(file, "thể thức của những văn bản");
        mutations.expect(
                "TEXT-COMPOSED",
                line.paragraph().place(),
                fixture.replaced(
                        file,
                        DOCUMENT,
                        "thể thức của những",
                        Normalizer.normalize("thể thức của những", Normalizer.Form.NFD)),
                file);
        mutations.done();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void mostRulesAreTripped() throws Exception {
        var rules = new TreeSet<String>(Rules.codes());
        rules.removeAll(TRIPPED);
        // Those of the Party and of looks are in other tests.
        rules.removeAll(List.of("ISSUER-MARK", "NATIONAL-NAME-LINE", "SUBJECT-MARK", "TEXT-ALIGNMENT", "TEXT-COLOUR"));
        rules.removeAll(List.of("TEXT-INDENT", "TEXT-SPACING", "TEXT-TYPEFACE"));
        assertEquals(Set.of(), rules);
    }

    @Test
    void spaceBetweenParagraphs() throws Exception {
        var file = fixture.document(PLAN);
        var line = line(file, "Nâng cao chất lượng");
        var look = line.paragraph().look();
        var none = new Look(
                look.typeface(),
                look.size(),
                false,
                false,
                false,
                false,
                0,
                look.alignment(),
                0,
                0,
                0,
                1,
                0,
                false,
                Set.of(),
                Set.of());
        mutations.expect(
                "TEXT-GAP",
                line.paragraph().place(),
                fixture.amended(
                        file,
                        new Amendment.Restyle(
                                line.paragraph().anchor(),
                                Fixture.stored(line),
                                none,
                                Set.of(Look.Property.SPACE_BEFORE, Look.Property.SPACE_AFTER))),
                file);
        mutations.done();
    }

    @Test
    void lettersOfOldTypefaces() throws Exception {
        var file = fixture.document(LETTER);
        var line = line(file, "thể thức của những văn bản");
        var found = Fixture.check(fixture.replaced(
                        file,
                        DOCUMENT,
                        "<w:r><w:t xml:space=\"preserve\">Sở Nội vụ đề nghị",
                        "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr><w:t>Së Néi vô</w:t></w:r>"
                                + "<w:r><w:t xml:space=\"preserve\"> đề nghị"))
                .findings();
        assertEquals(
                List.of("TEXT-ENCODING at " + line.paragraph().place().position()),
                found.stream()
                        .map(finding -> finding.rule().id() + " at "
                                + finding.problem().place().position())
                        .toList());
        TRIPPED.add("TEXT-ENCODING");
    }

    /** A letter that an office typed, with all numbers and marks in its text. */
    @Test
    void typedLetters() throws Exception {
        var plan = new TypedLetter(Head.TABLE, Foot.TABLE, Ruling.NONE, false, 1);
        var file = Files.write(folder.resolve("kehoach.docx"), plan.file());
        for (var rule : List.of("MOTTO-LINE", "ISSUER-LINE", "SUBJECT-LINE", "MOTTO-TEXT")) {
            assertEquals(1, count(file, rule), rule);
            TRIPPED.add(rule);
        }
        assertEquals(0, count(file, "DIVISION-NUMBER"));
        assertEquals(1, count(changed(file, "2. Báo cáo", "3. Báo cáo"), "DIVISION-NUMBER"));
        assertEquals(1, count(changed(file, "a) Số văn bản", "b) Số văn bản"), "DIVISION-NUMBER"));
        TRIPPED.add("DIVISION-NUMBER");
        assertEquals(0, count(changed(file, "1. Rà soát", "Điều 1. Rà soát"), "DIVISION-MARK"));
        assertEquals(1, count(changed(file, "1. Rà soát", "Điều 1: Rà soát"), "DIVISION-MARK"));
        TRIPPED.add("DIVISION-MARK");
        assertEquals(0, count(file, "SUBJECT-BOTH"));
        var both = fixture.replaced(
                file,
                DOCUMENT,
                "(<w:p>(?:(?!</w:p>).)*Số: 38/KH-SNV.*?</w:p>)",
                "$1<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>V/v công tác văn thư</w:t></w:r></w:p>");
        assertEquals(1, count(both, "SUBJECT-BOTH"));
        TRIPPED.add("SUBJECT-BOTH");
        var border = Files.write(
                folder.resolve("ke.docx"), new TypedLetter(Head.TABLE, Foot.TABLE, Ruling.BORDER, false, 1).file());
        for (var rule : List.of("MOTTO-LINE", "ISSUER-LINE", "SUBJECT-LINE")) {
            assertEquals(0, count(border, rule), rule);
        }
    }

    private static Path underlined(Path file, String text) throws Exception {
        return fixture.replaced(
                file,
                DOCUMENT,
                "(<w:sz w:val=\"26\"/>)(</w:rPr><w:t xml:space=\"preserve\">" + text + ")",
                "$1<w:u w:val=\"single\"/>$2");
    }

    @Test
    void typedLettersWithFaults() throws Exception {
        var file = Files.write(
                folder.resolve("kehoach.docx"), new TypedLetter(Head.TABLE, Foot.TABLE, Ruling.NONE, false, 1).file());
        for (var each : Map.of(
                        "ISSUER-LINE", "SỞ NỘI VỤ", "SUBJECT-LINE", "Công tác văn thư", "MOTTO-LINE", "Độc lập – Tự do")
                .entrySet()) {
            var underlined = underlined(file, each.getValue());
            var length = each.getKey() + "-LENGTH";
            assertEquals(0, count(underlined, each.getKey()), each.getKey());
            assertEquals(each.getKey().startsWith("MOTTO") ? 0 : 1, count(underlined, length), length);
            TRIPPED.add(length);
        }
        assertEquals(0, count(file, "LETTERHEAD-WRAPPED"));
        var narrow = fixture.replaced(file, DOCUMENT, "<w:gridCol w:w=\"5300\"/>", "<w:gridCol w:w=\"3800\"/>");
        // National name, and place and date.
        assertEquals(2, count(narrow, "LETTERHEAD-WRAPPED"));
        TRIPPED.add("LETTERHEAD-WRAPPED");
        assertEquals(1, count(changed(file, "KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN"), "AUTHORITY-ISSUER"));
        var council = changed(changed(file, "KT. GIÁM ĐỐC", "TM. UBND TỈNH"), "SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH");
        assertEquals(0, count(council, "AUTHORITY-ISSUER"));
        TRIPPED.add("AUTHORITY-ISSUER");
        assertEquals(0, count(changed(file, "Báo cáo kết quả trước", "Các hồ sơ tiếp nhận trước"), "DEADLINE-PAST"));
        var past = changed(file, "15/5/2022", "15/3/2022");
        assertEquals(1, count(past, "DEADLINE-PAST"));
        assertEquals(0, count(changed(past, "Báo cáo kết quả trước", "Các hồ sơ tiếp nhận trước"), "DEADLINE-PAST"));
    }

    @Test
    void signaturesInOtherCaseAndWithTheAgencyOnItsLine() throws Exception {
        var file = Files.write(
                folder.resolve("kehoach.docx"),
                new TypedLetter(Head.TABLE, Foot.TABLE, Ruling.BORDER, false, 1).file());
        var small = changed(file, "PHÓ GIÁM ĐỐC", "Phó Giám Đốc");
        assertEquals(0, count(small, "SIGNATURE-DEPUTY"));
        assertEquals(1, count(small, "ND30-V.7a.case"));
        var apart = fixture.replaced(
                file,
                DOCUMENT,
                "(<w:p>(?:(?!</w:p>).)*KT. GIÁM ĐỐC.*?</w:p>)",
                "$1<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>SỞ TÀI CHÍNH</w:t></w:r></w:p>");
        assertEquals(Role.POSITION, line(apart, "SỞ TÀI CHÍNH").role());
        assertEquals(Role.POSITION_BELOW_AUTHORITY, line(apart, "PHÓ GIÁM ĐỐC").role());
        assertEquals(0, count(apart, "SIGNATURE-DEPUTY"));
    }

    private static Path changed(Path file, String old, String text) throws Exception {
        var line = line(file, old);
        return fixture.amended(
                file, new Amendment.Retype(line.paragraph().anchor(), Fixture.stored(line), changed(line, old, text)));
    }

    private static long count(Path file, String rule) throws Exception {
        return Fixture.check(file).findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .count();
    }

    @Test
    void partsThatAreMissing() throws Exception {
        for (var missing : List.of(
                List.of("ISSUER-MISSING", PLAN, "SỞ NỘI VỤ", "UBND TỈNH QUẢNG NGÃI"),
                List.of("LETTER-SUBJECT-MISSING", LETTER, "V/v rà"),
                List.of("ARCHIVE-MISSING", PLAN, "- Lưu: VT, VP."),
                List.of("SIGNATURE-MISSING", PLAN, "GIÁM ĐỐC", "Nguyễn Văn An"),
                List.of("SUBJECT-MISSING", PLAN, "Công tác văn thư, lưu trữ"),
                List.of("NATIONAL-NAME-MISSING", LETTER, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                List.of("MOTTO-MISSING", LETTER, "Độc lập - Tự do - Hạnh phúc"),
                List.of("NUMBER-MISSING", PLAN, "Số: 38/KH-SNV"),
                List.of("RECIPIENTS-MISSING", PLAN, "Nơi nhận:"),
                List.of("APPENDIX-REFERENCE", PLAN, "(Kèm theo"))) {
            var file = fixture.document(missing.get(1));
            var removed = new ArrayList<Amendment>();
            for (var text : missing.subList(2, missing.size())) {
                var line = line(file, text);
                removed.add(new Amendment.Retype(line.paragraph().anchor(), Fixture.stored(line), ""));
            }
            var mutated = fixture.amended(file, removed);
            assertEquals(1, count(mutated, missing.getFirst()), missing.getFirst());
            TRIPPED.add(missing.getFirst());
        }
    }
}
