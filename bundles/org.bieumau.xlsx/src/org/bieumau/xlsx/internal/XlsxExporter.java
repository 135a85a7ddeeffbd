/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Severity;
import org.bieumau.ooxml.internal.OoxmlPackage;

/** Exports forms as Excel workbooks (XLSX) with one visible sheet, set up for printing. */
public final class XlsxExporter implements Exporter {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String WORKBOOK = "/xl/workbook.xml";
    private static final String SHEET = "/xl/worksheets/sheet1.xml";
    private static final String LISTS = "/xl/worksheets/sheet2.xml";
    private static final String FIGURES = "/xl/worksheets/sheet3.xml";
    private static final String STYLES = "/xl/styles.xml";
    /** Number of rules, columns or numbers that a problem lists. */
    private static final int MOST_PARTS = 20;

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String title() {
        return "Microsoft Excel (XLSX)";
    }

    @Override
    public boolean accepts(Layout layout) {
        return layout.element() instanceof Form || layout.element() instanceof FormTemplate;
    }

    /**
     * Returns findings about rules that Excel does not check in a blank form, columns that it does not compute, numbers
     * with too many digits.
     *
     * @throws FormatLimitException if the layout exceeds the limits of a sheet
     */
    @Override
    public List<Finding> leftOut(Layout layout) throws FormatLimitException {
        var limits = new SheetLimits(layout);
        var numbers = new LongNumbers(layout);
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                limits.find(block);
                numbers.find(block);
            }
        } catch (IOException e) {
            // The export itself reports that the rows cannot be read.
        }
        limits.check();
        var findings = new ArrayList<Finding>();
        var translation = RowRule.of(layout, 1);
        if (SheetPart.isBlank(layout)) {
            var names = Stream.concat(translation.unchecked().stream(), translation.uncomputed().stream())
                    .toList();
            add(findings, "EXPORT-RULE", Severity.INFO, names, layout);
        } else {
            add(findings, "EXPORT-FORMULA", Severity.INFO, translation.uncomputed(), layout);
            add(findings, "EXPORT-DIGITS", Severity.WARNING, numbers.found(), layout);
        }
        return findings;
    }

    private static void add(List<Finding> findings, String code, Severity severity, List<String> parts, Layout layout) {
        if (!parts.isEmpty()) {
            var text = String.join(", ", parts.subList(0, Math.min(parts.size(), MOST_PARTS)))
                    + (parts.size() > MOST_PARTS ? ", …" : "");
            findings.add(Finding.of(code, severity, layout.element(), null, text));
        }
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        var file = new OoxmlPackage(layout.title(), layout.author(), layout.day());
        var styles = new CellStyles(layout);
        try (var blocks = layout.open()) {
            var heading = Heading.read(blocks);
            var lists = new ChoiceLists(heading.table().columns());
            var charts = new SheetCharts(layout.charts(), WorkbookPart.sheetName(heading));
            file.part(WORKBOOK, TYPE + "sheet.main+xml", xml -> WorkbookPart.write(xml, heading, lists, charts));
            file.part(STYLES, TYPE + "styles+xml", styles::write);
            file.part(
                    SHEET,
                    TYPE + "worksheet+xml",
                    xml -> new SheetPart(xml, layout, styles, heading, lists, charts, progress).write(blocks));
            file.relate(null, "officeDocument", WORKBOOK);
            file.relate(WORKBOOK, "worksheet", SHEET);
            if (lists.needSheet()) {
                file.part(LISTS, TYPE + "worksheet+xml", lists::write);
                file.relate(WORKBOOK, "worksheet", LISTS);
            }
            if (!charts.isEmpty()) {
                file.part(FIGURES, TYPE + "worksheet+xml", charts::writeSheet);
                file.relate(WORKBOOK, "worksheet", FIGURES);
                charts.addParts(file, SHEET, layout, heading.table().columns());
            }
            file.relate(WORKBOOK, "styles", STYLES);
            file.save(out);
        }
    }
}
