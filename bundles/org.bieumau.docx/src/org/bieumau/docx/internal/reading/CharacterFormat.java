/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

/**
 * Properties of characters that a style or a run sets; null where it sets none.
 *
 * @param style id of the character style; only of runs
 * @param font font of ASCII letters
 * @param otherFont font of other letters, including the Vietnamese letters of legacy encodings
 * @param size in half points
 * @param position <code>superscript</code>, <code>subscript</code> or <code>baseline</code>
 */
record CharacterFormat(
        String style,
        String font,
        String otherFont,
        Integer size,
        Boolean bold,
        Boolean italic,
        Boolean underlined,
        Boolean capitals,
        Integer colour,
        Boolean struck,
        Boolean hidden,
        String position) {

    static final CharacterFormat NONE =
            new CharacterFormat(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Returns this format with its unset properties taken from another one. */
    CharacterFormat over(CharacterFormat base) {
        if (base == NONE || this == NONE) {
            return this == NONE ? base : this;
        }
        return new CharacterFormat(
                style,
                first(font, base.font),
                first(otherFont, base.otherFont),
                first(size, base.size),
                first(bold, base.bold),
                first(italic, base.italic),
                first(underlined, base.underlined),
                first(capitals, base.capitals),
                first(colour, base.colour),
                first(struck, base.struck),
                first(hidden, base.hidden),
                first(position, base.position));
    }

    static <T> T first(T own, T base) {
        return own != null ? own : base;
    }
}
