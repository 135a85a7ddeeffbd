/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.formatting2;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Finds the regions of a text for the formatter, including cases in which Xtext fails:
 *
 * <ul>
 *   <li>Xtext takes whitespace that Java does not know, such as a zero-width space or a byte order mark, for a comment
 *       of an unknown kind. Here comments are told from whitespace by their rules.
 *   <li>Xtext requires that each element of the text is in the model. If a setting is written twice, only the last one
 *       is. Such a text has no regions here, so that it stays as it is until the error is corrected.
 *   <li>Xtext visits nested elements recursively. A text that is nested too deeply for the stack has no regions either.
 * </ul>
 */
@SuppressWarnings("restriction")
public class BieuTextRegions extends TextRegionAccessBuilder {

    private XtextResource resource;

    @Override
    public TextRegionAccessBuilder forNodeModel(XtextResource resource) {
        this.resource = resource;
        return this;
    }

    @Override
    public ITextRegionAccess create() {
        if (resource == null) {
            return super.create();
        }
        try {
            return new Nodes(false).withResource(resource).create();
        } catch (StackOverflowError e) {
            return new Nodes(true).withResource(resource).create();
        }
    }

    private static final class Nodes
            extends org.eclipse.xtext.formatting2.regionaccess.internal.NodeModelBasedRegionAccessBuilder {

        private final boolean isEmpty;

        private Nodes(boolean isEmpty) {
            this.isEmpty = isEmpty;
        }

        @Override
        protected boolean isComment(ILeafNode leaf) {
            return !(leaf.getGrammarElement() instanceof TerminalRule rule
                            && rule.getName().equals("WS"))
                    && super.isComment(leaf);
        }

        @Override
        protected void process(
                INode node, org.eclipse.xtext.formatting2.regionaccess.internal.NodeModelBasedRegionAccess access) {
            if (node.getParent() != null || !isEmpty && isComplete(node)) {
                super.process(node, access);
            }
        }

        /** Returns whether the model contains all elements of the text. */
        private boolean isComplete(INode text) {
            var contents = getXtextResource().getContents();
            for (var node : text.getAsTreeIterable()) {
                if (node.hasDirectSemanticElement()
                        && !contents.contains(EcoreUtil.getRootContainer(node.getSemanticElement()))) {
                    return false;
                }
            }
            return true;
        }
    }
}
