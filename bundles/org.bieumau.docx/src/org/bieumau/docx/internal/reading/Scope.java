/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import org.bieumau.core.problem.Place;

/**
 * The surroundings of blocks.
 *
 * @param cell the cell around them; null outside of tables, where each paragraph has a place of its own
 * @param table what the table style contributes
 * @param width available width, in twips
 * @param depth number of tables around them
 * @param flags flags of all their paragraphs, see {@link Flags}
 */
record Scope(Place cell, TableLook table, int width, int depth, int flags) {

    Scope with(int more) {
        return new Scope(cell, table, width, depth, flags | more);
    }
}
