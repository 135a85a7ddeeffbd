/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.testing.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks what screen readers tell about tables: title, columns, and which rows are headers. */
class TablesForScreenReadersTest {

    private static final String TEXT = """
            mẫu biểu M "BIỂU *TỔNG HỢP*" {
                cột stt "STT": số thứ tự
                nhóm n "Kinh phí" { cột a "Dự toán": số   cột b "Thực chi": số }
            }
            biểu B lập theo mẫu M { dòng { a 5 b 6 } }
            cơ quan S "Sở Nội vụ" { viết tắt "SNV" địa danh "Quảng Ngãi" }
            báo cáo G {
                cơ quan ban hành S
                ngày 05/01/2026
                trích yếu "kinh phí"
                nội dung '''
                    Kinh phí của các đơn vị như sau:
                    | Đơn vị | Tiền |
                    |-----|----:|
                    | Văn phòng | 5 |

                    | A | 1 |
                    | B | 2 |
                '''
                nơi nhận { lưu VT }
                ký { chức vụ "Giám đốc" họ tên "An" }
                kèm theo B
            }
            """;

    private static final List<String> EXPECTED = List.of(
            "Kinh phí của các đơn vị như sau: | Bảng 2 cột: Đơn vị; Tiền",
            " | Bảng 2 cột",
            "BIỂU TỔNG HỢP | Bảng 3 cột: STT; Dự toán; Thực chi");

    @TempDir
    private Path folder;

    private Path export(String format) throws Exception {
        var document = new BieuReader(List.of())
                .read(Files.writeString(folder.resolve("a.bieu"), TEXT))
                .elements()
                .getLast();
        var registry = Registry.load(getClass().getClassLoader());
        var file = folder.resolve("a." + format);
        try (var out = Files.newOutputStream(file)) {
            registry.exporter(format)
                    .orElseThrow()
                    .export(Layout.of(document, registry.profile("nd30").orElseThrow()), out, Progress.NONE);
        }
        return file;
    }

    @Test
    void wordTellsTitleColumnsAndHeaderRows() throws Exception {
        var printed = Python.run("docx", """
                import sys, docx
                from docx.oxml.ns import qn
                for table in docx.Document(sys.argv[1]).tables:
                    properties = table._tbl.tblPr
                    value = lambda name: next((e.get(qn('w:val')) for e in properties.findall(qn('w:' + name))), '')
                    look = properties.find(qn('w:tblLook'))
                    if value('tblDescription'):
                        print(value('tblCaption') + ' | ' + value('tblDescription'))
                        headers = [r for r in table._tbl.tr_lst
                            if r.trPr is not None and r.trPr.find(qn('w:tblHeader')) is not None]
                        print(len(headers), look.get(qn('w:firstRow')))
                """, export("docx"))
                .lines()
                .map(line -> line.replace('\u00A0', ' '))
                .toList();
        assertEquals(List.of(EXPECTED.get(0), "1 1", EXPECTED.get(1), "0 0", EXPECTED.get(2), "2 1"), printed);
    }

    @Test
    void htmlNamesEachTable() throws Exception {
        var page = Files.readString(export("html")).replace('\u00A0', ' ');
        var names = Pattern.compile("<table aria-label=\"([^\"]*)\">")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("Kinh phí của các đơn vị như sau:", "Bảng 2 cột", "BIỂU TỔNG HỢP"), names);
    }

    @Test
    void pdfTellsTitleAndColumns() throws Exception {
        var tables = new ArrayList<String>();
        try (var file = Loader.loadPDF(export("pdf").toFile())) {
            tables(file.getDocumentCatalog().getStructureTreeRoot(), tables);
        }
        assertEquals(EXPECTED, tables);
    }

    private static void tables(PDStructureNode node, List<String> tables) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Table")) {
                    var attributes = element.getCOSObject().getCOSDictionary(COSName.A);
                    assertTrue(attributes != null, "a table has attributes");
                    var title = element.getTitle() == null ? "" : element.getTitle();
                    tables.add((title + " | " + attributes.getString("Summary")).replace('\u00A0', ' '));
                }
                tables(element, tables);
            }
        }
    }
}
