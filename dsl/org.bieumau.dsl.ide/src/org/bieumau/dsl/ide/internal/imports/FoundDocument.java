/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.util.List;
import org.bieumau.core.source.SourceItem;

/** A file that can be imported as a document. */
public final class FoundDocument {

    private final String title;
    private final List<SourceItem> items;

    /** @param title type and subject; empty if the file has none */
    FoundDocument(String title, List<SourceItem> items) {
        this.title = title;
        this.items = items;
    }

    /** Returns type and subject as the file prints them; empty if it has none. */
    public String title() {
        return title;
    }

    List<SourceItem> items() {
        return items;
    }
}
