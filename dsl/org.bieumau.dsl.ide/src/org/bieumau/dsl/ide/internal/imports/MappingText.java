/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnMapping;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Mapping;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.shape.ShapeColumn;

/** Reads and writes the labels that the user assigned to the columns of a template (<i>ánh xạ</i>). */
public final class MappingText {

    private MappingText() {}

    /** Adds the labels that elements of a file assign to the columns of a template. */
    public static void read(Collection<? extends LibraryElement> elements, FormTemplate template, KnownLabels known) {
        for (var element : elements) {
            if (element instanceof Mapping mapping && isSame(mapping.getTemplate(), template)) {
                for (var item : mapping.getItems()) {
                    if (item instanceof ColumnMapping column && column.getLabel() != null) {
                        add(column, template, known);
                    } else {
                        known.add(item);
                    }
                }
            }
        }
    }

    /** Returns whether two templates are the same, even if their file was read twice. */
    public static boolean isSame(FormTemplate one, FormTemplate other) {
        return one == other
                || one != null
                        && !one.eIsProxy()
                        && Objects.equals(one.getName(), other.getName())
                        && Objects.equals(library(one), library(other));
    }

    private static String library(FormTemplate template) {
        return template.eContainer() instanceof Library library ? library.getName() : null;
    }

    private static void add(ColumnMapping mapping, FormTemplate template, KnownLabels known) {
        var column = mapping.isIgnored() ? Optional.<Column>empty() : column(mapping, template);
        if (!mapping.isIgnored() && column.isEmpty()) {
            return;
        }
        if (mapping.getPlace() == null) {
            known.add(mapping.getLabel(), column);
        } else {
            known.add(mapping.getLabel(), mapping.getPlace(), column);
        }
    }

    private static Optional<Column> column(ColumnMapping mapping, FormTemplate template) {
        var name = mapping.getColumn() == null ? null : mapping.getColumn().getName();
        return ResolvedTemplate.of(template).columns().stream()
                .filter(leaf -> leaf.source() == mapping.getColumn()
                        || leaf.name() != null && leaf.name().equals(name))
                .map(leaf -> leaf.source())
                .findFirst();
    }

    /**
     * Returns the text of a mapping with the decisions about the columns of tables; empty if there are none of these
     * kinds.
     *
     * @param name name of the mapping
     * @param kinds kinds of decisions that are written. An ambiguous or additional column becomes a comment to be
     *     completed
     */
    public static Optional<String> of(
            String name, FormTemplate template, Collection<FormMatch> tables, Set<Kind> kinds) {
        var lines = new LinkedHashMap<String, String>();
        for (var table : tables) {
            for (var decision : table.decisions()) {
                if (kinds.contains(decision.kind())) {
                    line(decision, table).ifPresent(line -> lines.put(line.getKey(), line.getValue()));
                }
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder("ánh xạ " + name + " cho " + template.getName() + " {\n");
        lines.values().forEach(line -> text.append("    ").append(line).append('\n'));
        return Optional.of(text.append("}\n").toString());
    }

    private static Optional<Map.Entry<String, String>> line(Decision decision, FormMatch table) {
        var column = decision.column();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        var label = label(column.get(), table);
        var name = decision.leaf().map(leaf -> leaf.name()).orElse(null);
        return switch (decision.kind()) {
            case MAPPED, LIKELY, SURE ->
                name == null ? Optional.empty() : Optional.of(Map.entry(label, label + " là " + name));
            case IGNORED -> Optional.of(Map.entry(label, label + " không lấy"));
            case AMBIGUOUS -> Optional.of(Map.entry(label, "// ? " + label + " là " + name));
            case ADDED -> Optional.of(Map.entry(label, "// " + label + " không lấy"));
            case MISSING -> Optional.empty();
        };
    }

    /** Returns the label of a column, with its place if other columns of the table have the same label. */
    private static String label(ShapeColumn column, FormMatch table) {
        var label = KnownLabels.of(column);
        var quoted = '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return isUnique(column, table.shape().columns())
                ? quoted
                : quoted + " ở cột \"" + table.shape().grid().columnName(column.first()) + '"';
    }

    static boolean isUnique(ShapeColumn column, List<ShapeColumn> columns) {
        var label = KnownLabels.of(column);
        return columns.stream()
                        .filter(each -> KnownLabels.of(each).equals(label))
                        .count()
                < 2;
    }
}
