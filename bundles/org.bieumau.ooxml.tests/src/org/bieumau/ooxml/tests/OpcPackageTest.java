/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.Limits;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.Relationship;
import org.bieumau.testing.OfficeFile;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages are read, and hostile or damaged ones end with a problem that says what to do. */
class OpcPackageTest {

    private static final String MAIN = "/word/document.xml";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @TempDir
    private Path folder;

    private static OfficeFile document(String xml) {
        return new OfficeFile().part(MAIN, TYPE, xml).relate("/", "rId1", "officeDocument", "word/document.xml");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bao-cao.docx"), bytes);
    }

    private static void readAll(Path file, Limits limits) throws IOException, ProblemException {
        try (var opc = OpcPackage.open(file, limits);
                var xml = opc.read(opc.mainPart())) {
            xml.root();
            while (xml.nextChild(1)) {
                xml.text();
            }
        }
    }

    /** Returns the code of the problem that a file ends with. */
    private static String problem(Path file, Limits limits) {
        var problem = assertThrows(ProblemException.class, () -> readAll(file, limits))
                .problem();
        assertEquals(file.toString(), problem.place().file());
        assertFalse(problem.message().isBlank());
        return problem.code();
    }

    private String problem(OfficeFile file) throws IOException {
        return problem(file(file.bytes()), Limits.DEFAULT);
    }

    @Test
    void partsTypesAndRelationshipsAreRead() throws Exception {
        var file = document("<document/>")
                .relate(MAIN, "rId1", "styles", "styles.xml")
                .relate(MAIN, "rId2", "image", "../media/anh.png")
                .relate(MAIN, "rId3", "header", "/word/header1.xml")
                .relate(MAIN, "rId4", "hyperlink", "https://example.org/van-ban");
        try (var opc = OpcPackage.open(file(file.bytes()), Limits.DEFAULT)) {
            assertEquals(MAIN, opc.mainPart());
            assertTrue(opc.has("/WORD/Document.xml"));
            assertEquals(TYPE, opc.contentType(MAIN));
            assertEquals("application/xml", opc.contentType("/word/styles.xml"));
            assertEquals(
                    List.of(
                            new Relationship("rId1", "styles", "/word/styles.xml", false),
                            new Relationship("rId2", "image", "/media/anh.png", false),
                            new Relationship("rId3", "header", "/word/header1.xml", false),
                            new Relationship("rId4", "hyperlink", "https://example.org/van-ban", true)),
                    opc.relationships(MAIN));
            assertEquals(List.of(), opc.relationships("/word/styles.xml"));
        }
    }

    @Test
    void realFilesAreOpened() throws Exception {
        for (var each : RealFile.values()) {
            if (each.fileName().endsWith("x")) {
                try (var opc = OpcPackage.open(each.copyTo(folder), Limits.DEFAULT)) {
                    assertTrue(opc.mainPart().endsWith(each.fileName().endsWith("docx") ? "document.xml" : "book.xml"));
                }
            }
        }
    }

