/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Run;

/**
 * The only paragraph of a cell, whose text has a single look. It is created on demand, since most readers of large
 * sheets do not need it.
 */
final class CellParagraph extends AbstractList<Paragraph> {

    private final Place.Cell place;
    private final String text;
    private final CellStyle style;

    CellParagraph(Place.Cell place, String text, CellStyle style) {
        this.place = place;
        this.text = text;
        this.style = style;
    }

    @Override
    public Paragraph get(int index) {
        Objects.checkIndex(index, 1);
        return new Paragraph(
                place, "", List.of(new Run(text, style.look(), style.font().flags())), style.look());
    }

    @Override
    public int size() {
        return 1;
    }
}
