/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Renders the pages of a PDF as images, one at a time. */
final class PageImages implements AutoCloseable {

    /** Size of a page in pt. */
    record Size(double width, double height) {}

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final List<Size> sizes = new ArrayList<>();

    PageImages(byte[] pdf) throws IOException {
        document = Loader.loadPDF(pdf);
        renderer = new PDFRenderer(document);
        for (var page : document.getPages()) {
            var box = page.getMediaBox();
            var turned = page.getRotation() % 180 != 0;
            sizes.add(new Size(turned ? box.getHeight() : box.getWidth(), turned ? box.getWidth() : box.getHeight()));
        }
    }

    List<Size> sizes() {
        return sizes;
    }

    /**
     * Renders a page.
     *
     * @param page the index of the page, from 0
     * @param scale pixels per pt
     */
    synchronized ImageData draw(int page, double scale) throws IOException {
        var image = renderer.renderImage(page, (float) scale, ImageType.RGB);
        return data(image);
    }

    /**
     * Renders the upper part of a page without its margins.
     *
     * @param side the width and the greatest height of the picture in pixels
     */
    synchronized ImageData drawTop(int page, int side) throws IOException {
        var size = sizes.get(page);
        // Wide pages have narrow margins.
        var margin = size.width() > size.height() ? 0.03 : 0.08;
        var image = renderer.renderImage(page, (float) (side / (size.width() * (0.99 - 1.6 * margin))), ImageType.RGB);
        var left = (int) (image.getWidth() * margin);
        var top = (int) (image.getHeight() * 0.03);
        return data(image.getSubimage(
                left, top, Math.min(side, image.getWidth() - left), Math.min(side, image.getHeight() - top)));
    }

    private static ImageData data(BufferedImage image) {
        var data = new ImageData(image.getWidth(), image.getHeight(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            data.setPixels(0, y, row.length, row, 0);
        }
        return data;
    }

    @Override
    public synchronized void close() {
        try {
            document.close();
        } catch (IOException e) {
            // Cannot happen, because the document was loaded from memory.
        }
    }
}
