/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/** How sure a row of a profile is. */
public enum Evidence {

    /** Checked against the text of the rule. */
    VERIFIED,

    /** From summaries or memory, not yet checked against the text. */
    UNVERIFIED,

    /** No rule says so; it is how offices do it. */
    PRACTICE
}
