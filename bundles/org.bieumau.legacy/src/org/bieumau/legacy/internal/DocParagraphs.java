/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;

/** Reads paragraphs of an old document, with their automatic numbers. */
final class DocParagraphs {

    private static final double MM_PER_TWIP = 25.4 / 1440;
    private static final double TWIPS_PER_POINT = 20;
    private static final double TWIPS_PER_LINE = 240;

    /** Marks in the text ([MS-DOC] 2.4.1): begin, middle and end of a field. */
    private static final char FIELD = '\u0013';

    private static final char FIELD_RESULT = '\u0014';
    private static final char FIELD_END = '\u0015';

    private final HWPFDocument document;
    private final AbstractWordUtils.NumberingState numbers = new AbstractWordUtils.NumberingState();

    DocParagraphs(HWPFDocument document) {
        this.document = document;
    }

    SourceItem.Paragraph read(Paragraph paragraph, Place place) {
        var runs = new ArrayList<Run>();
        var codes = 0;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            var shown = new StringBuilder();
            for (char c : run.text().toCharArray()) {
                codes += c == FIELD ? 1 : c == FIELD_RESULT && codes > 0 ? -1 : 0;
                if (codes == 0) {
                    append(c, shown);
                }
            }
            // A field without a result has no separator.
            codes = run.text().indexOf(FIELD_END) >= 0 ? 0 : codes;
            if (!shown.isEmpty() && !run.isMarkedDeleted()) {
                var text = LegacyText.of(shown.toString(), run.getFontName());
                runs.add(text.run(look(run, paragraph), flags(run)));
            }
        }
        var look = runs.isEmpty()
                ? look(paragraph.getCharacterRun(0), paragraph)
                : Look.common(runs.stream().map(Run::look).toList());
        return new SourceItem.Paragraph(place, label(paragraph), List.copyOf(runs), look);
    }

    private static void append(char c, StringBuilder shown) {
        switch (c) {
            case '\u000B' -> shown.append('\n');
            case '\t' -> shown.append('\t');
            case '\u001E' -> shown.append('\u2011');
            default -> {
                // Ends of paragraphs and cells, pictures, notes and optional hyphens are not part of the text.
                if (c >= ' ') {
                    shown.append(c);
                }
            }
        }
    }

    private String label(Paragraph paragraph) {
        if (!paragraph.isInList() || document.getListTables() == null) {
            return "";
        }
        var text = AbstractWordUtils.getBulletText(numbers, paragraph.getList(), (char) paragraph.getIlvl());
        return text == null ? "" : text.strip();
    }

    private static Set<Flag> flags(CharacterRun run) {
        var flags = EnumSet.noneOf(Flag.class);
        if (run.isStrikeThrough() || run.isDoubleStrikeThrough()) {
            flags.add(Flag.STRUCK_OUT);
        }
        if (run.isVanished()) {
            flags.add(Flag.HIDDEN);
        }
        if (run.isMarkedInserted()) {
            flags.add(Flag.INSERTED);
        }
        if (run.getSubSuperScriptIndex() == 1) {
            flags.add(Flag.SUPERSCRIPT);
        }
        if (run.getSubSuperScriptIndex() == 2) {
            flags.add(Flag.SUBSCRIPT);
        }
        return flags;
    }

    /** Returns the flags that any run of the paragraphs has. */
    static Set<Flag> flags(List<SourceItem.Paragraph> paragraphs) {
        var flags = EnumSet.noneOf(Flag.class);
        for (var paragraph : paragraphs) {
            paragraph.runs().forEach(run -> flags.addAll(run.flags()));
            if (!paragraph.label().isEmpty()) {
                flags.add(Flag.AUTOMATIC_NUMBER);
            }
        }
        flags.retainAll(Set.of(Flag.CONVERTED, Flag.INSERTED, Flag.AUTOMATIC_NUMBER));
        return flags;
    }

    private static Look look(CharacterRun run, Paragraph paragraph) {
        // LSPD ([MS-DOC] 2.9.151): the distance in the lower half, and whether it is one of lines in the upper.
        var spacing = paragraph.getLineSpacing().toInt();
        var distance = (short) spacing;
        var isMultiple = spacing >> Short.SIZE != 0;
        var name = run.getFontName() == null ? "" : run.getFontName();
        var colour = run.getIco24();
        var unknown = EnumSet.of(Property.LABEL_EMPHASIS);
        if (name.isEmpty()) {
            unknown.add(Property.TYPEFACE);
        }
        return new Look(
                name,
                run.getFontSize() / 2.0,
                run.isBold(),
                run.isItalic(),
                run.getUnderlineCode() != 0,
                run.isCapitalized(),
                // Blue, green, red; -1 is the colour of text.
                colour == -1 ? Look.BLACK : (colour & 0xFF) << 16 | colour & 0xFF00 | colour >> 16 & 0xFF,
                alignment(paragraph.getJustification()),
                paragraph.getFirstLineIndent() * MM_PER_TWIP,
                paragraph.getSpacingBefore() / TWIPS_PER_POINT,
                paragraph.getSpacingAfter() / TWIPS_PER_POINT,
                isMultiple && distance > 0 ? distance / TWIPS_PER_LINE : 1,
                isMultiple ? 0 : Math.abs(distance) / TWIPS_PER_POINT,
                paragraph.keepWithNext(),
                Set.of(),
                unknown);
    }

    private static Alignment alignment(int justification) {
        return switch (justification) {
            case 1 -> Alignment.CENTER;
            case 2 -> Alignment.RIGHT;
            case 3, 4, 5, 7, 8, 9 -> Alignment.JUSTIFY;
            default -> Alignment.LEFT;
        };
    }
}
