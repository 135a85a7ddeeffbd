/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Group;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Item;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.edit.Literals;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.ColumnType;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/**
 * Snapshot of the design of a form template: its columns and groups as a tree, with the properties of each, and the
 * rows that are printed with its forms. It does not change when the file changes.
 *
 * @param template the name of the template
 * @param properties the properties of the template itself
 * @param columns the columns and groups at the top level
 * @param rows the rows that are printed with its forms
 */
public record TemplateDesign(String template, List<Property> properties, List<Node> columns, TemplateRows rows) {

    /** Input type of a property. */
    public enum Kind {
        LINE,
        /** One of the choices; empty for none. */
        CHOICE,
        /** <code>true</code> or <code>false</code>. */
        CHECK
    }

    /**
     * Property of a template, a column or a group.
     *
     * @param id the name of the model feature, such as <code>width</code>
     * @param value the value; empty if none is set
     */
    public record Property(String id, Kind kind, String value, List<String> choices) {}

    /**
     * Column or group.
     *
     * @param name the name in the language
     * @param isOwn whether the template itself defines it; an item inherited from a base template can be dropped, moved
     *     and renamed
     * @param nameOffset offset of its name in the file; -1 if it is in another file
     */
    public record Node(
            String name,
            String title,
            boolean isGroup,
            String type,
            boolean isOwn,
            int offset,
            int length,
            int nameOffset,
            List<Property> properties,
            List<Node> inner) {}

    /** Returns the names of the form templates in a file. */
    public static List<String> templates(XtextResource resource) {
        return Libraries.named(resource, FormTemplate.class).stream()
                .map(FormTemplate::getName)
                .toList();
    }

    /** Returns the design of a template; empty if there is no template with the name. */
    public static Optional<TemplateDesign> of(XtextResource resource, String name) {
        return Libraries.named(resource, FormTemplate.class, name).map(template -> {
            var resolved = ResolvedTemplate.of(template);
            return new TemplateDesign(
                    name,
                    properties(template, resource),
                    resolved.items().stream()
                            .map(item -> node(item, template, resource))
                            .toList(),
                    TemplateRows.of(template, resolved, resource));
        });
    }

    private static Node node(Item item, FormTemplate template, XtextResource resource) {
        var source = item.source();
        var isOwn = EcoreUtil2.getContainerOfType(source, FormTemplate.class) == template;
        var node = source.eResource() == resource ? NodeModelUtils.findActualNodeFor(source) : null;
        var names = node == null
                ? List.<INode>of()
                : NodeModelUtils.findNodesForFeature(source, BieumauPackage.Literals.NAMED__NAME);
        return new Node(
                String.valueOf(item.name()),
                item.title(),
                item instanceof Group,
                source instanceof Column column ? column.getType().getLiteral() : "",
                isOwn,
                node == null ? -1 : node.getOffset(),
                node == null ? 0 : node.getLength(),
                names.isEmpty() ? -1 : names.getFirst().getOffset(),
                isOwn
                        ? properties(source, resource)
                        : List.of(new Property("title", Kind.LINE, item.title(), List.of())),
                item instanceof Group group
                        ? group.items().stream()
                                .map(each -> node(each, template, resource))
                                .toList()
                        : List.of());
    }

    // Properties

    /**
     * Column types that can be chosen. A computed column is not among them, since its formula is written in the text.
     */
    private static final List<ColumnType> TYPES = List.of(
            ColumnType.TEXT,
            ColumnType.PROSE,
            ColumnType.NUMBER,
            ColumnType.MONEY,
            ColumnType.DATE,
            ColumnType.MARK,
            ColumnType.CHOICE,
            ColumnType.ORDINAL,
            ColumnType.MEASURE,
            ColumnType.CODE);

