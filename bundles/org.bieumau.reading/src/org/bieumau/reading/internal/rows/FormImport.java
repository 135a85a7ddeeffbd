/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.FormFinder;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.bieumau.reading.internal.values.Answer;
import org.bieumau.reading.internal.values.Question;
import org.bieumau.reading.internal.values.Questions;

/** Reads the contents of files into forms of templates. It can be used by several threads at once. */
public final class FormImport {

    /** Number of templates or tables that a problem names if none fits. */
    private static final int NAMED = 3;

    /** Number of columns that a problem names. */
    private static final int LISTED = 6;

    /** Score below which a table and a template have nothing in common that would be worth a number. */
    private static final double ALIKE = 0.10;

    /** Difference of ranks below which two templates fit a table alike. */
    private static final double EQUAL = 0.005;

    private final Map<FormTemplate, FormFinder> templates = new LinkedHashMap<>();

    /**
     * Adds a template to compare with the tables of the file.
     *
     * @param known labels that the user assigned before
     */
    public FormImport with(FormTemplate template, KnownLabels known) {
        return with(ResolvedTemplate.of(template), known);
    }

    /** The same as {@link #with(FormTemplate, KnownLabels)}, for a template that is resolved already. */
    public FormImport with(ResolvedTemplate template, KnownLabels known) {
        templates.put(template.template(), new FormFinder(template, known));
        return this;
    }

    /**
     * Reads a form. Its problems say what is doubtful.
     *
     * @param file name of the file, as the form names its source
     * @throws ProblemException if no table of the file fits a template, or several tables or templates fit alike
     */
    public FormReading read(SourceContent content, String file) throws ProblemException {
        return read(content, file, matches(content));
    }

    /**
     * The same as {@link #read(SourceContent, String)}.
     *
     * @param matches what {@link #matches} found in the content
     */
    public FormReading read(SourceContent content, String file, List<FormMatch> matches) throws ProblemException {
        if (matches.isEmpty() || matches.getFirst().score() < FormMatch.PROBABLE) {
            throw new ProblemException(none(matches, content, file));
        }
        checkForm(matches, file);
        var problems = new ArrayList<Problem>();
        var tables = tables(matches, file, problems);
        var reading = new Reading(content, file, tables, problems, new Questions(Map.of()), new Ledger());
        reading.rows();
        reading.leftovers();
        return reading.result();
    }

    /**
     * Reads the forms of a file from tables that the user chose. What none of them uses is kept in the first one.
     *
     * @param forms for each form its tables, which have the same template
     * @param answers what the user decided about questions of earlier readings
     */
    public static List<FormReading> read(
            SourceContent content, String file, List<List<FormMatch>> forms, Map<Question.Key, Answer> answers) {
        var ledger = new Ledger();
        var readings = forms.stream()
                .map(tables -> new Reading(content, file, tables, new ArrayList<>(), new Questions(answers), ledger))
                .toList();
        readings.forEach(Reading::rows);
        readings.stream().findFirst().ifPresent(Reading::leftovers);
        return readings.stream().map(Reading::result).toList();
    }

    /**
     * Returns the tables of the best match that belong to one form.
     *
     * @param matches tables with their templates, the best one first
     * @param problems receives what is doubtful about the choice
     * @throws ProblemException if a form with printed rows fits several tables alike
     */
    public static List<FormMatch> tables(List<FormMatch> matches, String file, List<Problem> problems)
            throws ProblemException {
        return new TableChoice(file, problems::add).of(matches);
    }

    /** Returns the tables of a file with each template that they may follow, the best match first. */
    public List<FormMatch> matches(SourceContent content) {
        var matches = new ArrayList<FormMatch>();
        templates
                .values()
                .forEach(finder -> content.grids().stream()
                        .filter(grid -> !grid.isHidden())
                        .forEach(grid ->
                                finder.find(grid).ifPresent(match -> matches.add(FormEvidence.add(match, content)))));
        matches.sort(Comparator.comparingDouble(match -> -match.rank()));
        return matches;
    }

