/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.Optional;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.model.Column;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.model.Provenance;
import org.eclipse.emf.ecore.EObject;

/**
 * The place from which a row or cell of a form was read.
 *
 * @param file the file, as the form names it
 * @param position the place in the file, as its reader names it, such as <code>trang «PL01», ô D14</code>; empty if it
 *     is not known
 * @param part the table or sheet, as its reader names it; empty if it is not known
 * @param cell the cell in the part: its address in a sheet, such as <code>D14</code>, or its row and column in a table,
 *     such as <code>5:2</code>; the row alone if the column is not known; empty if neither is known
 */
public record Origin(String file, String position, String part, String cell) {

    /** The origin of what was not read from a file. */
    public static final Origin NONE = new Origin("", "", "", "");

    /** Returns whether there is a file. */
    public boolean isKnown() {
        return !file.isEmpty();
    }

    /** Returns the origin as one text for the user. */
    public String text() {
        return position.isEmpty() ? file : file + ", " + position;
    }

    /** Returns the origin of a row; empty if the form does not record it. */
    public static Optional<Origin> of(Entry entry) {
        return of(entry, null);
    }

    /** Returns the origin of a cell, or of its row if the column is not known; empty if the form does not record it. */
    public static Optional<Origin> of(Entry entry, Column column) {
        var provenance = entry.getProvenance();
        if (provenance == null) {
            return Optional.empty();
        }
        if (provenance.getRow() == 0) {
            var part = provenance.getPart() == null ? "" : provenance.getPart();
            var position = provenance.getCell() == null ? part : part + ", " + provenance.getCell();
            var cell = provenance.getCell() == null ? "" : provenance.getCell();
            return Optional.ofNullable(provenance.getFile()).map(file -> new Origin(file, position, part, cell));
        }
        return source(provenance)
                .filter(source -> source.getFile() != null)
                .map(source -> of(source, provenance.getRow(), column));
    }

    /** Returns the source of a row: the one to which it refers, or else the only one of its form. */
    public static Optional<FormSource> source(Provenance provenance) {
        if (provenance.getSource() != null) {
            return Optional.of(provenance.getSource()).filter(source -> !source.eIsProxy());
        }
        EObject form = provenance;
        while (form != null && !(form instanceof Form)) {
            form = form.eContainer();
        }
        return form instanceof Form owner && owner.getSources().size() == 1
                ? Optional.of(owner.getSources().getFirst())
                : Optional.empty();
    }

    private static Origin of(FormSource source, int row, Column column) {
        var part = source.getPart() == null ? "" : source.getPart();
        var place = source.getColumns().stream()
                .filter(each -> column != null && each.getColumn() == column && each.getPlace() != null)
                .map(each -> each.getPlace())
                .findFirst();
        var position = place.map(each -> each.matches("\\d+")
                        ? CoreMessages.ALL.text("origin.table", row, each)
                        : CoreMessages.ALL.text("origin.sheet", each + row))
                .orElseGet(() -> CoreMessages.ALL.text("origin.row", row));
        var cell = place.map(each -> each.matches("\\d+") ? row + ":" + each : each + row)
                .orElseGet(() -> Integer.toString(row));
        return new Origin(source.getFile(), part.isEmpty() ? position : part + ", " + position, part, cell);
    }
}
