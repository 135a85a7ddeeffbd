/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.pdf.internal.PdfExporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Checks with veraPDF that files conform to PDF/UA-1 and, if asked for, to PDF/A-2b. */
class ConformanceTest {

    /** A document with what the examples lack: stamps, a table in the text, other fonts and combining marks. */
    private static final String SPECIAL = """
            cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" }
            công văn K { cơ quan ban hành Sở ngày 05/4/2022 độ mật mật độ khẩn hỏa tốc trích yếu "a & b <c>" nội dung '''
            1. Ô ☐ ☑ ☒ ⑪ → ≥ và chữ Ê̆đê.
            | STT | Tên |
            |---|---|
            | 1 | Một |
            Hết 漢.
            ''' kính gửi "Sở Nội vụ" nơi nhận { "A" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" } }
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startVeraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<String> examples() {
        return Examples.NAMES;
    }

    /** Returns the files of all documents and forms of a file, as the command line writes them. */
    private static List<byte[]> export(Path file, Exporter exporter) throws Exception {
        var result = new BieuReader(List.of()).read(file);
        assertFalse(result.hasErrors(), () -> result.problems().toString());
        var plan = new ExportPlan(Registry.installed(), file.getFileName().toString(), null, null);
        var files = new ArrayList<byte[]>();
        for (var element : ExportPlan.all(result.library())) {
            var target = file.resolveSibling("conformance.pdf");
            plan.write(new ExportPlan.Output(exporter, "conformance", plan.layout(element)), target, Progress.NONE);
            files.add(Files.readAllBytes(target));
        }
        assertFalse(files.isEmpty());
        return files;
    }

    private static Set<String> failures(byte[] file, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            assertTrue(result.getTotalAssertions() > 100);
            var failures = new TreeSet<String>();
            for (var assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.PASSED) {
                    failures.add(assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
                }
            }
            return failures;
        }
    }

    private void check(Path file) throws Exception {
        for (var pdf : export(file, new PdfExporter())) {
            assertEquals(Set.of(), failures(pdf, PDFAFlavour.PDFUA_1));
        }
        for (var pdf : export(file, new PdfExporter().with(Map.of("pdfa", "2b")))) {
            assertEquals(Set.of(), failures(pdf, PDFAFlavour.PDFUA_1));
            assertEquals(Set.of(), failures(pdf, PDFAFlavour.PDFA_2_B));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesConform(String example) throws Exception {
        Examples.copyTo(folder);
        check(folder.resolve(example + ".bieu"));
    }

    @Test
    void documentWithStampsTablesAndOtherFontsConforms() throws Exception {
        check(Files.writeString(folder.resolve("a.bieu"), SPECIAL));
    }

    @Test
    void onlyArchivalFilesClaimToBeArchival() throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), SPECIAL);
        assertTrue(failures(export(file, new PdfExporter()).getFirst(), PDFAFlavour.PDFA_2_B).stream()
                .anyMatch(failure -> failure.startsWith("6.6.4-1")));
    }

    @Test
    void unknownKindOfPdfaIsRejected() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new PdfExporter().with(Map.of("pdfa", "4f")));
        assertTrue(refusal.getMessage().contains("4f"), refusal.getMessage());
    }

    @Test
    void headerCellsHaveTheirScopeAndSpans() throws Exception {
        Examples.copyTo(folder);
        var pdf = export(folder.resolve("quangngai-2021-dangky.bieu"), new PdfExporter());
        var cells = new ArrayList<String>();
        try (var file = Loader.loadPDF(pdf.getFirst())) {
            collect(file.getDocumentCatalog().getStructureTreeRoot(), cells);
        }
        assertEquals(
                List.of(
                        "Column 1x2",
                        "Column 1x2",
                        "Column 2x1",
                        "Column 1x2",
                        "Column 1x2",
                        "Column 2x1",
                        "Column 1x1",
                        "Column 1x1",
                        "Column 1x1",
                        "Column 1x1"),
                cells);
    }

    /** Collects scope, column span and row span of header cells. */
    private static void collect(PDStructureNode node, List<String> cells) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("TH".equals(element.getStructureType())) {
                    var attributes = element.getCOSObject().getDictionaryObject(COSName.A);
                    var table = attributes instanceof COSArray array
                            ? (COSDictionary) array.getObject(0)
                            : (COSDictionary) attributes;
                    cells.add(table.getNameAsString("Scope") + " " + table.getInt("ColSpan", 1) + "x"
                            + table.getInt("RowSpan", 1));
                }
                collect(element, cells);
            }
        }
    }
}
