/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

/** The contribution of a table style to the text of some cells. Looks are compared by identity. */
final class TableLook {

    /** Text outside of tables. */
    static final TableLook NONE = new TableLook(ParagraphFormat.NONE, CharacterFormat.NONE);

    private final ParagraphFormat paragraph;
    private final CharacterFormat characters;

    TableLook(ParagraphFormat paragraph, CharacterFormat characters) {
        this.paragraph = paragraph;
        this.characters = characters;
    }

    ParagraphFormat paragraph() {
        return paragraph;
    }

    CharacterFormat characters() {
        return characters;
    }
}
