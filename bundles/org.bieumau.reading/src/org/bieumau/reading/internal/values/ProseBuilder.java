/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.Run;

/** Converts the text of a cell to prose. Each line becomes a paragraph; a marker at its beginning is recognised. */
public final class ProseBuilder {

    private final Prose prose = BieumauFactory.eINSTANCE.createProse();

    /** Returns the prose of lines of text. */
    public static Prose of(List<String> lines) {
        var builder = new ProseBuilder();
        lines.forEach(builder::add);
        return builder.prose;
    }

    private void add(String line) {
        var text = VietnameseText.nfc(line.strip());
        if (text.isEmpty()) {
            return;
        }
        var paragraph = BieumauFactory.eINSTANCE.createParagraph();
        var marked = MarkedLine.of(text).filter(each -> !each.rest().isEmpty());
        if (marked.isPresent()) {
            var marker = BieumauFactory.eINSTANCE.createMarker();
            marker.setText(marked.get().marker());
            paragraph.setMarker(marker);
            text = marked.get().rest();
        }
        paragraph.getRuns().add(run(text));
        prose.getLines().add(paragraph);
    }

    private static Run run(String text) {
        var run = BieumauFactory.eINSTANCE.createTextRun();
        run.setText(text);
        return run;
    }

    /** Returns the prose of paragraphs, with emphasis where it differs within a paragraph. */
    static Prose ofParagraphs(List<SourceItem.Paragraph> paragraphs) {
        var builder = new ProseBuilder();
        for (var paragraph : lines(paragraphs)) {
            var count = builder.prose.getLines().size();
            builder.add((paragraph.label() + " " + paragraph.text()).strip());
            if (builder.prose.getLines().size() > count
                    && builder.prose.getLines().getLast() instanceof Paragraph added
                    && isMixed(paragraph)) {
                emphasise(added, paragraph);
            }
        }
        return builder.prose;
    }

    /** Returns one paragraph per line. */
    private static List<SourceItem.Paragraph> lines(List<SourceItem.Paragraph> paragraphs) {
        var lines = new ArrayList<SourceItem.Paragraph>();
        for (var paragraph : paragraphs) {
            var runs = new ArrayList<SourceItem.Run>();
            var label = paragraph.label();
            for (var run : paragraph.runs()) {
                var texts = run.text().split("\n", -1);
                for (int i = 0; i < texts.length; i++) {
                    if (i > 0) {
                        lines.add(line(paragraph, label, runs));
                        runs.clear();
                        label = "";
                    }
                    runs.add(new SourceItem.Run(texts[i], run.look(), run.flags()));
                }
            }
            lines.add(line(paragraph, label, runs));
        }
        return lines;
    }

    private static SourceItem.Paragraph line(SourceItem.Paragraph paragraph, String label, List<SourceItem.Run> runs) {
        return new SourceItem.Paragraph(paragraph.place(), label, List.copyOf(runs), paragraph.look());
    }

    private static boolean isMixed(SourceItem.Paragraph paragraph) {
        return paragraph.runs().stream()
                        .filter(run -> !run.text().isBlank())
                        .map(ProseBuilder::style)
                        .distinct()
                        .count()
                > 1;
    }

    private record Style(boolean bold, boolean italic, boolean superscript) {}

    private static Style style(SourceItem.Run run) {
        return new Style(
                is(run.look(), Look.Property.BOLD, run.look().bold()),
                is(run.look(), Look.Property.ITALIC, run.look().italic()),
                run.flags().contains(Flag.SUPERSCRIPT));
    }

    private static boolean is(Look look, Look.Property property, boolean value) {
        return value && !look.unknown().contains(property);
    }

    /** Replaces the runs of a paragraph by styled ones with the same text. */
    private static void emphasise(Paragraph added, SourceItem.Paragraph paragraph) {
        var whole = VietnameseText.nfc((paragraph.label() + " " + paragraph.text()).strip());
        var text = ((org.bieumau.model.TextRun) added.getRuns().getFirst()).getText();
        var skipped = whole.length()
                - text.length()
                - (paragraph.label().isEmpty() ? 0 : paragraph.label().length() + 1);
        added.getRuns().clear();
        var rest = text.length();
        for (var run : paragraph.runs()) {
            var piece = VietnameseText.nfc(run.text());
            var cut = Math.clamp(skipped, 0, piece.length());
            skipped -= cut;
            piece = piece.substring(cut, Math.min(piece.length(), cut + rest));
            rest -= piece.length();
            if (!piece.isEmpty()) {
                added.getRuns().add(styled(piece, style(run)));
            }
        }
    }

    private static Run styled(String text, Style style) {
        if (text.isBlank() || style.equals(new Style(false, false, false))) {
            return run(text);
        }
        var styled = BieumauFactory.eINSTANCE.createStyledRun();
        styled.setBold(style.bold());
        styled.setItalic(style.italic());
        styled.setSuperscript(style.superscript());
        styled.getRuns().add(run(text));
        return styled;
    }
}
