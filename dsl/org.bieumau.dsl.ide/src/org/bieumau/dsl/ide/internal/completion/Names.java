/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.completion;

import static org.bieumau.model.BieumauPackage.Literals.CELL__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.DocumentName;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.FormName;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.SampleNames;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.Expressions;
import org.bieumau.dsl.ide.internal.completion.Proposal.Kind;
import org.bieumau.dsl.ide.internal.completion.Proposal.Stop;
import org.bieumau.dsl.ide.internal.hover.Hover;
import org.bieumau.model.Chart;
import org.bieumau.model.Column;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Proposes the names allowed at an offset. */
final class Names {

    /** Parts of agencies, citations and dates; those of forms are in {@link FormName}. */
    private static final List<String> OTHER_PARTS =
            List.of("gọi tắt", "viết tắt", "địa danh", "địa chỉ", "ngày", "tháng", "trích yếu", "đầy đủ", "ngắn gọn");

    private final XtextResource resource;
    private final EObject context;

    Names(XtextResource resource, EObject context) {
        this.resource = resource;
        this.context = context;
    }

    /** Returns proposals for the possible targets of a reference. */
    List<Proposal> of(CrossReference reference, int start, int length) {
        var feature = GrammarUtil.getReference(reference);
        var scope =
                resource.getResourceServiceProvider().get(IScopeProvider.class).getScope(context, feature);
        var taken = feature == CELL__COLUMN ? filled() : Set.of();
        var isPath = feature.getEReferenceType() == INDICATOR;
        var proposals = new LinkedHashMap<String, Proposal>();
        for (var each : scope.getAllElements()) {
            var element = each.getEObjectOrProxy();
            var name = each.getName().toString();
            if (taken.contains(element)
                    || !element.eIsProxy()
                            && !reference.getType().getClassifier().isInstance(element)) {
                continue;
            }
            if (feature == CELL__COLUMN && element instanceof Column column) {
                cell(column, name, start, length).ifPresent(cell -> proposals.putIfAbsent(name, cell));
            } else {
                // A row can be found by its own name; its path is inserted.
                var label =
                        isPath && !isPathTyped(start, length) ? each.getName().getLastSegment() : name;
                proposals.putIfAbsent(
                        name,
                        new Proposal(
                                label, isPath ? name : detail(element), Kind.NAME, start, length, name, List.of()));
            }
        }
        return List.copyOf(proposals.values());
    }

    /** Returns whether the user types a path, rather than the first letters of a name. */
    private boolean isPathTyped(int start, int length) {
        return resource.getParseResult()
                        .getRootNode()
                        .getText()
                        .substring(start, start + length)
                        .indexOf('.')
                >= 0;
    }

    private Set<EObject> filled() {
        var entry = EcoreUtil2.getContainerOfType(context, Entry.class);
        var filled = new HashSet<EObject>();
        if (entry != null) {
            entry.getCells().stream()
                    .filter(cell -> cell.getValue() != null)
                    .forEach(cell -> filled.add(cell.getColumn()));
            filled.addAll(printed(entry));
        }
        return filled;
    }

    /** Returns the columns whose cells the template prints in a row. */
    private List<Column> printed(Entry entry) {
        var template = template();
        if (entry.getIndicator() == null || template == null) {
            return List.of();
        }
        var resolved = ResolvedTemplate.of(template);
        return resolved.givenRows().row(entry.getIndicator()).stream()
                .flatMap(row -> resolved.columns().stream()
                        .filter(column -> Entries.printed(row, column, resolved).isPresent()))
                .map(ResolvedTemplate.Leaf::source)
                .toList();
    }

    /**
     * Returns a proposal for a cell, with a tab stop for a value of its type; empty for columns whose cells are
     * computed.
     */
    private static Optional<Proposal> cell(Column column, String name, int start, int length) {
        var value = switch (column.getType()) {
            case MARK -> "X";
            case TEXT, MEASURE, CODE -> "\"\"";
            case PROSE -> "''''''";
            case ORDINAL, COMPUTED -> null;
            default -> "";
        };
        if (value == null) {
            return Optional.empty();
        }
        var text = name + " " + value;
        var stops = value.equals("X") ? List.<Stop>of() : List.of(new Stop(text.length() - value.length() / 2, 0));
        return Optional.of(new Proposal(name, detail(column), Kind.NAME, start, length, text, stops));
    }

    private static String detail(EObject element) {
        return element.eIsProxy() ? "" : Hover.of(element).lines().findFirst().orElse("");
    }