    /**
     * Returns the templates that fit the table of the best match as well as that match.
     *
     * @param matches tables with their templates, the best one first
     */
    public static List<FormTemplate> alike(List<FormMatch> matches) {
        var best = matches.getFirst();
        return matches.stream()
                .filter(match -> match.shape().grid() == best.shape().grid() && best.rank() - match.rank() < EQUAL)
                .map(match -> match.template().template())
                .toList();
    }

    private static void checkForm(List<FormMatch> matches, String file) throws ProblemException {
        var alike = alike(matches);
        if (alike.size() > 1) {
            var names = alike.stream().map(FormTemplate::getName).collect(Collectors.joining(", "));
            throw new ProblemException(Problem.error(ReadingMessages.ALL, "READ-FORM-OPEN", Place.of(file), names));
        }
    }

    private Problem none(List<FormMatch> matches, SourceContent content, String file) {
        if (matches.isEmpty()) {
            return Problem.error(ReadingMessages.ALL, "READ-NO-TABLE", Place.of(file));
        }
        if (matches.getFirst().score() < ALIKE) {
            return Problem.error(
                    ReadingMessages.ALL, "READ-NO-COLUMNS", Place.of(file), wanted(), found(matches, content));
        }
        var nearest = matches.stream()
                .limit(NAMED)
                .map(match -> ReadingMessages.ALL.text(
                        "form.candidate",
                        match.template().template().getName(),
                        match.shape().grid().place().position(),
                        Math.round(match.score() * 100) + " %"))
                .collect(Collectors.joining("; "));
        return Problem.error(ReadingMessages.ALL, "READ-NO-FORM", Place.of(file), nearest);
    }

    /** Returns what the templates look for: the columns of the only one, or the names of several. */
    private String wanted() {
        if (templates.size() > 1) {
            return ReadingMessages.ALL.text(
                    "form.templates",
                    templates.size(),
                    templates.keySet().stream()
                            .limit(NAMED)
                            .map(template -> "«" + template.getName() + "»")
                            .collect(Collectors.joining(", ")));
        }
        var template = templates.keySet().iterator().next();
        return ReadingMessages.ALL.text(
                "form.columns",
                "«" + template.getName() + "»",
                listed(ResolvedTemplate.of(template).columns().stream().map(ResolvedTemplate.Leaf::title)));
    }

    /** Returns the columns of the first tables. */
    private static String found(List<FormMatch> matches, SourceContent content) {
        var shapes = content.grids().stream()
                .flatMap(grid -> ShapeFinder.find(grid).stream())
                .toList();
        return (shapes.isEmpty() ? matches.stream().map(FormMatch::shape) : shapes.stream())
                .limit(NAMED)
                .map(shape -> ReadingMessages.ALL.text(
                        "form.columns",
                        shape.grid().place().position(),
                        listed(shape.columns().stream().map(ShapeColumn::label))))
                .collect(Collectors.joining("; "));
    }

    private static String listed(Stream<String> labels) {
        var all = labels.filter(label -> !label.isBlank()).toList();
        return all.stream().limit(LISTED).map(label -> "«" + label + "»").collect(Collectors.joining(", "))
                + (all.size() > LISTED ? ", …" : "");
    }

    /** The state of one import. */
    private static final class Reading {

        private final SourceContent content;
        private final String file;
        private final List<FormMatch> matches;
        private final Form form = BieumauFactory.eINSTANCE.createForm();
        private final Ledger ledger;
        private final List<Problem> problems;
        private final Questions questions;

        Reading(
                SourceContent content,
                String file,
                List<FormMatch> matches,
                List<Problem> problems,
                Questions questions,
                Ledger ledger) {
            this.ledger = ledger;
            this.problems = problems;
            this.questions = questions;
            this.content = content;
            this.file = file;
            this.matches = matches;
        }

