/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bieumau.ooxml.internal.XmlWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Tests the writer of all XML parts: what a parser reads is what was written. */
class XmlWriterTest {

    /** The writer works on pieces of a long text; no character may be cut between two of them. */
    @Test
    void charactersOfEveryLengthSurviveAtEveryPositionOfALongText() throws Exception {
        var mixed = "a&<>\"'é\u00A0ệ€\uD83D\uDE00 ".repeat(1_000);
        for (int shift = 0; shift < 16; shift++) {
            var text = "x".repeat(shift) + mixed;
            assertEquals(text, written(text).getTextContent());
            assertEquals(text, written(text).getAttribute("value"));
        }
    }

    @Test
    void attributeKeepsTabsAndLineBreaks() throws Exception {
        assertEquals("a\tb\nc", written("a\tb\nc").getAttribute("value"));
        assertEquals("a\tb\nc", written("a\tb\nc").getTextContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u001F", "\r", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00"})
    void characterThatXmlDoesNotAllowBecomesASpace(String character) throws Exception {
        assertEquals("một hai", written("một" + character + "hai").getTextContent());
        assertEquals("một hai", written("một" + character + "hai").getAttribute("value"));
        assertEquals("cuối ", written("cuối" + character).getTextContent());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, 99, 1048576, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void numberIsWrittenWithAllDigits(long number) throws Exception {
        var out = new ByteArrayOutputStream();
        var xml = new XmlWriter(out);
        xml.start("c").attribute("s", number).attribute("r", "AB", number).finish();
        assertEquals(Long.toString(number), parsed(out).getAttribute("s"));
        assertEquals("AB" + number, parsed(out).getAttribute("r"));
    }

    private static Element written(String text) throws Exception {
        var out = new ByteArrayOutputStream();
        var xml = new XmlWriter(out);
        xml.start("t").attribute("value", text).text(text).finish();
        return parsed(out);
    }

    private static Element parsed(ByteArrayOutputStream xml) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.toByteArray()));
        assertEquals(StandardCharsets.UTF_8.name(), document.getXmlEncoding());
        return document.getDocumentElement();
    }
}
