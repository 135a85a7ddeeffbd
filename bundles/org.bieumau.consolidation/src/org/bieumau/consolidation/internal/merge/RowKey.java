/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.merge;

import java.io.Serializable;
import java.util.Comparator;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.core.internal.text.VietnameseText;

/**
 * What makes rows of several returns one row: the printed row by its path, or the label of a row that units added.
 *
 * @param section heading of the section without case and diacritics
 * @param label label of an added row without case and diacritics; an empty string for a printed row
 */
public record RowKey(String section, String given, String parent, String label)
        implements Serializable, Comparable<RowKey> {

    private static final Comparator<RowKey> ORDER = Comparator.comparing(RowKey::section)
            .thenComparing(RowKey::given)
            .thenComparing(RowKey::parent)
            .thenComparing(RowKey::label);

    public static RowKey of(ReturnRow row) {
        return new RowKey(
                VietnameseText.fold(row.section()),
                row.given(),
                row.parent(),
                row.given().isEmpty() ? VietnameseText.fold(row.title()) : "");
    }

    @Override
    public int compareTo(RowKey other) {
        return ORDER.compare(this, other);
    }
}
