/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.List;

/**
 * A change of the words after which reading goes on, and the problem that it mends.
 *
 * @param at index of the first word that is replaced
 * @param removed number of words that are replaced
 * @param inserted the words in their place
 * @param cost how unlikely the slip is
 * @param slip the problem; null if the words only continue after one that is known
 */
record Repair(int at, int removed, List<Word> inserted, int cost, Slip slip) {

    /** Returns the words after the change. */
    Word word(List<Word> words, int index) {
        var after = index - at - inserted.size();
        return after < 0 ? inserted.get(index - at) : words.get(at + removed + after);
    }

    int size(List<Word> words) {
        return words.size() - removed + inserted.size();
    }
}