    private static List<Property> properties(EObject element, XtextResource resource) {
        return switch (element) {
            case FormTemplate template ->
                List.of(
                        line("title", template.getTitle()),
                        line("label", template.getLabel()),
                        choice("paper", template.getPaper(), BieumauPackage.Literals.PAPER_SIZE),
                        choice("orientation", template.getOrientation(), BieumauPackage.Literals.ORIENTATION),
                        check("columnNumberRow", Boolean.TRUE.equals(template.getColumnNumberRow())),
                        line("minimumEntries", template.getMinimumEntries()),
                        line("unitLine", template.getUnitLine()),
                        line("measureUnit", template.getMeasureUnit()),
                        check("dateLine", Boolean.TRUE.equals(template.getDateLine())),
                        line("signatures", SignatureLine.of(template.getSignatures())),
                        new Property("sections", Kind.CHOICE, sections(template), sectionChoices(template, resource)));
            case Column column -> {
                var properties = new ArrayList<>(List.of(
                        line("title", column.getTitle()),
                        new Property(
                                "type",
                                Kind.CHOICE,
                                column.getType().getLiteral(),
                                (column.getType() == ColumnType.COMPUTED ? List.of(ColumnType.COMPUTED) : TYPES)
                                        .stream().map(ColumnType::getLiteral).toList())));
                if (column.getType() == ColumnType.CHOICE) {
                    properties.add(new Property(
                            "vocabulary",
                            Kind.CHOICE,
                            column.getVocabulary() == null
                                    ? ""
                                    : String.valueOf(column.getVocabulary().getName()),
                            List.copyOf(vocabularies(column, BieumauPackage.Literals.COLUMN__VOCABULARY, resource)
                                    .keySet())));
                }
                properties.addAll(List.of(
                        check("required", column.isRequired()),
                        check("unique", column.isUnique()),
                        line("width", column.getWidth()),
                        line("instruction", column.getInstruction())));
                if (column.getType() == ColumnType.NUMBER
                        || column.getType() == ColumnType.MONEY
                        || column.getType() == ColumnType.COMPUTED) {
                    properties.add(choice(
                            "aggregate",
                            column.eIsSet(BieumauPackage.Literals.COLUMN__AGGREGATE) ? column.getAggregate() : null,
                            BieumauPackage.Literals.AGGREGATE));
                }
                yield properties;
            }
            case ColumnGroup group ->
                List.of(
                        line("title", group.getTitle()),
                        check("exactlyOne", group.isExactlyOne()),
                        line("instruction", group.getInstruction()));
            default -> List.of();
        };
    }

    static Property line(String id, Object value) {
        return new Property(id, Kind.LINE, value == null ? "" : value.toString(), List.of());
    }

    static Property check(String id, boolean value) {
        return new Property(id, Kind.CHECK, Boolean.toString(value), List.of());
    }

    private static Property choice(String id, Enumerator value, EEnum literals) {
        return new Property(id, Kind.CHOICE, value == null ? "" : value.getLiteral(), Literals.of(literals));
    }

    private static String sections(FormTemplate template) {
        var sections = template.getSections();
        return sections == null
                ? ""
                : sections.getVocabulary() == null
                        ? ownSections()
                        : String.valueOf(sections.getVocabulary().getName());
    }

    /** Returns the label for sections that each form names itself. */
    static String ownSections() {
        return IdeMessages.ALL.text("template.sections.own");
    }

    private static List<String> sectionChoices(FormTemplate template, XtextResource resource) {
        var choices = new ArrayList<>(vocabularies(template, BieumauPackage.Literals.SECTION_SPEC__VOCABULARY, resource)
                .keySet());
        choices.addFirst(ownSections());
        return choices;
    }

    /** Returns the vocabularies in scope of an element, by name. */
    static Map<String, Vocabulary> vocabularies(EObject place, EReference reference, XtextResource resource) {
        var found = new TreeMap<String, Vocabulary>();
        for (var each : resource.getResourceServiceProvider()
                .get(IScopeProvider.class)
                .getScope(place, reference)
                .getAllElements()) {
            if (each.getName().getSegmentCount() == 1
                    && EcoreUtil.resolve(each.getEObjectOrProxy(), resource) instanceof Vocabulary vocabulary
                    && !vocabulary.eIsProxy()) {
                found.putIfAbsent(each.getName().toString(), vocabulary);
            }
        }
        return found;
    }

    /** Returns the model feature of a property. */
    static EStructuralFeature feature(EObject element, String id) {
        return Objects.requireNonNull(element.eClass().getEStructuralFeature(id), id);
    }

    /** Returns the column or group with a name, as it is named after the changes of the template. */
    static Optional<ColumnItem> source(FormTemplate template, String name) {
        var resolved = ResolvedTemplate.of(template);
        var items = new ArrayList<Item>(resolved.groups());
        items.addAll(resolved.columns());
        return items.stream()
                .filter(item -> name.equals(item.name()))
                .map(Item::source)
                .findFirst();
    }
}
