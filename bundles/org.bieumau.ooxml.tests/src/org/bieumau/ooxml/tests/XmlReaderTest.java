/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bieumau.ooxml.internal.reading.Limits;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlLeaf;
import org.bieumau.ooxml.internal.reading.XmlReader;
import org.bieumau.testing.OfficeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The elements, attributes and texts of a part, in any namespace that Office uses. */
class XmlReaderTest {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    @TempDir
    private Path folder;

    private interface Reading {
        void read(XmlReader xml) throws Exception;
    }

    private void read(String xml, Reading reading) throws Exception {
        var file = new OfficeFile()
                .part("/p.xml", xml.getBytes(StandardCharsets.UTF_8))
                .write(folder.resolve("f.docx"));
        try (var opc = OpcPackage.open(file, Limits.DEFAULT);
                var reader = opc.read("/p.xml")) {
            reader.root();
            reading.read(reader);
        }
    }

    @Test
    void childrenThatAreNotReadAreSkipped() throws Exception {
        read("<a><b><c><d/></c>x<c/></b>y<e/><f><g/></f></a>", xml -> {
            assertEquals("a", xml.name());
            assertTrue(xml.nextChild(1));
            assertEquals("b", xml.name());
            assertTrue(xml.nextChild(2));
            assertEquals("c", xml.name());
            assertTrue(xml.nextChild(1));
            assertEquals("e", xml.name());
            assertFalse(xml.nextChild(2));
            assertTrue(xml.nextChild(1));
            assertEquals("f", xml.name());
            assertFalse(xml.nextChild(1));
        });
    }

    @Test
    void textIsThatOfTheElementItself() throws Exception {
        read("<a><t>Ủy ban &amp; <x>không</x>nhân<!-- - --><![CDATA[ <dân> ]]>&#x1EC7;</t><t/></a>", xml -> {
            xml.nextChild(1);
            assertEquals("Ủy ban & nhân <dân> ệ", xml.text());
            xml.nextChild(1);
            assertEquals("", xml.text());
            assertFalse(xml.nextChild(1));
        });
    }

    @Test
    void leavesAreReadAtOnceUnlessSomethingElseFollows() throws Exception {
        var leaf = XmlLeaf.of("v");
        read("<a><c><v>12</v><v>Ủy &lt; ban</v><v/></c><c> <v>1</v></c><c/><c><v>1<x/></v></c><v>2</v></a>", xml -> {
            xml.nextChild(1);
            assertEquals("12", xml.leaf(leaf));
            assertEquals("Ủy < ban", xml.leaf(leaf));
            assertNull(xml.leaf(leaf));
            assertTrue(xml.nextChild(2));
            assertEquals("", xml.text());
            assertFalse(xml.nextChild(2));
            for (int i = 0; i < 3; i++) {
                assertTrue(xml.nextChild(1));
                assertNull(xml.leaf(leaf));
            }
            assertTrue(xml.nextChild(2));
            assertEquals("1", xml.text());
            assertFalse(xml.nextChild(2));
            assertEquals("2", xml.leaf(leaf));
            assertFalse(xml.nextChild(1));
        });
    }

    @Test
    void textAroundProcessingInstructionsIsReadOnce() throws Exception {
        read("<a><t>Ủy <!-- - -->ban<?x y?> nhân<?x?><x/> dân</t><t>2</t></a>", xml -> {
            xml.nextChild(1);
            assertEquals("Ủy ban nhân dân", xml.text());
            xml.nextChild(1);
            assertEquals("2", xml.text());
        });
    }

    @Test
    void strictAndTransitionalFilesReadTheSame() throws Exception {
        for (var namespace : new String[] {TRANSITIONAL, STRICT}) {
            read("<x:p xmlns:x='%s' xmlns:v='urn:v' v:val='sai' x:val='1' id='2'/>".formatted(namespace), xml -> {
                assertTrue(xml.is(Vocabulary.WORD, "p"));
                assertFalse(xml.is(Vocabulary.SHEET, "p"));
                assertEquals("1", xml.attribute("val"));
                assertEquals("2", xml.attribute("id"));
                assertNull(xml.attribute("none"));
            });
        }
    }

    @Test
    void attributesOfOtherVocabulariesAreAskedFor() throws Exception {
        var xml = "<p xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships' id='1' r:id='rId7'/>";
        read(xml, reader -> {
            assertEquals("1", reader.attribute("id"));
            assertEquals("rId7", reader.attribute(Vocabulary.RELATIONSHIPS, "id"));
        });
    }

    @Test
    void otherEncodingsAreRead() throws Exception {
        var file = new OfficeFile()
                .part(
                        "/p.xml",
                        "<?xml version='1.0' encoding='UTF-16'?><p>Nghị định</p>".getBytes(StandardCharsets.UTF_16))
                .write(folder.resolve("f.docx"));
        try (var opc = OpcPackage.open(file, Limits.DEFAULT);
                var xml = opc.read("/p.xml")) {
            xml.root();
            assertEquals("Nghị định", xml.text());
        }
    }
}
