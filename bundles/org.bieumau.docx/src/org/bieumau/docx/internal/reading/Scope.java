/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import org.bieumau.core.problem.Place;

/**
 * The context in which blocks are read.
 *
 * @param cell the enclosing cell; null outside of tables, where each paragraph has its own place
 * @param table the contribution of the table style
 * @param width available width, in twips
 * @param depth number of tables around them
 * @param flags flags of all their paragraphs, see {@link Flags}
 */
record Scope(Place cell, TableLook table, int width, int depth, int flags) {

    Scope with(int more) {
        return new Scope(cell, table, width, depth, flags | more);
    }
}
