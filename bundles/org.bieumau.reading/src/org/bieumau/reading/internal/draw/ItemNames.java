/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** Makes names for columns and rows from their labels. */
public final class ItemNames {

    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\d]*");

    private final Set<String> used;

    ItemNames() {
        this(Set.of());
    }

    /** @param taken names that other columns and rows have */
    public ItemNames(Collection<String> taken) {
        used = new HashSet<>(taken);
    }

    /** Returns a name that was not used before, such as <code>sốHộNghèo</code> for <code>Số hộ nghèo (1)</code>. */
    public String of(String label, String otherwise) {
        var name = new StringBuilder();
        var words = WORD.matcher(VietnameseText.nfc(label).replaceAll("\\([^)]*\\)", " "))
                .results()
                .limit(WORDS)
                .map(word -> word.group().toLowerCase(VietnameseText.LOCALE))
                .toList();
        words.forEach(word -> name.append(name.isEmpty() ? word : VietnameseText.capitalised(word)));
        var base = name.isEmpty() ? otherwise : name.toString();
        var unique = base;
        for (int i = 2; !used.add(unique); i++) {
            unique = base + i;
        }
        return unique;
    }
}
