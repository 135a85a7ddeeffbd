/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.Prose;

/**
 * A row of a form.
 *
 * @param section the heading of its section; empty if there is none
 * @param path the path of a row that is printed with the form; empty for other rows
 * @param titles the titles from the outermost row above it to its own
 * @param key the value of a column whose values are unique, or else the titles; without case and diacritics
 * @param values the values of filled cells: numbers, or texts as shown
 */
record FormRow(String section, String path, List<String> titles, List<String> key, Map<Leaf, Object> values) {

    /** Returns the titles on one line. */
    String place() {
        return String.join(" / ", titles);
    }

    Wording wording() {
        return new Wording(place());
    }

    /**
     * Reads the rows of a form that say something: filled rows, and rows printed with the form.
     *
     * @throws IOException if the rows of a data source cannot be read
     */
    static List<FormRow> of(Form form, ResolvedTemplate template) throws IOException {
        var rows = new ArrayList<FormRow>();
        var names = Names.of(form);
        var section = "";
        try (var lines = FormRows.open(form, template, FormData.rows(form))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case FormRows.Heading heading -> section = heading.text();
                    case FormRows.Row row -> rows.add(of(row, section, template, names));
                }
            }
        }
        return rows;
    }

    private static FormRow of(FormRows.Row row, String section, ResolvedTemplate template, Evaluator.Scope names) {
        var values = new HashMap<Leaf, Object>();
        String unique = null;
        for (var column : template.columns()) {
            var value = value(row, column, template, names);
            if (value != null) {
                values.put(column, value);
                unique = column.source().isUnique() ? text(value) : unique;
            }
        }
        var titles = row.given() != null
                ? row.given().titles()
                : List.of(template.titleColumn()
                        .map(values::get)
                        .map(FormRow::text)
                        .orElse(""));
        var key = unique != null ? List.of(unique) : titles;
        return new FormRow(
                section,
                row.given() == null ? "" : row.given().path(),
                titles,
                key.stream().map(VietnameseText::fold).toList(),
                values);
    }

    private static Object value(FormRows.Row row, Leaf column, ResolvedTemplate template, Evaluator.Scope names) {
        if (column.type() == ColumnType.ORDINAL) {
            return null;
        }
        var shown = column.type() == ColumnType.COMPUTED
                ? Entries.shown(row.entry(), column, template, names)
                : Entries.value(row.entry(), column, template)
                        .filter(Entries::isFilled)
                        .map(Entries::plain);
        return shown.<Object>map(each -> each instanceof Prose prose ? PlainProse.text(prose) : each)
                .map(each -> each instanceof BigDecimal ? each : each instanceof Boolean ? "X" : Evaluator.print(each))
                .orElse(null);
    }

    /** Returns a value as shown. */
    static String text(Object value) {
        return Evaluator.print(value);
    }
}
