/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.nio.charset.StandardCharsets;

/**
 * An element without attributes that has only a text, as files mostly write it, such as <code>&lt;v&gt;12&lt;/v&gt;
 * </code>.
 *
 * @param name the name, without a prefix
 */
public record XmlLeaf(String name, byte[] start, byte[] end) {

    /** Returns the leaf with a name of ASCII letters. */
    public static XmlLeaf of(String name) {
        return new XmlLeaf(
                name.intern(),
                ("<" + name + ">").getBytes(StandardCharsets.US_ASCII),
                ("</" + name + ">").getBytes(StandardCharsets.US_ASCII));
    }
}
