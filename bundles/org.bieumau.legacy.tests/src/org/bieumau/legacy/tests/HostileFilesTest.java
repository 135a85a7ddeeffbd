/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.spi.Importer;
import org.bieumau.legacy.internal.DocImporter;
import org.bieumau.legacy.internal.HtmlImporter;
import org.bieumau.legacy.internal.XlsImporter;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged, protected and misnamed files end with a problem that says what to do. */
@Timeout(120)
class HostileFilesTest {

    @TempDir
    private Path folder;

    private static void assertProblem(String code, Importer importer, Path file) {
        var problem = assertThrows(ProblemException.class, () -> ReadFile.of(importer, file))
                .problem();
        assertEquals(code, problem.code(), problem::toString);
        assertEquals(file.toString(), problem.place().file());
        assertFalse(problem.message().contains("Exception"), problem::message);
    }

    private Path write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void stubsAndLockFilesAreReported() throws Exception {
        assertProblem("FILE-LOCK", new DocImporter(), write("~$a.doc", "user"));
        assertProblem("FILE-EMPTY", new XlsImporter(), write("a.xls", ""));
        assertProblem("FILE-NOT-OFFICE", new XlsImporter(), write("b.xls", "This is a stub...."));
    }

    @Test
    void misnamedFilesAreReportedWithTheirRightExtension() throws Exception {
        var workbook = Files.move(RealFile.LAND_INVENTORY.copyTo(folder), folder.resolve("dat.xls"));
        assertProblem("FILE-OTHER-FORMAT", new XlsImporter(), workbook);
        var document = Files.move(RealFile.CURRICULUM_VITAE.copyTo(folder), folder.resolve("cv.doc"));
        assertProblem("FILE-OTHER-FORMAT", new DocImporter(), document);
        var old = Files.move(RealFile.CURRICULUM_VITAE_DOC.copyTo(folder), folder.resolve("cv.xls"));
        assertProblem("FILE-OTHER-FORMAT", new XlsImporter(), old);
        var units = Files.move(RealFile.UNITS_XLS.copyTo(folder), folder.resolve("donvi.doc"));
        assertProblem("FILE-OTHER-FORMAT", new DocImporter(), units);
    }

    @Test
    void otherFormatsWithTheExtensionOfAnOldFileAreReported() throws Exception {
        assertProblem("FILE-SAVE-AS", new DocImporter(), write("a.doc", "{\\rtf1\\ansi x}"));
        assertProblem(
                "FILE-SAVE-AS",
                new XlsImporter(),
                write("a.xls", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"));
        assertProblem("FILE-SAVE-AS", new DocImporter(), write("b.doc", "MIME-Version: 1.0\n"));
        assertProblem(
                "FILE-NOT-OFFICE",
                new HtmlImporter(),
                Files.write(folder.resolve("a.html"), Files.readAllBytes(RealFile.UNITS_XLS.copyTo(folder))));
    }

    @Test
    void protectedFilesAreReported() throws Exception {
        var file = folder.resolve("mật khẩu.xls");
        Biff8EncryptionKey.setCurrentUserPassword("bí mật");
        try (var book = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            book.createSheet("S").createRow(0).createCell(0).setCellValue("x");
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertProblem("FILE-ENCRYPTED", new XlsImporter(), file);
    }

    @Test
    void encryptedNewFileWithTheExtensionOfAnOldOneIsReported() throws Exception {
        for (var importer : List.of(new XlsImporter(), new DocImporter())) {
            var file = folder.resolve("a." + importer.id());
            try (var files = new POIFSFileSystem();
                    var out = Files.newOutputStream(file)) {
                files.getRoot().createDocument("EncryptedPackage", new ByteArrayInputStream(new byte[5000]));
                files.writeFilesystem(out);
            }
            assertProblem("FILE-ENCRYPTED", importer, file);
        }
    }

    /** The result is a problem or content, but no other exception. */
    @Test
    void changedBytesCauseNoCrash() throws Exception {
        var random = new Random(18);
        for (var real : List.of(RealFile.UNITS_XLS, RealFile.CURRICULUM_VITAE_DOC)) {
            var bytes = Files.readAllBytes(real.copyTo(folder));
            var importer = real == RealFile.UNITS_XLS ? new XlsImporter() : new DocImporter();
            for (int i = 0; i < 150; i++) {
                var changed = i % 3 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
                for (int k = 0; changed.length > 0 && k < 1 << random.nextInt(8); k++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                var file = Files.write(folder.resolve("x." + importer.id()), changed);
                try {
                    ReadFile.of(importer, file);
                } catch (ProblemException e) {
                    assertTrue(e.problem().code().startsWith("FILE-"), e.problem()::toString);
                }
            }
        }
    }

    @Test
    void hostilePagesAreReadInBoundedTime() throws Exception {
        var nested = "<table><tr><td>".repeat(3000) + "x";
        ReadFile.of(new HtmlImporter(), write("a.html", "<html>" + nested));
        ReadFile.of(new HtmlImporter(), write("b.html", "<html>" + "<div>".repeat(20_000) + "x"));
        var wide = "<table>" + "<tr><td rowspan=65534 colspan=1000>x</td></tr>".repeat(2000) + "</table>";
        assertProblem("FILE-LIMIT", new HtmlImporter(), write("c.html", "<html>" + wide));
        var many = "<table>" + "<tr>" + "<td rowspan=65534>x</td>".repeat(1000) + "</tr>"
                + "<tr><td>y</td></tr>".repeat(3000);
        assertProblem("FILE-LIMIT", new HtmlImporter(), write("d.html", "<html>" + many));
    }
}