    @Test
    void oldAndOtherFilesAreRecognised() throws Exception {
        var old = Files.move(RealFile.CURRICULUM_VITAE_DOC.copyTo(folder), folder.resolve("cu.docx"));
        assertEquals("FILE-OLD-FORMAT", problem(old, Limits.DEFAULT));
        var encrypted = Arrays.copyOf(Files.readAllBytes(old), 4096);
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 2000, name.length);
        assertEquals("FILE-ENCRYPTED", problem(file(encrypted), Limits.DEFAULT));
        assertEquals("FILE-EMPTY", problem(file(new byte[0]), Limits.DEFAULT));
        assertEquals("FILE-NOT-OFFICE", problem(file("<html></html>".getBytes()), Limits.DEFAULT));
        assertEquals("FILE-LOCK", problem(Files.write(folder.resolve("~$o-cao.docx"), new byte[162]), Limits.DEFAULT));
    }

    @Test
    void truncatedAndDamagedFilesAreProblems() throws Exception {
        var bytes = document("<d>" + "<p>Nội dung</p>".repeat(1000) + "</d>").bytes();
        for (int length = 2; length < bytes.length; length += 7) {
            assertEquals("FILE-DAMAGED", problem(file(Arrays.copyOf(bytes, length)), Limits.DEFAULT));
        }
        var directory = bytes.clone();
        Arrays.fill(directory, bytes.length - 60, bytes.length - 22, (byte) 0);
        assertEquals("FILE-DAMAGED", problem(file(directory), Limits.DEFAULT));
    }

    @Test
    void changedBytesOfAPartAreNoticed() throws Exception {
        var stored = new OfficeFile()
                .part(MAIN, TYPE, "<d><p>Số tiền 1000</p></d>")
                .relate("/", "rId1", "officeDocument", MAIN)
                .bytes();
        // The directory has the checksum of the part; a different one means that the part was changed.
        var directory = new String(stored, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        stored[directory + 16] ^= 1;
        assertEquals("FILE-DAMAGED", problem(file(stored), Limits.DEFAULT));
    }

    @Test
    void missingPartsAreNamed() throws Exception {
        var noMain = new OfficeFile().relate("/", "rId1", "officeDocument", "word/document.xml");
        assertEquals("FILE-PART-MISSING", problem(noMain));
        assertEquals("FILE-PART-MISSING", problem(new OfficeFile().part("/a.xml", new byte[1])));
        var message = assertThrows(ProblemException.class, () -> readAll(file(noMain.bytes()), Limits.DEFAULT))
                .getMessage();
        assertTrue(message.contains("«/word/document.xml»"), message);
    }

    @Test
    void unsafeNamesAreRefused() throws Exception {
        assertEquals("FILE-UNSAFE", problem(document("<d/>").part("/../../etc/passwd", new byte[1])));
        assertEquals("FILE-UNSAFE", problem(document("<d/>").part("/word\\..\\..\\a.xml", new byte[1])));
        var twice = new String(
                document("<d/>").part("/word/Zocument.xml", new byte[1]).bytes(), StandardCharsets.ISO_8859_1);
        assertEquals(
                "FILE-UNSAFE",
                problem(
                        file(twice.replace("Zocument", "document").getBytes(StandardCharsets.ISO_8859_1)),
                        Limits.DEFAULT));
    }

    @Test
    void zipBombsAreRejectedByTheirRatio() throws Exception {
        assertEquals("FILE-LIMIT", problem(document("<d>" + "<p>0</p>".repeat(2_000_000) + "</d>")));
    }

    @Test
    void eachLimitHolds() throws Exception {
        var file = document("<d><a><b><c>Biểu</c></b></a><e>" + "0123456789".repeat(20) + "</e></d>")
                .write(folder.resolve("bieu.docx"));
        readAll(file, new Limits(1 << 20, 10, 2000, 10, 2000, 4, 300, 20));
        for (var limits : List.of(
                new Limits(500, 10, 2000, 10, 2000, 4, 300, 20),
                new Limits(1 << 20, 2, 2000, 10, 2000, 4, 300, 20),
                new Limits(1 << 20, 10, 200, 10, 2000, 4, 300, 20),
                new Limits(1 << 20, 10, 2000, 1, 100, 4, 300, 20),
                new Limits(1 << 20, 10, 2000, 10, 2000, 3, 300, 20),
                new Limits(1 << 20, 10, 2000, 10, 2000, 4, 150, 20),
                new Limits(1 << 20, 10, 2000, 10, 2000, 4, 300, 3))) {
            assertEquals("FILE-LIMIT", problem(file, limits), limits::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d><p>&x;</p></d>",
                "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><d><p>&b;</p></d>",
                "<!DOCTYPE d SYSTEM 'http://example.org/a.dtd'><d/>"
            })
    void documentTypesAreRefused(String xml) throws Exception {
        assertEquals("FILE-UNSAFE", problem(document(xml)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<d><p>Sở",
                "<d><p>Sở</d>",
                "<d><p>a & b</p></d>",
                "<d><p>&unknown;</p></d>",
                "<d><x:p/></d>",
                "<d a='1' a='2'/>",
                "<d><p>\u0001</p></d>",
                "không phải XML"
            })
    void damagedXmlIsAProblem(String xml) throws Exception {
        assertEquals("FILE-XML", problem(document(xml)));
    }

    @Test
    void damagedXmlHasItsPartAndLine() throws Exception {
        var file = file(document("<d>\n<p>Sở</p>\n<p>Xây dựng</q></d>").bytes());
        var message = assertThrows(ProblemException.class, () -> readAll(file, Limits.DEFAULT))
                .getMessage();
        assertTrue(message.contains("«/word/document.xml»") && message.contains(" 4,"), message);
    }

    @Test
    void nestedElementsEndAtTheLimit() throws Exception {
        assertEquals("FILE-LIMIT", problem(document("<a>".repeat(100_000) + "</a>".repeat(100_000))));
    }

    @Test
    void longTokensEndAtTheLimit() throws Exception {
        var random = new java.util.Random(18);
        var text = new StringBuilder();
        while (text.length() < 5 << 20) {
            text.append(Integer.toString(random.nextInt(), 36));
        }
        assertEquals("FILE-LIMIT", problem(document("<d><p>" + text + "</p></d>")));
        assertEquals("FILE-LIMIT", problem(document("<d a='" + text + "'/>")));
        assertEquals(
                "FILE-LIMIT",
                problem(document("<d><p><![CDATA[" + text.toString().replace('-', '<') + "]]></p></d>")));
        assertEquals(
                "FILE-LIMIT", problem(document("<d><p>" + text.toString().replace("-", "<![CDATA[]]>") + "</p></d>")));
    }
}
