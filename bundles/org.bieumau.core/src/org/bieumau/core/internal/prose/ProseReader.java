/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.text.Span;
import org.bieumau.model.Chart;
import org.bieumau.model.Citation;
import org.bieumau.model.CitationForm;
import org.bieumau.model.CitationRun;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.Form;
import org.bieumau.model.InterpolationRun;
import org.bieumau.model.NameReference;
import org.bieumau.model.NoteRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Run;
import org.bieumau.model.StyledRun;
import org.bieumau.model.Suppression;
import org.bieumau.model.TableRow;
import org.bieumau.model.TextRun;

/**
 * Turns prose into printed blocks: evaluates conditions, repetitions and interpolations, numbers divisions, and writes
 * citations, in full at the first mention of a document and in short form later (ND30, Phụ lục I, II.6b). One reader
 * handles one document or form from beginning to end.
 */
public final class ProseReader {

    /** Number of repetitions above which a text is not read further: some thousand pages. */
    private static final int MOST_REPETITIONS = 100_000;

    private final Evaluator.Scope scope;
    private final Consumer<EvaluationException> problems;
    private final String beforeDate;
    private final Set<Citation> mentioned = new HashSet<>();
    private final List<ProseTable.Row> table = new ArrayList<>();
    private Numbering numbering = new Numbering();
    /** The steps of the expressions of the current text. */
    private Evaluator.Steps steps = new Evaluator.Steps();

    private int repetitions;

    /** @param scope resolves the names in interpolations and conditions */
    public ProseReader(Evaluator.Scope scope) {
        this(scope, problem -> {});
    }

    /**
     * @param scope resolves the names in interpolations and conditions
     * @param problems receives the problems of expressions without a value
     */
    public ProseReader(Evaluator.Scope scope, Consumer<EvaluationException> problems) {
        this(scope, problems, Citations.DATE);
    }

    /**
     * @param scope resolves the names in interpolations and conditions
     * @param beforeDate text between number and date in citations
     */
    public ProseReader(Evaluator.Scope scope, String beforeDate) {
        this(scope, problem -> {}, beforeDate);
    }

    private ProseReader(Evaluator.Scope scope, Consumer<EvaluationException> problems, String beforeDate) {
        this.scope = scope;
        this.problems = problems;
        this.beforeDate = beforeDate;
    }

    /**
     * Returns the blocks of prose; numbering starts at its beginning. An expression without a value is printed as
     * <code>{?}</code>; the checks report it.
     */
    public List<ProseBlock> read(Prose prose) {
        return read(prose, scope);
    }

    private List<ProseBlock> read(Prose prose, Evaluator.Scope inner) {
        var blocks = new ArrayList<ProseBlock>();
        numbering = new Numbering();
        steps = new Evaluator.Steps();
        repetitions = 0;
        read(prose.getLines(), inner, blocks);
        closeTable(blocks);
        return blocks;
    }

    /** Returns the blocks of prose for places without tables: each row of a table becomes a paragraph. */
    public List<ProseParagraph> readParagraphs(Prose prose) {
        var paragraphs = new ArrayList<ProseParagraph>();
        for (var block : read(prose)) {
            switch (block) {
                case ProseParagraph paragraph -> paragraphs.add(paragraph);
                case ProseTable table ->
                    table.rows().forEach(row -> paragraphs.add(new ProseParagraph(null, "", line(row), null)));
                case ProseForm form ->
                    paragraphs.add(new ProseParagraph(null, "", List.of(Span.of("{?}")), form.source()));
                case ProseChart chart ->
                    paragraphs.add(new ProseParagraph(null, "", List.of(Span.of("{?}")), chart.source()));
            }
        }
        return paragraphs;
    }

    private static List<Span> line(ProseTable.Row row) {
        var line = new ArrayList<Span>();
        for (var cell : row.cells()) {
            if (!line.isEmpty()) {
                line.add(Span.of(" | "));
            }
            line.addAll(cell);
        }
        return line;
    }

