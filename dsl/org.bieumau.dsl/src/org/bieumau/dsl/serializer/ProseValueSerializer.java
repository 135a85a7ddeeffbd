/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.serializer;

import com.google.inject.Inject;
import org.bieumau.dsl.internal.conversion.ProseText;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.NoteRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.TableCell;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.serializer.diagnostic.ISerializationDiagnostic.Acceptor;
import org.eclipse.xtext.serializer.tokens.ValueSerializer;

/**
 * Escapes text at the beginning or end of a line, in a cell, and next to emphasis, if it would be parsed as something
 * else. Value converters cannot do this, because they do not know the position of the text.
 */
public class ProseValueSerializer extends ValueSerializer {

    @Inject
    private BieuGrammarAccess grammar;

    @Override
    public String serializeAssignedValue(
            EObject context, RuleCall ruleCall, Object value, INode node, Acceptor errors) {
        var text = super.serializeAssignedValue(context, ruleCall, value, node, errors);
        if (text == null || ruleCall.getRule() != grammar.getPROSE_TEXTRule() || !(context instanceof TextRun run)) {
            return text;
        }
        text = EmphasisEdges.escaped(run, text);
        if (EcoreUtil2.getContainerOfType(run, NoteRun.class) != null) {
            // A bracket would close the footnote.
            text = text.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)]", "$1\\\\]");
        }
        if (node != null && node.getText().equals(text)) {
            return text;
        }
        var cell = EcoreUtil2.getContainerOfType(run, TableCell.class);
        if (cell != null) {
            return ProseText.inCell(
                    text, cell.getRuns().getFirst() == run, cell.getRuns().getLast() == run);
        }
        if (!(run.eContainer() instanceof Paragraph paragraph)) {
            return text;
        }
        if (paragraph.getMarker() == null && paragraph.getRuns().get(0) == run) {
            text = ProseText.atLineStart(text);
        }
        return paragraph.getRuns().get(paragraph.getRuns().size() - 1) == run ? ProseText.atLineEnd(text) : text;
    }
}
