/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.util.Arrays;

/** The names in a part, found by their bytes. */
final class XmlNames {

    private final int most;
    private XmlName[] table = new XmlName[1 << 7];
    private int size;

    /** @param most maximum number of names */
    XmlNames(int most) {
        this.most = most;
    }

    /** Returns the name that the bytes are; null if they are no name, or one too many. */
    XmlName get(byte[] buffer, int from, int to, int hash) {
        var mask = table.length - 1;
        var at = spread(hash) & mask;
        for (var each = table[at]; each != null; each = table[at]) {
            if (each.hash == hash && matches(each.bytes, buffer, from, to)) {
                return each;
            }
            at = at + 1 & mask;
        }
        return add(Arrays.copyOfRange(buffer, from, to), hash);
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 7 ^ hash >>> 14;
    }

    private static boolean matches(byte[] name, byte[] buffer, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private XmlName add(byte[] bytes, int hash) {
        var name = size < most ? XmlName.of(bytes, hash) : null;
        if (name != null) {
            if (++size > table.length / 2) {
                var old = table;
                table = new XmlName[2 * old.length];
                for (var each : old) {
                    if (each != null) {
                        put(each);
                    }
                }
            }
            put(name);
        }
        return name;
    }

    private void put(XmlName name) {
        var at = spread(name.hash) & table.length - 1;
        while (table[at] != null) {
            at = at + 1 & table.length - 1;
        }
        table[at] = name;
    }
}
