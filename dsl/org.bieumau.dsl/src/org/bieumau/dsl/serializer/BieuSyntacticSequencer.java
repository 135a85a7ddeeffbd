/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.serializer;

import org.bieumau.model.ProseLine;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;

/** Writes the tokens that the model does not contain: their current text, or the shortest text if there is none yet. */
public class BieuSyntacticSequencer extends AbstractBieuSyntacticSequencer {

    private static final String INDENT = "    ";

    @Override
    public String getINDENTToken(EObject semanticObject, RuleCall ruleCall, INode node) {
        return node != null ? node.getText() : INDENT.repeat(depth(semanticObject) + 2);
    }

    /** Returns the number of headers above a line. */
    private static int depth(EObject line) {
        return line.eContainer() instanceof ProseLine header ? depth(header) + 1 : 0;
    }

    @Override
    public String getNLToken(EObject semanticObject, RuleCall ruleCall, INode node) {
        return node != null ? node.getText() : "\n";
    }

    @Override
    public String getBLANK_LINESToken(EObject semanticObject, RuleCall ruleCall, INode node) {
        return node != null ? node.getText() : "\n";
    }

    @Override
    public String getBEGINToken(EObject semanticObject, RuleCall ruleCall, INode node) {
        return "";
    }

    @Override
    public String getENDToken(EObject semanticObject, RuleCall ruleCall, INode node) {
        return "";
    }
}
