/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.util.Optional;
import org.bieumau.consolidation.internal.read.Values;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Section;

/** Builds rows of the model from records. */
public final class RowBuilder {

    private final ResolvedTemplate template;

    public RowBuilder(ResolvedTemplate template) {
        this.template = template;
    }

    /**
     * Adds a row to a form.
     *
     * @param section heading of its section, which is added if the form does not have it yet; an empty string for none
     */
    public Entry add(Form form, String section, ReturnRow row) {
        var entry = entry(row);
        if (section.isEmpty()) {
            form.getEntries().add(entry);
        } else {
            section(form, section).getEntries().add(entry);
        }
        return entry;
    }

    private Section section(Form form, String title) {
        var term = template.sections().flatMap(spec -> Terms.find(spec.getVocabulary(), title));
        for (var section : form.getSections()) {
            var same = term.isPresent() ? section.getTerm() == term.get() : title.equals(section.getTitle());
            if (same) {
                return section;
            }
        }
        var section = BieumauFactory.eINSTANCE.createSection();
        if (term.isPresent()) {
            section.setTerm(term.get());
        } else {
            section.setTitle(title);
        }
        form.getSections().add(section);
        return section;
    }

    /** Returns a new row. */
    public Entry entry(ReturnRow row) {
        var entry = BieumauFactory.eINSTANCE.createEntry();
        var given = row.given().isEmpty()
                ? Optional.<GivenRow>empty()
                : template.givenRows().row(row.given());
        var title = template.titleColumn();
        if (given.isPresent()) {
            entry.setIndicator(given.get().source());
        } else {
            template.givenRows().row(row.parent()).ifPresent(parent -> entry.setParent(parent.source()));
            if (!row.title().isEmpty()
                    && title.filter(leaf -> !row.cells().containsKey(leaf.name()))
                            .isPresent()) {
                entry.setTitle(row.title());
            }
        }
        for (var leaf : template.columns()) {
            var value = leaf.name() == null ? null : row.cells().get(leaf.name());
            if (value != null) {
                var cell = BieumauFactory.eINSTANCE.createCell();
                cell.setColumn(leaf.source());
                cell.setValue(Values.value(value, leaf.source()));
                entry.getCells().add(cell);
            }
        }
        return entry;
    }
}
