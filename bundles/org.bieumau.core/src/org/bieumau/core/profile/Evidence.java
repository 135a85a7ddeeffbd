/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/** The degree to which a row of a profile is confirmed. */
public enum Evidence {

    /** Checked against the legal text. */
    VERIFIED,

    /** Taken from summaries or memory, and not yet checked against the legal text. */
    UNVERIFIED,

    /** Office practice that no legal text prescribes. */
    PRACTICE
}
