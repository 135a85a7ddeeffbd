/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.report;

/** How a finding is mended. */
public enum Repair {
    /** Without a look at the result: a dash, a closing mark, a leading zero, blanks. */
    SAFE,
    /** With a look at the result, since it changes how pages break or look: sizes, emphasis, case, margins, spacing. */
    GUARDED,
    /** By a person alone. */
    BY_HAND
}
