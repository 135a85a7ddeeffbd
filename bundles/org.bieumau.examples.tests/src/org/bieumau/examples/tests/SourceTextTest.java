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
 * Compares each exported real document with its source, word for word. Differences must be in the reviewed list next to
 * the example (….mended.tsv): corrected transcription errors, and parts that are missing in the source.
 */
class SourceTextTest {

    /** Number of words in the longest letterhead. */
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

    /** Returns the emphasised phrases that, according to the list, lose their emphasis. */
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
    void exportHasTheWordsOfTheSource(String example) throws Exception {
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
    void exportHasTheEmphasisOfTheSource(String example) throws Exception {
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
        // The letterhead has two columns, which DocxText reads in the order of the decree, so it is not compared.
        assertEquals(
                String.join("\n", docx.subList(HEAD, docx.size())), String.join("\n", html.subList(HEAD, html.size())));
    }
}
