/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.resource;

import java.util.Optional;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.Entry;
import org.bieumau.model.Section;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;

/**
 * An edit between the first token of a row of a form and its closing brace. These two tokens stay, and neither of them
 * depends on the text after it. Thus, if the edited row still parses as a row, the text around it parses as before.
 *
 * @param node the node of the row before the edit
 * @param call the rule call that parses a row at this place
 * @param text the text of the row after the edit, with the hidden tokens before it
 * @param whole the text of the file after the edit
 */
record RowEdit(ICompositeNode node, RuleCall call, String text, String whole) {

    /** Returns the replacement of a range as an edit of a row; empty if it is not inside one. */
    static Optional<RowEdit> of(ICompositeNode root, int offset, int length, String text, BieuGrammarAccess grammar) {
        INode node = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        while (node != null && !(node.hasDirectSemanticElement() && node.getSemanticElement() instanceof Entry)) {
            node = node.getParent();
        }
        if (!(node instanceof ICompositeNode row)
                || offset < endOfFirstToken(row)
                || offset + length >= row.getEndOffset()
                || !row.getText().endsWith("}")) {
            return Optional.empty();
        }
        var rule = row.getParent().getSemanticElement() instanceof Section
                ? grammar.getSectionRule()
                : grammar.getFormRule();
        var whole = new StringBuilder(root.getText())
                .replace(offset, offset + length, text)
                .toString();
        return EcoreUtil2.getAllContentsOfType(rule, RuleCall.class).stream()
                .filter(call -> call.getRule() == grammar.getEntryRule())
                .findFirst()
                .map(call -> new RowEdit(
                        row,
                        call,
                        whole.substring(row.getTotalOffset(), row.getTotalEndOffset() + text.length() - length),
                        whole));
    }

    private static int endOfFirstToken(ICompositeNode row) {
        for (var leaf : row.getLeafNodes()) {
            if (!leaf.isHidden()) {
                return leaf.getEndOffset();
            }
        }
        return row.getEndOffset();
    }

    /** Returns the row in the model, before the edit. */
    Entry row() {
        return (Entry) node.getSemanticElement();
    }

    /** Returns whether the text was parsed as one row, without errors, up to the same closing brace as before. */
    boolean fits(IParseResult parsed) {
        return !parsed.hasSyntaxErrors()
                && parsed.getRootASTElement() instanceof Entry
                && lastLeaf(parsed.getRootNode()).getText().equals("}");
    }

    private static ILeafNode lastLeaf(ICompositeNode node) {
        return NodeModelUtils.findLeafNodeAtOffset(node, node.getTotalEndOffset() - 1);
    }

    /** Replaces the row by the parsed one, in the node tree and in the model. */
    void put(IParseResult parsed) {
        @SuppressWarnings("unchecked")
        var siblings = (EList<EObject>) row().eContainer().eGet(row().eContainingFeature());
        siblings.set(siblings.indexOf(row()), parsed.getRootASTElement());
        var builder = new NodeModelBuilder();
        var root = node.getRootNode();
        builder.replaceAndTransferLookAhead(node, parsed.getRootNode());
        builder.setCompleteContent(root, whole);
    }
}
