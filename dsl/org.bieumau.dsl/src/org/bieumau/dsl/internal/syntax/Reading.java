/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;

/**
 * Reads words by the grammar, following all alternatives at once. Unlike the parser, it knows which words are possible
 * at each position, and that the words before are the beginning of a correct text. The words that can follow a word are
 * computed once, so that long files are read quickly.
 */
final class Reading {

    /** The cost of reading a keyword as a name: possible, but rarely meant. */
    static final int KEYWORD_AS_NAME = 2;
    /** The cost of a reference to an unknown name. */
    static final int UNKNOWN_NAME = 6;

    /** A word as it was read, with what can follow it. */
    static final class Step {

        /** The word in the grammar; null at the beginning of the file. */
        final Expected read;

        final boolean ended;
        private final Map<String, List<Expected>> keywords = new LinkedHashMap<>();
        private final Map<String, List<Expected>> terminals = new LinkedHashMap<>();
        private final List<Expected> names = new ArrayList<>();

        Step(Expected read, Set<Expected> next, boolean ended) {
            this.read = read;
            this.ended = ended;
            for (var each : next) {
                switch (each.element()) {
                    case Keyword keyword ->
                        keywords.computeIfAbsent(keyword.getValue(), k -> new ArrayList<>())
                                .add(each);
                    case RuleCall call when Automaton.isName(call) -> names.add(each);
                    case RuleCall call ->
                        terminals
                                .computeIfAbsent(call.getRule().getName(), k -> new ArrayList<>())
                                .add(each);
                    default -> throw new IllegalStateException(each.toString());
                }
            }
        }
    }

    /** All readings of the words so far, with their costs. */
    record State(Map<Step, Integer> ways) {

        /** Returns the lowest cost. */
        int cost() {
            return ways.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        }

        /** Returns whether the file can end here. */
        boolean ended() {
            for (var step : ways.keySet()) {
                if (step.ended) {
                    return true;
                }
            }
            return false;
        }

        Set<String> keywords() {
            return ways.keySet().stream()
                    .flatMap(step -> step.keywords.keySet().stream())
                    .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        }

        Set<String> terminals() {
            return ways.keySet().stream()
                    .flatMap(step -> step.terminals.keySet().stream())
                    .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        }

        boolean allowsName() {
            return ways.keySet().stream().anyMatch(step -> !step.names.isEmpty());
        }

        /** Returns all words that can follow, in the order of the grammar. */
        List<Expected> expected() {
            var all = new ArrayList<Expected>();
            for (var step : ways.keySet()) {
                step.keywords.values().forEach(all::addAll);
                all.addAll(step.names);
                step.terminals.values().forEach(all::addAll);
            }
            return all;
        }

        /** Returns the words of the grammar that the last word was read as. */
        List<Expected> read() {
            return ways.keySet().stream().map(step -> step.read).toList();
        }
    }

    private final Automaton automaton;
    private final KnownNames known;
    private final Map<Expected, Step> steps = new HashMap<>();
    private final Step start;
    /** The first words of the elements of a file. */
    private final Map<AbstractElement, Boolean> first = new IdentityHashMap<>();

    Reading(BieuGrammarAccess grammar, KnownNames known) {
        this.automaton = new Automaton(grammar);
        this.known = known;
        var beginning = automaton.atStart(grammar);
        beginning.forEach(each -> {
            if (each.frame() != null) {
                first.put(each.element(), true);
            }
        });
        this.start = new Step(null, beginning, true);
    }

    State start() {
        return new State(Map.of(start, 0));
    }

    /** Returns the state after a word; null if the word is not possible. */
    State read(State state, Word word) {
        if (word.isEnd()) {
            return state.ended() ? state : null;
        }
        var next = new LinkedHashMap<Step, Integer>();
        state.ways.forEach((step, cost) -> {
            if (word.type().equals(Word.KEYWORD)) {
                step.keywords.getOrDefault(word.text(), List.of()).forEach(each -> add(next, each, cost));
                if (automaton.isNameable(word.text())) {
                    step.names.forEach(each -> add(
                            next, each, cost + (isPhrase(each) ? 0 : KEYWORD_AS_NAME + known.cost(each, word.text()))));
                }
            } else if (word.type().equals(Word.NAME)) {
                step.names.forEach(each -> add(next, each, cost + known.cost(each, word.text())));
                step.terminals
                        .getOrDefault(Word.NAME, List.of())
                        .forEach(each -> add(next, each, cost + known.cost(each, word.text())));
            } else {
                step.terminals.getOrDefault(word.type(), List.of()).forEach(each -> add(next, each, cost));
            }
        });
        return next.isEmpty() ? null : new State(next);
    }

    /** Returns whether a word of the grammar is a keyword or terminal that is assumed. */
    static boolean matches(Expected expected, Word assumed) {
        return switch (expected.element()) {
            case Keyword keyword ->
                assumed.type().equals(Word.KEYWORD) && keyword.getValue().equals(assumed.text());
            case RuleCall call when Automaton.isName(call) -> assumed.type().equals(Word.NAME);
            case RuleCall call -> assumed.type().equals(call.getRule().getName());
            default -> false;
        };
    }

    private static boolean isPhrase(Expected name) {
        return GrammarUtil.containingRule(name.element()).getName().equals("Phrase");
    }

    private void add(Map<Step, Integer> next, Expected read, int cost) {
        next.merge(step(read), cost, Math::min);
    }

    private Step step(Expected read) {
        var step = steps.get(read);
        if (step == null) {
            var following = automaton.following(read);
            step = new Step(read, following.expected(), following.ended());
            steps.put(read, step);
        }
        return step;
    }

    /** Returns the words that can follow a word of the grammar. */
    List<Expected> next(Expected read) {
        return new State(Map.of(step(read), 0)).expected();
    }

    /**
     * Returns whether an element of the file begins with the word between two states.
     *
     * @param next the state after one more word, which tells «thư viện» from «thư công»
     */
    boolean begins(State before, State after, State next) {
        return before.ended()
                && after.read().stream().anyMatch(each -> each != null && first.containsKey(each.element()))
                && next.read().stream().allMatch(each -> each != null && each.frame() != null);
    }

    /**
     * Returns the whole phrase that begins with a keyword, such as «tên trên văn bản»: the words that must follow it.
     */
    String phrase(Expected first) {
        var phrase = new StringBuilder(first.keyword());
        var at = first;
        for (int words = 1; words < 7; words++) {
            var next = step(at);
            if (next.ended || next.keywords.size() != 1 || !next.names.isEmpty() || !next.terminals.isEmpty()) {
                break;
            }
            var only = next.keywords.values().iterator().next();
            if (!only.getFirst().isWord()) {
                break;
            }
            at = only.getFirst();
            phrase.append(' ').append(at.keyword());
        }
        return phrase.toString();
    }
}
