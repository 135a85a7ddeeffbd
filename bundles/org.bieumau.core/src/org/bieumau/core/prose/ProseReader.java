/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.prose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.expression.EvaluationException;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.core.text.Citations;
import org.bieumau.model.Citation;
import org.bieumau.model.CitationForm;
import org.bieumau.model.CitationRun;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.InterpolationRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Prose;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Run;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TextRun;

/**
 * Turns prose into paragraphs as they print: decides conditions, repeats, computes interpolations, numbers, and writes
 * citations, in full where a document is mentioned first and short later on (ND30, Phụ lục I, II.6b). One reader serves
 * one document or form from beginning to end.
 */
public final class ProseReader {

    private final Evaluator.Scope scope;
    private final Set<Citation> mentioned = new HashSet<>();
    private Numbering numbering = new Numbering();

    /** @param scope what names in interpolations and conditions stand for */
    public ProseReader(Evaluator.Scope scope) {
        this.scope = scope;
    }

    /** The paragraphs of prose, numbered from its beginning. An expression without a value prints as <code>{?}</code>; the checks report it. */
    public List<ProseParagraph> read(Prose prose) {
        var paragraphs = new ArrayList<ProseParagraph>();
        numbering = new Numbering();
        read(prose.getLines(), scope, paragraphs);
        return paragraphs;
    }

    private void read(List<ProseLine> lines, Evaluator.Scope inner, List<ProseParagraph> paragraphs) {
        for (var line : lines) {
            switch (line) {
                case Paragraph paragraph -> paragraphs.add(read(paragraph, inner));
                case ConditionalLines conditional -> {
                    if (holds(conditional, inner)) {
                        read(conditional.getLines(), inner, paragraphs);
                    }
                }
                case RepeatedLines repeated -> {
                    for (var element : elements(repeated, inner)) {
                        read(repeated.getLines(), inner.with(repeated.getName(), element), paragraphs);
                    }
                }
                default -> throw new IllegalArgumentException(line.eClass().getName());
            }
        }
    }

    private static boolean holds(ConditionalLines lines, Evaluator.Scope scope) {
        try {
            return new Evaluator(scope).truth(lines.getCondition());
        } catch (EvaluationException e) {
            return true;
        }
    }

    private static List<?> elements(RepeatedLines lines, Evaluator.Scope scope) {
        try {
            return new Evaluator(scope).list(lines.getList());
        } catch (EvaluationException e) {
            return List.of();
        }
    }

    private ProseParagraph read(Paragraph paragraph, Evaluator.Scope inner) {
        var spans = new ArrayList<Span>();
        for (var run : paragraph.getRuns()) {
            read(run, Span.of(""), inner, spans);
        }
        var marker = paragraph.getMarker();
        if (marker == null || marker.getLevel() == null) {
            return new ProseParagraph(null, "", List.copyOf(spans), paragraph);
        }
        var label = numbering.next(marker.getLevel(), marker.getNumber());
        return new ProseParagraph(marker.getLevel(), label, List.copyOf(spans), paragraph);
    }

    private void read(Run run, Span style, Evaluator.Scope inner, List<Span> spans) {
        switch (run) {
            case TextRun text -> append(style.with(text.getText()), spans);
            case StyledRun styled -> {
                var nested = new Span("", style.bold() || styled.isBold(), style.italic() || styled.isItalic(),
                        style.superscript() || styled.isSuperscript());
                styled.getRuns().forEach(each -> read(each, nested, inner, spans));
            }
            case CitationRun mention -> append(style.with(mention(mention.getCitation(), mention.getForm())), spans);
            case InterpolationRun interpolation -> append(style.with(value(interpolation, inner)), spans);
            default -> throw new IllegalArgumentException(run.eClass().getName());
        }
    }

    /** A mention of a citation; what is mentioned here in full is short from now on. */
    public String mention(Citation citation, CitationForm form) {
        if (citation == null || citation.eIsProxy()) {
            return "[?]";
        }
        var first = mentioned.add(citation);
        var full = form == CitationForm.FULL || form == CitationForm.AUTO && first;
        return full ? Citations.full(citation) : Citations.brief(citation);
    }

    private static String value(InterpolationRun run, Evaluator.Scope scope) {
        try {
            return Evaluator.print(new Evaluator(scope).evaluate(run.getExpression()));
        } catch (EvaluationException e) {
            return "{?}";
        }
    }

    private static void append(Span span, List<Span> spans) {
        if (span.text() == null || span.text().isEmpty()) {
            return;
        }
        if (!spans.isEmpty() && spans.getLast().sameStyle(span)) {
            spans.set(spans.size() - 1, span.with(spans.getLast().text() + span.text()));
        } else {
            spans.add(span);
        }
    }
}
