/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.util.Optional;
import org.bieumau.core.form.ResolvedTemplate.Leaf;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Prose;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;

/** What a row holds, by column. */
public final class Entries {

    private Entries() {
    }

    /** The value in a column: the cell's, else the row's title in the title column, else the column's default. */
    public static Optional<Value> value(Entry entry, Leaf column, ResolvedTemplate template) {
        for (var cell : entry.getCells()) {
            if (cell.getColumn() == column.source() && cell.getValue() != null) {
                return Optional.of(cell.getValue());
            }
        }
        if (entry.getTitle() != null && template.titleColumn().filter(column::equals).isPresent()) {
            return Optional.of(text(entry.getTitle()));
        }
        return Optional.ofNullable(column.source().getDefaultValue());
    }

    /** A value of plain text. */
    public static TextValue text(String text) {
        var value = BieumauFactory.eINSTANCE.createTextValue();
        value.setText(text);
        return value;
    }

    /** Whether a value says something: blanks alone do not. */
    public static boolean isFilled(Value value) {
        return switch (value) {
            case TextValue text -> text.getText() != null && !text.getText().isBlank();
            case Prose prose -> !prose.getLines().isEmpty();
            default -> true;
        };
    }
}
