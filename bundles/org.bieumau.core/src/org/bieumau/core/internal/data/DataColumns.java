/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowTarget;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.value.LabelKey;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Severity;

/**
 * Matches the labels of a data file with the columns of a form by name, title or other heading. If no column matches
 * exactly, case, diacritics and punctuation are ignored. A title may be preceded by the titles of its groups.
 */
final class DataColumns {

    /** Key of the label of the column that holds the headings of sections. */
    private static final String SECTION = LabelKey.of("lĩnh vực");

    private final RowTarget target;
    private final List<String> labels;
    private final Place place;
    /** The column of the form for each label; null for labels without one. */
    private final FormColumn[] columns;

    private final List<Problem> problems = new ArrayList<>();
    private int sections = -1;

    /**
     * Matches labels.
     *
     * @param place place of the labels
     * @throws DataException if a column occurs twice, a label fits several columns, or a required column is missing
     */
    DataColumns(List<String> labels, RowTarget target, Place place) throws DataException {
        this.labels = labels;
        this.target = target;
        this.place = place;
        columns = new FormColumn[labels.size()];
        for (int i = 0; i < columns.length; i++) {
            if (!labels.get(i).isBlank()) {
                match(i);
            }
        }
        checkMissing();
    }

    /** Returns the column of the form that a column of the file fills; null for none. */
    FormColumn column(int index) {
        return index < columns.length ? columns[index] : null;
    }

    /** Returns the index of the column with the headings of sections; -1 if there is none. */
    int sections() {
        return sections;
    }

    /** Returns whether a column of the file is skipped, which has been reported. */
    boolean isUnknown(int index) {
        return index < columns.length
                && columns[index] == null
                && index != sections
                && !labels.get(index).isBlank();
    }

    List<Problem> problems() {
        return problems;
    }

    private void match(int index) throws DataException {
        var label = labels.get(index);
        var found = candidates(label);
        if (found.size() > 1) {
            throw failure("DATA-COLUMN-UNSURE", label, names(found));
        }
        if (found.isEmpty()) {
            matchSection(index, label);
            return;
        }
        var column = found.getFirst();
        if (Arrays.asList(columns).contains(column)) {
            throw failure("DATA-COLUMN-TWICE", column.title(), label);
        }
        columns[index] = column;
        if (column.type() == ColumnType.COMPUTED) {
            warn("DATA-COLUMN-COMPUTED", column.title());
        }
    }

    private void matchSection(int index, String label) throws DataException {
        var key = LabelKey.of(label);
        var vocabulary = target.sections().map(spec -> spec.getVocabulary()).orElse(null);
        var isSection = target.sections().isPresent()
                && (key.equals(SECTION)
                        || vocabulary != null
                                && Stream.of(vocabulary.getName(), vocabulary.getTitle())
                                        .anyMatch(name -> name != null
                                                && LabelKey.of(name).equals(key)));
        if (!isSection) {
            warn("DATA-COLUMN-UNKNOWN", label, names(target.columns()));
        } else if (sections >= 0) {
            throw failure("DATA-COLUMN-TWICE", labels.get(sections), label);
        } else {
            sections = index;
        }
    }

    private List<? extends FormColumn> candidates(String label) {
        for (var key : List.<Function<String, String>>of(LabelKey::exact, LabelKey::of)) {
            var wanted = key.apply(label);
            var found = target.columns().stream()
                    .filter(column -> labels(column)
                            .anyMatch(name -> name != null && key.apply(name).equals(wanted)))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        var wanted = LabelKey.of(label);
        return wanted.isEmpty()
                ? List.of()
                : target.columns().stream()
                        .filter(column -> LabelKey.of(path(column)).equals(wanted))
                        .toList();
    }

    private static Stream<String> labels(FormColumn column) {
        return Stream.concat(Stream.of(column.name(), column.title()), column.source().getSynonyms().stream());
    }

    /** Returns the titles of the groups of a column and its own. */
    private static String path(FormColumn column) {
        var path = new StringBuilder(column.title());
        for (var each = column.source().eContainer(); each instanceof ColumnGroup group; each = each.eContainer()) {
            path.insert(0, group.getTitle() == null ? "" : group.getTitle() + " ");
        }
        return path.toString();
    }

    private void checkMissing() throws DataException {
        var given = Arrays.asList(columns);
        var missing = target.columns().stream()
                .filter(column -> !given.contains(column)
                        && column.type() != ColumnType.ORDINAL
                        && column.type() != ColumnType.COMPUTED
                        && column.source().getDefaultValue() == null
                        && column.source().getCondition() == null)
                .toList();
        var required =
                missing.stream().filter(column -> column.source().isRequired()).toList();
        if (!required.isEmpty() || missing.size() == target.columns().size()) {
            throw failure(
                    "DATA-COLUMN-REQUIRED", names(required.isEmpty() ? missing : required), String.join(", ", labels));
        }
        if (!missing.isEmpty()) {
            warn("DATA-COLUMN-MISSING", names(missing));
        }
    }

    private static String names(List<? extends FormColumn> columns) {
        return columns.stream()
                .map(column -> column.name() == null ? column.title() : column.name())
                .collect(Collectors.joining(", "));
    }

    private void warn(String code, Object... arguments) {
        problems.add(new Problem(code, Severity.WARNING, CoreMessages.ALL.text(code, arguments), place));
    }

    private DataException failure(String code, Object... arguments) {
        return new DataException(Problem.error(CoreMessages.ALL, code, place, arguments));
    }
}
