/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bieumau.core.source.SourceItem.Flag;

/** Sets of flags as bit masks, which are cheap to combine for each run. */
final class Flags {

    private static final Map<Integer, Set<Flag>> SETS = new ConcurrentHashMap<>();

    private Flags() {}

    static int of(Flag flag) {
        return 1 << flag.ordinal();
    }

    static int of(Flag flag, boolean isSet) {
        return isSet ? of(flag) : 0;
    }

    static boolean has(int mask, Flag flag) {
        return (mask & of(flag)) != 0;
    }

    /** Returns the flags of a mask as an immutable set. */
    static Set<Flag> set(int mask) {
        return mask == 0 ? Set.of() : SETS.computeIfAbsent(mask, Flags::create);
    }

    private static Set<Flag> create(int mask) {
        var set = EnumSet.noneOf(Flag.class);
        for (var flag : Flag.values()) {
            if (has(mask, flag)) {
                set.add(flag);
            }
        }
        return Set.copyOf(set);
    }
}
