/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.Amendment;
import org.bieumau.ooxml.internal.amending.XmlElement;
import org.bieumau.ooxml.internal.reading.Vocabulary;

/** Amends the pages of sections. */
final class PageAmending {

    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;

    private final WordParts document;

    PageAmending(WordParts document) {
        this.document = document;
    }

    /** Amends the pages of a section; returns false if the file does not have it as a section of its own. */
    boolean amend(Amendment amendment) throws IOException, ProblemException {
        var part = document.main();
        if (part.isEmpty()) {
            return false;
        }
        return switch (amendment) {
            case Amendment.Repage change ->
                section(part.get(), change.section())
                        .map(each -> repage(each, part.get().w(), change.page()))
                        .orElse(false);
            case Amendment.NumberPages change -> {
                var section = section(part.get(), change.section());
                yield section.isPresent() && number(section.get(), part.get(), change.look());
            }
            case Amendment.DrawLine line -> drawLine(line, part.get());
            default -> false;
        };
    }

    /** Adds an empty paragraph with a border, low enough to keep the lines below where they are. */
    private boolean drawLine(Amendment.DrawLine line, WordParts.Part part) throws IOException, ProblemException {
        var paragraph = document.paragraph(line.anchor()).orElse(null);
        if (paragraph == null
                || document.part(line.anchor().part()).orElseThrow().tree() != part.tree()) {
            return false;
        }
        var w = part.w();
        var drawn = paragraph.insertAfter(w + "p");
        var properties = drawn.insert(w + "pPr", null);
        var border = properties.insert(w + "pBdr", null).insert(w + "bottom", null);
        border.set(w + "val", "single");
        border.set(w + "sz", "6");
        border.set(w + "space", "0");
        border.set(w + "color", "auto");
        var spacing = properties.insert(w + "spacing", null);
        spacing.set(w + "before", "0");
        spacing.set(w + "after", "0");
        spacing.set(w + "line", "60");
        spacing.set(w + "lineRule", "exact");
        var indent = properties.insert(w + "ind", null);
        indent.set(w + "left", twips(line.indent()));
        indent.set(w + "right", twips(line.indent()));
        indent.set(w + "firstLine", "0");
        properties.insert(w + "rPr", null).insert(w + "sz", null).set(w + "val", "2");
        return true;
    }

    private static Optional<XmlElement> section(WordParts.Part part, int number) {
        var sections = part.tree().elements(part.w() + "sectPr").stream()
                .filter(each -> !each.isWithin(part.w() + "sectPrChange"))
                .toList();
        return number < sections.size() ? Optional.of(sections.get(number)) : Optional.empty();
    }

    private static List<String> order(String w) {
        return new Properties(w)
                .names("headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
                        + " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
                        + " docGrid printerSettings sectPrChange");
    }

    private static boolean repage(XmlElement section, String w, PageSetup page) {
        var size = section.obtain(w + "pgSz", order(w));
        size.set(w + "w", twips(page.width()));
        size.set(w + "h", twips(page.height()));
        if (page.landscape()) {
            size.set(w + "orient", "landscape");
        } else {
            size.remove(w + "orient");
        }
        size.remove(w + "code");
        var margins = section.obtain(w + "pgMar", order(w));
        margins.set(w + "top", twips(page.top()));
        margins.set(w + "bottom", twips(page.bottom()));
        margins.set(w + "left", twips(page.left()));
        margins.set(w + "right", twips(page.right()));
        margins.set(w + "gutter", "0");
        for (var distance : List.of("header", "footer")) {
            if (margins.attribute(w + distance) == null) {
                margins.set(w + distance, twips(page.headerHeight()));
            }
        }
        return true;
    }

    private static String twips(double millimetres) {
        return Properties.twips(millimetres * TWIPS_PER_MILLIMETRE);
    }

    private boolean number(XmlElement section, WordParts.Part part, Look look) throws IOException, ProblemException {
        var w = part.w();
        var isOther = section.children().stream().anyMatch(each -> each.name().equals(w + "headerReference"));
        var relationships = part.tree().prefix(Vocabulary.RELATIONSHIPS.namespaces());
        if (isOther || relationships.isEmpty() || document.isStrict(part)) {
            return false;
        }
        var id = document.add(
                "headerBieuMau",
                header(look),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header");
        if (id.isEmpty()) {
            return false;
        }
        var reference = section.insert(
                w + "headerReference", section.children().stream().findFirst().orElse(null));
        reference.set(w + "type", "default");
        reference.set(relationships.get() + "id", id.get());
        section.obtain(w + "titlePg", order(w)).remove(w + "val");
        return true;
    }

    private static String header(Look look) {
        var size = Long.toString(Math.round(look.size() * 2));
        var fonts = "<w:rFonts w:ascii=\"%1$s\" w:hAnsi=\"%1$s\" w:cs=\"%1$s\"/>".formatted(look.typeface());
        var run = "<w:rPr>" + fonts + "<w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" + size + "\"/></w:rPr>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:hdr xmlns:w=\""
                + Vocabulary.WORD.namespaces().getFirst()
                + "\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
                + "<w:r>" + run + "<w:fldChar w:fldCharType=\"begin\"/></w:r>"
                + "<w:r>" + run + "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + "<w:r>" + run + "<w:fldChar w:fldCharType=\"separate\"/></w:r>"
                + "<w:r>" + run + "<w:t>2</w:t></w:r>"
                + "<w:r>" + run + "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";
    }
}
