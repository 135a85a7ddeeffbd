/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.checking.report.Change;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.CheckRule;
import org.bieumau.checking.report.Repair;
import org.bieumau.checking.report.RuleState;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.source.SourceItem.Anchor;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.jspecify.annotations.Nullable;

/** Collects the outcomes of rules. Places where the same rule is broken in the same way are one finding. */
public final class Findings {

    private final String file;
    private final Map<String, CheckRule> rules;
    private final Map<String, RuleState> states = new LinkedHashMap<>();
    private final Map<List<Object>, Group> groups = new LinkedHashMap<>();
    /** The order of the paragraphs in the file. */
    private final Map<Place, Integer> order;

    private final ChangeWords words;

    /** Places of one finding. */
    private static final class Group {

        private final CheckRule rule;
        private final String sentence;
        private final Repair repair;
        private final List<Place> places = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private @Nullable Anchor anchor;
        private String text = "";

        Group(CheckRule rule, String sentence, Repair repair) {
            this.rule = rule;
            this.sentence = sentence;
            this.repair = repair;
        }
    }

    /** @param rules the rules of the profile by their ids; outcomes of others are ignored */
    Findings(String file, Map<String, CheckRule> rules, Map<Place, Integer> order, ChangeWords words) {
        this.file = file;
        this.words = words;
        this.rules = new LinkedHashMap<>(rules);
        this.order = order;
    }

    /** Adds the rule of a plug-in, which is in no profile. */
    void addRule(String code, Severity severity) {
        rules.computeIfAbsent(code, id -> new CheckRule(id, id, "", severity, ""));
    }

    /** Returns whether the profile has a rule. */
    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    void kept(String rule) {
        state(rule, RuleState.KEPT);
    }

    /** Notes that a rule is kept, unless it was found broken. */
    void kept(String rule, boolean isKept) {
        if (isKept) {
            kept(rule);
        }
    }

    void needsPerson(String rule) {
        state(rule, RuleState.NEEDS_PERSON);
    }

    void notFound(String rule) {
        state(rule, RuleState.NOT_FOUND);
    }

    private void state(String rule, RuleState state) {
        if (has(rule)) {
            states.merge(rule, state, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** Reports a line that breaks a rule. */
    void report(String rule, Line line, Repair repair, List<? extends Amendment> amendments, Object... arguments) {
        report(rule, line.paragraph(), repair, amendments, arguments);
    }

    void report(
            String rule,
            Paragraph paragraph,
            Repair repair,
            List<? extends Amendment> amendments,
            Object... arguments) {
        add(rule, null, paragraph, repair, amendments, arguments);
    }

    /** Reports that the file as a whole breaks a rule. */
    void report(String rule, Repair repair, List<? extends Amendment> amendments, Object... arguments) {
        add(rule, null, null, repair, amendments, arguments);
    }

    /** Reports a line that breaks a rule, in the words of the check that found it. */
    void reportSentence(
            String rule, String sentence, @Nullable Line line, Repair repair, List<? extends Amendment> amendments) {
        add(rule, sentence, line == null ? null : line.paragraph(), repair, amendments);
    }

    /** @param paragraph the place; null for the file as a whole */
    private void add(
            String id,
            @Nullable String sentence,
            @Nullable Paragraph paragraph,
            Repair repair,
            List<? extends Amendment> amendments,
            Object... arguments) {
        var rule = rules.get(id);
        if (rule == null) {
            return;
        }
        var said = sentence == null ? text(rule.code(), arguments) : sentence;
        var key = new ArrayList<Object>(Arrays.asList(arguments));
        key.addFirst(said);
        key.addFirst(id);
        var group = groups.computeIfAbsent(
                key, each -> new Group(rule, said, amendments.isEmpty() ? Repair.BY_HAND : repair));
        if (group.places.isEmpty() && paragraph != null) {
            group.anchor = paragraph.anchor();
            group.text = paragraph.text();
        }
        var place = paragraph == null ? Place.of(file) : paragraph.place();
        group.places.add(place);
        amendments.forEach(each -> group.changes.add(words.change(place, paragraph, each)));
        state(
                id,
                switch (rule.severity()) {
                    case ERROR, VIOLATION -> RuleState.BREACH;
                    case WARNING, INFO -> RuleState.WARNING;
                });
    }

    /** Returns the text of a problem, which may be one that the checks of documents report, too. */
    public static String text(String code, Object... arguments) {
        var text = CheckingMessages.ALL.text(code, arguments);
        return text.equals(code) ? CoreMessages.ALL.text(code, arguments) : text;
    }

    /** Returns the findings in the order of the file. */
    List<CheckFinding> findings() {
        return groups.values().stream()
                .map(this::finding)
                .sorted(Comparator.comparing(
                        finding -> order.getOrDefault(finding.places().getFirst(), -1)))
                .toList();
    }

    private CheckFinding finding(Group group) {
        var count = group.places.size();
        var sentence = count == 1 ? group.sentence : CheckingMessages.ALL.text("several", group.sentence, count - 1);
        return new CheckFinding(
                group.rule,
                new Problem(
                        group.rule.code(),
                        group.rule.severity(),
                        sentence + reference(group.rule),
                        group.places.getFirst()),
                group.text,
                group.places,
                group.anchor,
                group.repair,
                group.changes);
    }

    /** Returns the source of a rule, and its id unless it is the code of the problem. */
    private static String reference(CheckRule rule) {
        var parts = new ArrayList<String>();
        if (!rule.isPractice()) {
            parts.add(rule.source());
        }
        if (!rule.id().equals(rule.code())) {
            parts.add(rule.id());
        }
        return parts.isEmpty() ? "" : " [" + String.join("; ", parts) + "]";
    }

    /** Removes the findings of rules that the user does not want to hear of, by their ids or codes. */
    void silence(List<String> silenced) {
        groups.values().removeIf(group -> silenced.contains(group.rule.id()) || silenced.contains(group.rule.code()));
        rules.values().stream()
                .filter(rule -> silenced.contains(rule.id()) || silenced.contains(rule.code()))
                .forEach(rule -> states.remove(rule.id()));
    }

    /** Returns the outcome of each rule. */
    Map<CheckRule, RuleState> states() {
        var all = new LinkedHashMap<CheckRule, RuleState>();
        rules.forEach((id, rule) -> all.put(rule, states.getOrDefault(id, RuleState.NOT_APPLICABLE)));
        return all;
    }
}
