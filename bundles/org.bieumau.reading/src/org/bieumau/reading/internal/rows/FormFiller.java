/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.model.Section;

/** Adds the sections and entries of a table to a form, in the order of the file. */
final class FormFiller {

    private final Form form;
    private final FormSource source;
    private Section section;

    FormFiller(Form form, FormSource source) {
        this.form = form;
        this.source = source;
    }

    /** Adds a section, to which further entries belong. */
    void add(Section added) {
        section = added;
        form.getSections().add(added);
    }

    /**
     * Adds an entry.
     *
     * @param row number of its first row in the table or sheet, from 1
     */
    void add(Entry entry, int row) {
        var provenance = BieumauFactory.eINSTANCE.createProvenance();
        provenance.setSource(source);
        provenance.setRow(row);
        entry.setProvenance(provenance);
        (section == null ? form.getEntries() : section.getEntries()).add(entry);
    }
}