    private void read(List<ProseLine> lines, Evaluator.Scope inner, List<ProseBlock> blocks) {
        for (var line : lines) {
            if (line.isSeparate()) {
                closeTable(blocks);
            }
            switch (line) {
                case Paragraph paragraph -> {
                    closeTable(blocks);
                    read(paragraph, inner, blocks);
                }
                case TableRow row ->
                    table.add(new ProseTable.Row(
                            row.getCells().stream()
                                    .map(cell -> spans(cell.getRuns(), inner))
                                    .toList(),
                            row));
                case ConditionalLines conditional -> {
                    if (holds(conditional, inner)) {
                        read(conditional.getLines(), inner, blocks);
                    }
                }
                case RepeatedLines repeated -> {
                    var ordinal = 0;
                    for (var element : elements(repeated, inner)) {
                        if (isTooLong(repeated)) {
                            return;
                        }
                        ordinal++;
                        read(repeated.getLines(), repetition(inner, repeated, element, ordinal), blocks);
                    }
                }
                case Suppression silent -> {}
                default -> throw new IllegalArgumentException(line.eClass().getName());
            }
        }
    }

    /** Counts a repetition, and returns whether there are too many, which is reported once. */
    private boolean isTooLong(RepeatedLines lines) {
        if (repetitions > MOST_REPETITIONS) {
            return true;
        }
        if (++repetitions > MOST_REPETITIONS) {
            problems.accept(new EvaluationException(lines.getList(), "PROSE-LONG", MOST_REPETITIONS));
            return true;
        }
        return false;
    }

    /**
     * Makes a table of the last rows read. A row of dashes sets the alignment of the columns; as the second row it
     * marks the first one as header.
     */
    private void closeTable(List<ProseBlock> blocks) {
        if (table.isEmpty()) {
            return;
        }
        var columns = table.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        var alignments = new ArrayList<>(Collections.nCopies(columns, ProseTable.Alignment.LEFT));
        var header = table.size() > 1 && isRule(table.get(1));
        for (var row : table.stream().filter(ProseReader::isRule).toList()) {
            for (int i = 0; i < row.cells().size(); i++) {
                alignments.set(i, alignment(Span.text(row.cells().get(i))));
            }
        }
        var rows = table.stream().filter(row -> !isRule(row)).toList();
        if (!rows.isEmpty()) {
            blocks.add(new ProseTable(header, List.copyOf(alignments), rows));
        }
        table.clear();
    }

    private static boolean isRule(ProseTable.Row row) {
        return row.cells().stream().allMatch(cell -> Span.text(cell).matches(":?-{2,}:?"));
    }

    private static ProseTable.Alignment alignment(String dashes) {
        return !dashes.endsWith(":")
                ? ProseTable.Alignment.LEFT
                : dashes.startsWith(":") ? ProseTable.Alignment.CENTER : ProseTable.Alignment.RIGHT;
    }

    /** Returns the scope within a repetition: adds the name of the element, and <code>stt</code>, its number from 1. */
    public static Evaluator.Scope repetition(Evaluator.Scope outer, RepeatedLines lines, Object element, int ordinal) {
        return outer.with("stt", BigDecimal.valueOf(ordinal)).with(lines.getName(), element);
    }

    private boolean holds(ConditionalLines lines, Evaluator.Scope scope) {
        try {
            return evaluator(scope).truth(lines.getCondition());
        } catch (EvaluationException e) {
            problems.accept(e);
            return true;
        }
    }

    private List<?> elements(RepeatedLines lines, Evaluator.Scope scope) {
        try {
            return evaluator(scope).list(lines.getList());
        } catch (EvaluationException e) {
            problems.accept(e);
            return List.of();
        }
    }

    private void read(Paragraph paragraph, Evaluator.Scope inner, List<ProseBlock> blocks) {
        var marker = paragraph.getMarker();
        if (marker == null
                && paragraph.getRuns().size() == 1
                && paragraph.getRuns().getFirst() instanceof InterpolationRun run) {
            switch (value(run, inner).orElse(null)) {
                case Passage passage -> {
                    read(passage.prose().getLines(), passage.scope(), blocks);
                    closeTable(blocks);
                    return;
                }
                case Prose prose -> {
                    read(prose.getLines(), inner, blocks);
                    closeTable(blocks);
                    return;
                }
                case Form form -> {
                    blocks.add(new ProseForm(form, paragraph));
                    return;
                }
                case Chart chart -> {
                    blocks.add(new ProseChart(chart, paragraph));
                    return;
                }
                case null, default -> {}
            }
        }
        var spans = spans(paragraph.getRuns(), inner);
        if (marker == null || marker.getLevel() == null) {
            blocks.add(new ProseParagraph(null, "", spans, paragraph));
        } else {
            var label = numbering.next(marker.getLevel(), marker.getNumber());
            blocks.add(new ProseParagraph(marker.getLevel(), label, spans, paragraph));
        }
    }

