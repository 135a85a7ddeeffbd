/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.io.IOException;
import java.util.List;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.profile.Component;
import org.bieumau.ooxml.internal.XmlWriter;

/** Writes the short parts of a DOCX file: settings, the header with the page number, and footers. */
final class SmallParts {

    private SmallParts() {}

    /**
     * Writes the document settings. They select the mode of Word 2013 and later, without which Word opens the file in
     * compatibility mode.
     *
     * @param mirrored whether the left and the right margin change places on even pages
     */
    static void settings(XmlWriter xml, boolean mirrored) throws IOException {
        xml.start("w:settings").attribute("xmlns:w", Ooxml.W);
        xml.empty("w:zoom", "w:percent", "100");
        if (mirrored) {
            xml.empty("w:mirrorMargins");
        }
        xml.empty("w:defaultTabStop", "w:val", "720");
        xml.empty("w:characterSpacingControl", "w:val", "doNotCompress");
        xml.start("w:footnotePr")
                .empty("w:footnote", "w:id", "-1")
                .empty("w:footnote", "w:id", "0")
                .end();
        xml.start("w:compat");
        xml.start("w:compatSetting")
                .attribute("w:name", "compatibilityMode")
                .attribute("w:uri", "http://schemas.microsoft.com/office/word")
                .attribute("w:val", "15")
                .end();
        xml.end();
        xml.empty("w:themeFontLang", "w:val", "vi-VN");
        xml.empty("w:decimalSymbol", "w:val", ",");
        xml.empty("w:listSeparator", "w:val", ";");
        xml.end();
    }

    /** Writes the header with the page number, centred in the top margin (ND30, Phụ lục I, mục I.7). */
    static void pageNumberHeader(XmlWriter xml) throws IOException {
        xml.start("w:hdr").attribute("xmlns:w", Ooxml.W).attribute("xmlns:r", Ooxml.R);
        xml.start("w:p")
                .start("w:pPr")
                .empty("w:pStyle", "w:val", StylesPart.id(Component.PAGE_NUMBER))
                .end();
        field(xml, "begin");
        xml.start("w:r")
                .start("w:instrText")
                .attribute("xml:space", "preserve")
                .text(" PAGE ")
                .end()
                .end();
        field(xml, "separate");
        xml.start("w:r").start("w:t").text("2").end().end();
        field(xml, "end");
        xml.end();
        xml.end();
    }

    /**
     * Writes a footer below a line across the page (ND30, Phụ lục I, III.4).
     *
     * @param lines the paragraphs; none for an empty footer
     */
    static void foot(XmlWriter xml, List<Paragraph> lines) throws IOException {
        xml.start("w:ftr").attribute("xmlns:w", Ooxml.W).attribute("xmlns:r", Ooxml.R);
        for (var line : lines) {
            xml.start("w:p").start("w:pPr").empty("w:pStyle", "w:val", StylesPart.id(line.component()));
            if (line == lines.getFirst()) {
                xml.start("w:pBdr")
                        .start("w:top")
                        .attribute("w:val", "single")
                        .attribute("w:sz", "6")
                        .attribute("w:space", "1")
                        .attribute("w:color", "auto")
                        .end()
                        .end();
            }
            xml.end();
            xml.start("w:r")
                    .start("w:t")
                    .attribute("xml:space", "preserve")
                    .text(line.text())
                    .end()
                    .end();
            xml.end();
        }
        if (lines.isEmpty()) {
            xml.empty("w:p");
        }
        xml.end();
    }

    private static void field(XmlWriter xml, String type) throws IOException {
        xml.start("w:r").empty("w:fldChar", "w:fldCharType", type).end();
    }
}
