/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.ComponentPlace;
import org.bieumau.core.profile.PageSetup;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfICCBased;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfRectangle;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF file being written: its pages, properties, bookmarks and tags. The same content gives the same bytes. */
final class PdfFile implements Closeable {

    private static final int LEVELS = ComponentPlace.OUTLINE_LEVELS;

    private static final String CREATOR = "Biểu Mẫu";
    private static final String PRODUCER = "Biểu Mẫu (OpenPDF)";
    private static final String LANGUAGE = "vi-VN";

    private final Layout layout;
    private final boolean archival;
    private final Document document = new Document();
    private final PdfWriter writer;
    private PdfStructureElement root;
    /** The last bookmark of each level, or null; index 0 is the root of the outline. */
    private final PdfOutline[] bookmarks = new PdfOutline[LEVELS + 1];

    /** Whether the tags describe all of the content, as PDF/UA requires. */
    private boolean accessible = true;

    private boolean finished;

    /** @param archival whether the file conforms to PDF/A-2b */
    PdfFile(Layout layout, OutputStream out, boolean archival) throws IOException {
        this.layout = layout;
        this.archival = archival;
        try {
            writer = PdfWriter.getInstance(document, new NonClosingStream(out));
        } catch (DocumentException e) {
            throw new IOException(e);
        }
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        writer.setFullCompression();
        var info = writer.getInfo();
        info.put(PdfName.TITLE, text(layout.title()));
        if (!layout.author().isEmpty()) {
            info.put(PdfName.AUTHOR, text(layout.author()));
        }
        info.put(PdfName.CREATOR, text(CREATOR));
        info.put(PdfName.PRODUCER, text(PRODUCER));
        var day = layout.day();
        var date = new PdfString(String.format(
                Locale.ROOT, "D:%04d%02d%02d000000Z", day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        var id = id(layout.title() + "\n" + layout.author() + "\n" + day);
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        document.setMargins(0, 0, 0, 0);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(LANGUAGE));
    }

    /** A stream whose <code>close</code> only flushes, because the caller closes the underlying stream. */
    private static final class NonClosingStream extends FilterOutputStream {

        NonClosingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static PdfString text(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    private static byte[] id(String text) {
        try {
            return Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a page. The first call opens the document. */
    void newPage(PageSetup page) {
        document.setPageSize(
                new Rectangle((float) Points.ofMillimetres(page.width()), (float) Points.ofMillimetres(page.height())));
        if (!document.isOpen()) {
            document.open();
            root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
            bookmarks[0] = writer.getDirectContent().getRootOutline();
        } else {
            writer.setPageEmpty(false);
            document.newPage();
        }
        writer.setPageEmpty(false);
    }

    /** Returns the number of the current page in the file, from 1. */
    int page() {
        return writer.getPageNumber();
    }

    PdfContentByte content() {
        return writer.getDirectContent();
    }

    /**
     * Adds an element to the tag tree.
     *
     * @param parent the parent element, or null for the document
     * @param name the structure type, such as <code>P</code>
     */
    PdfStructureElement tag(PdfStructureElement parent, String name) {
        return new PdfStructureElement(parent == null ? root : parent, new PdfName(name));
    }

    /** Adds a footnote to the tag tree, with an id of its own (ISO 14289-1, 7.9). */
    PdfStructureElement note(int number) {
        var note = tag(null, "Note");
        note.put(new PdfName("ID"), new PdfString("note-" + number));
        return note;
    }

    /**
     * Adds a picture to the tag tree.
     *
     * @param alternative text for readers who cannot see it
     * @param left left edge on the page, in pt
     * @param top upper edge, in pt from the lower edge of the page
     */
    PdfStructureElement figure(String alternative, double left, double top, double width, double height) {
        var figure = tag(null, "Figure");
        figure.put(PdfName.ALT, text(alternative));
        var box = new PdfDictionary();
        box.put(PdfName.O, new PdfName("Layout"));
        box.put(PdfName.BBOX, new PdfRectangle((float) left, (float) (top - height), (float) (left + width), (float)
                top));
        figure.put(PdfName.A, box);
        return figure;
    }

    /** Draws something that is not part of the text, such as rules, borders and page numbers. */
    void artifact(Runnable drawing) {
        content().beginMarkedContentSequence(new PdfName("Artifact"), new PdfDictionary(), true);
        drawing.run();
        content().endMarkedContentSequence();
    }

    /**
     * Adds a bookmark to the current page.
     *
     * @param level from 1 to {@link ComponentPlace#OUTLINE_LEVELS}
     * @param title the text of the bookmark
     * @param top the position that it leads to, in pt from the lower edge of the page
     */
    void bookmark(int level, String title, double top) {
        var parent = level - 1;
        while (bookmarks[parent] == null) {
            parent--;
        }
        bookmarks[level] = new PdfOutline(
                bookmarks[parent], new PdfDestination(PdfDestination.XYZ, 0, (float) top, 0), title, level < 2);
        for (int below = level + 1; below <= LEVELS; below++) {
            bookmarks[below] = null;
        }
    }

    /** States that the tags do not describe all of the content. */
    void notAccessible() {
        accessible = false;
    }

    /** Completes the file. */
    void finish() throws IOException {
        writer.setXmpMetadata(new Xmp(layout.title(), layout.author(), layout.day(), accessible, archival)
                .packet(LANGUAGE, PRODUCER, CREATOR));
        if (archival) {
            addOutputIntent();
        }
        document.close();
        finished = true;
    }

    /** Adds the colour space in which the colours of the pages are meant (ISO 19005-2, 6.2.3). */
    private void addOutputIntent() throws IOException {
        var intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("sRGB"));
        intent.put(PdfName.INFO, new PdfString("sRGB"));
        var profile = new PdfICCBased(ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent));
    }

    /** Discards the content of a file that is not finished. */
    @Override
    public void close() {
        if (!finished && document.isOpen()) {
            writer.getDirectContent().reset(false);
        }
    }
}
