/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.internal.syntax.Reading.State;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.xtext.Keyword;

/**
 * Finds the slips in a text: the places where it violates the grammar, each with its likely repair. Reading goes on
 * after the repair, so that one slip is one problem, and a second slip is found, too.
 */
final class Diagnosis {

    /** The number of words that are read after an error to judge a repair. */
    private static final int LOOKAHEAD = 15;
    /** The number of words that must be readable after a repair, so that the next error counts as another slip. */
    private static final int RECOVERY = 3;
    /** The cost of another error right after the repair, and how much less it is for each word that is read before. */
    private static final int FAILURE = 40;

    private static final int READ = 3;
    /** The cost of another error where hardly a word is read before it. */
    private static final int DOUBTFUL = 65;
    /** The cost of a text that ends too early. */
    private static final int UNFINISHED = 15;
    /** The number of slips after which the text is hardly one of this language. */
    private static final int MOST = 20;
    /** The maximum number of expected words in a message. */
    private static final int LONGEST_LIST = 16;

    private final Reading reading;
    private final String text;
    private final List<Word> words;
    private final List<State> states = new ArrayList<>();
    private final List<Slip> slips = new ArrayList<>();
    /** The offsets of all repairs. */
    private final List<Integer> repaired = new ArrayList<>();

    private int recovered;
    /** The offset from which nothing was read. */
    private int unread = Integer.MAX_VALUE;

    private Diagnosis(Reading reading, String text) {
        this.reading = reading;
        this.text = text;
        this.words = new ArrayList<>(Word.of(text, 0));
    }

    static Diagnosis of(String text, BieuGrammarAccess grammar, KnownNames known) {
        var diagnosis = new Diagnosis(new Reading(grammar, known), text);
        diagnosis.read();
        return diagnosis;
    }

    List<Slip> slips() {
        return slips;
    }

    /** Returns the offset from which the text was not read at all. */
    int unread() {
        return unread;
    }

    List<Integer> repaired() {
        return repaired;
    }

    List<Word> words() {
        return words;
    }

    /** Returns the state before a word. */
    State before(int index) {
        return states.get(index);
    }

    State after(int index) {
        return index + 1 < states.size() ? states.get(index + 1) : states.getLast();
    }

    Reading reading() {
        return reading;
    }

    private void read() {
        states.add(reading.start());
        var first = 0;
        for (int i = 0; i < words.size(); ) {
            var next = reading.read(states.get(i), words.get(i));
            if (next != null) {
                if (words.get(i).flaw() != null) {
                    report(i, flaw(words.get(i)));
                }
                states.add(next);
                i++;
                continue;
            }
            var repair = slips.size() >= MOST ? null : best(i, first);
            if (repair == null) {
                if (slips.size() < MOST) {
                    report(i, expected(i));
                }
                unread = words.get(i).start();
                break;
            }
            report(repair.at(), repair.slip());
            repaired.add(words.get(repair.at()).start());
            repaired.add(repair.slip().start());
            apply(repair);
            i = repair.at();
            first = i + repair.inserted().size();
            recovered = Math.max(recovered, first + RECOVERY);
        }
    }

    private void apply(Repair repair) {
        var replaced = words.subList(repair.at(), repair.at() + repair.removed());
        replaced.clear();
        words.addAll(repair.at(), repair.inserted());
        states.subList(repair.at() + 1, states.size()).clear();
    }

    /** Reports a slip unless it follows from the one before. */
    private void report(int index, Slip slip) {
        if (index >= recovered || isAtLineStart(words.get(index))) {
            slips.add(slip);
        }
    }

    /**
     * Returns whether a word is the first one in its line: what is wrong there has hardly to do with what was before.
     */
    private boolean isAtLineStart(Word word) {
        return !word.isEnd() && word.beginsLine(text);
    }

    /** Returns the repair of a block of prose that is indented by other characters than the line before. */
    private Optional<Repair> block(int error) {
        var indent = words.get(error);
        if (!indent.type().equals("INDENT") || !states.get(error).terminals().contains("BEGIN")) {
            return Optional.empty();
        }
        var end = error;
        while (words.get(end).type().equals("INDENT") && words.get(end).text().equals(indent.text())) {
            while (!words.get(end).isEnd() && !words.get(end).type().equals("NL")) {
                end++;
            }
            end = Math.min(end + 1, words.size() - 1);
        }
        var block = new ArrayList<>(words.subList(error, end));
        block.addFirst(Word.assumedTerminal(indent.start(), "BEGIN"));
        block.add(Word.assumedTerminal(words.get(end).start(), "END"));
        var removed = end - error;
        return Indents.mixed(text, indent.start())
                .map(range -> new Repair(error, removed, block, 0, Slip.of(Indents.MIXED, range.start(), range.end())));
    }

