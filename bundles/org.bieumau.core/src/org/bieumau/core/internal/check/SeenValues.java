/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

/**
 * Remembers which texts have occurred, in 16 bytes for most, so that the values of a million rows fit into a small
 * heap. Of two texts with the same 64-bit hash, the second counts as seen: among ten million texts this happens once in
 * 300,000 files.
 */
final class SeenValues {

    private long[] hashes = new long[1 << 10];
    private int size;

    /** Adds a text; returns whether it has not occurred before. */
    boolean add(String text) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        var hash = hash(text);
        var at = index(hashes, hash);
        if (hashes[at] == hash) {
            return false;
        }
        hashes[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        var larger = new long[hashes.length * 2];
        for (var hash : hashes) {
            if (hash != 0) {
                larger[index(larger, hash)] = hash;
            }
        }
        hashes = larger;
    }

    /** Returns the index of a hash, or of the free place for it. */
    private static int index(long[] table, long hash) {
        var at = (int) (hash >>> 32) & table.length - 1;
        while (table[at] != 0 && table[at] != hash) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    /** Returns a hash other than 0, which marks free places (FNV-1a with a final mix). */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 31) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
