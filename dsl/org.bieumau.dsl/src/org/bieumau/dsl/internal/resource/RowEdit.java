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
 * An edit that lies between the first word of a row of a form and the brace that closes it. Those two stay, and neither
 * reads on into what follows: so what is around the row reads as before if the row reads as a row.
 *
 * @param node the row as it is in the tree
 * @param call what has it read as a row
 * @param text the text of the row, with what is hidden before it, after the edit
 * @param whole the text of the file after the edit
 */
record RowEdit(ICompositeNode node, RuleCall call, String text, String whole) {

    /** An edit of a text; empty where it is not of this kind. */
    static Optional<RowEdit> of(ICompositeNode root, int offset, int length, String text, BieuGrammarAccess grammar) {
        INode node = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        while (node != null && !(node.hasDirectSemanticElement() && node.getSemanticElement() instanceof Entry)) {
            node = node.getParent();
        }
        if (!(node instanceof ICompositeNode row)
                || offset < endOfFirstWord(row)
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

    private static int endOfFirstWord(ICompositeNode row) {
        for (var leaf : row.getLeafNodes()) {
            if (!leaf.isHidden()) {
                return leaf.getEndOffset();
            }
        }
        return row.getEndOffset();
    }

    /** The row as it is in the model. */
    Entry row() {
        return (Entry) node.getSemanticElement();
    }

    /** Whether the text was read as one row, without errors, up to the brace that was there before. */
    boolean fits(IParseResult parsed) {
        return !parsed.hasSyntaxErrors()
                && parsed.getRootASTElement() instanceof Entry
                && lastLeaf(parsed.getRootNode()).getText().equals("}");
    }

    private static ILeafNode lastLeaf(ICompositeNode node) {
        return NodeModelUtils.findLeafNodeAtOffset(node, node.getTotalEndOffset() - 1);
    }

    /** Puts what was read in the place of the row, in tree and model. */
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
