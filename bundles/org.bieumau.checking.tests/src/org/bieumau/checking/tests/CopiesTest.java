/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.Repair;
import org.bieumau.checking.tests.TypedLetter.Foot;
import org.bieumau.checking.tests.TypedLetter.Head;
import org.bieumau.checking.tests.TypedLetter.Ruling;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Progress;
import org.bieumau.testing.LibreOffice;
import org.bieumau.testing.ZipParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CommentsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;

/** Copies with comments, and mended copies. */
class CopiesTest {

    @TempDir
    private Path folder;

    private Path letter() throws Exception {
        return Files.write(
                folder.resolve("thu.docx"), new TypedLetter(Head.TABLE, Foot.TABLE, Ruling.NONE, true, 1).file());
    }

    private static void assertValid(XmlObject part) {
        var errors = new ArrayList<XmlError>();
        part.validate(new XmlOptions().setErrorListener(errors));
        assertEquals(List.of(), errors);
    }

    @Test
    void commentsAreAtTheirPlaces() throws Exception {
        var report = Fixture.check(letter());
        var findings = report.findings();
        assertTrue(findings.size() > 3, findings::toString);
        var copy = folder.resolve("nhanxet.docx");
        assertEquals(findings.size(), Fixture.CHECK.comment(report, copy));

        var parts = ZipParts.read(Files.readAllBytes(copy));
        assertValid(DocumentDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/document.xml"))));
        assertValid(CommentsDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/comments.xml"))));
        try (var document = new XWPFDocument(Files.newInputStream(copy))) {
            var comments = document.getDocComments().getComments();
            assertEquals(
                    findings.stream().map(CheckFinding::sentence).toList(),
                    comments.stream().map(comment -> comment.getText().strip()).toList());
            assertEquals("Biểu Mẫu", comments.getFirst().getAuthor());
        }
        // The comment on the motto is around the motto.
        var motto =
                findings.stream().map(finding -> finding.rule().id()).toList().indexOf("MOTTO-TEXT");
        var xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        var commented = Pattern.compile(
                        "<w:commentRangeStart w:id=\"" + motto + "\"/>(.*?)<w:commentRangeEnd w:id=\"" + motto + "\"/>")
                .matcher(xml);
        assertTrue(commented.find());
        assertEquals("Độc lập – Tự do – Hạnh phúc", commented.group(1).replaceAll("<[^>]*>", ""));
        // Reading the copy gives the text of the file.
        assertEquals(text(report.file()), text(copy));

        var opened = Files.readString(LibreOffice.convert(copy, "fodt", folder));
        assertEquals(
                findings.size(),
                Pattern.compile("<office:annotation ").matcher(opened).results().count());
    }

    private static List<String> text(Path file) throws Exception {
        return Fixture.text(file)
                .lines()
                .map(line -> line.text())
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Test
    void commentsOfOthersStay() throws Exception {
        var first = folder.resolve("mot.docx");
        var report = Fixture.check(letter());
        Fixture.CHECK.comment(report, first);
        var again = Fixture.check(first);
        var second = folder.resolve("hai.docx");
        Fixture.CHECK.comment(again, second);
        try (var document = new XWPFDocument(Files.newInputStream(second))) {
            assertEquals(
                    report.findings().size() + again.findings().size(),
                    document.getDocComments().getComments().size());
        }
    }

    @Test
    void numbersOfCitedDocumentsStay() throws Exception {
        var parts = ZipParts.read(Files.readAllBytes(letter()));
        var xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        var cited = "theo Kế hoạch số 5/KH-UBND ngày 15/9/2025.";
        parts.put(
                "word/document.xml",
                xml.replace("đã ban hành trong năm 2021.", cited).getBytes(StandardCharsets.UTF_8));
        var file = Files.write(folder.resolve("vien-dan.docx"), ZipParts.write(parts));
        var report = Fixture.check(file);
        assertTrue(
                report.findings().stream()
                        .anyMatch(finding -> finding.rule().id().equals("NUMBER-PADDING")),
                report.findings()::toString);
        var copy = folder.resolve("sua.docx");
        Fixture.CHECK.mend(report, EnumSet.of(Repair.SAFE, Repair.GUARDED), copy, Progress.NONE);
        assertTrue(text(copy).stream().anyMatch(line -> line.endsWith(cited)), () -> "The text changed.");
    }

    @Test
    void typedLettersAreMended() throws Exception {
        for (var head : Head.values()) {
            for (var foot : Foot.values()) {
                var file = Files.write(
                        folder.resolve("thu.docx"), new TypedLetter(head, foot, Ruling.BORDER, true, 1).file());
                var report = Fixture.check(file);
                var copy = folder.resolve("sua.docx");
                var mending = Fixture.CHECK.mend(report, EnumSet.of(Repair.SAFE, Repair.GUARDED), copy, Progress.NONE);
                assertTrue(mending.isWritten(), head + " " + foot);
                assertTrue(
                        mending.after().findings().stream().allMatch(finding -> finding.repair() == Repair.BY_HAND),
                        () -> head + " " + foot + ": " + mending.after().findings());
                var xml = ZipParts.read(Files.readAllBytes(copy)).get("word/document.xml");
                if (head == Head.BOXES || foot == Foot.BOXES) {
                    // The schema does not know alternatives.
                    assertBoxesAreStoredTwice(new String(xml, StandardCharsets.UTF_8));
                } else {
                    assertValid(DocumentDocument.Factory.parse(new ByteArrayInputStream(xml)));
                }
            }
        }
    }

    private static void assertBoxesAreStoredTwice(String xml) {
        var boxes = Pattern.compile("<w:txbxContent>.*?</w:txbxContent>", Pattern.DOTALL)
                .matcher(xml)
                .results()
                .map(MatchResult::group)
                .toList();
        assertTrue(boxes.size() >= 4, xml);
        for (int i = 0; i < boxes.size(); i += 2) {
            assertEquals(boxes.get(i), boxes.get(i + 1));
        }
    }

    @Test
    void severalChangesOfAParagraphAreMade() throws Exception {
        var parts = ZipParts.read(Files.readAllBytes(letter()));
        var xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        parts.put(
                "word/document.xml",
                xml.replace("Đề nghị các cơ quan, đơn vị quan tâm thực hiện./.", "Điều 1: Đề nghị thực hiện.")
                        .getBytes(StandardCharsets.UTF_8));
        var file = Files.write(folder.resolve("dieu.docx"), ZipParts.write(parts));
        var copy = folder.resolve("sua.docx");
        Fixture.CHECK.mend(Fixture.check(file), EnumSet.of(Repair.SAFE), copy, Progress.NONE);
        assertTrue(text(copy).contains("Điều 1. Đề nghị thực hiện./."), () -> "One of the changes is missing.");
    }

    @Test
    void linesOfTheLetterheadAreDrawn() throws Exception {
        var file = Files.write(
                folder.resolve("thu.docx"), new TypedLetter(Head.TABLE, Foot.TABLE, Ruling.NONE, false, 1).file());
        var copy = folder.resolve("sua.docx");
        var mending = Fixture.CHECK.mend(Fixture.check(file), EnumSet.allOf(Repair.class), copy, Progress.NONE);
        // The plan is too short to have all parts of one.
        assertTrue(mending.after().findings().stream()
                .allMatch(finding -> finding.rule().id().startsWith("PLAN-")));
        assertEquals(
                text(file),
                text(copy).stream().map(line -> line.replace(" - ", " – ")).toList());
        assertValid(DocumentDocument.Factory.parse(
                new ByteArrayInputStream(ZipParts.read(Files.readAllBytes(copy)).get("word/document.xml"))));
    }

    @Test
    void pageNumbersAreAdded() throws Exception {
        var fixture = new Fixture(folder);
        var file = fixture.replaced(fixture.document("KếHoạch"), "word/document.xml", "<w:headerReference [^>]*/>", "");
        var copy = folder.resolve("sua.docx");
        var mending = Fixture.CHECK.mend(Fixture.check(file), EnumSet.allOf(Repair.class), copy, Progress.NONE);
        assertEquals(List.of(), mending.after().findings());
        var parts = ZipParts.read(Files.readAllBytes(copy));
        assertValid(DocumentDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/document.xml"))));
        assertValid(HdrDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/headerBieuMau.xml"))));
    }

    @Test
    void safeRepairsDoNotTouchLooks() throws Exception {
        var report = Fixture.check(letter());
        var copy = folder.resolve("sua.docx");
        var mending = Fixture.CHECK.mend(report, EnumSet.of(Repair.SAFE), copy, Progress.NONE);
        assertTrue(mending.isWritten());
        var before = new String(
                ZipParts.read(Files.readAllBytes(report.file())).get("word/document.xml"), StandardCharsets.UTF_8);
        var after =
                new String(ZipParts.read(Files.readAllBytes(copy)).get("word/document.xml"), StandardCharsets.UTF_8);
        assertEquals(before.replace("Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"), after);
    }

    private void assertRefused(String code, Path file) throws Exception {
        var copy = folder.resolve("sua.docx");
        var mending = Fixture.CHECK.mend(Fixture.check(file), EnumSet.allOf(Repair.class), copy, Progress.NONE);
        assertEquals(
                List.of(code), mending.refusal().stream().map(Problem::code).toList());
        assertFalse(mending.isWritten());
        assertFalse(Files.exists(copy));
    }

    @Test
    void signedProtectedAndTrackedFilesAreLeftAlone() throws Exception {
        var file = letter();
        var parts = ZipParts.read(Files.readAllBytes(file));
        var rels = new String(parts.get("_rels/.rels"), StandardCharsets.UTF_8);
        parts.put(
                "_rels/.rels",
                rels.replace(
                                "</Relationships>",
                                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/"
                                        + "relationships/digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/>"
                                        + "</Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put("_xmlsignatures/origin.sigs", new byte[0]);
        assertRefused("AMEND-SIGNED", Files.write(folder.resolve("ky.docx"), ZipParts.write(parts)));

        var tracked = ZipParts.read(Files.readAllBytes(file));
        var xml = new String(tracked.get("word/document.xml"), StandardCharsets.UTF_8);
        tracked.put(
                "word/document.xml",
                xml.replaceFirst("(<w:r>.*?</w:r>)", "<w:ins w:id=\"1\" w:author=\"A\">$1</w:ins>")
                        .getBytes(StandardCharsets.UTF_8));
        assertRefused("AMEND-TRACKED", Files.write(folder.resolve("theodoi.docx"), ZipParts.write(tracked)));

        var guarded = ZipParts.read(Files.readAllBytes(file));
        guarded.put(
                "word/_rels/document.xml.rels",
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/settings\" Target=\"settings.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        guarded.put(
                "word/settings.xml",
                ("<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                                + "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/></w:settings>")
                        .getBytes(StandardCharsets.UTF_8));
        assertRefused("AMEND-PROTECTED", Files.write(folder.resolve("baove.docx"), ZipParts.write(guarded)));
    }
}
