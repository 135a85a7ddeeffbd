/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.completion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.hover.Keywords;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.dsl.internal.syntax.Automaton;
import org.bieumau.dsl.internal.syntax.Expected;
import org.bieumau.dsl.internal.syntax.Expected.Frame;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.BidiTreeIterable;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Computes content assist proposals: whole phrases of the language, found from their prefix with or without diacritics,
 * the names in scope and templates of whole constructs. A proposal replaces the typed prefix.
 */
public final class Completion {

    /** Maximum number of words in a phrase of the language. */
    private static final int MAX_PHRASE_WORDS = 7;

    private final XtextResource resource;
    private final String text;
    private final int offset;
    private final BieuGrammarAccess grammar;
    private final Automaton automaton;
    private final Map<String, Proposal> proposals = new LinkedHashMap<>();
    private final Map<Integer, Set<Expected>> expected = new HashMap<>();

    private Completion(XtextResource resource, int offset) {
        this.resource = resource;
        this.text = resource.getParseResult().getRootNode().getText();
        this.offset = offset;
        this.grammar = resource.getResourceServiceProvider().get(BieuGrammarAccess.class);
        this.automaton = new Automaton(grammar);
    }

    /**
     * Returns the proposals at an offset: names, then phrases and templates, functions, punctuation; each group sorted
     * in Vietnamese alphabetical order.
     */
    public static List<Proposal> at(XtextResource resource, int offset) {
        if (resource.getParseResult() == null
                || offset > resource.getParseResult().getRootNode().getTotalLength()) {
            return List.of();
        }
        var completion = new Completion(resource, offset);
        if (!completion.isInFreeText()) {
            completion.propose();
        }
        return completion.sorted();
    }

