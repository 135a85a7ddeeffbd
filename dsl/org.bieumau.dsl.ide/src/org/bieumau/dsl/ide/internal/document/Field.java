/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import java.util.List;

/**
 * Snapshot of a field of the details page, which does not change when the file changes.
 *
 * @param id the name of the model feature, such as <code>placeName</code>, with the prefix <code>form.</code> for the
 *     fields of a form and <code>signature.</code> for those of a signature
 * @param value the value in the text; empty if none is written
 * @param implied the value that applies if none is written, taken from the template, the agency or the signer; empty if
 *     there is none
 * @param choices the labels of the available choices
 * @param offset the offset of the value in the text; -1 if none is written
 */
public record Field(String id, Kind kind, String value, String implied, List<String> choices, int offset, int length) {

    /** Value of a check box that is selected. An empty value means that it is not. */
    public static final String CHECKED = "true";

    /** Input type of a field. */
    public enum Kind {
        LINE,
        /** One of the choices, given by its label; empty for none. */
        CHOICE,
        /** One item per line. */
        LINES,
        /** {@link Field#CHECKED}, or empty. */
        CHECK
    }

    /** Returns this field with another value. */
    public Field with(String newValue) {
        return new Field(id, kind, newValue, implied, choices, offset, length);
    }
}
