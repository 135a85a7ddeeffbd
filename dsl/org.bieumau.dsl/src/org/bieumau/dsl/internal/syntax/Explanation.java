/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.syntax.Reading.State;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.Entry;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Named;
import org.bieumau.model.Prose;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/**
 * Explains an unknown name: a misspelt keyword that was read as a name, or the correct spelling of a name that is
 * misspelt where it is declared.
 */
final class Explanation {

    /** The number of words after a name that tell whether it is a keyword. */
    private static final int LOOKAHEAD = 8;
    /** The length of an element, in characters, above which misspelt keywords are not searched. */
    private static final int LONGEST = 20_000;

    /** The parts of a name: «KếtLuận25». */
    private static final Pattern PARTS = Pattern.compile("\\p{Lu}*\\p{Ll}+|\\p{Lu}+|\\d+");

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\d_]+");

    private final XtextResource file;
    private final String text;
    private final BieuGrammarAccess grammar;

    Explanation(XtextResource file, BieuGrammarAccess grammar) {
        this.file = file;
        this.text = file.getParseResult().getRootNode().getText();
        this.grammar = grammar;
    }

    /**
     * Returns the problem to report in place of an unknown name; empty if there is no better explanation.
     *
     * @param element the element with the name
     */
    Optional<Issue> of(Issue unknown, LibraryElement element) {
        var keyword = keyword(unknown, element);
        return keyword.isPresent() ? keyword : declaration(unknown, element);
    }

    // Misspelt keywords

    private Optional<Issue> keyword(Issue unknown, LibraryElement element) {
        var node = NodeModelUtils.findActualNodeFor(element);
        if (node == null || node.getLength() > LONGEST) {
            return Optional.empty();
        }
        var reading = new Reading(grammar, new KnownNames(file));
        var words = Word.of(text.substring(node.getOffset(), node.getEndOffset()), node.getOffset());
        var states = new ArrayList<State>(List.of(reading.start()));
        var at = 0;
        while (words.get(at).start() < unknown.getOffset()) {
            var next = reading.read(states.get(at), words.get(at));
            if (next == null) {
                return Optional.empty();
            }
            states.add(next);
            at++;
        }
        var written = cost(reading, states.get(at), words, new Repair(at, 0, List.of(), 0, null));
        Repair best = null;
        for (var repair : Repairs.keywords(reading, text, words, states, at)) {
            var cost = cost(reading, states.get(at), words, repair);
            if (cost < written) {
                written = cost;
                best = repair;
            }
        }
        return Optional.ofNullable(best).map(repair -> SlipIssues.of(repair.slip(), text));
    }

    private static int cost(Reading reading, State state, List<Word> words, Repair repair) {
        var now = state;
        for (int i = repair.at(); i < Math.min(repair.at() + LOOKAHEAD, repair.size(words)); i++) {
            now = reading.read(now, repair.word(words, i));
            if (now == null) {
                return Integer.MAX_VALUE;
            }
        }
        return repair.cost() + now.cost();
    }

    // Misspelt declarations

    /** Finds a declaration with a similar name that nothing refers to, if the words of that name are less usual. */
    private Optional<Issue> declaration(Issue unknown, LibraryElement element) {
        var data = unknown.getData();
        if (data == null || data.length < 2) {
            return Optional.empty();
        }
        var name = data[1];
        for (var declared : declarations(data[0])) {
            if (declared != element
                    && Similar.to(name, List.of(declared.getName())).isPresent()
                    && count(declared.getName()) == 1
                    && unusual(declared.getName()) > unusual(name)) {
                var node = NodeModelUtils.findNodesForFeature(
                        declared, declared.eClass().getEStructuralFeature("name"));
                if (!node.isEmpty()) {
                    return Optional.of(SlipIssues.at(
                            text,
                            node.getFirst().getOffset(),
                            node.getFirst().getEndOffset(),
                            "LINK-DECLARATION",
                            Severity.ERROR,
                            DslMessages.ALL.text("LINK-DECLARATION", data[0], declared.getName(), name),
                            data[0],
                            declared.getName(),
                            name));
                }
            }
        }
        return Optional.empty();
    }

    private List<Named> declarations(String kind) {
        var found = new ArrayList<Named>();
        var all = EcoreUtil.<EObject>getAllProperContents(file, false);
        while (all.hasNext()) {
            var each = all.next();
            if (each instanceof Entry || each instanceof Prose) {
                all.prune();
            } else if (each instanceof Named named && named.getName() != null && isOfKind(named, kind)) {
                found.add(named);
            }
        }
        return found;
    }

    private static boolean isOfKind(Named element, String kind) {
        return Wording.kind(element.eClass()).equals(kind)
                || element.eClass().getEAllSuperTypes().stream()
                        .anyMatch(type -> Wording.kind(type).equals(kind));
    }

    private int count(String name) {
        return (int) WORDS.matcher(text)
                .results()
                .filter(word -> word.group().equals(name))
                .count();
    }

    /** Returns how many parts of a name are not words of the text. */
    private long unusual(String name) {
        var words = new HashSet<String>();
        WORDS.matcher(text).results().map(word -> word.group().toLowerCase()).forEach(words::add);
        return PARTS.matcher(name)
                .results()
                .filter(part -> !words.contains(part.group().toLowerCase()))
                .count();
    }
}
