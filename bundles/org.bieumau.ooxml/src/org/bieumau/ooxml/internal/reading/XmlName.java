/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name of elements or attributes as it is written, with its prefix. */
final class XmlName {

    /** Number of bytes that are compared at once; as many must follow any name in a buffer. */
    static final int PACKED = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Number of characters around the name at the beginning of an attribute: a space before, <code>="</code> after. */
    static final int AROUND = 3;

    final byte[] bytes;
    final int length;
    /** The first bytes of the name, and of an attribute with it up to its value. */
    private final long packed;

    private final long packedAttribute;
    /** The bits that these bytes take. */
    private final long mask;

    private final long attributeMask;
    final int hash;
    final String prefix;
    final String local;

    /** The namespace of the prefix, as long as the declarations of namespaces have this version. */
    String namespace;

    int version = -1;

    /** The element that began an element with this name the last time, since most have the same order. */
    XmlName child;

    /** The element that followed an element with this name the last time. */
    XmlName sibling;

    /** The attribute that followed an element or attribute with this name the last time. */
    XmlName attribute;

    /** The last start tag with an attribute of this name. */
    long tag;

    /** The value of this attribute that was read last, since most attributes have few different values. */
    String value = "";

    private XmlName(byte[] bytes, int hash, String prefix, String local) {
        this.bytes = bytes;
        length = bytes.length;
        packed = packed(bytes);
        mask = mask(length);
        var attribute = new byte[length + AROUND];
        attribute[0] = ' ';
        System.arraycopy(bytes, 0, attribute, 1, length);
        attribute[length + 1] = '=';
        attribute[length + 2] = '"';
        packedAttribute = packed(attribute);
        attributeMask = mask(attribute.length);
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

    /** Returns an empty name, which stands before the first one of a part. */
    static XmlName none() {
        return new XmlName(new byte[0], 0, "", "");
    }

    /** Returns the first bytes as a number, the first one lowest. */
    private static long packed(byte[] bytes) {
        return (long) LONG.get(Arrays.copyOf(bytes, Math.max(PACKED, bytes.length)), 0);
    }

    private static long mask(int length) {
        return length >= PACKED ? -1 : (1L << Byte.SIZE * length) - 1;
    }

    /**
     * Returns whether a buffer has at a place the beginning of an attribute with this name, from the space before it to
     * the quotation mark, as programs mostly write it. Long names are not compared.
     */
    boolean beginsAttribute(byte[] buffer, int start) {
        return length <= PACKED - AROUND && ((long) LONG.get(buffer, start) & attributeMask) == packedAttribute;
    }

    /** Returns whether a buffer has the bytes of this name at a place. */
    boolean isAt(byte[] buffer, int start) {
        return ((long) LONG.get(buffer, start) & mask) == packed
                && (length <= PACKED || Arrays.equals(buffer, start, start + length, bytes, 0, length));
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_') && !text.contains(":");
    }
}
