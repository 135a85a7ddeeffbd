/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF in the order of its tags, as a screen reader reads it: without page numbers and repeated headers.
 */
public final class PdfText {

    private PdfText() {}

    public static List<String> words(PDDocument file) throws IOException {
        var text = new StringBuilder();
        read(file.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), null, pages(file), text);
        return Words.of(text.toString());
    }

    /** Returns the elements H1 to H6 of the structure tree, in order. */
    static List<OutlineEntry> taggedHeadings(PDDocument file) throws IOException {
        var headings = new ArrayList<OutlineEntry>();
        addHeadings(file.getDocumentCatalog().getStructureTreeRoot(), pages(file), headings);
        return headings;
    }

    private static void addHeadings(
            PDStructureNode node, Map<COSBase, Map<Integer, String>> pages, List<OutlineEntry> headings)
            throws IOException {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().matches("H[1-6]")) {
                    var text = new StringBuilder();
                    read(element.getCOSObject(), null, pages, text);
                    headings.add(OutlineEntry.of(element.getStructureType().charAt(1) - '0', text.toString()));
                }
                addHeadings(element, pages, headings);
            }
        }
    }

    /** Returns the bookmarks, each before its children. */
    static List<OutlineEntry> bookmarks(PDDocument file) {
        var headings = new ArrayList<OutlineEntry>();
        var root = file.getDocumentCatalog().getDocumentOutline();
        if (root != null) {
            addBookmarks(root, 1, headings);
        }
        return headings;
    }

    private static void addBookmarks(PDOutlineNode node, int level, List<OutlineEntry> headings) {
        for (var item : node.children()) {
            headings.add(OutlineEntry.of(level, item.getTitle()));
            addBookmarks(item, level + 1, headings);
        }
    }

    private static Map<COSBase, Map<Integer, String>> pages(PDDocument file) throws IOException {
        Map<COSBase, Map<Integer, String>> pages = new HashMap<>();
        for (var page : file.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            // The search for overlapping letters is quadratic.
            extractor.setSuppressDuplicateOverlappingText(false);
            extractor.processPage(page);
            Map<Integer, String> texts = new HashMap<>();
            extractor
                    .getMarkedContents()
                    .forEach(content -> texts.merge(content.getMCID(), text(content), String::concat));
            pages.put(page.getCOSObject(), texts);
        }
        return pages;
    }

    /**
     * Returns the text of marked content. Lines are separated by a space, except after a hyphen within a word. The text
     * of a character with combining marks is in a part of its own, and is not what is drawn.
     */
    private static String text(PDMarkedContent content) {
        var text = new StringBuilder();
        var baseline = Float.NaN;
        for (var each : new ArrayList<>(content.getContents())) {
            if (each instanceof TextPosition position) {
                var divided = text.length() > 1
                        && text.charAt(text.length() - 1) == '-'
                        && text.charAt(text.length() - 2) != ' ';
                if (Math.abs(position.getY() - baseline) > 8 && !divided) {
                    text.append(' ');
                }
                baseline = position.getY();
                text.append(position.getUnicode());
            } else if (each instanceof PDMarkedContent part) {
                text.append(part.getActualText() == null ? text(part) : part.getActualText());
            }
        }
        return text.toString();
    }

    private static void read(
            COSDictionary element, COSBase page, Map<COSBase, Map<Integer, String>> pages, StringBuilder text) {
        var own = element.getDictionaryObject(COSName.PG) == null ? page : element.getDictionaryObject(COSName.PG);
        var kids = element.getDictionaryObject(COSName.K);
        var list = new ArrayList<COSBase>();
        if (kids instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                list.add(array.getObject(i));
            }
        } else if (kids != null) {
            list.add(kids);
        }
        for (var kid : list) {
            if (kid instanceof COSInteger mark) {
                text.append(pages.get(own).getOrDefault(mark.intValue(), "")).append(' ');
            } else if (kid instanceof COSDictionary dictionary && dictionary.containsKey(COSName.MCID)) {
                text.append(pages.get(dictionary.getDictionaryObject(COSName.PG))
                                .getOrDefault(dictionary.getInt(COSName.MCID), ""))
                        .append(' ');
            } else if (kid instanceof COSDictionary dictionary) {
                read(dictionary, own, pages, text);
            }
        }
        text.append(' ');
    }
}
