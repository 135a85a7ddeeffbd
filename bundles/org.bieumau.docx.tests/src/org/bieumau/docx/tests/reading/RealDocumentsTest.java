/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.TableStart;
import org.bieumau.testing.LibreOffice;
import org.bieumau.testing.Python;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents that offices made, compared with what other programs read and with what Word shows. */
class RealDocumentsTest {

    /** Prints the text of each paragraph, in tables and outside, in the order of the file. */
    private static final String PARAGRAPHS = """
            import docx, sys
            from docx.text.paragraph import Paragraph
            W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
            def blocks(element):
                for block in element:
                    if block.tag == W + 'p':
                        print(' '.join(Paragraph(block, None).text.split()))
                    elif block.tag == W + 'tbl':
                        for row in block.findall(W + 'tr'):
                            for cell in row.findall(W + 'tc'):
                                blocks(cell)
            blocks(docx.Document(sys.argv[1]).element.body)
            """;

    @TempDir
    private Path folder;

    private List<SourceItem> read(RealFile file) throws Exception {
        return WordFixture.read(file.copyTo(folder));
    }

    /** Returns all paragraphs, in tables and outside. */
    private static List<Paragraph> paragraphs(List<SourceItem> items) {
        var all = new ArrayList<Paragraph>();
        for (var item : items) {
            if (item instanceof Paragraph paragraph) {
                all.add(paragraph);
            } else if (item instanceof SourceItem.Row row) {
                row.cells().forEach(cell -> all.addAll(cell.paragraphs()));
            }
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(names = {"MONTHLY_REPORT", "CURRICULUM_VITAE"})
    void paragraphsAreThoseThatPythonReads(RealFile file) throws Exception {
        var read = paragraphs(read(file)).stream()
                .map(each -> Description.singleSpaced(each.text()))
                .toList();
        var expected = Python.run("docx", PARAGRAPHS, folder.resolve(file.fileName()))
                .lines()
                .map(Description::singleSpaced)
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", read));
    }

    @ParameterizedTest
    @EnumSource(names = {"MONTHLY_REPORT", "CURRICULUM_VITAE"})
    void wordsAreThoseThatLibreOfficeShows(RealFile file) throws Exception {
        var items = read(file);
        var text = LibreOffice.convert(folder.resolve(file.fileName()), "txt:Text (encoded):UTF8", folder);
        var words = new TreeMap<String, Integer>();
        for (var word : Files.readString(text).replace("\uFEFF", "").split("[\\s\u00A0]+")) {
            words.merge(word, 1, Integer::sum);
        }
        for (var paragraph : paragraphs(items)) {
            for (var word : WordFixture.text(paragraph).split("[\\s\u00A0]+")) {
                words.merge(word, -1, Integer::sum);
            }
        }
        words.remove("");
        words.values().removeIf(count -> count == 0);
        assertEquals(new TreeMap<>(), words);
    }

    @Test
    void theMonthlyReportHasItsTables() throws Exception {
        var items = read(RealFile.MONTHLY_REPORT);
        var pages = WordFixture.all(items, PageStart.class);
        assertEquals(1, pages.size());
        assertEquals(210, pages.getFirst().page().width(), 0.1);
        assertEquals(25, pages.getFirst().page().left(), 0.1);
        assertTrue(pages.getFirst().hasPageNumberBelow());
        var title = WordFixture.paragraphs(items).get(3);
        assertEquals("BÁO CÁO THÁNG 11", title.text());
        assertEquals(14, title.look().size());
        assertTrue(title.look().bold());
        assertEquals(Look.Alignment.CENTER, title.look().alignment());
        var rows = WordFixture.rows(items);
        assertEquals("7=3-6", rows.get(1).cells().getLast().shown());
        assertEquals("737988129112.35", rows.get(2).cells().get(1).shown());
        assertEquals(List.of("0: Chỉ tiêu", "1+3: Trong kỳ", "4+3: Lũy kế"), WordFixture.cells(rows.get(3)));
        assertEquals(Merge.START, rows.get(3).cells().getFirst().merge());
        assertEquals(Merge.CONTINUED, rows.get(4).cells().getFirst().merge());
    }

    @Test
    void theCurriculumVitaeHasTwoLevelsOfHeaders() throws Exception {
        var items = read(RealFile.CURRICULUM_VITAE);
        var tables = new ArrayList<List<List<String>>>();
        for (var item : items) {
            if (item instanceof TableStart) {
                tables.add(new ArrayList<>());
            } else if (item instanceof SourceItem.Row row) {
                tables.getLast().add(WordFixture.cells(row));
            }
        }
        assertEquals(
                List.of(
                        "0+2: Tháng/năm",
                        "2: Tên cơ sở đào tạo",
                        "3: Chuyên ngành đào tạo",
                        "4: Hình thức đào tạo",
                        "5: Văn bằng, trình độ"),
                tables.get(1).getFirst());
        assertEquals(
                List.of("0: Từ", "1: Đến", "2: ", "3: ", "4: ", "5: "),
                tables.get(1).get(1));
        // Cut into a run for each word by the file.
        assertEquals(
                1,
                paragraphs(items).stream()
                        .filter(each -> each.text().equals("MẪU SƠ YẾU LÝ LỊCH"))
                        .findFirst()
                        .orElseThrow()
                        .runs()
                        .size());
    }
}
