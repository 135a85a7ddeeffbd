/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.bieumau.dsl.internal.syntax.Expected.Frame;
import org.bieumau.dsl.parser.antlr.BieuTokenSource;
import org.bieumau.dsl.parser.antlr.internal.InternalBieuParser;
import org.bieumau.dsl.parser.antlr.lexer.InternalBieuLexer;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;

/**
 * Automaton of the grammar: computes the words that can follow from any starting point. It starts at the last node
 * before the caret that was parsed without errors, so that the time does not grow with the length of the file.
 */
public final class Automaton {

    /** Terminals of prose that are not visible: the beginning and the end of a line. */
    private static final Set<String> INVISIBLE = Set.of("INDENT", "NL", "BEGIN", "END");

    private final Set<String> names = new HashSet<>();

    public Automaton(BieuGrammarAccess grammar) {
        grammar.getNameRule().eAllContents().forEachRemaining(each -> {
            if (each instanceof Keyword keyword) {
                names.add(keyword.getValue());
            }
        });
    }

    static boolean isName(RuleCall call) {
        return call.getRule().getName().equals("Name");
    }

    // Following words

    /** Returns the words that can follow a grammar element. */
    public Set<Expected> after(AbstractElement element, Frame frame) {
        var walk = new Walk(true);
        walk.after(element, frame);
        return walk.expected;
    }

    /**
     * Words that can follow an element without repetition.
     *
     * @param ended whether the construct that contains the element can end here
     */
    public record Within(Set<Expected> expected, boolean ended) {}

    /** Returns the words that can follow a word. */
    Within following(Expected read) {
        var walk = new Walk(true);
        walk.after(read.element(), read.frame());
        return new Within(walk.expected, walk.ended);
    }

    public Within within(Expected read) {
        var walk = new Walk(false);
        walk.after(read.element(), read.frame());
        return new Within(walk.expected, walk.ended);
    }

    /** Returns the words that a file can begin with. */
    public Set<Expected> atStart(BieuGrammarAccess grammar) {
        var walk = new Walk(true);
        walk.first(grammar.getLibraryRule().getAlternatives(), null);
        return walk.expected;
    }

    private static final class Walk {

        final Set<Expected> expected = new LinkedHashSet<>();
        final boolean repeats;
        boolean ended;

        Walk(boolean repeats) {
            this.repeats = repeats;
        }

        void after(AbstractElement element, Frame frame) {
            if (GrammarUtil.isMultipleCardinality(element)) {
                if (!repeats) {
                    ended = true;
                    return;
                }
                first(element, frame);
            }
            switch (element.eContainer()) {
                case Group group -> {
                    var elements = group.getElements();
                    for (int i = elements.indexOf(element) + 1; i < elements.size(); i++) {
                        if (!first(elements.get(i), frame)) {
                            return;
                        }
                    }
                    after(group, frame);
                }
                case AbstractElement outer -> after(outer, frame);
                case AbstractRule rule -> {
                    if (frame == null) {
                        ended = true;
                    } else {
                        after(frame.call(), frame.outer());
                    }
                }
                default -> throw new IllegalStateException(String.valueOf(element));
            }
        }

        /** Adds the words that an element can begin with and returns whether the element is optional. */
        boolean first(AbstractElement element, Frame frame) {
            var optional = GrammarUtil.isOptionalCardinality(element);
            return switch (element) {
                case Keyword keyword -> {
                    expected.add(new Expected(keyword, frame));
                    yield optional;
                }
                case RuleCall call
                when call.getRule() instanceof TerminalRule || isName(call) -> {
                    expected.add(new Expected(call, frame));
                    yield optional;
                }
                case RuleCall call -> first(call.getRule().getAlternatives(), new Frame(call, frame)) | optional;
                case Assignment assignment -> first(assignment.getTerminal(), frame) | optional;
                case CrossReference reference -> first(reference.getTerminal(), frame) | optional;
                case EnumLiteralDeclaration literal -> first(literal.getLiteral(), frame) | optional;
                case Group group -> {
                    var all = true;
                    for (var each : group.getElements()) {
                        if (!first(each, frame)) {
                            all = false;
                            break;
                        }
                    }
                    yield all || optional;
                }
                case Alternatives alternatives -> {
                    var any = false;
                    for (var each : alternatives.getElements()) {
                        any |= first(each, frame);
                    }
                    yield any || optional;
                }
                case Action action -> true;
                default -> throw new IllegalStateException(element.toString());
            };
        }
    }

    // Reading

    /**
     * Returns the words that can follow a text.
     *
     * @param expected the words that are allowed at its beginning
     * @return an empty set if the text is not allowed there
     */
    public Set<Expected> read(Set<Expected> expected, String text) {
        var tokens = new BieuTokenSource(new InternalBieuLexer(new ANTLRStringStream(text)));
        var now = expected;
        for (var token = tokens.nextToken();
                token.getType() != Token.EOF && !now.isEmpty();
                token = tokens.nextToken()) {
            if (token.getChannel() == Token.HIDDEN_CHANNEL || isHidden(token)) {
                continue;
            }
            var next = new LinkedHashSet<Expected>();
            for (var each : now) {
                if (matches(each, (CommonToken) token)) {
                    next.addAll(after(each.element(), each.frame()));
                }
            }
            now = next;
        }
        return now;
    }

    /**
     * Adds the words that can follow invisible terminals: at the beginning of a line of prose, the words a line can
     * begin with.
     */
    public Set<Expected> visible(Set<Expected> expected) {
        var seen = new LinkedHashSet<>(expected);
        List<Expected> waiting = new ArrayList<>(expected);
        while (!waiting.isEmpty()) {
            var each = waiting.removeFirst();
            if (each.element() instanceof RuleCall call
                    && INVISIBLE.contains(call.getRule().getName())) {
                after(each.element(), each.frame()).stream().filter(seen::add).forEach(waiting::add);
            }
        }
        return seen;
    }

    static boolean isHidden(Token token) {
        return switch (type(token)) {
            case "RULE_WS", "RULE_ML_COMMENT", "RULE_SL_COMMENT" -> true;
            default -> false;
        };
    }

    static String type(Token token) {
        return InternalBieuParser.tokenNames[token.getType()];
    }

    /** Returns whether a keyword can be a name. */
    boolean isNameable(String keyword) {
        return names.contains(keyword);
    }

    private boolean matches(Expected expected, CommonToken token) {
        return switch (expected.element()) {
            case Keyword keyword -> keyword.getValue().equals(token.getText());
            case RuleCall call when isName(call) -> type(token).equals("RULE_ID") || names.contains(token.getText());
            case RuleCall call -> type(token).equals("RULE_" + call.getRule().getName());
            default -> false;
        };
    }
}
