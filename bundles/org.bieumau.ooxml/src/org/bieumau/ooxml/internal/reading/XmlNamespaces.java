/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.util.Arrays;

/** The declarations of namespaces that hold at a place, the innermost last. */
final class XmlNamespaces {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private String[] prefixes = {"xml", "", null, null};
    private String[] namespaces = {XML, "", null, null};
    private int size = 2;
    /** Changes whenever the declarations change. */
    private int version;

    /** Returns the number of declarations. */
    int size() {
        return size;
    }

    /** Declares a prefix; an empty one is that of elements without a prefix. Returns false if XML forbids it. */
    boolean declare(String prefix, String namespace) {
        var isReserved = prefix.equals("xml") || prefix.equals("xmlns") || namespace.equals(XML);
        if (isReserved || namespace.equals(XMLNS) || namespace.isEmpty() && !prefix.isEmpty()) {
            return false;
        }
        if (size == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, 2 * size);
            namespaces = Arrays.copyOf(namespaces, 2 * size);
        }
        prefixes[size] = prefix;
        namespaces[size++] = namespace.intern();
        version++;
        return true;
    }

    /** Removes the declarations after the first ones. */
    void leave(int first) {
        if (size > first) {
            size = first;
            version++;
        }
    }

    /** Returns the namespace of an element, or of an attribute with a prefix; null if the prefix is not declared. */
    String of(XmlName name) {
        if (name.version != version) {
            name.version = version;
            name.namespace = find(name.prefix);
        }
        return name.namespace;
    }

    private String find(String prefix) {
        for (int i = size - 1; i >= 0; i--) {
            if (prefixes[i].equals(prefix)) {
                return namespaces[i];
            }
        }
        return null;
    }
}
