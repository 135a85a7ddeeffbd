/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.hover;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.expression.Function;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.resolved.DocumentName;
import org.bieumau.core.internal.resolved.FormName;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.text.Span;
import org.bieumau.dsl.ide.internal.Expressions;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.model.Agency;
import org.bieumau.model.Cell;
import org.bieumau.model.Chart;
import org.bieumau.model.Citation;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.Dated;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.Indicator;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.Named;
import org.bieumau.model.Provenance;
import org.bieumau.model.Signer;
import org.bieumau.model.Term;
import org.bieumau.model.Use;
import org.bieumau.model.Value;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Hover text for a word.
 *
 * @param text lines of text for the user
 * @param offset offset of the word
 * @param length length of the word in UTF-16 code units
 */
public record Hover(String text, int offset, int length) {

    /** Returns the hover at an offset; empty if there is none. */
    public static Optional<Hover> at(XtextResource resource, int offset) {
        if (resource.getParseResult() == null) {
            return Optional.empty();
        }
        var leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
        if (leaf == null || leaf.isHidden()) {
            return Optional.empty();
        }
        var element = NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (element instanceof NameReference name) {
            var node = NodeModelUtils.findActualNodeFor(name);
            return help(name).map(text -> new Hover(text, node.getOffset(), node.getLength()));
        }
        if (element instanceof MemberAccess access && !leaf.getText().equals(".")) {
            return Expressions.row(access).map(row -> new Hover(of(row.source()), leaf.getOffset(), leaf.getLength()));
        }
        var origin = origin(element);
        if (origin.isPresent()) {
            return origin.map(text -> new Hover(text, leaf.getOffset(), leaf.getLength()));
        }
        var used = resource.getResourceServiceProvider()
                .get(EObjectAtOffsetHelper.class)
                .resolveCrossReferencedElementAt(resource, offset);
        if (element instanceof Use use && !(leaf.getGrammarElement() instanceof Keyword)) {
            return Optional.of(new Hover(places(use), leaf.getOffset(), leaf.getLength()));
        }
        if (used == null && element instanceof Named named && isName(named, offset)) {
            used = named;
        }
        return used == null
                ? Keywords.at(leaf)
                : Optional.of(new Hover(
                        lines(used instanceof Citation citation ? citation.getName() : null, of(used), comment(used)),
                        leaf.getOffset(),
                        leaf.getLength()));
    }

    /** Returns where a row or the value of a cell was read from; empty for any other element. */
    private static Optional<String> origin(EObject element) {
        var origin = switch (element) {
            case Provenance provenance when provenance.eContainer() instanceof Entry entry -> Origin.of(entry);
            case Value value
            when value.eContainer() instanceof Cell cell && cell.eContainer() instanceof Entry entry ->
                Origin.of(entry, cell.getColumn());
            case null, default -> Optional.<Origin>empty();
        };
        return origin.map(each -> IdeMessages.ALL.text("hover.origin", each.text()));
    }

    /** Returns the places that have a library; the first one is used. */
    private static String places(Use use) {
        var file = use.eResource();
        var origins = LibraryIndex.of(file.getResourceSet()).origins(use.getLibraryName(), file.getURI());
        var lines = new ArrayList<String>();
        lines.add(use.getLibraryName());
        for (var origin : origins) {
            lines.add(
                    origin == origins.getFirst()
                            ? origin.text()
                            : IdeMessages.ALL.text("library.unused", origin.text()));
        }
        return String.join("\n", lines);
    }

    /** Returns whether an offset is in the name at the definition of an element. */
    private static boolean isName(Named element, int offset) {
        return element.getName() != null
                && LibraryResources.service(ILocationInFileProvider.class)
                        .getSignificantTextRegion(element)
                        .contains(offset);
    }

    /** Returns the help of a function, or of the target of a name in an expression. */
    private static Optional<String> help(NameReference name) {
        if (name.eContainer() instanceof FunctionCall call && call.getCallee() == name) {
            return BuiltIn.of(name.getName())
                    .map(BuiltIn::help)
                    .or(() -> Registry.of(name).function(name.getName()).map(Function::help));
        }
        if (Expressions.areOfDocuments(name)) {
            return DocumentName.of(name.getName()).map(DocumentName::help);
        }
        return Expressions.term(name).map(Hover::of).or(() -> ofForms(name));
    }

