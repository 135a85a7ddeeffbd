/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.bieumau.province.quangngai.MetadataExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Tests the metadata of outgoing documents (ND30, Phụ lục VI) with an XML parser. */
class MetadataTest {

    @TempDir
    private Path folder;

    private final MetadataExporter exporter = new MetadataExporter();

    private Layout layout(Path file) throws Exception {
        var document = new BieuReader(List.of())
                .read(file).library().getElements().stream()
                        .filter(Document.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        return Layout.of(document, Registry.installed().profile("nd30").orElseThrow());
    }

    private Path edited(String example, String find, String replacement) throws Exception {
        Examples.copyTo(folder);
        var file = folder.resolve(example + ".bieu");
        var text = Files.readString(file);
        assertTrue(text.contains(find), find);
        return Files.writeString(file, text.replace(find, replacement));
    }

    /** Returns the elements of the metadata as lines: the name, a space, and the values separated by <code>|</code>. */
    private List<String> values(Layout layout) throws Exception {
        var out = new ByteArrayOutputStream();
        exporter.export(layout, out, Progress.NONE);
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
        var values = new ArrayList<String>();
        for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                values.add(element.getTagName() + " "
                        + element.getTextContent().strip().replaceAll("\\s*\\n\\s*", " | "));
            }
        }
        return values;
    }

    @Test
    void letterHasItsMetadata() throws Exception {
        var file = edited("quangngai-2021-dangky", "ngày 27/4/2021\n", "ngày 27/4/2021 số 5 độ khẩn thượng khẩn\n");
        assertEquals(
                List.of(
                        "TypeName Công văn",
                        "CodeNumber 05",
                        "CodeNotation SKHCN-VP",
                        "IssuedDate 27/04/2021",
                        "OrganName Sở Khoa học và Công nghệ",
                        "Subject đăng ký mô hình, điển hình “Dân vận khéo” năm 2021",
                        "Language Tiếng Việt",
                        "SignerInfo Phó Giám đốc | Trần Công Hòa",
                        "To Ban Dân vận Tỉnh ủy",
                        "Priority 2"),
                values(layout(file)));
    }

    /** A plan has no addressees, so its recipients are written, one element each. An incomplete date is omitted. */
    @Test
    void planListsItsRecipients() throws Exception {
        var values = values(layout(edited("quangngai-2021-kehoach", "ngày 22/3/2021", "ngày …/3/2021")));
        assertTrue(
                values.contains("TypeName Kế hoạch")
                        && values.stream()
                                        .filter(value -> value.startsWith("To "))
                                        .count()
                                > 3,
                values::toString);
        assertFalse(values.stream().anyMatch(value -> value.startsWith("IssuedDate")), values::toString);
    }

    @Test
    void longValuesAreTruncatedAndReported() throws Exception {
        var layout = layout(edited("quangngai-2021-kehoach", "trích yếu", "địa danh \"Quảng Ngãi\" trích yếu"));
        assertEquals(List.of(), exporter.leftOut(layout));
        var text = Files.readString(folder.resolve("quangngai-2021-kehoach.bieu"))
                .replaceFirst("(?s)trích yếu '''.*?'''", "trích yếu \"" + "chữ <&> ".repeat(80) + "\"");
        var longer =
                layout(Files.writeString(folder.resolve("quangngai-2021-kehoach.bieu"), text, StandardCharsets.UTF_8));
        assertEquals(
                List.of("METADATA-LENGTH"),
                exporter.leftOut(longer).stream().map(problem -> problem.code()).toList());
        var subject = values(longer).stream()
                .filter(value -> value.startsWith("Subject"))
                .findFirst()
                .orElseThrow();
        assertTrue(subject.length() <= 508 && subject.contains("<&>"), subject);
    }

    @Test
    void onlyDocumentsOfTheProvinceAreAccepted() throws Exception {
        Examples.copyTo(folder);
        assertTrue(exporter.accepts(layout(folder.resolve("quangngai-2022-congvan.bieu"))));
        assertFalse(exporter.accepts(layout(folder.resolve("hungyen-2023-kehoach.bieu"))));
        assertFalse(exporter.accepts(layout(folder.resolve("quangtri-2025-baocao.bieu"))));
    }
}
