/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.table;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Citation;
import org.bieumau.model.CitationRun;
import org.bieumau.model.Prose;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Converts prose between its model and the lines that the user edits, with the same markup. */
public final class ProseLines {

    private ProseLines() {}

    /** Returns the lines of prose as written, without the quotes and the common indentation. */
    public static String of(Prose prose) {
        var node = NodeModelUtils.findActualNodeFor(prose);
        if (node == null) {
            return "";
        }
        var text = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
        var body = text.substring(
                Math.min(3, text.length()),
                text.endsWith("'''") && text.length() >= 6 ? text.length() - 3 : text.length());
        return body.replace("\r", "").stripTrailing().stripIndent().strip();
    }

    /**
     * Parses lines to a model.
     *
     * @param context an element in the scope of which citations are resolved, such as the container of the prose
     * @throws RefusedException if the lines cannot be parsed or contain an unknown citation
     */
    public static Prose read(String lines, XtextResource resource, EObject context) throws RefusedException {
        var result = parse(lines);
        if (result.hasSyntaxErrors() || !(result.getRootASTElement() instanceof Prose prose)) {
            throw new RefusedException(
                    "prose",
                    null,
                    result.hasSyntaxErrors()
                            ? result.getSyntaxErrors()
                                    .iterator()
                                    .next()
                                    .getSyntaxErrorMessage()
                                    .getMessage()
                            : "");
        }
        for (var run : citations(prose)) {
            run.setCitation(citation(run, resource, context)
                    .orElseThrow(() -> new RefusedException("citation", null, name(run))));
        }
        return prose;
    }

    /**
     * Parses lines to prose that is edited with its emphasis.
     *
     * @param resource the file in which citations are resolved; null if it is not available, so that citations are
     *     shown as written
     * @throws IllegalArgumentException if the lines cannot be parsed
     */
    public static RichProse rich(String lines, XtextResource resource) {
        var result = parse(lines);
        if (!(result.getRootASTElement() instanceof Prose prose) || result.hasSyntaxErrors()) {
            throw new IllegalArgumentException(lines);
        }
        if (resource != null && !resource.getContents().isEmpty()) {
            citations(prose)
                    .forEach(run -> citation(
                                    run, resource, resource.getContents().get(0))
                            .ifPresent(run::setCitation));
        }
        return RichProse.of(prose);
    }

    private static IParseResult parse(String lines) {
        var indented = clean(lines);
        return LibraryResources.service(IParser.class)
                .parse(
                        LibraryResources.service(BieuGrammarAccess.class).getProseRule(),
                        new StringReader("'''\n" + (indented.isEmpty() ? "" : indented + "\n") + "'''"));
    }

    private static List<CitationRun> citations(Prose prose) {
        return EcoreUtil2.getAllContentsOfType(prose, CitationRun.class);
    }

    /** Normalises lines for insertion between quotes: NFC, line feeds, no quotes, no common indentation. */
    static String clean(String lines) {
        return VietnameseText.nfc(lines)
                .replace("\r", "")
                .replace("'''", "\u2019\u2019\u2019")
                .stripIndent()
                .strip();
    }

    private static String name(CitationRun run) {
        var nodes = NodeModelUtils.findNodesForFeature(run, BieumauPackage.Literals.CITATION_RUN__CITATION);
        return nodes.isEmpty() ? "" : NodeModelUtils.getTokenText(nodes.getFirst());
    }

    private static Optional<Citation> citation(CitationRun run, XtextResource resource, EObject context) {
        var services = resource.getResourceServiceProvider();
        IEObjectDescription found = services.get(IScopeProvider.class)
                .getScope(context, BieumauPackage.Literals.CITATION_RUN__CITATION)
                .getSingleElement(services.get(IQualifiedNameConverter.class).toQualifiedName(name(run)));
        return found != null && found.getEObjectOrProxy() instanceof Citation citation
                ? Optional.of(citation)
                : Optional.empty();
    }
}
