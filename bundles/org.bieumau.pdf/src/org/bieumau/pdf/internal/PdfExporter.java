/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;

/**
 * Writes PDF, with embedded fonts, bookmarks and tags. The option <code>font</code> names another font than Liberation
 * Serif: an installed family, such as Times New Roman, or a folder with its files.
 */
public final class PdfExporter implements Exporter {

    /** The option that names the font. */
    public static final String FONT = "font";

    /** The font that was asked for, or null. */
    private final Fonts fonts;

    public PdfExporter() {
        this(null);
    }

    private PdfExporter(Fonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public String title() {
        return "PDF";
    }

    @Override
    public Exporter with(Map<String, String> options) {
        var wanted = options.get(FONT);
        if (wanted == null || wanted.isBlank()) {
            return this;
        }
        try {
            return new PdfExporter(Fonts.named(wanted));
        } catch (IOException e) {
            throw new IllegalArgumentException(PdfMessages.ALL.text("font.unknown", wanted), e);
        }
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        export(layout, out, progress, area -> {});
    }

    /**
     * Writes the file and says what each place of its pages shows.
     *
     * @return the areas, in the order in which they are drawn; of several at a point the last is the innermost
     * @throws IOException if the rows cannot be read or the stream not be written
     */
    public List<PageArea> exportWithAreas(Layout layout, OutputStream out, Progress progress) throws IOException {
        var areas = new ArrayList<PageArea>();
        export(layout, out, progress, areas::add);
        return areas;
    }

    private void export(Layout layout, OutputStream out, Progress progress, Consumer<PageArea> areas)
            throws IOException {
        try (var blocks = layout.open();
                var file = new PdfFile(layout, out)) {
            var flow = new PageFlow(file, layout, fonts == null ? Fonts.liberation() : fonts, areas);
            flow.write(blocks, progress);
            file.finish();
        }
    }
}
