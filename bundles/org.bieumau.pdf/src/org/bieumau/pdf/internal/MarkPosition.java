/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

/**
 * The position of a combining mark, which takes no room in the line. Units are thousandths of the font size.
 *
 * @param shift distance from the beginning of the character to the origin of the mark, to the right
 * @param rise distance from the baseline to the origin of the mark
 */
record MarkPosition(int shift, int rise) {}