    /** Returns whether the caret is within a string or a comment, where no proposals are useful. */
    private boolean isInFreeText() {
        var leaf =
                NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), Math.max(0, offset - 1));
        if (leaf == null || !(leaf.getSyntaxErrorMessage() == null && leaf.getTotalOffset() < offset)) {
            return false;
        }
        var rule = leaf.getGrammarElement() instanceof RuleCall call ? call.getRule() : leaf.getGrammarElement();
        return (rule == grammar.getSTRINGRule() || rule == grammar.getML_COMMENTRule())
                        && offset < leaf.getTotalEndOffset()
                || rule == grammar.getSL_COMMENTRule() && text.charAt(offset - 1) != '\n';
    }

    private List<Proposal> sorted() {
        var order = VietnameseText.order();
        var all = new ArrayList<>(proposals.values());
        all.sort(Comparator.comparing((Proposal each) -> switch (each.kind()) {
                    case NAME -> 0;
                    case KEYWORD, TEMPLATE -> Character.isLetter(each.label().charAt(0)) ? 1 : 3;
                    case FUNCTION -> 2;
                })
                .thenComparing(Proposal::label, order)
                .thenComparing(Proposal::kind));
        return all;
    }

    private void propose() {
        var starts = starts();
        // The preceding words may begin a phrase: «linh vuc» begins «lĩnh vực theo». Then the last word alone does not
        // begin another one: «danh mu» is not «mục» after a name.
        for (var start : starts) {
            phrases(start, expected(start));
            if (!proposals.isEmpty()) {
                break;
            }
        }
        var name = nameStart();
        var expected = expected(name);
        var context = NodeModelUtils.findActualSemanticObjectFor(leafBefore(name));
        if (context == null && !resource.getContents().isEmpty()) {
            context = resource.getContents().get(0);
        }
        if (context != null) {
            names(name, expected, context);
        }
        if (name == offset) {
            punctuation(expected);
        }
    }

    // Typed prefixes

    /**
     * Returns the start offsets of the word before the caret and of the words before it in the same line, the earliest
     * first.
     */
    private List<Integer> starts() {
        var starts = new ArrayList<Integer>();
        var at = offset;
        for (int words = 0; words < MAX_PHRASE_WORDS; words++) {
            while (at > 0 && isLetter(text.charAt(at - 1))) {
                at--;
            }
            starts.addFirst(at);
            var before = at;
            while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
                before--;
            }
            if (before == at || before == 0 || !isLetter(text.charAt(before - 1))) {
                break;
            }
            at = before;
        }
        return starts;
    }

    /** Returns the start offset of the name before the caret; of a qualified name, with all its segments. */
    private int nameStart() {
        var at = offset;
        while (at > 0
                && (isLetter(text.charAt(at - 1))
                        || text.charAt(at - 1) == '.' && at > 1 && isLetter(text.charAt(at - 2)))) {
            at--;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private INode leafBefore(int place) {
        var at = Math.max(0, place - 1);
        while (at > 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        var leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), at);
        return leaf == null ? resource.getParseResult().getRootNode() : leaf;
    }

    // Words allowed by the grammar

    /**
     * Returns the words allowed at an offset, computed from the nearest node before it that was parsed without errors.
     */
    private Set<Expected> expected(int place) {
        return expected.computeIfAbsent(place, this::read);
    }

    private Set<Expected> read(int place) {
        for (INode node = leafBefore(place); node != null; node = node.getParent()) {
            if (node instanceof ICompositeNode around && !isInProse(around)) {
                var last = lastBefore(around, place);
                var found = last == null || !(last.getGrammarElement() instanceof AbstractElement element)
                        ? Set.<Expected>of()
                        : automaton.read(
                                automaton.after(called(element), frame(around)),
                                text.substring(last.getTotalEndOffset(), place));
                if (!found.isEmpty()) {
                    return automaton.visible(found);
                }
            }
        }
        return automaton.visible(automaton.read(automaton.atStart(grammar), text.substring(0, place)));
    }

    private static boolean isInProse(INode node) {
        for (INode each = node; each != null; each = each.getParent()) {
            if (each.getGrammarElement() instanceof RuleCall call
                    && call.getRule().getName().equals("Prose")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the last child of a node that ends before an offset, or null if there is none or it has syntax errors.
     */
    private static INode lastBefore(ICompositeNode around, int place) {
        for (var child = around.getLastChild(); child != null; child = child.getPreviousSibling()) {
            if (child.getTotalEndOffset() <= place
                    && child.getLength() > 0
                    && child.getGrammarElement() instanceof AbstractElement) {
                return hasErrors(child) ? null : child;
            }
        }
        return null;
    }

    private static boolean hasErrors(INode node) {
        if (node instanceof BidiTreeIterable<?> tree) {
            for (var each : tree) {
                if (((INode) each).getSyntaxErrorMessage() != null) {
                    return true;
                }
            }
        }
        return node.getSyntaxErrorMessage() != null;
    }

    /** Returns the stack of rule calls that leads to the content of a node. */
    private static Frame frame(INode node) {
        if (node == null) {
            return null;
        }
        return switch (node.getGrammarElement()) {
            case RuleCall call -> new Frame(call, frame(node.getParent()));
            case CrossReference reference -> new Frame((RuleCall) reference.getTerminal(), frame(node.getParent()));
            case Action action -> frame(node.getParent());
            case null, default -> null;
        };
    }

    private static AbstractElement called(AbstractElement element) {
        return element instanceof CrossReference reference ? reference.getTerminal() : element;
    }

    // Phrases

    private void phrases(int start, Set<Expected> expected) {
        var prefix = VietnameseText.fold(text.substring(start, offset));
        for (var each : expected) {
            if (each.isInPhrase()) {
                phrases(each, each, each.keyword(), 1, start, prefix);
            }
        }
    }

    private void phrases(Expected first, Expected last, String phrase, int words, int start, String prefix) {
        var folded = VietnameseText.fold(phrase);
        if (!folded.startsWith(prefix) && !prefix.startsWith(folded)) {
            return;
        }
        var next = automaton.within(last);
        var more = words == MAX_PHRASE_WORDS
                ? List.<Expected>of()
                : next.expected().stream().filter(Expected::isInPhrase).toList();
        if (folded.startsWith(prefix)
                && (next.ended() || more.size() < next.expected().size() || more.isEmpty())) {
            Templates.of(first.rule(), phrase)
                    .forEach(template -> add(template.proposal(start, offset - start, Indentation.at(text, start))));
            add(new Proposal(
                    phrase,
                    Keywords.help((Keyword) first.element()).orElse(""),
                    Proposal.Kind.KEYWORD,
                    start,
                    offset - start,
                    phrase,
                    List.of()));
        }
        var seen = new HashSet<String>();
        for (var each : more) {
            if (seen.add(each.keyword()) || each.frame() != first.frame()) {
                phrases(first, each, phrase + " " + each.keyword(), words + 1, start, prefix);
            }
        }
    }

    /** Adds punctuation such as «{», offered only if no word is being typed. */
    private void punctuation(Set<Expected> expected) {
        for (var each : expected) {
            if (each.element() instanceof Keyword && !each.isWord()) {
                add(new Proposal(each.keyword(), "", Proposal.Kind.KEYWORD, offset, 0, each.keyword(), List.of()));
            }
        }
    }

    // Names

    private void names(int start, Set<Expected> expected, EObject context) {
        var prefix = text.substring(start, offset);
        var names = new Names(resource, context);
        var found = new LinkedHashSet<Proposal>();
        for (var each : expected) {
            var reference = each.reference();
            if (reference != null) {
                found.addAll(names.of(reference, start, offset - start));
            }
        }
        if (expected.stream().anyMatch(each -> each.isInExpression(false))) {
            found.addAll(names.inExpression(start, offset - start));
        }
        found.stream().filter(each -> matches(each.label(), prefix)).forEach(this::add);
        var dot = prefix.lastIndexOf('.');
        if (dot > 0) {
            var member = start + dot + 1;
            if (expected(member).stream().anyMatch(each -> each.isInExpression(true))) {
                names.members(member, offset - member).stream()
                        .filter(each -> matches(each.label(), prefix.substring(dot + 1)))
                        .forEach(this::add);
            }
        }
    }

    /** Returns whether a name matches the typed prefix. If the prefix has no dot, only unqualified names match. */
    private static boolean matches(String name, String prefix) {
        return VietnameseText.fold(name).startsWith(VietnameseText.fold(prefix))
                && (prefix.indexOf('.') >= 0 || name.indexOf('.') < 0);
    }

    private void add(Proposal proposal) {
        proposals.putIfAbsent(proposal.kind() + proposal.text(), proposal);
    }
}
