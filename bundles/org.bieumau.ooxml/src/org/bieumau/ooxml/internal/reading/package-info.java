/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Reads Office Open XML packages safely: a hostile or damaged file ends with a problem, in bounded time and memory.
 * Begin with {@link org.bieumau.ooxml.internal.reading.OpcPackage}.
 */
package org.bieumau.ooxml.internal.reading;
