/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.profile.Evidence;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.text.Messages;
import org.bieumau.model.DocumentType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Help for the keywords of the language. The texts are in <code>messages.properties</code> in this package. */
public final class Keywords {

    public static final Messages TEXTS = new Messages(Keywords.class);

    private static final String ISSUED = "IssuedTypeName";
    private static final String CITED = "CitedTypeName";
    private static final String PARTY = "đảng";

    private Keywords() {}

    /**
     * Returns the help for the phrase that contains a leaf; empty if the leaf is not a keyword or is used as a name.
     */
    static Optional<Hover> at(ILeafNode leaf) {
        if (!(leaf.getGrammarElement() instanceof Keyword keyword) || !isWord(keyword)) {
            return Optional.empty();
        }
        var phrase = phrase(keyword);
        var first = leaf;
        for (var node = adjacent(first, -1);
                node != null && phrase.contains(node.getGrammarElement());
                node = adjacent(node, -1)) {
            first = node;
        }
        var last = leaf;
        for (var node = adjacent(last, 1);
                node != null && phrase.contains(node.getGrammarElement());
                node = adjacent(node, 1)) {
            last = node;
        }
        var offset = first.getOffset();
        var length = last.getEndOffset() - offset;
        return help(keyword).map(help -> new Hover(words(phrase) + "\n" + help, offset, length));
    }

    /**
     * Returns the leaf before (-1) or after (1) another one, skipping whitespace and comments; null at the ends of the
     * text.
     */
    private static ILeafNode adjacent(ILeafNode leaf, int by) {
        var root = leaf.getRootNode();
        var next = leaf;
        do {
            var at = by < 0 ? next.getOffset() - 1 : next.getEndOffset();
            next = at < 0 || at >= root.getTotalEndOffset() ? null : NodeModelUtils.findLeafNodeAtOffset(root, at);
        } while (next != null && next.isHidden());
        return next;
    }

    /**
     * Returns the help for the phrase of a keyword: a text for the phrase in its rule, else for the phrase, else for
     * the rule; empty if there is none.
     */
    public static Optional<String> help(Keyword keyword) {
        var rule = GrammarUtil.containingRule(keyword).getName();
        var words = words(phrase(keyword));
        if (rule.equals(ISSUED) || rule.equals(CITED)) {
            return Optional.of(type(DocumentType.get(words), rule.equals(CITED)));
        }
        var key = words.replace(' ', '_');
        return Stream.of(rule + "." + key, key, rule)
                .filter(each -> !TEXTS.text(each).equals(each))
                .findFirst()
                .map(TEXTS::text);
    }

    /** Returns the help for a type of documents: of the decree if it is one of its 29 types, else of the Party. */
    private static String type(DocumentType type, boolean cited) {
        var name = DocumentTypes.name(type);
        if (cited) {
            return TEXTS.text("documentType.cited", name);
        }
        var codes = codes(LayoutProfile.DEFAULT, type);
        if (codes.isPresent()) {
            return codes.get().isEmpty()
                    ? TEXTS.text("documentType.plain", name)
                    : TEXTS.text("documentType", name, codes.get().getFirst());
        }
        codes = codes(PARTY, type);
        return codes.isEmpty() || codes.get().isEmpty()
                ? TEXTS.text("documentType.party.plain", name)
                : TEXTS.text("documentType.party", name, codes.get().getFirst());
    }

    /**
     * Returns the abbreviations of a type in the newest profile of a regime; empty if it is not a type of the regime.
     */
    private static Optional<List<String>> codes(String regime, DocumentType type) {
        return Environment.of((EObject) null)
                .profile(regime, null)
                .flatMap(profile -> profile.types().stream()
                        .filter(rule -> rule.type() == type && rule.evidence() != Evidence.PRACTICE)
                        .findFirst())
                .map(LayoutProfile.TypeRule::codes);
    }

    /**
     * Returns the keywords of the grammar that form a phrase with a keyword: mandatory keywords next to each other in a
     * group.
     */
    private static List<EObject> phrase(Keyword keyword) {
        var element = element(keyword);
        if (!(element.eContainer() instanceof Group group) || word(element) == null) {
            return List.of(keyword);
        }
        var elements = group.getElements();
        var first = elements.indexOf(element);
        while (first > 0 && word(elements.get(first - 1)) != null) {
            first--;
        }
        var phrase = new ArrayList<EObject>();
        for (int i = first; i < elements.size() && word(elements.get(i)) != null; i++) {
            phrase.add(word(elements.get(i)));
        }
        return phrase;
    }

    private static AbstractElement element(Keyword keyword) {
        return keyword.eContainer() instanceof Assignment assignment ? assignment : keyword;
    }

    /** Returns the keyword of an element that is mandatory, else null. */
    private static Keyword word(AbstractElement element) {
        var terminal = element instanceof Assignment assignment ? assignment.getTerminal() : element;
        return element.getCardinality() == null && terminal instanceof Keyword keyword && isWord(keyword)
                ? keyword
                : null;
    }

    /** Returns whether a keyword is a word, not punctuation. */
    public static boolean isWord(Keyword keyword) {
        return Character.isLetter(keyword.getValue().charAt(0));
    }

    private static String words(List<EObject> phrase) {
        return phrase.stream().map(each -> ((Keyword) each).getValue()).collect(Collectors.joining(" "));
    }
}
