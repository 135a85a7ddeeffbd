/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.testing.OfficeFile;

/** Builds a workbook from the XML of its sheets. */
final class SheetFile {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final OfficeFile file = new OfficeFile();
    private final List<String> sheets = new ArrayList<>();
    private String settings = "";

    /** Adds a sheet with rows, and nothing around them. */
    SheetFile rows(String name, String rows) {
        return sheet(name, "", "<sheetData>" + rows + "</sheetData>");
    }

    /**
     * Adds a sheet.
     *
     * @param attributes further attributes in the list of sheets, such as <code>state='hidden'</code>
     * @param content the children of the element <code>worksheet</code>
     */
    SheetFile sheet(String name, String attributes, String content) {
        var number = sheets.size() + 1;
        sheets.add("<sheet name='%s' sheetId='%d' r:id='rId%d' %s/>".formatted(name, number, number, attributes));
        var part = "/xl/worksheets/sheet" + number + ".xml";
        file.part(
                part,
                TYPE + "worksheet+xml",
                "<worksheet xmlns='" + MAIN + "' xmlns:r='" + RELATIONSHIPS + "'>" + content + "</worksheet>");
        file.relate("/xl/workbook.xml", "rId" + number, "worksheet", part);
        return this;
    }

    /** Lets dates count from 1904. */
    SheetFile from1904() {
        settings = "<workbookPr date1904='1'/>";
        return this;
    }

    /** Adds shared texts: the content of each element <code>si</code>. */
    SheetFile texts(String... items) {
        return shared("strings", "sharedStrings", "<si>" + String.join("</si><si>", items) + "</si>", "sst");
    }

    /**
     * Adds formats.
     *
     * @param content the children of the element <code>styleSheet</code>
     */
    SheetFile styles(String content) {
        return shared("styles", "styles", content, "styleSheet");
    }

    /** Adds formats that differ in their number format only; the first one is for cells without a format. */
    SheetFile formats(String... codes) {
        var all = new StringBuilder("<numFmts>");
        var uses = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            all.append("<numFmt numFmtId='%d' formatCode='%s'/>".formatted(200 + i, codes[i]));
            uses.append("<xf numFmtId='%d'/>".formatted(200 + i));
        }
        return styles(all + "</numFmts><fonts><font/></fonts><cellXfs>" + uses + "</cellXfs>");
    }

    private SheetFile shared(String id, String type, String content, String root) {
        var part = "/xl/" + type + ".xml";
        file.part(part, TYPE + type + "+xml", "<%s xmlns='%s'>%s</%s>".formatted(root, MAIN, content, root));
        file.relate("/xl/workbook.xml", id, type, part);
        return this;
    }

    /** Adds a part that belongs to the first sheet. */
    SheetFile attached(String type, String part, String xml) {
        file.part(part, "application/xml", xml);
        file.relate("/xl/worksheets/sheet1.xml", "x" + type, type, part);
        return this;
    }

    OfficeFile file() {
        file.part(
                "/xl/workbook.xml",
                TYPE + "sheet.main+xml",
                "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONSHIPS, settings, String.join("", sheets)));
        return file.relate("/", "rId1", "officeDocument", "/xl/workbook.xml");
    }
}
