/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check says about a file.
 *
 * @param profile id of the profile that the file was checked against
 * @param day day whose rules hold: that of the document, or else that of the check
 * @param findings the places at which rules are not kept, in the order of the file
 * @param states the outcome of each rule of the profile
 */
public record FileReport(
        Path file, String profile, LocalDate day, List<CheckFinding> findings, Map<CheckRule, RuleState> states) {

    public FileReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether the file breaks a rule of the regulation. */
    public boolean hasBreach() {
        return findings.stream().anyMatch(finding -> finding.state() == RuleState.BREACH);
    }

    /** Returns the rule with an id; empty if the profile has no such rule. */
    public Optional<CheckRule> rule(String id) {
        return states.keySet().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Returns the number of rules with an outcome. */
    public long count(RuleState state) {
        return states.values().stream().filter(each -> each == state).count();
    }
}
