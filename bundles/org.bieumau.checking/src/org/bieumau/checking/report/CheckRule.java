/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.report;

import org.bieumau.model.Severity;

/**
 * A rule that files are checked against.
 *
 * @param id id in reports and options, such as <code>ND30-V.1a.size</code> or <code>MOTTO-TEXT</code>
 * @param code code of the problems that report it; the documentation explains it
 * @param source legal text that contains the rule, such as <code>PL1.V</code>; an empty string for practice
 * @param severity severity of a finding
 * @param title what the rule requires, in the language of the user
 */
public record CheckRule(String id, String code, String source, Severity severity, String title) {}
