/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.message.ReadingMessages;

/**
 * Chooses the tables of a file that belong to a form. A list may continue in a second table. Printed rows exist only
 * once, so of several tables only the one with the number or title of the form above it is read.
 */
final class TableChoice {

    private static final double MARGIN = 0.1;

    private final String file;
    private final Consumer<Problem> problems;

    TableChoice(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Returns the tables of the best template, in the order of the file.
     *
     * @param matches tables with their templates, the best one first
     * @throws ProblemException if a form with printed rows fits several tables alike
     */
    List<FormMatch> of(List<FormMatch> matches) throws ProblemException {
        var best = matches.getFirst();
        var fitting = matches.stream()
                .filter(match -> match.template() == best.template()
                        && match.score() >= Math.max(FormMatch.PROBABLE, best.score() - MARGIN))
                .sorted(Comparator.comparingInt(match -> match.shape().grid().number()))
                .toList();
        if (fitting.size() == 1) {
            return fitting;
        }
        if (best.template().givenRows().isEmpty()) {
            warn("READ-TABLES", Place.of(file), fitting.size(), places(fitting));
            return fitting;
        }
        var most = fitting.stream().mapToInt(FormMatch::evidence).max().orElse(0);
        var named = fitting.stream().filter(match -> match.evidence() == most).toList();
        if (named.size() > 1) {
            throw new ProblemException(
                    Problem.error(ReadingMessages.ALL, "READ-TABLE-OPEN", Place.of(file), places(named)));
        }
        var chosen = named.getFirst();
        fitting.stream().filter(match -> match != chosen).forEach(match -> {
            var place = match.shape().grid().place();
            warn("READ-TABLE-OTHER", place, chosen.shape().grid().place().position());
        });
        return named;
    }

    private void warn(String code, Place place, Object... arguments) {
        problems.accept(new Problem(code, Severity.WARNING, ReadingMessages.ALL.text(code, arguments), place));
    }

    private static String places(List<FormMatch> matches) {
        return matches.stream()
                .map(match -> match.shape().grid().place().position())
                .collect(Collectors.joining(", "));
    }
}
