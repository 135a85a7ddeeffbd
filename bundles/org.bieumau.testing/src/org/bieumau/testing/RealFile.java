/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A file that a Vietnamese office made and published; personal data is masked. {@link #expectations()} has the expected
 * tables of some of them.
 */
public enum RealFile {
    /** A report with five data tables, formulas in number rows, instruction rows, and decimals with a point. */
    MONTHLY_REPORT("baocao-thang-bhyt.docx"),
    /** A curriculum vitae: cells of labels and values, headers of two levels, runs cut at every word. */
    CURRICULUM_VITAE("soyeu-lylich.docx"),
    CURRICULUM_VITAE_DOC("soyeu-lylich.doc"),
    /** A land inventory: three header levels; column numbers stored as negative numbers; formats beyond the content. */
    LAND_INVENTORY("kiemke-datdai-01.xlsx"),
    /** A land inventory with one column per commune. */
    LAND_BY_COMMUNE("kiemke-datdai-03.xlsx"),
    /** Statistics, before the columns changed. */
    HOSPITALS_2023("thongke-kcb-2023.xlsx"),
    /** Statistics, after the columns changed; a block of parameters looks like a header. */
    HOSPITALS_2025("thongke-kcb-2025.xlsx"),
    /** The blank forms of a survey: a list with a sample row, and two forms with given rows. */
    LABOUR_SURVEY("cunglaodong-trong.xlsx"),
    UNITS_XLS("danhsach-donvi.xls");

    private final String fileName;

    RealFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** Returns the DOCX and XLSX files. */
    public static Stream<RealFile> officeOpenXml() {
        return Stream.of(values()).filter(file -> file.fileName.endsWith(".docx") || file.fileName.endsWith(".xlsx"));
    }

    /** Opens the file for reading. */
    public InputStream open() {
        return resource(fileName);
    }

    /** Copies the file into a folder and returns the copy. */
    public Path copyTo(Path folder) throws IOException {
        var copy = folder.resolve(fileName);
        try (var in = open()) {
            Files.copy(in, copy);
        }
        return copy;
    }

    /**
     * Returns the JSON with the tables of some of the files: header paths, number row, body, sections, totals, and some
     * cells. Rows and columns of Word tables count from 0; those of sheets have their names, and rows count from 1.
     */
    public static String expectations() throws IOException {
        try (var in = resource("expected.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        var in = RealFile.class.getResourceAsStream("files/" + name);
        if (in == null) {
            throw new IllegalStateException("The fixture " + name + " is missing");
        }
        return in;
    }
}
