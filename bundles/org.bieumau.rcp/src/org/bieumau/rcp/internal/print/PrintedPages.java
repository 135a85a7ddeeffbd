/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.print;

import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Printable;
import java.awt.print.PrinterAbortException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.Orientation;
import org.apache.pdfbox.printing.PDFPageable;

/** The pages of PDF files, to be printed one file after the other. Each page has the size of its paper. */
final class PrintedPages implements Pageable, AutoCloseable {

    private final List<PDDocument> documents = new ArrayList<>();
    private final List<PageFormat> formats = new ArrayList<>();
    private final List<Printable> pages = new ArrayList<>();

    /** @param cancelled asked before each page */
    PrintedPages(List<Path> files, BooleanSupplier cancelled) throws IOException {
        for (var file : files) {
            var document = Loader.loadPDF(file.toFile());
            documents.add(document);
            var source = new PDFPageable(document, Orientation.AUTO);
            for (int i = 0; i < source.getNumberOfPages(); i++) {
                var page = source.getPrintable(i);
                var index = i;
                formats.add(source.getPageFormat(i));
                pages.add((graphics, format, number) -> {
                    if (cancelled.getAsBoolean()) {
                        throw new PrinterAbortException();
                    }
                    return page.print(graphics, format, index);
                });
            }
        }
    }

    @Override
    public int getNumberOfPages() {
        return pages.size();
    }

    @Override
    public PageFormat getPageFormat(int page) {
        return formats.get(page);
    }

    @Override
    public Printable getPrintable(int page) {
        return pages.get(page);
    }

    @Override
    public void close() throws IOException {
        for (var document : documents) {
            document.close();
        }
    }
}
