/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.formatting2;

import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Tells comments from whitespace by their rules. Xtext takes whitespace that Java does not know, such as a zero-width
 * space or a byte order mark, for a comment of an unknown kind, and then fails to format it.
 */
@SuppressWarnings("restriction")
public class BieuTextRegions extends TextRegionAccessBuilder {

    private Nodes nodes;

    @Override
    public TextRegionAccessBuilder forNodeModel(XtextResource resource) {
        nodes = new Nodes();
        nodes.withResource(resource);
        return this;
    }

    @Override
    public ITextRegionAccess create() {
        return nodes == null ? super.create() : nodes.create();
    }

    private static final class Nodes
            extends org.eclipse.xtext.formatting2.regionaccess.internal.NodeModelBasedRegionAccessBuilder {

        @Override
        protected boolean isComment(ILeafNode leaf) {
            return !(leaf.getGrammarElement() instanceof TerminalRule rule
                            && rule.getName().equals("WS"))
                    && super.isComment(leaf);
        }
    }
}
