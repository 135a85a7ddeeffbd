/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Kind;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Property;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.IndicatorList;
import org.bieumau.model.Term;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Snapshot of the rows that a template prints with its forms (<i>chỉ tiêu</i>). It does not change with the file. */
public record TemplateRows(List<RowList> lists) {

    /** Text between the synonyms of a row in one line. */
    static final String SEPARATOR = ";";

    /**
     * A list of rows.
     *
     * @param section the heading of the section that contains the rows; empty if they are not in a section
     * @param isOwn whether the template itself declares the list
     * @param offset offset in the file; -1 if it is in another file
     * @param rows the rows as they are printed: each before the rows below it
     */
    public record RowList(
            String section, boolean isOwn, int offset, int length, List<Property> properties, List<Row> rows) {}

    /**
     * A row.
     *
     * @param path the names of the rows above it and its own, joined by dots
     * @param ordinal the ordinal as printed; empty if there is none
     * @param unit the unit of measurement; empty if there is none
     * @param code the code; empty if there is none
     * @param level number of rows above it
     * @param below number of rows below it, on all levels
     * @param isHeading whether the row is not filled in
     * @param isOwn whether the template itself declares the row; an inherited one can be renamed and dropped
     * @param offset offset in the file; -1 if it is in another file
     * @param nameOffset offset of its name in the file; -1 if it is in another file
     */
    public record Row(
            String path,
            String ordinal,
            String title,
            String unit,
            String code,
            int level,
            int below,
            boolean isHeading,
            boolean isOwn,
            int offset,
            int length,
            int nameOffset,
            List<Property> properties) {}

    static TemplateRows of(FormTemplate template, ResolvedTemplate resolved, XtextResource resource) {
        return new TemplateRows(resolved.givenRows().blocks().stream()
                .map(block -> list(block, template, resolved, resource))
                .toList());
    }

    /** Returns the row with a path. */
    public Optional<Row> row(String path) {
        return lists.stream()
                .flatMap(list -> list.rows().stream())
                .filter(row -> row.path().equals(path))
                .findFirst();
    }

    private static RowList list(
            GivenRows.Block block, FormTemplate template, ResolvedTemplate resolved, XtextResource resource) {
        var source = block.source();
        var isOwn = source.eContainer() == template;
        var node = source.eResource() == resource ? NodeModelUtils.findActualNodeFor(source) : null;
        var rows = new ArrayList<Row>();
        block.rows().forEach(row -> add(row, template, resource, rows));
        return new RowList(
                block.section().orElse(""),
                isOwn,
                node == null ? -1 : node.getOffset(),
                node == null ? 0 : node.getLength(),
                isOwn ? properties(source, resolved) : List.of(),
                List.copyOf(rows));
    }

    private static List<Property> properties(IndicatorList list, ResolvedTemplate resolved) {
        var terms = terms(resolved);
        var section = list.getTerm() != null && !list.getTerm().eIsProxy()
                ? list.getTerm().getTitle()
                : list.getSectionTitle();
        return List.of(
                terms.isEmpty() || list.getSectionTitle() != null
                        ? TemplateDesign.line("section", section)
                        : new Property(
                                "section",
                                Kind.CHOICE,
                                section == null ? "" : section,
                                terms.stream().map(Term::getTitle).distinct().toList()),
                TemplateDesign.check("extensible", list.isExtensible()));
    }

    /** Returns the terms of the sections of a template; an empty list if it has no vocabulary of sections. */
    static List<Term> terms(ResolvedTemplate resolved) {
        return resolved.sections()
                .map(spec -> spec.getVocabulary())
                .filter(vocabulary -> !vocabulary.eIsProxy())
                .map(vocabulary -> vocabulary.getTerms().stream()
                        .filter(term -> term.getTitle() != null)
                        .toList())
                .orElse(List.of());
    }

    private static void add(GivenRow row, FormTemplate template, XtextResource resource, List<Row> rows) {
        var source = row.source();
        var isOwn = isOwn(source, template);
        var node = source.eResource() == resource ? NodeModelUtils.findActualNodeFor(source) : null;
        var names = node == null
                ? List.<INode>of()
                : NodeModelUtils.findNodesForFeature(source, BieumauPackage.Literals.NAMED__NAME);
        rows.add(new Row(
                row.path(),
                row.ordinal(),
                row.title(),
                source.getMeasureUnit() == null ? "" : source.getMeasureUnit(),
                source.getCode() == null ? "" : source.getCode(),
                row.level(),
                below(row),
                source.isHeading(),
                isOwn,
                node == null ? -1 : node.getOffset(),
                node == null ? 0 : node.getLength(),
                names.isEmpty() ? -1 : names.getFirst().getOffset(),
                properties(row, isOwn)));
        row.children().forEach(each -> add(each, template, resource, rows));
    }

    private static int below(GivenRow row) {
        return row.children().stream().mapToInt(each -> 1 + below(each)).sum();
    }

    private static List<Property> properties(GivenRow row, boolean isOwn) {
        var source = row.source();
        var printed = List.of(TemplateDesign.line("ordinal", row.ordinal()), TemplateDesign.line("title", row.title()));
        if (!isOwn) {
            return printed;
        }
        var properties = new ArrayList<>(printed);
        properties.addAll(List.of(
                TemplateDesign.line("measureUnit", source.getMeasureUnit()),
                TemplateDesign.line("code", source.getCode()),
                TemplateDesign.line("synonyms", String.join(SEPARATOR + " ", source.getSynonyms())),
                TemplateDesign.check("heading", source.isHeading()),
                TemplateDesign.check("extensible", source.isExtensible())));
        return properties;
    }

    static boolean isOwn(EObject element, FormTemplate template) {
        return EcoreUtil2.getContainerOfType(element, FormTemplate.class) == template;
    }
}
