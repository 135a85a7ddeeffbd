/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Place;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceContent.TablePart;
import org.bieumau.reading.internal.grid.SourceContent.TextPart;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.rows.Ledger.Use;

/** Adds unused texts to the form as leftovers. */
final class Leftovers {

    private final SourceContent content;
    private final Form form;
    private final Ledger ledger;
    private int count;

    Leftovers(SourceContent content, Form form, Ledger ledger) {
        this.content = content;
        this.form = form;
        this.ledger = ledger;
    }

    /** Adds all unused texts to the form and returns their number. */
    int keep() {
        for (var part : content.parts()) {
            switch (part) {
                case TextPart(var paragraph) -> {
                    if (!ledger.isUsed(paragraph)) {
                        ledger.use(paragraph, Use.LEFTOVER);
                        keep(paragraph.place(), (paragraph.label() + " " + paragraph.text()).strip());
                    }
                }
                case TablePart(var grid) ->
                    grid.cells().stream().filter(cell -> !ledger.isUsed(cell)).forEach(cell -> {
                        ledger.use(cell, Use.LEFTOVER);
                        keep(cell.place(), cell.shown());
                    });
            }
        }
        return count;
    }

    private void keep(Place place, String text) {
        if (Texts.line(text).isEmpty()) {
            return;
        }
        var value = BieumauFactory.eINSTANCE.createTextValue();
        value.setText(VietnameseText.nfc(text.strip()));
        var leftover = BieumauFactory.eINSTANCE.createLeftover();
        leftover.setPlace(SourcePlace.text(place));
        leftover.setValue(value);
        form.getLeftovers().add(leftover);
        count++;
    }
}
