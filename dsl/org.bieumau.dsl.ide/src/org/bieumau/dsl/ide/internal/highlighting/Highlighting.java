/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.highlighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bieumau.dsl.ide.internal.Expressions;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.NameReference;
import org.bieumau.model.Named;
import org.bieumau.model.Prose;
import org.bieumau.model.StyledRun;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;

/** Classifies the words of a file for syntax colouring, also in files with syntax errors. */
public final class Highlighting {

    /** Kind of a word. */
    public enum Kind {
        KEYWORD,
        COMMENT,
        STRING,
        NUMBER,
        /** Name at its definition. */
        DEFINITION,
        /** Name in a reference to its definition. */
        REFERENCE,
        /** Name of a function in a call. */
        FUNCTION,
        /** Any other name, such as a column or a property in an expression. */
        NAME,
        /** Running text of a document. */
        PROSE,
        BOLD,
        ITALIC,
        BOLD_ITALIC,
        /** Number, letter or dash at the beginning of a paragraph. */
        MARKER,
        /** Markup character in prose, which is not printed. */
        MARK
    }

    /**
     * Word with its kind.
     *
     * @param offset offset in the file
     * @param length length in UTF-16 code units
     */
    public record Word(int offset, int length, Kind kind) {}

    /** Grammar rules whose words are names, even if they are also keywords. */
    private static final Set<String> NAMES = Set.of("Name", "ElementName", "QualifiedName", "PlainName", "Phrase");

    private Highlighting() {}

    /** Returns the coloured words of a file, in document order. */
    public static List<Word> of(XtextResource resource) {
        return of(resource, 0, Integer.MAX_VALUE);
    }

    /** Returns the coloured words that overlap the range from <code>from</code> to <code>to</code>, exclusive. */
    public static List<Word> of(XtextResource resource, int from, int to) {
        var words = new ArrayList<Word>();
        if (resource.getParseResult() != null) {
            for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
                if (leaf.getOffset() >= to) {
                    break;
                }
                var kind = leaf.getEndOffset() > from ? kind(leaf) : null;
                if (kind != null) {
                    words.add(new Word(leaf.getOffset(), leaf.getLength(), kind));
                }
            }
        }
        return words;
    }

    private static Kind kind(ILeafNode leaf) {
        if (leaf.isHidden()) {
            return leaf.getText().startsWith("/*") || leaf.getText().startsWith("//") ? Kind.COMMENT : null;
        }
        var name = name(leaf);
        if (name != null) {
            return name;
        }
        return switch (leaf.getGrammarElement()) {
            case RuleCall call -> terminal(call.getRule(), leaf);
            case AbstractRule rule -> terminal(rule, leaf);
            case Keyword keyword -> keyword(keyword.getValue(), leaf);
            case CrossReference reference -> Kind.REFERENCE;
            case EObject other -> keyword(leaf.getText(), leaf);
            case null -> null;
        };
    }

    /** Returns the kind of a name, or null if the word is not a name. */
    private static Kind name(ILeafNode leaf) {
        for (INode node = leaf; node != null; node = node.getParent()) {
            var grammar = node.getGrammarElement();
            if (grammar instanceof CrossReference
                    || grammar != null && GrammarUtil.containingCrossReference(grammar) != null) {
                return Kind.REFERENCE;
            }
            var assignment = grammar == null ? null : GrammarUtil.containingAssignment(grammar);
            if (assignment != null) {
                return grammar instanceof RuleCall call
                                && NAMES.contains(call.getRule().getName())
                        ? name(node.getParent().getSemanticElement(), assignment.getFeature())
                        : null;
            }
        }
        return null;
    }

    private static Kind name(EObject owner, String feature) {
        return switch (owner) {
            case NameReference name ->
                name.eContainer() instanceof FunctionCall call && call.getCallee() == name
                        ? Kind.FUNCTION
                        : Expressions.term(name).isPresent() ? Kind.REFERENCE : Kind.NAME;
            case FunctionCall call -> Kind.FUNCTION;
            case Named named when feature.equals("name") -> Kind.DEFINITION;
            case null, default -> Kind.NAME;
        };
    }

    private static Kind terminal(AbstractRule rule, ILeafNode leaf) {
        return switch (rule.getName()) {
            case "STRING" -> Kind.STRING;
            case "NUMBER", "DECIMAL", "DATE", "DOCUMENT_NUMBER" -> Kind.NUMBER;
            case "PROSE_TEXT" -> prose(leaf);
            case "PROSE_MARKER" -> Kind.MARKER;
            case "ID" -> Kind.KEYWORD;
            default -> null;
        };
    }

    private static Kind prose(ILeafNode leaf) {
        var bold = false;
        var italic = false;
        for (var element = leaf.getSemanticElement();
                element != null && !(element instanceof Prose);
                element = element.eContainer()) {
            if (element instanceof StyledRun run) {
                bold |= run.isBold();
                italic |= run.isItalic();
            }
        }
        return bold ? italic ? Kind.BOLD_ITALIC : Kind.BOLD : italic ? Kind.ITALIC : Kind.PROSE;
    }

    private static Kind keyword(String text, ILeafNode leaf) {
        if (Character.isLetter(text.charAt(0))) {
            return Kind.KEYWORD;
        }
        var element = leaf.getSemanticElement();
        return element instanceof Expression || EcoreUtil2.getContainerOfType(element, Prose.class) == null
                ? null
                : Kind.MARK;
    }
}
