/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import fr.opensagres.xdocreport.document.IXDocReport;
import fr.opensagres.xdocreport.document.registry.XDocReportRegistry;
import fr.opensagres.xdocreport.template.TemplateEngineKind;
import fr.opensagres.xdocreport.template.formatter.FieldsMetadata;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.wml.CTBorder;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.STBorder;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.Tr;

/** Writes a table as DOCX with other libraries: a title, and a table with borders and a header. */
final class Documents {

    private static final ObjectFactory WORD = new ObjectFactory();
    /** The list of rows in the template of XDocReport. */
    private static final String ROWS = "rows";

    private Documents() {}

    /** Returns the text of a cell. */
    static String text(Table table, int row, int column) {
        return switch (table.value(row, column)) {
            case BigDecimal number -> String.format("%,.1f", number);
            case Object other -> column == 0 ? Integer.toString(row + 1) : other.toString();
        };
    }

    static void docx4j(Table table, OutputStream out) throws Exception {
        var file = WordprocessingMLPackage.createPackage();
        var content = file.getMainDocumentPart();
        content.addParagraphOfText(table.title());
        var tbl = WORD.createTbl();
        tbl.setTblPr(WORD.createTblPr());
        tbl.getTblPr().setTblBorders(borders());
        grid(table, tbl);
        tbl.getContent().add(row(table, -1));
        for (int r = 0; r < table.count(); r++) {
            tbl.getContent().add(row(table, r));
        }
        content.addObject(tbl);
        file.save(out);
    }

    private static org.docx4j.wml.TblBorders borders() {
        var line = new CTBorder();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(4));
        var borders = WORD.createTblBorders();
        borders.setTop(line);
        borders.setBottom(line);
        borders.setLeft(line);
        borders.setRight(line);
        borders.setInsideH(line);
        borders.setInsideV(line);
        return borders;
    }

    private static void grid(Table table, Tbl tbl) {
        tbl.setTblGrid(WORD.createTblGrid());
        for (var column : table.columns()) {
            var width = WORD.createTblGridCol();
            width.setW(BigInteger.valueOf(column.millimetres() * 57L));
            tbl.getTblGrid().getGridCol().add(width);
        }
    }

    private static Tr row(Table table, int row) {
        var tr = WORD.createTr();
        for (int c = 0; c < table.columns().size(); c++) {
            var text = WORD.createText();
            text.setValue(row < 0 ? table.columns().get(c).title() : text(table, row, c));
            var run = WORD.createR();
            run.getContent().add(text);
            var paragraph = WORD.createP();
            paragraph.getContent().add(run);
            var cell = WORD.createTc();
            cell.setTcPr(WORD.createTcPr());
            cell.getTcPr().setTcW(WORD.createTblWidth());
            cell.getTcPr().getTcW().setType("dxa");
            cell.getTcPr()
                    .getTcW()
                    .setW(BigInteger.valueOf(table.columns().get(c).millimetres() * 57L));
            cell.getContent().add(paragraph);
            tr.getContent().add(cell);
        }
        return tr;
    }

    /** Returns the writer that fills in a template, which is read once. */
    static Writer xdocreport(Table table) throws Exception {
        var metadata = new FieldsMetadata();
        for (int c = 0; c < table.columns().size(); c++) {
            metadata.addFieldAsList(ROWS + ".c" + c);
        }
        var report = XDocReportRegistry.getRegistry()
                .loadReport(new ByteArrayInputStream(template(table)), TemplateEngineKind.Freemarker);
        report.setFieldsMetadata(metadata);
        return new Writer("XDocReport", (rows, out) -> fill(report, rows, out));
    }

    private static byte[] template(Table table) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(table.title());
            var columns = table.columns().size();
            var tbl = document.createTable(2, columns);
            for (int c = 0; c < columns; c++) {
                tbl.getRow(0).getCell(c).setText(table.columns().get(c).title());
                var field = tbl.getRow(1)
                        .getCell(c)
                        .getParagraphs()
                        .getFirst()
                        .getCTP()
                        .addNewFldSimple();
                field.setInstr(" MERGEFIELD ${" + ROWS + ".c" + c + "} \\* MERGEFORMAT ");
                field.addNewR().addNewT().setStringValue("«c" + c + "»");
            }
            document.write(file);
        }
        return file.toByteArray();
    }

    private static void fill(IXDocReport report, Table table, OutputStream out) throws Exception {
        var context = report.createContext();
        context.put(ROWS, rows(table));
        report.process(context, out);
    }

    /** Returns the rows in the form that the template needs: a map from column names to the texts of the cells. */
    private static List<Map<String, String>> rows(Table table) {
        return new AbstractList<>() {

            @Override
            public Map<String, String> get(int row) {
                var cells = new HashMap<String, String>();
                for (int c = 0; c < table.columns().size(); c++) {
                    cells.put("c" + c, text(table, row, c));
                }
                return cells;
            }

            @Override
            public int size() {
                return table.count();
            }
        };
    }
}
