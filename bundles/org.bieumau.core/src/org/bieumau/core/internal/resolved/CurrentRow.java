/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.Optional;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The row for which a document with a form of rows ({@link Document#getRows}) is being exported. */
public final class CurrentRow extends AdapterImpl {

    private final Entry row;

    private CurrentRow(Entry row) {
        this.row = row;
    }

    @Override
    public boolean isAdapterForType(Object type) {
        return type == CurrentRow.class;
    }

    /**
     * Returns the current row; outside an export, the first row in the text of the form. Empty if the document has no
     * form of rows, or the form has no row.
     */
    public static Optional<Entry> of(Document document) {
        if (EcoreUtil.getExistingAdapter(document, CurrentRow.class) instanceof CurrentRow current) {
            return Optional.of(current.row);
        }
        return form(document).flatMap(form -> Applicable.entries(form).stream().findFirst());
    }

    /** Returns the form for whose rows a document is exported. */
    public static Optional<Form> form(Document document) {
        var form = document.getRows();
        return form == null
                        || form.eIsProxy()
                        || form.getTemplate() == null
                        || form.getTemplate().eIsProxy()
                ? Optional.empty()
                : Optional.of(form);
    }

    /** Makes a row the current one of a document. The row belongs to a form. */
    public static void set(Document document, Entry row) {
        clear(document);
        document.eAdapters().add(new CurrentRow(row));
    }

    /** Ends the export of single rows. */
    public static void clear(Document document) {
        document.eAdapters().removeIf(CurrentRow.class::isInstance);
    }
}
