/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.DocxExporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the automatic numbers in Word are those of the text, also where the numbering jumps or restarts. */
class WordNumberingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I. A\n1. b;\n2. c.\nII. D\n1. e;\n2. f.",
                "3. ba;\n4. bốn;\nII. HAI\n1. một.",
                "Điều 1. A\n1. b;\n2. c.\nĐiều 2. D\n1. e;\na) g;\nb) h;\n2. i.",
                "Chương I\nA\nĐiều 1. B.\nChương II\nC\nĐiều 2. D.\n- e\n+ g\n- h",
                "1. a;\nKhông số.\n2. b;\nIII. C\nIV. D\n7. e.",
                "LXXXVIII. A\nLXXXIX. B\nXC. C\nXCI. D\nXCII. E",
                "MMMCMXCVIII. A\nMMMCMXCIX. B"
            })
    void listNumbersAreThoseOfTheText(String body) throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), """
                cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" }
                kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" nội dung '''
                %s
                ''' nơi nhận { "A" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" } }
                """.formatted(body));
        var document = new BieuReader(List.of())
                .read(file).library().getElements().stream()
                        .filter(Document.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var out = new ByteArrayOutputStream();
        new DocxExporter()
                .export(Layout.of(document, Registry.installed().profile("nd30").orElseThrow()), out, Progress.NONE);
        var words = String.join(" ", new DocxText(out.toByteArray()).words());
        var text = words.substring(words.indexOf("HOẠCH x ") + 8, words.indexOf("./."));
        assertEquals(String.join(" ", Words.of(body.replaceFirst("[.;]$", ""))), text);
    }
}
