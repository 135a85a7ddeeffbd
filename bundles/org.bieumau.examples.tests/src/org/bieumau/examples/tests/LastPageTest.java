/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.testing.Browser;
import org.bieumau.testing.ExternalTool;
import org.bieumau.testing.LibreOffice;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exports documents of increasing length, so that the page ends at each place of the foot in turn: the last line of the
 * text, all signatures and the recipients are on the same page each time.
 */
class LastPageTest {

    private static final int SHORTEST = 11;
    private static final int LONGEST = 19;

    private static final String TWO = """
            ký { chức vụ "Thư ký" họ tên "Nguyễn Văn Một" }
            ký { chức vụ "Chủ tọa" họ tên "Trần Thị Hai" }""";
    private static final String FOUR = TWO + """

            ký { chức vụ "Ủy viên" họ tên "Lê Văn Ba" }
            ký { chức vụ "Ủy viên" họ tên "Phạm Thị Bốn" }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {TWO, FOUR})
    void footStaysTogetherInWord(String signatures) throws Exception {
        assertTogether(LibreOffice.convert(export("docx", signatures), "pdf", folder), signatures);
    }

    @ParameterizedTest
    @ValueSource(strings = {TWO, FOUR})
    void footStaysTogetherInPdf(String signatures) throws Exception {
        assertTogether(export("pdf", signatures), signatures);
    }

    @ParameterizedTest
    @ValueSource(strings = FOUR)
    void footStaysTogetherInPrintedHtml(String signatures) throws Exception {
        var printed = new ArrayList<Path>();
        for (var page : export("html", signatures)) {
            printed.add(folder.resolve(page.getFileName() + ".pdf"));
            Browser.print(page, printed.getLast());
        }
        assertTogether(printed, signatures);
    }

    private List<Path> export(String format, String signatures) throws Exception {
        var files = new ArrayList<Path>();
        for (int lines = SHORTEST; lines <= LONGEST; lines++) {
            var source = Files.writeString(folder.resolve("a.bieu"), """
                    cơ quan Sở "Sở Nội vụ" { viết tắt "SNV" địa danh "Quảng Ngãi" }
                    biên bản B {
                        cơ quan ban hành Sở
                        ngày 05/4/2022
                        trích yếu "họp"
                        nội dung '''
                    %s        Câu cuối.
                        '''
                        nơi nhận { "Như trên" "Các phòng" nhóm { "A" "B" } ("để biết") lưu VT }
                        %s
                    }
                    """.formatted(
                            "        Một dòng của văn bản.\n".repeat(lines), signatures));
            var document = new BieuReader(List.of())
                    .read(source)
                    .library()
                    .getElements()
                    .getLast();
            var registry = Registry.installed();
            var file = folder.resolve(lines + "." + format);
            try (var out = Files.newOutputStream(file)) {
                registry.exporter(format)
                        .orElseThrow()
                        .export(Layout.of(document, registry.profile("nd30").orElseThrow()), out, Progress.NONE);
            }
            files.add(file);
        }
        return files;
    }

    private static void assertTogether(List<Path> printed, String signatures) {
        var broken = 0;
        for (var file : printed) {
            var pages = ExternalTool.PDFTOTEXT.run("-layout", file, "-").split("\f");
            broken += pages.length - 1;
            var last = pages[pages.length - 1];
            for (var part : List.of("Câu cuối", "Một", "Nơi nhận", "Lưu: VT")) {
                assertTrue(last.contains(part), () -> file + " lacks «" + part + "» on its last page:\n" + last);
            }
            assertEquals(signatures.contains("Bốn"), last.contains("Phạm Thị Bốn"), () -> file + ":\n" + last);
        }
        assertTrue(broken > 0, "some documents need a second page");
    }
}
