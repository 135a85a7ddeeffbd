/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * Assigns the columns of a table to those of a template. What the user decided before comes first, then equal labels,
 * then the assignment with the highest likeness of labels and groups. What is doubtful is not decided.
 */
final class ColumnMatcher {

    /** Likeness from which a column is taken. */
    private static final double SURE = 0.85;
    /** Likeness from which a column is taken with a warning. */
    private static final double LIKELY = 0.70;
    /** Likeness from which a column is named as a candidate. */
    private static final double POSSIBLE = 0.50;
    /** Distance that a column must have from the next candidate. */
    private static final double LEAD = 0.10;
    /** Share of the label in the likeness; the rest is that of its groups. */
    private static final double LABEL = 0.65;

    private final List<TemplateColumn> template;
    private final TableShape shape;
    private final Samples samples;
    private final Likeness likeness;
    private final Decision[] decisions;
    private final Decision[] ofColumns;

    private ColumnMatcher(List<TemplateColumn> template, TableShape shape) {
        this.template = template;
        this.shape = shape;
        samples = new Samples(shape);
        likeness = new Likeness(
                template.stream()
                        .flatMap(
                                column -> Stream.concat(column.groups().stream().distinct(), column.labels().stream()))
                        .toList(),
                shape.columns().stream()
                        .flatMap(column -> column.path().stream())
                        .toList());
        decisions = new Decision[template.size()];
        ofColumns = new Decision[shape.columns().size()];
    }

    /** Returns a decision for each column of the template in order, followed by those for other columns of the file. */
    static List<Decision> match(List<TemplateColumn> template, TableShape shape, KnownLabels known) {
        var matcher = new ColumnMatcher(template, shape);
        matcher.takeKnown(known);
        matcher.takeEqual();
        matcher.takeAlike();
        return Stream.concat(Arrays.stream(matcher.decisions), matcher.others()).toList();
    }

    private void take(int target, int column, Kind kind, double score, String reason) {
        var decision = new Decision(
                kind,
                Optional.of(template.get(target).leaf()),
                Optional.of(shape.columns().get(column)),
                score,
                reason);
        decisions[target] = decision;
        ofColumns[column] = decision;
    }

    // What the user decided

    private void takeKnown(KnownLabels known) {
        for (int i = 0; i < ofColumns.length; i++) {
            var column = shape.columns().get(i);
            if (!known.knows(column)) {
                continue;
            }
            var source = known.find(column);
            if (source.isEmpty()) {
                ofColumns[i] = new Decision(
                        Kind.IGNORED, Optional.empty(), Optional.of(column), 1, text("decision.ignored", name(column)));
                continue;
            }
            for (int j = 0; j < decisions.length; j++) {
                if (template.get(j).leaf().source() == source.get() && decisions[j] == null) {
                    take(
                            j,
                            i,
                            Kind.MAPPED,
                            1,
                            text(
                                    "decision.mapped",
                                    name(column),
                                    template.get(j).path()));
                    break;
                }
            }
        }
    }

    // Equal labels

