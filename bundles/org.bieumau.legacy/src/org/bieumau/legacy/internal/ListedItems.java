/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.Iterator;
import java.util.List;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItems;

/** Items that were all read before, since old documents are small. */
final class ListedItems implements SourceItems {

    private final Iterator<SourceItem> items;

    private ListedItems(Iterator<SourceItem> items) {
        this.items = items;
    }

    static ListedItems of(List<SourceItem> items) {
        return new ListedItems(items.iterator());
    }

    @Override
    public SourceItem next() {
        return items.hasNext() ? items.next() : null;
    }

    @Override
    public void close() {
        // The file has been closed already.
    }
}
