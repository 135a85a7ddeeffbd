/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.report;

/** The outcome of a rule for a file, from the worst to the best. */
public enum RuleState {
    /** The file breaks a rule of the regulation. */
    BREACH,
    /** The file differs from practice, or a guess says that it breaks a rule. */
    WARNING,
    /** The file does not tell; somebody has to look. */
    NEEDS_PERSON,
    KEPT,
    /** The file does not have the part that the rule is about. */
    NOT_FOUND,
    /** The rule does not hold for documents of this type or day. */
    NOT_APPLICABLE
}
