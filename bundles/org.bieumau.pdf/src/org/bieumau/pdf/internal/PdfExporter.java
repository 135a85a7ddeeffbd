/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;

/**
 * Exports layouts as PDF with embedded fonts, bookmarks and tags. The option <code>font</code> replaces Liberation
 * Serif with an installed family, such as Times New Roman, or with the font files in a folder. Files conform to
 * PDF/UA-1, unless a table is too long for tags; with the option <code>pdfa=2b</code> also to PDF/A-2b.
 */
public final class PdfExporter implements Exporter {

    /** The option that names the font. */
    public static final String FONT = "font";
    /** The option that asks for a file for archives: {@value #PDFA_2B}. */
    public static final String PDFA = "pdfa";

    public static final String PDFA_2B = "2b";

    /** The font given as an option, or null for Liberation Serif. */
    private final Fonts fonts;
    /** Whether files conform to PDF/A-2b. */
    private final boolean archival;

    /** Creates an exporter that uses Liberation Serif. */
    public PdfExporter() {
        this(null, false);
    }

    private PdfExporter(Fonts fonts, boolean archival) {
        this.fonts = fonts;
        this.archival = archival;
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
        var pdfa = options.getOrDefault(PDFA, "");
        if (!pdfa.isBlank() && !pdfa.equals(PDFA_2B)) {
            throw new IllegalArgumentException(PdfMessages.ALL.text("pdfa.unknown", pdfa));
        }
        var archive = archival || !pdfa.isBlank();
        var wanted = options.get(FONT);
        if (wanted == null || wanted.isBlank()) {
            return archive == archival ? this : new PdfExporter(fonts, archive);
        }
        try {
            return new PdfExporter(Fonts.named(wanted), archive);
        } catch (IOException e) {
            throw new IllegalArgumentException(PdfMessages.ALL.text("font.unknown", wanted), e);
        }
    }

    /**
     * Returns a finding for each paragraph with characters that no font contains, and for each part that is higher than
     * a page and cannot be divided.
     */
    @Override
    public List<Finding> leftOut(Layout layout) throws IOException {
        var glyphs = new MissingGlyphs(layout, fonts());
        var parts = new TallParts(layout, fonts());
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                glyphs.find(block);
                parts.find(block);
            }
        }
        return Stream.concat(glyphs.findings().stream(), parts.findings().stream())
                .toList();
    }

    private Fonts fonts() throws IOException {
        return fonts == null ? Fonts.liberation() : fonts;
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        export(layout, out, progress, area -> {});
    }

    /**
     * Writes the file and returns which element of the model each area of its pages shows.
     *
     * @return the areas, in the order in which they are drawn. If several contain a point, the last is the innermost.
     * @throws IOException if the rows cannot be read or the stream cannot be written
     */
    public List<PageArea> exportWithAreas(Layout layout, OutputStream out, Progress progress) throws IOException {
        var areas = new ArrayList<PageArea>();
        export(layout, out, progress, areas::add);
        return areas;
    }

    private void export(Layout layout, OutputStream out, Progress progress, Consumer<PageArea> areas)
            throws IOException {
        try (var blocks = layout.open();
                var file = new PdfFile(layout, out, archival)) {
            var flow = new PageFlow(file, layout, fonts(), areas);
            flow.write(blocks, progress);
            file.finish();
        }
    }
}
