/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.edit;

import java.util.List;

/**
 * A piece of a text that is to be replaced.
 *
 * @param offset where it begins in the text as it was
 * @param length how long it is, 0 where something is put in
 * @param text   what stands there instead
 */
public record TextEdit(int offset, int length, String text) {

    /** A text after edits, which are in their order and do not overlap. */
    public static String apply(List<TextEdit> edits, String text) {
        var result = new StringBuilder(text);
        for (var edit : edits.reversed()) {
            result.replace(edit.offset(), edit.offset() + edit.length(), edit.text());
        }
        return result.toString();
    }

    TextEdit moved(int by) {
        return new TextEdit(offset + by, length, text);
    }
}
