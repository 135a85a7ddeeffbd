/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.status;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;

/** The summaries of all files, by name. Merging is associative and commutative. */
public final class ReturnIndex implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, ReturnSummary> byName = new TreeMap<>();

    /** Returns an index of one file. */
    public static ReturnIndex of(ReturnSummary summary) {
        var index = new ReturnIndex();
        index.byName.put(summary.name(), summary);
        return index;
    }

    /** Adds all files of another index, whose names differ from those of this one. */
    public ReturnIndex merge(ReturnIndex other) {
        byName.putAll(other.byName);
        return this;
    }

    /** Returns the summaries in the order of their names. */
    public Collection<ReturnSummary> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReturnIndex index && index.byName.equals(byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }
}
