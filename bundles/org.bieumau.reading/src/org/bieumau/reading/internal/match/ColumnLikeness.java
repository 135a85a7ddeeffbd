/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.List;
import java.util.stream.Stream;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/** Compares columns of a table with those of a template by labels, groups, numbers, values and positions. */
final class ColumnLikeness {

    /** Minimum likeness of a candidate, both of its label alone and of the column as a whole. */
    static final double POSSIBLE = 0.50;
    /** Weight of the label in the likeness; the groups have the rest. */
    private static final double LABEL = 0.65;

    private static final double SAME_NUMBER = 0.05;
    private static final double FITTING_VALUES = 0.02;
    private static final double CONTRADICTING_VALUES = -0.15;
    /** Weight of the distance between the positions. It is so small that it only decides between equal candidates. */
    private static final double DISTANCE = -0.001;
    /** Maximum likeness of columns whose labels are not equal. */
    private static final double MOST = 0.99;

    private final List<TemplateColumn> template;
    private final TableShape shape;
    private final Samples samples;
    private final Likeness likeness;

    ColumnLikeness(List<TemplateColumn> template, TableShape shape) {
        this.template = template;
        this.shape = shape;
        samples = new Samples(shape);
        likeness = new Likeness(
                template.stream()
                        .flatMap(column ->
                                Stream.concat(column.groups().stream().distinct(), column.allLabels().stream()))
                        .toList(),
                shape.columns().stream()
                        .flatMap(column -> column.path().stream())
                        .toList());
    }

    /**
     * Returns the likeness of two columns from 0 to 1; 0 if the labels differ too much.
     *
     * @param target position of a column of the template
     * @param index position of a column of the table
     */
    double of(int target, int index) {
        var column = shape.columns().get(index);
        var wanted = template.get(target);
        var label = ofLabels(wanted, column);
        if (label < POSSIBLE) {
            return 0;
        }
        var groups = column.path().subList(0, column.path().size() - 1);
        var score = groups.isEmpty() && wanted.groups().isEmpty()
                ? label
                : LABEL * label + (1 - LABEL) * ofGroups(wanted, groups);
        score += hasSameNumber(wanted, column) ? SAME_NUMBER : 0;
        score += switch (samples.fit(column, wanted.leaf().source())) {
            case 1 -> FITTING_VALUES;
            case -1 -> CONTRADICTING_VALUES;
            default -> 0;
        };
        score += DISTANCE
                * Math.abs((double) target / template.size()
                        - (double) index / shape.columns().size());
        return Math.clamp(score, 0, MOST);
    }

    private double ofGroups(TemplateColumn wanted, List<String> groups) {
        return wanted.allGroups().stream()
                .mapToDouble(path -> likeness.ofGroups(path, groups))
                .max()
                .orElseThrow();
    }

    private double ofLabels(TemplateColumn wanted, ShapeColumn column) {
        return column.label().isEmpty()
                ? 0
                : wanted.allLabels().stream()
                        .mapToDouble(each -> likeness.of(each, column.label()))
                        .max()
                        .orElse(0);
    }

    private static boolean hasSameNumber(TemplateColumn wanted, ShapeColumn column) {
        var number = column.number().replaceAll("\\D.*", "");
        return !number.isEmpty() && number.equals(Integer.toString(wanted.leaf().index() + 1));
    }
}