    private Slip flaw(Word word) {
        return Slip.of(word.flaw(), word.start(), word.end(), word.text());
    }

    private Slip expected(int index) {
        var word = words.get(index);
        return word.isEnd()
                ? Slip.of("SYNTAX-END", word.start(), word.end())
                : Slip.of(
                        "SYNTAX-EXPECTED",
                        word.start(),
                        word.end(),
                        word.text(),
                        expectations(states.get(index).expected()));
    }

    // Repairs

    /** Returns the repair with the lowest cost after which reading goes on; null if there is none. */
    private Repair best(int error, int first) {
        var block = block(error);
        if (block.isPresent()) {
            return block.get();
        }
        var best = new ArrayList<Repair>();
        var least = Integer.MAX_VALUE;
        for (var repair : Repairs.of(reading, text, words, states, error, first)) {
            var cost = cost(repair, error);
            if (cost < least) {
                least = cost;
                best.clear();
            }
            if (cost == least && cost < Integer.MAX_VALUE) {
                best.add(repair);
            }
        }
        return best.isEmpty() ? null : completed(best, error);
    }

    /** Adds the words that are expected to the message of a repair, if several are equally likely. */
    private Repair completed(List<Repair> equal, int error) {
        var best = equal.getFirst();
        var slip = best.slip();
        if (slip.code().equals("SYNTAX-EXPECTED") && best.removed() > 0 && best.at() < error) {
            // The first words that are left out can be read; the one to blame is that at which reading stopped.
            return new Repair(best.at(), best.removed(), best.inserted(), best.cost(), expected(error));
        }
        var others = equal.stream()
                .filter(each -> each.at() == best.at()
                        && each.removed() == 0
                        && each.inserted().size() == 1)
                .toList();
        if (slip.code().equals("SYNTAX-MISSING") && best.removed() == 0 && others.size() > 1) {
            return expecting(best, others);
        }
        if (slip.code().equals("SYNTAX-EXPECTED")) {
            return best.removed() == 0 ? expecting(best, others) : expecting(best, List.of());
        }
        return best;
    }

    /** Returns a repair that tells which words are possible: those of some repairs, or all. */
    private Repair expecting(Repair repair, List<Repair> likely) {
        var state = states.get(repair.at());
        var expected = state.expected();
        if (!likely.isEmpty()) {
            expected = expected.stream()
                    .filter(each -> likely.stream()
                            .anyMatch(other ->
                                    Reading.matches(each, other.inserted().getFirst())))
                    .toList();
        }
        var slip = repair.slip();
        return new Repair(
                repair.at(),
                repair.removed(),
                repair.inserted(),
                repair.cost(),
                Slip.of(
                        "SYNTAX-EXPECTED",
                        slip.start(),
                        slip.end(),
                        slip.arguments().getFirst(),
                        expectations(expected)));
    }

    /** Returns the cost of a repair with that of the words after it; the maximum if the error remains. */
    private int cost(Repair repair, int error) {
        var state = states.get(repair.at());
        var size = repair.size(words);
        var target = words.get(Math.min(error + LOOKAHEAD, words.size() - 1)).start();
        var errorAt = words.get(error).start();
        var end = repair.at() + repair.inserted().size();
        var beyond = 0;
        for (int i = repair.at(); i < size; i++) {
            var word = repair.word(words, i);
            if (i >= end && word.start() > target) {
                break;
            }
            var next = reading.read(state, word);
            if (next == null) {
                if (word.start() <= errorAt) {
                    return Integer.MAX_VALUE;
                }
                return repair.cost() + state.cost() + failure(word, beyond);
            }
            state = next;
            beyond += word.start() > errorAt ? 1 : 0;
        }
        return repair.cost() + state.cost();
    }

    /**
     * Returns the cost of another error.
     *
     * @param beyond the number of words that are read before it
     */
    private int failure(Word word, int beyond) {
        if (word.isEnd()) {
            return UNFINISHED;
        }
        if (isAtLineStart(word)) {
            return FAILURE / 2;
        }
        return beyond < RECOVERY - 1 ? DOUBTFUL : FAILURE - READ * Math.min(beyond, LOOKAHEAD - RECOVERY);
    }

    // Messages

    /** Returns what is possible at a place, in the words of the user. */
    private String expectations(List<Expected> expected) {
        var all = new LinkedHashSet<String>();
        for (var each : expected) {
            if (each.element() instanceof Keyword keyword) {
                all.add(each.isWord() ? "«" + reading.phrase(each) + "»" : "«" + keyword.getValue() + "»");
            } else {
                all.add(Wording.of(each));
            }
        }
        all.remove("");
        var list = all.stream().limit(LONGEST_LIST).toList();
        return String.join(", ", list) + (all.size() > list.size() ? ", …" : "");
    }
}
