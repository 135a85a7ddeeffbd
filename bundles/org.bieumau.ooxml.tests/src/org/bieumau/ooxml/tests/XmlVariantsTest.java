/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.Limits;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.XmlLeaf;
import org.bieumau.ooxml.internal.reading.XmlReader;
import org.bieumau.testing.OfficeFile;
import org.bieumau.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads random XML, legal and not, and compares the result with that of the parser. The reader hands over to the parser
 * at a processing instruction, so one before the root element gives the expected result. The system properties <code>
 * bieumau.fuzz.xml.count</code>, <code>.seed</code> and <code>.first</code> set the run.
 */
class XmlVariantsTest {

    private static final long SEED = Long.getLong("bieumau.fuzz.xml.seed", 30);
    private static final long FIRST = Long.getLong("bieumau.fuzz.xml.first", 0);
    private static final long COUNT = Long.getLong("bieumau.fuzz.xml.count", 1_000);

    private static final String PROBLEM = "problem";
    private static final XmlLeaf LEAF = XmlLeaf.of("v");

    private static final List<String> DECLARATIONS = List.of(
            "",
            "",
            "\uFEFF",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n",
            "<?xml version='1.0' encoding='utf-8'?>",
            "<?xml version='1.0'?><!-- ghi chú -->\n",
            "<?xml version='1.0' encoding='ISO-8859-1'?>",
            "<?xml version='1.1' encoding='UTF-8'?>");
    private static final List<String> NAMES =
            List.of("row", "c", "v", "is", "t", "a:t", "b:r", "x.y-z", "_1", "mục", "xml:x");
    private static final List<String> VALUES = List.of(
            "",
            "1",
            "A1",
            "inlineStr",
            " a\tb\nc ",
            "Ủy ban",
            "&lt;&amp;&#10;&#x1EC7;",
            ">",
            "😀",
            "urn:a",
            "a\r\nb\r");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "12,5",
            "Nghị định số 30",
            "a &amp; b &#x110; &#241;",
            "dòng\r\nsau\r",
            "]] >",
            "<![CDATA[ <x> ]] ]]>",
            "<![CDATA[]]>",
            "<!-- - ghi chú -->",
            "<?x y?>",
            "\uFFFD",
            "😀&#x1F600;",
            "\u0301");
    /** What damages a document wherever it stands, or does not. */
    private static final List<String> DAMAGE = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "/",
            "]]>",
            "--",
            "=",
            " ",
            ":",
            "\u0000",
            "\u0001",
            "\uFFFE",
            "&#0;",
            "&#xD800;",
            "&#x110000;",
            "&x;",
            "</t>",
            "<t>",
            "<!--",
            "<![CDATA[",
            "<?xml version='1.0'?>",
            " a='1'",
            " xmlns:a='urn:b'",
            " xmlns=''",
            " xmlns:c=''",
            " a:k='1' b:k='2'");

    @TempDir
    private Path folder;

    private Random random;

    @Test
    @Timeout(600)
    void everyDocumentReadsAsWithTheParser() throws Exception {
        var outcomes = new TreeMap<String, Integer>();
        for (long number = FIRST; number < FIRST + COUNT; number++) {
            random = Seeds.random(SEED, number);
            var head = any(DECLARATIONS);
            var root = root();
            var expected = read(xml(head + "<?x?>", root));
            var message = "number " + number + ": " + new String(xml(head, root), StandardCharsets.UTF_8);
            assertEquals(expected, read(xml(head, root)), () -> message.replaceAll(" {99,}", " … "));
            outcomes.merge(expected.equals(PROBLEM) ? PROBLEM : "read", 1, Integer::sum);
        }
        assertTrue(outcomes.values().stream().allMatch(each -> each > COUNT / 5), outcomes::toString);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] xml(String head, byte[] root) {
        var first = head.getBytes(StandardCharsets.UTF_8);
        var xml = Arrays.copyOf(first, first.length + root.length);
        System.arraycopy(root, 0, xml, first.length, root.length);
        return xml;
    }

    private byte[] root() {
        var xml = new StringBuilder(
                "<root xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:a='urn:a' xmlns:b=\"urn:a\">");
        for (int i = random.nextInt(6); i >= 0; i--) {
            // Tokens stand anywhere in the buffer of the reader, and across its end.
            if (random.nextInt(4) == 0) {
                xml.append(" ".repeat(random.nextInt(20_000)));
            }
            element(xml, 1);
        }
        xml.append("</root>").append(random.nextInt(9) == 0 ? "<!-- hết --> " : "");
        if (random.nextBoolean()) {
            var at = random.nextInt(xml.length());
            switch (random.nextInt(3)) {
                case 0 -> xml.insert(at, any(DAMAGE));
                case 1 -> xml.deleteCharAt(at);
                default -> xml.setLength(at);
            }
        }
        var bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(9) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void element(StringBuilder xml, int depth) {
        var name = random.nextInt(4) == 0 ? any(NAMES) : any(NAMES.subList(0, 7));
        xml.append('<').append(name);
        for (int i = random.nextInt(3); i > 0; i--) {
            xml.append(random.nextInt(9) == 0 ? "\r\n\t" : " ").append(random.nextInt(9) == 0 ? "a:" : "");
            var quote = random.nextBoolean() ? '"' : '\'';
            xml.append((char) ('k' + i))
                    .append(random.nextInt(9) == 0 ? " =\n" : "=")
                    .append(quote)
                    .append(any(VALUES))
                    .append(quote);
        }
        if (random.nextInt(12) == 0) {
            xml.append(" xmlns:a=\"urn:").append(random.nextInt(3)).append('"');
        }
        if (random.nextInt(5) == 0) {
            xml.append(random.nextBoolean() ? "/>" : " />");
            return;
        }
        xml.append(random.nextInt(9) == 0 ? " >" : ">");
        for (int i = random.nextInt(4); i > 0; i--) {
            if (depth < 5 && random.nextInt(3) > 0) {
                element(xml, depth + 1);
            } else {
                xml.append(random.nextInt(3) == 0 ? any(TEXTS) : any(TEXTS.subList(0, 5)));
            }
        }
        xml.append("</").append(name).append(random.nextInt(9) == 0 ? "\n>" : ">");
    }

    private String read(byte[] xml) throws Exception {
        var read = new StringBuilder();
        var file = new OfficeFile().part("/p.xml", xml).write(folder.resolve("f.docx"));
        try (var opc = OpcPackage.open(file, Limits.DEFAULT);
                var reader = opc.read("/p.xml")) {
            // The text of each third element is read, with which its children are skipped; of others, the children.
            for (int number = 0; reader.nextElement(); number++) {
                read.append(reader.depth()).append(reader.name()).append(reader.vocabulary());
                for (int i = 0; i < reader.attributeCount(); i++) {
                    read.append(' ').append(reader.attributeName(i)).append('=').append(reader.attributeValue(i));
                }
                read.append(' ').append(reader.attribute("k")).append(reader.attribute("l"));
                read.append(number % 3 == 2 ? reader.text() : number % 7 == 1 ? children(reader) : "")
                        .append('\n');
            }
            return read.toString();
        } catch (ProblemException e) {
            assertTrue(List.of("FILE-XML", "FILE-UNSAFE").contains(e.problem().code()), e::getMessage);
            return PROBLEM;
        }
    }

    private static String children(XmlReader reader) throws Exception {
        var read = new StringBuilder();
        var depth = reader.depth();
        for (var leaf = reader.leaf(LEAF); leaf != null; leaf = reader.leaf(LEAF)) {
            read.append(' ').append(LEAF.name()).append(leaf);
        }
        while (reader.nextChild(depth)) {
            read.append(' ').append(reader.name()).append(reader.text());
        }
        return read.toString();
    }
}
