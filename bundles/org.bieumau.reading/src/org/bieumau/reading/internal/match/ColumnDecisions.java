/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * The decisions made so far about the columns of a template and a table. Columns of the template are called targets;
 * both are given by their positions from 0.
 */
final class ColumnDecisions {

    private final List<TemplateColumn> template;
    private final TableShape shape;
    private final Decision[] ofTargets;
    private final Decision[] ofColumns;

    ColumnDecisions(List<TemplateColumn> template, TableShape shape) {
        this.template = template;
        this.shape = shape;
        ofTargets = new Decision[template.size()];
        ofColumns = new Decision[shape.columns().size()];
    }

    TemplateColumn target(int target) {
        return template.get(target);
    }

    ShapeColumn column(int column) {
        return shape.columns().get(column);
    }

    boolean isOpen(int target) {
        return ofTargets[target] == null;
    }

    /** Returns the targets without a decision. */
    List<Integer> openTargets() {
        return open(ofTargets);
    }

    /** Returns the columns of the table without a decision. */
    List<Integer> openColumns() {
        return open(ofColumns);
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

    void assign(int target, int column, Kind kind, double score, String reason) {
        var decision =
                new Decision(kind, Optional.of(target(target).leaf()), Optional.of(column(column)), score, reason);
        ofTargets[target] = decision;
        ofColumns[column] = decision;
    }

    void ignore(int column) {
        ofColumns[column] = new Decision(
                Kind.IGNORED, Optional.empty(), Optional.of(column(column)), 1, text("decision.ignored", name(column)));
    }

    void miss(int target) {
        ofTargets[target] = new Decision(
                Kind.MISSING,
                Optional.of(target(target).leaf()),
                Optional.empty(),
                0,
                text("decision.missing", target(target).path()));
    }

    /** Returns a decision for each target in order, followed by those for other columns of the table. */
    List<Decision> all() {
        return Stream.concat(Arrays.stream(ofTargets), others()).toList();
    }

    private Stream<Decision> others() {
        var others = new ArrayList<Decision>();
        for (int i = 0; i < ofColumns.length; i++) {
            if (ofColumns[i] == null) {
                others.add(new Decision(
                        Kind.ADDED, Optional.empty(), Optional.of(column(i)), 0, text("decision.added", name(i))));
            } else if (ofColumns[i].kind() == Kind.IGNORED) {
                others.add(ofColumns[i]);
            }
        }
        return others.stream();
    }

    /** Returns the label and place of a column of the table for the user. */
    String name(int index) {
        var column = column(index);
        return text("column.name", String.join(" / ", column.path()), place(index));
    }

    /** Returns the name of a column of the table in its file, such as <code>C</code>. */
    String place(int index) {
        return shape.grid().columnName(column(index).first());
    }

    static String text(String key, Object... arguments) {
        return ReadingMessages.ALL.text(key, arguments);
    }
}
