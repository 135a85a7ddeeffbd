/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of labels, by which equal labels are found. They are kept, since the files of a form have the same labels.
 */
final class LabelKeys {

    /** Number of labels that are kept. */
    private static final int MOST = 2_000;
    /** Length up to which labels are kept, in characters. */
    private static final int LONGEST = 300;

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** Returns the key of a label: its words in lower case. */
    String of(String label) {
        var known = keys.get(label);
        if (known != null) {
            return known;
        }
        var key = Label.of(label).toString();
        if (label.length() <= LONGEST) {
            if (keys.size() >= MOST) {
                keys.clear();
            }
            keys.put(label, key);
        }
        return key;
    }
}