    private void takeEqual() {
        var byKey = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < ofColumns.length; i++) {
            if (ofColumns[i] == null && !shape.columns().get(i).label().isEmpty()) {
                byKey.computeIfAbsent(key(shape.columns().get(i)), key -> new ArrayList<>())
                        .add(i);
            }
        }
        var targets = targets();
        byKey.forEach((key, columns) -> {
            var equal = targets.getOrDefault(key, List.of()).stream()
                    .filter(target -> decisions[target] == null)
                    .toList();
            if (equal.size() == columns.size()) {
                for (int i = 0; i < equal.size(); i++) {
                    var target = template.get(equal.get(i));
                    take(
                            equal.get(i),
                            columns.get(i),
                            Kind.SURE,
                            1,
                            text("decision.equal", name(shape.columns().get(columns.get(i))), target.path()));
                }
            }
        });
    }

    /** Returns the columns of the template by each way to write their path. */
    private Map<String, List<Integer>> targets() {
        var targets = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < template.size(); i++) {
            var column = template.get(i);
            for (var key : keys(column)) {
                targets.computeIfAbsent(key, each -> new ArrayList<>()).add(i);
            }
        }
        return targets;
    }

    private static Set<String> keys(TemplateColumn column) {
        var keys = new HashSet<String>();
        column.labels().forEach(label -> keys.add(key(column.groups(), label)));
        return keys;
    }

    private static String key(ShapeColumn column) {
        return key(column.path().subList(0, column.path().size() - 1), column.label());
    }

    private static String key(Collection<String> groups, String label) {
        return Label.of(String.join(" ", groups)) + "/" + Label.of(label);
    }

    // Labels that are alike

    private void takeAlike() {
        var targets = open(decisions);
        var columns = open(ofColumns);
        var scores = new double[targets.size()][columns.size()];
        for (int i = 0; i < targets.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                scores[i][j] = score(targets.get(i), columns.get(j));
            }
        }
        var best = columns.isEmpty() ? new int[0] : Assignment.best(scores);
        for (int i = 0; i < targets.size(); i++) {
            decide(targets, columns, scores, best, i);
        }
    }

    private static List<Integer> open(Decision[] decisions) {
        var open = new ArrayList<Integer>();
        for (int i = 0; i < decisions.length; i++) {
            if (decisions[i] == null) {
                open.add(i);
            }
        }
        return open;
    }

    private double score(int target, int columnIndex) {
        var column = shape.columns().get(columnIndex);
        var wanted = template.get(target);
        if (column.label().isEmpty()) {
            return 0;
        }
        var groups = column.path().subList(0, column.path().size() - 1);
        var label = wanted.labels().stream()
                .mapToDouble(each -> likeness.of(each, column.label()))
                .max()
                .orElse(0);
        var score = groups.isEmpty() && wanted.groups().isEmpty()
                ? label
                : LABEL * label + (1 - LABEL) * likeness.ofGroups(wanted.groups(), groups);
        if (label < POSSIBLE) {
            return 0;
        }
        score += hasSameNumber(wanted, column) ? 0.05 : 0;
        score += switch (samples.fit(column, wanted.leaf().source())) {
            case 1 -> 0.02;
            case -1 -> -0.15;
            default -> 0;
        };
        score -= 0.001
                * Math.abs((double) target / template.size()
                        - (double) columnIndex / shape.columns().size());
        return Math.clamp(score, 0, 0.99);
    }

    private static boolean hasSameNumber(TemplateColumn wanted, ShapeColumn column) {
        var number = column.number().replaceAll("\\D.*", "");
        return !number.isEmpty() && number.equals(Integer.toString(wanted.leaf().index() + 1));
    }

    private void decide(List<Integer> targets, List<Integer> columns, double[][] scores, int[] best, int i) {
        var target = targets.get(i);
        if (best.length == 0 || best[i] < 0 || scores[i][best[i]] < POSSIBLE) {
            miss(target);
            return;
        }
        var wanted = template.get(target);
        var column = shape.columns().get(columns.get(best[i]));
        var score = scores[i][best[i]];
        var rival = rival(scores, best, i);
        var lead = score - rival.score();
        if (score >= (wanted.isRequired() ? SURE : LIKELY) && lead >= LEAD) {
            take(
                    target,
                    columns.get(best[i]),
                    score >= SURE ? Kind.SURE : Kind.LIKELY,
                    score,
                    text(
                            score >= SURE ? "decision.alike" : "decision.likely",
                            name(column),
                            wanted.path(),
                            percent(score)));
        } else {
            var other = rival.column() >= 0 && lead < LEAD
                    ? text(
                            "decision.rival",
                            name(shape.columns().get(columns.get(rival.column()))),
                            percent(rival.score()))
                    : rival.target() >= 0 && lead < LEAD
                            ? text(
                                    "decision.rivalTarget",
                                    template.get(targets.get(rival.target())).path(),
                                    percent(rival.score()))
                            : text("decision.low");
            take(
                    target,
                    columns.get(best[i]),
                    Kind.AMBIGUOUS,
                    score,
                    text("decision.ambiguous", wanted.path(), name(column), percent(score), other));
        }
    }

    /**
     * Another candidate.
     *
     * @param column position among the open columns of the file; -1 if a column of the template is the rival
     * @param target position among the open columns of the template; -1 if a column of the file is the rival
     */
    private record Rival(int column, int target, double score) {}

    /** Returns the best other pair of the same two columns whose partner has not a better one. */
    private static Rival rival(double[][] scores, int[] best, int i) {
        var rival = new Rival(-1, -1, 0);
        for (int j = 0; j < scores[i].length; j++) {
            if (j != best[i] && scores[i][j] > rival.score() && scores[i][j] >= taken(scores, best, j)) {
                rival = new Rival(j, -1, scores[i][j]);
            }
        }
        for (int k = 0; k < scores.length; k++) {
            if (k != i
                    && scores[k][best[i]] > rival.score()
                    && (best[k] < 0 || scores[k][best[i]] >= scores[k][best[k]])) {
                rival = new Rival(-1, k, scores[k][best[i]]);
            }
        }
        return rival;
    }

    private static double taken(double[][] scores, int[] best, int column) {
        for (int i = 0; i < best.length; i++) {
            if (best[i] == column) {
                return scores[i][column];
            }
        }
        return 0;
    }

    private void miss(int target) {
        decisions[target] = new Decision(
                Kind.MISSING,
                Optional.of(template.get(target).leaf()),
                Optional.empty(),
                0,
                text("decision.missing", template.get(target).path()));
    }

    private Stream<Decision> others() {
        var others = new ArrayList<Decision>();
        for (int i = 0; i < ofColumns.length; i++) {
            if (ofColumns[i] == null) {
                var column = shape.columns().get(i);
                others.add(new Decision(
                        Kind.ADDED, Optional.empty(), Optional.of(column), 0, text("decision.added", name(column))));
            } else if (ofColumns[i].kind() == Kind.IGNORED) {
                others.add(ofColumns[i]);
            }
        }
        return others.stream();
    }

    /** Returns the label and place of a column for the user. */
    private String name(ShapeColumn column) {
        return text(
                "column.name", String.join(" / ", column.path()), shape.grid().columnName(column.first()));
    }

    private static String percent(double score) {
        return Math.round(score * 100) + " %";
    }

    private static String text(String key, Object... arguments) {
        return ReadingMessages.ALL.text(key, arguments);
    }
}
