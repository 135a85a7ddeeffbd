/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.testing.OfficeFile;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Malicious and incomplete documents are read as far as possible, or end with a problem. */
class HostileDocumentTest {

    @TempDir
    private Path folder;

    private static String problem(WordFixture document) {
        var problem = assertThrows(ProblemException.class, document::read).problem();
        assertNotNull(problem.place().file());
        return problem.code();
    }

    private String problem(Path file) {
        return assertThrows(ProblemException.class, () -> WordFixture.read(file))
                .problem()
                .code();
    }

    @Test
    void deepNestingEnds() {
        var deep = 100_000;
        assertEquals(
                "FILE-LIMIT",
                problem(WordFixture.of("<w:sdt><w:sdtContent>".repeat(deep) + "</w:sdtContent></w:sdt>".repeat(deep))));
        assertEquals(
                "FILE-LIMIT",
                problem(WordFixture.of("<w:tbl><w:tr><w:tc>".repeat(deep) + "</w:tc></w:tr></w:tbl>".repeat(deep))));
        assertEquals(
                "FILE-LIMIT",
                problem(WordFixture.of("<w:p>" + "<w:ins>".repeat(deep) + "</w:ins>".repeat(deep) + "</w:p>")));
        assertEquals(
                "FILE-LIMIT",
                problem(WordFixture.of(
                        "<w:p><m:oMath>" + "<m:e>".repeat(deep) + "</m:e>".repeat(deep) + "</m:oMath></w:p>")));
    }

    @Test
    void theDeepestNestingWithinTheLimitIsRead() throws Exception {
        var nested = "";
        for (int i = 0; i < 160; i++) {
            nested = "<w:tbl><w:tr><w:tc>" + nested + p("x") + "</w:tc></w:tr></w:tbl>";
        }
        assertEquals(160, WordFixture.rows(WordFixture.of(nested).read()).size());
    }

    @Test
    void aRowWithTooManyParagraphsEnds() {
        assertEquals(
                "FILE-CROWDED",
                problem(WordFixture.of("<w:tbl><w:tr><w:tc>" + "<w:p/>".repeat(100_001) + "</w:tc></w:tr></w:tbl>")));
    }

    @Test
    void aLongChainOfStylesIsRead() throws Exception {
        var styles = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            styles.append("<w:style w:type='paragraph' w:styleId='s%d'><w:basedOn w:val='s%d'/></w:style>"
                    .formatted(i, i + 1));
        }
        styles.append(
                "<w:style w:type='paragraph' w:styleId='s20000'><w:basedOn w:val='s0'/><w:rPr><w:b/></w:rPr></w:style>");
        assertTrue(WordFixture.of(p("<w:pStyle w:val='s0'/>", r("x")))
                .styles(styles.toString())
                .paragraph()
                .look()
                .bold());
    }

    @Test
    void aWorkbookWithTheExtensionOfWordIsRecognised() throws Exception {
        var renamed = Files.move(RealFile.LABOUR_SURVEY.copyTo(folder), folder.resolve("bieu.docx"));
        assertEquals("FILE-NOT-WORD", problem(renamed));
    }

    @Test
    void aDocumentWithoutABodyIsRejected() throws Exception {
        var file = new OfficeFile()
                .part("/word/document.xml", "x", "<w:document " + WordFixture.NAMESPACES + "/>")
                .relate("/", "rId1", "officeDocument", "word/document.xml")
                .write(folder.resolve("rong.docx"));
        assertEquals("FILE-NOT-WORD", problem(file));
    }

    @Test
    void missingSmallPartsDoNotPreventReading() throws Exception {
        var document = WordFixture.of(
                "<w:p><w:pPr><w:pStyle w:val='x'/><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>" + r("còn")
                        + "<w:r><w:footnoteReference w:id='5'/></w:r></w:p>",
                "<w:sectPr><w:headerReference r:id='none' w:type='default'/></w:sectPr>");
        assertEquals("còn", document.paragraph().text());
    }

    @Test
    void damageAfterTheTextIsReported() throws Exception {
        var file = new OfficeFile()
                .part(
                        "/word/document.xml",
                        "x",
                        "<w:document " + WordFixture.NAMESPACES + "><w:body>" + p("a")
                                + "</w:body><w:end></w:document>")
                .relate("/", "rId1", "officeDocument", "word/document.xml")
                .write(folder.resolve("hong.docx"));
        assertEquals("FILE-XML", problem(file));
    }

    @Test
    void entitiesAreRefused() throws Exception {
        var file = new OfficeFile()
                .part(
                        "/word/document.xml",
                        "x",
                        "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document " + WordFixture.NAMESPACES
                                + "><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")
                .relate("/", "rId1", "officeDocument", "word/document.xml")
                .write(folder.resolve("hong.docx"));
        assertEquals("FILE-UNSAFE", problem(file));
    }
}