    private List<Span> spans(List<Run> runs, Evaluator.Scope inner) {
        var spans = new ArrayList<Span>();
        for (var run : runs) {
            read(run, Span.of(""), inner, spans);
        }
        return List.copyOf(spans);
    }

    private void read(Run run, Span style, Evaluator.Scope inner, List<Span> spans) {
        switch (run) {
            case TextRun text -> append(style.with(text.getText()), spans);
            case StyledRun styled -> {
                var nested = new Span(
                        "",
                        style.bold() || styled.isBold(),
                        style.italic() || styled.isItalic(),
                        style.superscript() || styled.isSuperscript());
                styled.getRuns().forEach(each -> read(each, nested, inner, spans));
            }
            case CitationRun mention ->
                mention(mention.getCitation(), mention.getForm(), style).forEach(span -> append(span, spans));
            case NoteRun note -> spans.add(Span.note(spans(note.getRuns(), inner)));
            case InterpolationRun interpolation -> interpolate(interpolation, style, inner, spans);
            default -> throw new IllegalArgumentException(run.eClass().getName());
        }
    }

    /** Appends the value of an interpolation; prose within a line becomes the text of its paragraphs in one line. */
    private void interpolate(InterpolationRun run, Span style, Evaluator.Scope inner, List<Span> spans) {
        switch (value(run, inner).orElse(null)) {
            case null -> append(style.with("{?}"), spans);
            case Passage passage -> inline(run, passage.prose().getLines(), style, passage.scope(), spans, false);
            case Prose prose -> inline(run, prose.getLines(), style, inner, spans, false);
            case Object value
            when !Evaluator.isPrintable(value) -> {
                problems.accept(new EvaluationException(run.getExpression(), "EXPRESSION-PRINT"));
                append(style.with("{?}"), spans);
            }
            case Object value -> append(style.with(Evaluator.print(value)), spans);
        }
    }

    /**
     * Appends prose to a line. Its paragraphs become sentences of the line, without their numbers.
     *
     * @param begun whether a paragraph of the prose has been appended already, from which the next one is separated
     * @return the same after these lines
     */
    private boolean inline(
            InterpolationRun run,
            List<ProseLine> lines,
            Span style,
            Evaluator.Scope inner,
            List<Span> spans,
            boolean begun) {
        var goesOn = begun;
        for (var line : lines) {
            switch (line) {
                case Paragraph paragraph -> {
                    append(style.with(goesOn ? " " : ""), spans);
                    paragraph.getRuns().forEach(each -> read(each, style, inner, spans));
                    goesOn = true;
                }
                case ConditionalLines conditional -> {
                    if (holds(conditional, inner)) {
                        goesOn = inline(run, conditional.getLines(), style, inner, spans, goesOn);
                    }
                }
                case RepeatedLines repeated -> {
                    var ordinal = 0;
                    for (var element : elements(repeated, inner)) {
                        ordinal++;
                        var scope = repetition(inner, repeated, element, ordinal);
                        goesOn = inline(run, repeated.getLines(), style, scope, spans, goesOn);
                    }
                }
                case TableRow row -> {
                    problems.accept(new EvaluationException(run.getExpression(), "EXPRESSION-TABLE", name(run)));
                    return goesOn;
                }
                default -> {}
            }
        }
        return goesOn;
    }

    private static String name(InterpolationRun run) {
        return run.getExpression() instanceof NameReference reference ? reference.getName() : "…";
    }

    /**
     * Returns the text of a mention of a citation, <code>[?]</code> if the citation is not known. Counts as a mention:
     * later automatic mentions are short.
     *
     * @param citation the citation; null or an unresolved proxy if it is not known
     * @param style the style of the surrounding text
     */
    public List<Span> mention(Citation citation, CitationForm form, Span style) {
        if (citation == null || citation.eIsProxy()) {
            return List.of(style.with("[?]"));
        }
        var first = mentioned.add(citation);
        var full = form == CitationForm.FULL || form == CitationForm.AUTO && first;
        return Span.marked(full ? Citations.full(citation, beforeDate) : Citations.brief(citation)).stream()
                .map(span -> span.within(style))
                .toList();
    }

    private Evaluator evaluator(Evaluator.Scope scope) {
        return new Evaluator(scope, Map.of(), steps);
    }

    private Optional<Object> value(InterpolationRun run, Evaluator.Scope scope) {
        try {
            return Optional.of(evaluator(scope).evaluate(run.getExpression()));
        } catch (EvaluationException e) {
            problems.accept(e);
            return Optional.empty();
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
