/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The metadata of a PDF file in XMP, with the same values as its document information (ISO 16684-1).
 *
 * @param author may be empty
 * @param accessible whether the file claims to conform to PDF/UA-1 (ISO 14289-1)
 * @param archival whether the file claims to conform to PDF/A-2b (ISO 19005-2)
 */
record Xmp(String title, String author, LocalDate day, boolean accessible, boolean archival) {

    private static final String TEMPLATE = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:format>application/pdf</dc:format>
            <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            %s<pdf:Producer>%s</pdf:Producer>
            <xmp:CreatorTool>%s</xmp:CreatorTool>
            <xmp:CreateDate>%6$sT00:00:00Z</xmp:CreateDate>
            <xmp:ModifyDate>%6$sT00:00:00Z</xmp:ModifyDate>
            </rdf:Description>
            %7$s</rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""";

    private static final String AUTHOR = """
            <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
            """;

    private static final String ACCESSIBLE = """
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            """;

    private static final String ARCHIVAL = """
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>B</pdfaid:conformance>
            </rdf:Description>
            """;

    /**
     * Describes the schema of PDF/UA, since PDF/A allows only properties of schemas that it knows or that are
     * described.
     */
    private static final String SCHEMA = """
            <rdf:Description rdf:about=""
                xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
                xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            """;

    /** @return the packet in UTF-8 */
    byte[] packet(String language, String producer, String creator) {
        var claims =
                (accessible ? ACCESSIBLE : "") + (archival ? ARCHIVAL : "") + (accessible && archival ? SCHEMA : "");
        return TEMPLATE.formatted(
                        language,
                        escaped(title),
                        author.isEmpty() ? "" : AUTHOR.formatted(escaped(author)),
                        escaped(producer),
                        escaped(creator),
                        day,
                        claims)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
