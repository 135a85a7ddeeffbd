/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.table;

import java.io.StringReader;
import org.bieumau.core.text.VietnameseText;
import org.bieumau.dsl.ide.edit.RefusedException;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Citation;
import org.bieumau.model.CitationRun;
import org.bieumau.model.Prose;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Prose between the text of a file and the lines that a person edits, with the same marks. */
public final class ProseLines {

    private ProseLines() {
    }

    /** The lines of prose as they are written, without the quotes and the indentation that all have. */
    public static String of(Prose prose) {
        var node = NodeModelUtils.findActualNodeFor(prose);
        if (node == null) {
            return "";
        }
        var text = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
        var body = text.substring(Math.min(3, text.length()), text.endsWith("'''") && text.length() >= 6 ? text.length() - 3 : text.length());
        return body.replace("\r", "").stripTrailing().stripIndent().strip();
    }

    /**
     * The model of lines.
     *
     * @param context an element beside which it will stand: what it cites is known there
     * @throws RefusedException if the lines cannot be read, or cite what is not known
     */
    public static Prose read(String lines, XtextResource resource, EObject context) throws RefusedException {
        var services = resource.getResourceServiceProvider();
        var indented = clean(lines);
        var result = services.get(IParser.class).parse(services.get(BieuGrammarAccess.class).getProseRule(),
                new StringReader("'''\n" + (indented.isEmpty() ? "" : indented + "\n") + "'''"));
        if (result.hasSyntaxErrors() || !(result.getRootASTElement() instanceof Prose prose)) {
            throw new RefusedException("prose", null, result.hasSyntaxErrors() ? result.getSyntaxErrors().iterator().next().getSyntaxErrorMessage().getMessage() : "");
        }
        for (var each = EcoreUtil.<EObject>getAllContents(prose, true); each.hasNext();) {
            if (each.next() instanceof CitationRun run) {
                run.setCitation(citation(run, resource, context));
            }
        }
        return prose;
    }

    /** Lines as they can stand between quotes. */
    static String clean(String lines) {
        return VietnameseText.nfc(lines).replace("\r", "").replace("'''", "\u2019\u2019\u2019").stripIndent().strip();
    }

    private static Citation citation(CitationRun run, XtextResource resource, EObject context) throws RefusedException {
        var nodes = NodeModelUtils.findNodesForFeature(run, BieumauPackage.Literals.CITATION_RUN__CITATION);
        var name = nodes.isEmpty() ? "" : NodeModelUtils.getTokenText(nodes.getFirst());
        var services = resource.getResourceServiceProvider();
        IEObjectDescription found = services.get(IScopeProvider.class).getScope(context, BieumauPackage.Literals.CITATION_RUN__CITATION)
                .getSingleElement(services.get(IQualifiedNameConverter.class).toQualifiedName(name));
        if (found == null || !(found.getEObjectOrProxy() instanceof Citation citation)) {
            throw new RefusedException("citation", null, name);
        }
        return citation;
    }
}
