/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.TreeMap;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.legacy.internal.DocImporter;
import org.bieumau.legacy.internal.XlsImporter;
import org.bieumau.testing.LibreOffice;
import org.bieumau.testing.Python;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads old files that offices made. */
class RealFilesTest {

    private static final String CELLS = """
            import openpyxl, sys
            for row in openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0].iter_rows():
                for cell in row:
                    if cell.value is not None and str(cell.value).strip():
                        print(cell.coordinate, str(cell.value).replace('\\n', '|'), sep='\\t')
            """;

    @TempDir
    private Path folder;

    @Test
    void eachCellIsReadAsLibreOfficeReadsIt() throws Exception {
        var file = RealFile.UNITS_XLS.copyTo(folder);
        var expected = new TreeMap<String, String>();
        Python.run("openpyxl", CELLS, LibreOffice.convert(file, "xlsx", folder))
                .lines()
                .forEach(line -> {
                    var parts = line.split("\t", 2);
                    expected.put(parts[0], parts[1]);
                });
        var read = new TreeMap<String, String>();
        ReadFile.of(new XlsImporter(), file).cells().forEach((name, cell) -> {
            if (cell.kind() != Kind.BLANK) {
                read.put(name, cell.stored().toString().replace('\n', '|'));
            }
        });
        assertEquals(expected, read);
    }

    @Test
    void unitsAreListed() throws Exception {
        var file = ReadFile.of(new XlsImporter(), RealFile.UNITS_XLS.copyTo(folder));
        assertEquals("Tên doanh nghiệp", file.shown("B1"));
        assertEquals("1", file.shown("A2"));
        assertEquals(Kind.NUMBER, file.cells().get("A2").kind());
    }

    @Test
    void curriculumVitaeHasItsParagraphsAndTables() throws Exception {
        var file = ReadFile.of(new DocImporter(), RealFile.CURRICULUM_VITAE_DOC.copyTo(folder));
        assertTrue(file.paragraphs().contains("SƠ YẾU LÝ LỊCH"));
        assertTrue(file.paragraphs().contains("IV. TÓM TẮT QUÁ TRÌNH CÔNG TÁC"));
        assertEquals(3, file.tables().size());
        assertEquals("Từ tháng năm đến tháng năm", file.shown("1.1.1"));
        assertEquals("Tên trường\nhoặc cơ sở đào tạo", file.shown("1.1.2"));
        assertEquals("Chức vụ", file.shown("2.1.3"));
        assertEquals(Kind.BLANK, file.cells().get("2.2.1").kind());
    }

    @Test
    void titleIsBoldAndCentred() throws Exception {
        var title = ReadFile.of(new DocImporter(), RealFile.CURRICULUM_VITAE_DOC.copyTo(folder)).items().stream()
                .filter(each -> each instanceof Paragraph paragraph
                        && paragraph.text().strip().equals("SƠ YẾU LÝ LỊCH"))
                .map(each -> ((Paragraph) each).look())
                .findFirst()
                .orElseThrow();
        assertTrue(title.bold(), title::toString);
        assertEquals(Alignment.CENTER, title.alignment());
    }
}
