/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.source.Amendment;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of texts and pages: one change of a good file trips the rule, at its place, and no other rule. */
class TextMutationTest {

    private static final String LETTER = "CôngVăn";
    private static final String DECISION = "QuyếtĐịnh";
    private static final String PLAN = "KếHoạch";
    private static final String DOCUMENT = "word/document.xml";

    @TempDir
    private static Path folder;

    private static Mutations mutations;
    private static Fixture fixture;

    @BeforeAll
    static void export() throws Exception {
        fixture = new Fixture(folder);
        mutations = new Mutations(folder);
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
        text("DATE-PADDING", LETTER, "ngày 05 tháng 4", "ngày 5 tháng 4");
        text("DATE-PADDING", LETTER, "ngày 05 tháng 4", "ngày 05 tháng 04");
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
    void partsThatAreMissing() throws Exception {
        var found = new ArrayList<String>();
        for (var missing : List.of(
                List.of("NATIONAL-NAME-MISSING", LETTER, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                List.of("MOTTO-MISSING", LETTER, "Độc lập - Tự do - Hạnh phúc"),
                List.of("NUMBER-MISSING", PLAN, "Số: 38/KH-SNV"),
                List.of("RECIPIENTS-MISSING", PLAN, "Nơi nhận:"),
                List.of("APPENDIX-REFERENCE", PLAN, "(Kèm theo"))) {
            var file = fixture.document(missing.get(1));
            var line = line(file, missing.get(2));
            var mutated =
                    fixture.amended(file, new Amendment.Retype(line.paragraph().anchor(), Fixture.stored(line), ""));
            Fixture.check(mutated).findings().stream()
                    .map(finding -> finding.rule().id())
                    .filter(missing.getFirst()::equals)
                    .forEach(found::add);
        }
        assertEquals(
                List.of(
                        "NATIONAL-NAME-MISSING",
                        "MOTTO-MISSING",
                        "NUMBER-MISSING",
                        "RECIPIENTS-MISSING",
                        "APPENDIX-REFERENCE"),
                found);
    }
}
