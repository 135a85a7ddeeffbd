/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bieumau.core.spi.Progress;
import org.bieumau.testing.OfficeMutator;
import org.bieumau.testing.RealFile;
import org.bieumau.testing.Seeds;
import org.bieumau.xlsx.internal.reading.XlsxImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads damaged workbooks: each is read, or ends with a problem. The system properties <code>bieumau.fuzz.xlsx.count
 * </code>, <code>.seed</code> and <code>.first</code> set the run; a workbook depends only on the seed and its number.
 */
class XlsxFuzzTest {

    private static final long SEED = Long.getLong("bieumau.fuzz.xlsx.seed", 18);
    private static final long FIRST = Long.getLong("bieumau.fuzz.xlsx.first", 0);
    private static final long COUNT = Long.getLong("bieumau.fuzz.xlsx.count", 400);
    /** The longest CPU time that a workbook may take, in ns. It only ends what hangs. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    @TempDir
    private Path folder;

    private static List<byte[]> workbooks() throws IOException {
        var workbooks = new ArrayList<byte[]>();
        for (var file : List.of(RealFile.LAND_INVENTORY, RealFile.LABOUR_SURVEY, RealFile.HOSPITALS_2025)) {
            try (var in = file.open()) {
                workbooks.add(in.readAllBytes());
            }
        }
        workbooks.add(everything().file().bytes());
        return workbooks;
    }

    /**
     * Returns a workbook with what the real ones lack: fonts, formulas, comments, drawings, merges, kinds of values.
     */
    private static SheetFile everything() {
        return new SheetFile()
                .from1904()
                .texts("<r><t>Sở </t></r><r><rPr><rFont val='.VnTime'/></rPr><t>Khoa häc</t></r>", "<t>x_x000D_y</t>")
                .formats("dd/mm/yyyy", "#,##0.00;[Red](#,##0.00);\"-\"", "# ?/?", "[h]:mm", "0.0E+0", "[&gt;5]0;@")
                .sheet("S", "", """
                        <dimension ref='A1:J9'/><sheetFormatPr zeroHeight='0' defaultColWidth='9'/>
                        <cols><col min='2' max='3' width='9' hidden='1'/></cols>
                        <sheetData><row r='1' hidden='0'><c r='A1' t='s' s='1'><v>0</v></c><c r='B1' s='2'><v>-7.5</v></c>
                        <c r='C1' s='3'><f>A1</f><v>1.25</v></c><c r='D1' s='4'><v>1.5</v></c><c r='E1' s='5'><v>99</v></c>
                        <c r='F1' t='b'><v>1</v></c><c r='G1' t='e'><v>#N/A</v></c><c r='H1' t='d'><v>2022-04-05</v></c>
                        <c r='I1' t='str'><f>B1</f><v>s</v></c><c r='J1' t='inlineStr' s='6'><is><t>i</t></is></c></row>
                        <row r='2'><c r='A2' t='s'><v>1</v></c></row></sheetData>
                        <mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='B1:D2'/><mergeCell ref='A9:J9'/></mergeCells>
                        <headerFooter><oddHeader>&amp;LBiểu</oddHeader></headerFooter>
                        """)
                .sheet("H", "state='hidden'", "<sheetData/>")
                .attached("comments", "/xl/comments1.xml", """
                        <comments><commentList><comment ref='B2'><text><t>ghi chú</t></text></comment></commentList></comments>
                        """)
                .attached("drawing", "/xl/drawings/drawing1.xml", """
                        <wsDr><twoCellAnchor><from><col>2</col><row>4</row></from><sp><txBody><p><r><t>a</t></r></p></txBody>
                        </sp></twoCellAnchor></wsDr>
                        """);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void damagedWorkbooksAreReadOrEndWithAProblem() throws Exception {
        var workbooks = workbooks();
        var outcomes = new TreeMap<String, Integer>();
        for (long number = FIRST; number < FIRST + COUNT; number++) {
            var random = Seeds.random(SEED, number);
            var mutant = new OfficeMutator(random).mutate(workbooks.get(random.nextInt(workbooks.size())));
            var file = Files.write(folder.resolve("hong.xlsx"), mutant.bytes());
            var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var outcome = OfficeMutator.outcome(
                    () -> new XlsxImporter().open(file, Progress.NONE), "seed " + SEED + ", number " + number);
            outcomes.merge(mutant.kind() + " " + outcome, 1, Integer::sum);
            var time = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertTrue(time < PATIENCE, "seed " + SEED + ", number " + number + ": " + time + " ns");
        }
        if (COUNT > 1000) {
            System.out.println(outcomes);
        }
        assertEquals(COUNT, outcomes.values().stream().mapToInt(each -> each).sum());
    }
}
