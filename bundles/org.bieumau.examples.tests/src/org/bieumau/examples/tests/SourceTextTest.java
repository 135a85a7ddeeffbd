/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.examples.tests.Words.Difference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each real document as exported has every word of its source in the same order, but for what stands in the reviewed
 * list beside the example (….mended.tsv): mended reading errors, and parts that the source lacks.
 */
class SourceTextTest {

    /** The words of the longest letterhead. */
    private static final int HEAD = 60;

    @TempDir
    private Path folder;

    static List<String> examples() {
        return Examples.DOCUMENTS;
    }

    private byte[] export(String example, String format) throws Exception {
        return Exported.of(example, format, folder);
    }

    private static List<Difference> reviewed(String example) throws Exception {
        return rows(example).stream().filter(row -> !row.one().startsWith("*")).toList();
    }

    /** The emphasis that the list says is not kept. */
    private static List<String> notKept(String example) throws Exception {
        return rows(example).stream()
                .map(Difference::one)
                .filter(one -> one.startsWith("*"))
                .map(one -> one.substring(1))
                .toList();
    }

    private static List<Difference> rows(String example) throws Exception {
        try (var in = Examples.class.getResourceAsStream("/examples/" + example + ".mended.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> new Difference(row[0], row[1]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyWordOfTheSourceIsThere(String example) throws Exception {
        var differences =
                Words.differences(SourceText.of(example).words(), new DocxText(export(example, "docx")).words());
        assertEquals(lines(reviewed(example)), lines(differences));
    }

    private static String lines(List<Difference> differences) {
        return String.join(
                "\n",
                differences.stream()
                        .map(each -> each.one() + "\t" + each.other())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void emphasisIsThatOfTheSource(String example) throws Exception {
        var source = SourceText.of(example);
        var file = new DocxText(export(example, "docx"));
        for (var inBold : List.of(true, false)) {
            var missing = new LinkedHashSet<>(source.emphasised(inBold));
            missing.removeIf(phrase -> file.emphasised(inBold).stream().anyMatch(found -> found.contains(phrase)));
            missing.removeAll(notKept(example));
            assertEquals(List.of(), List.copyOf(missing), inBold ? "bold" : "italic");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void allFormatsHaveTheSameWords(String example) throws Exception {
        var docx = new ArrayList<>(new DocxText(export(example, "docx")).words());
        var html = new ArrayList<>(HtmlText.words(export(example, "html")));
        List<String> pdf;
        try (var file = Loader.loadPDF(export(example, "pdf"))) {
            pdf = new ArrayList<>(PdfText.words(file));
        }
        assertEquals(docx.stream().sorted().toList(), html.stream().sorted().toList());
        assertEquals(String.join("\n", html), String.join("\n", pdf));
        // The letterhead, which has two sides, is as long at most; DocxText reads it in the order of the decree.
        assertEquals(
                String.join("\n", docx.subList(HEAD, docx.size())), String.join("\n", html.subList(HEAD, html.size())));
    }
}