    private static Optional<String> ofForms(NameReference name) {
        return Expressions.template(name)
                .flatMap(template -> ResolvedTemplate.of(template).columns().stream()
                        .filter(column -> name.getName().equals(column.name()))
                        .findFirst())
                .map(column -> of(column.source()))
                .or(() -> Expressions.row(name).map(row -> of(row.source())))
                .or(() -> Stream.of(FormName.Place.FORM, FormName.Place.RULE)
                        .flatMap(place -> FormName.of(name.getName(), place).stream())
                        .map(FormName::help)
                        .findFirst());
    }

    /** Returns the description of an element: lines of text, the first of which is its title. */
    public static String of(EObject element) {
        return switch (element) {
            case Citation citation -> lines(Span.unmarked(Citations.full(citation)), validity(citation));
            case Agency agency -> lines(agency.getTitle(), agency.getAbbreviation(), validity(agency));
            case Term term -> lines(term.getTitle(), String.join(", ", term.getSynonyms()), validity(term));
            case Signer signer -> lines(signer.getPersonName(), signer.getPosition(), validity(signer));
            case FormTemplate template ->
                lines(
                        ResolvedTemplate.of(template).title(),
                        ResolvedTemplate.of(template).label(),
                        validity(template));
            case Column column ->
                lines(
                        column.getTitle(),
                        column.getName() + ": " + column.getType().getLiteral());
            case ColumnItem item -> lines(item.getTitle(), item.getName());
            case Indicator row -> printedRow(row);
            case DocumentTemplate template ->
                lines(
                        template.getDocument() == null
                                ? null
                                : DocumentTypes.name(template.getDocument().getType()) + " " + template.getName(),
                        template.getParameters().stream()
                                .map(each ->
                                        each.getName() + ": " + each.getType().getLiteral())
                                .collect(Collectors.joining(", ")));
            case Vocabulary vocabulary ->
                lines(
                        vocabulary.getTitle() == null ? vocabulary.getName() : vocabulary.getTitle(),
                        vocabulary.getTerms().stream()
                                .map(term -> term.getTitle() == null ? term.getName() : term.getTitle())
                                .limit(8)
                                .collect(Collectors.joining("; ")));
            case Document document ->
                lines(DocumentTypes.name(document.getType()) + " " + document.getName(), document.getSubject());
            case Chart chart ->
                lines(chart.getTitle() == null ? chart.getName() : chart.getTitle(), chart.getDescription());
            case Form form ->
                lines(
                        form.getName(),
                        form.getTemplate() == null || form.getTemplate().eIsProxy()
                                ? null
                                : ResolvedTemplate.of(form.getTemplate()).title());
            case Named named -> named.getName();
            default -> element.eClass().getName();
        };
    }

    private static String printedRow(Indicator row) {
        var template = EcoreUtil2.getContainerOfType(row, FormTemplate.class);
        var given = template == null
                ? Optional.<GivenRow>empty()
                : ResolvedTemplate.of(template).givenRows().row(row);
        return lines(
                given.map(each -> String.join(" › ", each.titles())).orElse(row.getTitle()),
                given.map(GivenRow::path).orElse(row.getName()),
                String.join(", ", row.getSynonyms()));
    }

    /** Returns the block comment before the definition of an element, or null. */
    private static String comment(EObject element) {
        return element.eResource() instanceof XtextResource file
                ? file.getResourceServiceProvider()
                        .get(IEObjectDocumentationProvider.class)
                        .getDocumentation(element)
                : null;
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> line != null && !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String validity(Dated dated) {
        var from = dated.getValidFrom();
        var to = dated.getValidTo();
        if (from == null) {
            return to == null ? "" : IdeMessages.ALL.text("validity.to", to);
        }
        return to == null
                ? IdeMessages.ALL.text("validity.from", from)
                : IdeMessages.ALL.text("validity.both", from, to);
    }
}
