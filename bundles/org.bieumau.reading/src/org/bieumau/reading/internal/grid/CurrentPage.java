/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.grid;

import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.jspecify.annotations.Nullable;

/**
 * The page of each table while a file is read. A page of a text has all that follows it; a page of a workbook has only
 * the next sheet.
 */
public final class CurrentPage {

    private @Nullable PageSetup page;

    public void begin(SourceItem.PageStart start) {
        page = start.page();
    }

    /** Returns the page on which a table or sheet begins; null if the file does not say so. */
    public @Nullable PageSetup of(SourceItem.TableStart table) {
        var current = page;
        if (table.place() instanceof Place.Cell) {
            page = null;
        }
        return current;
    }
}
