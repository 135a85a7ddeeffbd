/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

/**
 * A relationship of a part to another part or to something outside of the file (ECMA-376, part 2, 6.5).
 *
 * @param type the last segment of the type, such as <code>styles</code>; the same in transitional and strict files
 * @param target the absolute name of the target part, such as <code>/word/styles.xml</code>; an address if <code>
 *     isExternal</code>
 */
public record Relationship(String id, String type, String target, boolean isExternal) {}
