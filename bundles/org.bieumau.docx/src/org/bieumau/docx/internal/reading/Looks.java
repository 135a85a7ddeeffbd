/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.util.HashMap;
import java.util.Map;

/** The effective looks of a document. Equal formatting is resolved once. */
final class Looks {

    private record Key(TableLook table, ParagraphFormat direct) {}

    private record TableKey(Styles.Style style, int conditions) {}

    private final Styles styles;
    private final Numbering numbering;
    private final Map<Key, ParagraphLook> paragraphs = new HashMap<>();
    private final Map<TableKey, TableLook> tables = new HashMap<>();

    Looks(Styles styles, Numbering numbering) {
        this.styles = styles;
        this.numbering = numbering;
    }

    Styles.Style tableStyle(String id) {
        return styles.table(id);
    }

    ParagraphLook paragraph(TableLook table, ParagraphFormat direct) {
        return paragraphs.computeIfAbsent(
                new Key(table, direct), key -> new ParagraphLook(styles, numbering, table, direct));
    }

    /** @param conditions bit mask of {@link TableStyle#CONDITIONS} */
    TableLook table(Styles.Style style, int conditions) {
        return tables.computeIfAbsent(new TableKey(style, conditions), key -> {
            var paragraph = ParagraphFormat.NONE;
            var characters = CharacterFormat.NONE;
            for (var part : Styles.parts(style, conditions)) {
                paragraph = part.paragraph().over(paragraph);
                characters = part.characters().over(characters);
            }
            return new TableLook(paragraph, characters);
        });
    }
}