        /** Reads all rows. */
        void rows() {
            var template = matches.getFirst().template();
            form.setTemplate(template.template());
            var given =
                    new GivenRowMatcher(template.givenRows(), matches.getFirst().known());
            var computed = new Computed();
            var totals = new Totals();
            for (var match : matches) {
                tell(match);
                new TableReader(match, form, source(match), given, computed, totals, ledger, questions, problems::add)
                        .read();
            }
            for (var row : given.missing()) {
                if (!row.source().isHeading()) {
                    problems.add(warning(
                            "READ-ROW-MISSING",
                            matches.getFirst().shape().grid().place(),
                            String.join(" / ", row.titles())));
                }
            }
            computed.check(template, form, ledger, problems::add);
            new Labels(template, content, ledger).mark();
            var around = Surroundings.of(matches, content);
            new FormSettings(template, form, ledger).read(around);
            new FormSignatures(template, form, ledger).read(around);
        }

        /** Keeps what was not used. */
        void leftovers() {
            var left = new Leftovers(content, form, ledger).keep();
            if (left > 0) {
                problems.add(new Problem(
                        "READ-LEFTOVER",
                        Severity.INFO,
                        ReadingMessages.ALL.text("READ-LEFTOVER", left),
                        Place.of(file)));
            }
        }

        FormReading result() {
            return new FormReading(form, matches, problems, questions.asked(), ledger);
        }

        private static Problem warning(String code, Place place, Object... arguments) {
            return new Problem(code, Severity.WARNING, ReadingMessages.ALL.text(code, arguments), place);
        }

        /** Reports the decisions about the columns. */
        private void tell(FormMatch match) {
            var place = match.shape().grid().place();
            if (match.score() < FormMatch.KNOWN) {
                problems.add(warning(
                        "READ-PROBABLE",
                        place,
                        match.template().template().getName(),
                        Math.round(match.score() * 100) + " %"));
            }
            match.decisions()
                    .forEach(decision -> problem(match, decision, place).ifPresent(problems::add));
        }

        private Optional<Problem> problem(FormMatch match, Decision decision, Place table) {
            var place = decision.column()
                    .map(column -> place(match.shape().grid(), match.shape().bottom(), column.first()))
                    .orElse(table);
            return switch (decision.kind()) {
                case MAPPED, SURE, IGNORED -> Optional.empty();
                case LIKELY -> Optional.of(warning("READ-COLUMN-LIKELY", place, decision.reason()));
                case AMBIGUOUS ->
                    Optional.of(Problem.error(ReadingMessages.ALL, "READ-COLUMN-OPEN", place, decision.reason()));
                case ADDED -> Optional.of(warning("READ-COLUMN-ADDED", place, decision.reason()));
                case MISSING -> missing(decision, place);
            };
        }

        private static Optional<Problem> missing(Decision decision, Place place) {
            var leaf = decision.leaf().orElseThrow();
            return switch (leaf.type()) {
                case ORDINAL, COMPUTED -> Optional.empty();
                default ->
                    Optional.of(
                            leaf.source().isRequired()
                                    ? Problem.error(
                                            ReadingMessages.ALL, "READ-COLUMN-MISSING", place, decision.reason())
                                    : warning("READ-COLUMN-MISSING", place, decision.reason()));
            };
        }

        private static Place place(Grid grid, int row, int column) {
            var cell = grid.at(row, column);
            return cell == null ? grid.place() : cell.place();
        }

        private FormSource source(FormMatch match) {
            var grid = match.shape().grid();
            var source = BieumauFactory.eINSTANCE.createFormSource();
            source.setName("n" + (form.getSources().size() + 1));
            source.setFile(file);
            source.setPart(SourcePlace.text(grid.place()));
            source.setHeaderFirst(grid.rowNumber(match.shape().top()));
            source.setHeaderLast(grid.rowNumber(match.shape().bottom()));
            var columns = match.columns();
            match.shape().columns().stream().filter(columns::containsKey).forEach(column -> {
                var mapped = BieumauFactory.eINSTANCE.createSourceColumn();
                mapped.setPlace(grid.columnName(column.first()));
                mapped.setColumn(columns.get(column).source());
                source.getColumns().add(mapped);
            });
            form.getSources().add(source);
            return source;
        }
    }
}