    /** Returns proposals for the beginning of an expression. */
    List<Proposal> inExpression(int start, int length) {
        var proposals = new ArrayList<Proposal>();
        names().forEach((name, detail) ->
                proposals.add(new Proposal(name, detail, Kind.NAME, start, length, name, List.of())));
        Stream.of(BuiltIn.values())
                .forEach(each -> proposals.add(function(each.functionName(), each.help(), start, length)));
        Registry.of(resource.getResourceSet()).functions().stream()
                .forEach(each -> proposals.add(function(each.name(), each.help(), start, length)));
        return proposals;
    }

    private static Proposal function(String name, String help, int start, int length) {
        return new Proposal(
                name, help, Kind.FUNCTION, start, length, name + "()", List.of(new Stop(name.length() + 1, 0)));
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        for (var each = context; each != null; each = each.eContainer()) {
            if (each instanceof RepeatedLines lines && lines.getName() != null) {
                names.put(lines.getName(), "");
            }
            if (each instanceof DocumentTemplate template) {
                template.getParameters().stream()
                        .filter(parameter -> parameter.getName() != null)
                        .forEach(parameter -> names.put(parameter.getName(), ""));
            }
        }
        var scope = scope();
        var template = template();
        if (template != null) {
            ResolvedTemplate.of(template).columns().stream()
                    .filter(column -> column.name() != null && has(scope, column.name()))
                    .forEach(column -> names.put(column.name(), detail(column.source())));
            GivenRows.of(template).blocks().stream()
                    .flatMap(block -> block.rows().stream())
                    .filter(row -> row.source().getName() != null
                            && has(scope, row.source().getName()))
                    .forEach(row -> names.putIfAbsent(row.source().getName(), row.title()));
        }
        if (scope != null) {
            Stream.of(FormName.values())
                    .filter(name -> has(scope, name.word()))
                    .forEach(name -> names.putIfAbsent(name.word(), name.help()));
        }
        if (Expressions.areOfDocuments(context)) {
            Stream.of(DocumentName.values()).forEach(name -> names.putIfAbsent(name.word(), name.help()));
        }
        if (resource.getContents().get(0) instanceof Library library && template == null) {
            library.getElements().stream()
                    .filter(each -> each instanceof Form || each instanceof Chart || each instanceof Document)
                    .filter(each -> each.getName() != null)
                    .forEach(each -> names.putIfAbsent(each.getName(), detail(each)));
        }
        return names;
    }

    /** Returns the template whose columns an expression names, including conditions of rows; null if there is none. */
    private FormTemplate template() {
        return Expressions.template(context)
                .or(() -> Optional.ofNullable(EcoreUtil2.getContainerOfType(context, Form.class))
                        .map(Form::getTemplate)
                        .filter(template -> !template.eIsProxy()))
                .orElse(null);
    }

    private Evaluator.Scope scope() {
        var rule = EcoreUtil2.getContainerOfType(context, Rule.class);
        var template = template();
        if (rule != null && rule.eContainer() instanceof Library) {
            return rule.getFormTemplate() != null && rule.getFormTemplate().eIsProxy()
                    ? null
                    : SampleNames.ofRule(rule);
        }
        if (template == null) {
            return null;
        }
        return rule != null
                ? SampleNames.ofRule(template)
                : EcoreUtil2.getContainerOfType(context, Column.class) != null
                        ? SampleNames.ofFormula(template)
                        : SampleNames.ofCondition(template);
    }

    private static boolean has(Evaluator.Scope scope, String name) {
        return scope == null || scope.apply(name).isPresent();
    }

    /** Returns proposals for the parts that can be named after a dot. */
    List<Proposal> members(int start, int length) {
        var names = new LinkedHashSet<String>();
        Stream.of(FormName.values())
                .filter(name -> name.isAt(FormName.Place.PART))
                .forEach(name -> names.add(name.word()));
        names.addAll(OTHER_PARTS);
        var template = template();
        if (template != null) {
            addMembers(template, names);
        } else if (resource.getContents().get(0) instanceof Library library) {
            library.getElements().stream()
                    .filter(Form.class::isInstance)
                    .map(form -> ((Form) form).getTemplate())
                    .filter(each -> each != null && !each.eIsProxy())
                    .forEach(each -> addMembers(each, names));
        }
        return names.stream()
                .map(name -> new Proposal(name, "", Kind.NAME, start, length, name, List.of()))
                .toList();
    }

    /** Adds the columns and printed rows of a template. */
    private static void addMembers(FormTemplate template, Set<String> names) {
        var resolved = ResolvedTemplate.of(template);
        Stream.concat(
                        resolved.columns().stream().map(ResolvedTemplate.Leaf::name),
                        resolved.givenRows().all().stream()
                                .map(row -> row.source().getName()))
                .filter(name -> name != null)
                .forEach(names::add);
    }
}
