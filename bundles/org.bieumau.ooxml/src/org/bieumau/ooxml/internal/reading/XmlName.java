/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.nio.charset.StandardCharsets;

/** A name of elements or attributes as it is written, with its prefix. */
final class XmlName {

    final byte[] bytes;
    final int hash;
    final String prefix;
    final String local;

    /** The namespace of the prefix, as long as the declarations of namespaces have this version. */
    String namespace;

    int version = -1;

    /** The name that followed this one the last time, since tags and attributes mostly have the same order. */
    XmlName following;

    /** The last start tag with an attribute of this name. */
    long tag;

    /** The value of this attribute that was read last, since most attributes have few different values. */
    String value = "";

    private XmlName(byte[] bytes, int hash, String prefix, String local) {
        this.bytes = bytes;
        this.hash = hash;
        this.prefix = prefix;
        this.local = local;
    }

    /** Returns a name; null if the bytes, which are letters, digits and marks of ASCII, are no name. */
    static XmlName of(byte[] bytes, int hash) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var colon = text.indexOf(':');
        var prefix = colon < 0 ? "" : text.substring(0, colon);
        var local = text.substring(colon + 1);
        return colon >= 0 && !isName(prefix) || !isName(local)
                ? null
                : new XmlName(bytes, hash, prefix.intern(), local.intern());
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_') && !text.contains(":");
    }
}
