/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.scoping;

import static org.bieumau.model.BieumauPackage.Literals.ARGUMENT__PARAMETER;
import static org.bieumau.model.BieumauPackage.Literals.CELL__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.CHART_SERIES__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.CHART__CATEGORY;
import static org.bieumau.model.BieumauPackage.Literals.CHART__PARENT;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN_MAPPING__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN_MERGE__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DRAFTING_UNIT;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__INDICATOR;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__PARENT;
import static org.bieumau.model.BieumauPackage.Literals.FILE_DECISION__UNIT;
import static org.bieumau.model.BieumauPackage.Literals.FORM_TEMPLATE__ORDINAL_IN;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR_CHANGE;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR_LIST__TERM;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR_MAPPING__INDICATOR;
import static org.bieumau.model.BieumauPackage.Literals.PROVENANCE__SOURCE;
import static org.bieumau.model.BieumauPackage.Literals.SECTION_MAPPING__TERM;
import static org.bieumau.model.BieumauPackage.Literals.SECTION__TERM;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__SIGNER;
import static org.bieumau.model.BieumauPackage.Literals.SOURCE_COLUMN__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.TEMPLATE_CHANGE;
import static org.bieumau.model.BieumauPackage.Literals.TERM_VALUE__TERM;
import static org.bieumau.model.BieumauPackage.Literals.UNIT_DECISION__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.UNIT_DECISION__INDICATOR;
import static org.bieumau.model.BieumauPackage.Literals.UNIT_DECISION__UNIT;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.model.AddItem;
import org.bieumau.model.Agency;
import org.bieumau.model.Campaign;
import org.bieumau.model.Cell;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.Chart;
import org.bieumau.model.ChartSeries;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.Mapping;
import org.bieumau.model.Named;
import org.bieumau.model.UnitDecision;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.SimpleScope;
import org.eclipse.xtext.util.IResourceScopeCache;

/**
 * Resolves names. Columns and terms come from the template of the form, units from the campaign; everything else is
 * looked up in the file, in the other files of its library, and in the libraries that it uses, in this order.
 */
public class BieuScopeProvider extends AbstractBieuScopeProvider {

    @Inject
    private IResourceScopeCache cache;

    @Override
    public IScope getScope(EObject context, EReference reference) {
        if (reference == CELL__COLUMN
                || reference == SOURCE_COLUMN__COLUMN
                || reference == COLUMN_MAPPING__COLUMN
                || reference == COLUMN_MERGE__COLUMN
                || reference == UNIT_DECISION__COLUMN) {
            return columns(template(context), context.eResource());
        }
        if (reference == CHART__CATEGORY || reference == CHART_SERIES__COLUMN) {
            return columns(charted(context), context.eResource());
        }
        if (reference == CHART__PARENT) {
            return rows(charted(context), context.eResource());
        }
        if (reference == SECTION__TERM || reference == INDICATOR_LIST__TERM || reference == SECTION_MAPPING__TERM) {
            return terms(sections(template(context)));
        }
        if (reference == ENTRY__INDICATOR
                || reference == ENTRY__PARENT
                || reference == INDICATOR_MAPPING__INDICATOR
                || reference == UNIT_DECISION__INDICATOR) {
            return rows(template(context), context.eResource());
        }
        if (INDICATOR_CHANGE.isSuperTypeOf(reference.getEContainingClass())) {
            var template = template(context);
            return template == null ? IScope.NULLSCOPE : paths(GivenRows.declared(template));
        }
        if (reference == PROVENANCE__SOURCE) {
            var form = EcoreUtil2.getContainerOfType(context, Form.class);
            return form == null ? IScope.NULLSCOPE : scope(form.getSources());
        }
        if (reference == FILE_DECISION__UNIT || reference == UNIT_DECISION__UNIT) {
            var campaign = EcoreUtil2.getContainerOfType(context, Campaign.class);
            return campaign == null ? IScope.NULLSCOPE : units(campaign);
        }
        if (reference == TERM_VALUE__TERM) {
            var cell = EcoreUtil2.getContainerOfType(context, Cell.class);
            var decision = EcoreUtil2.getContainerOfType(context, UnitDecision.class);
            var column = cell != null
                    ? cell.getColumn()
                    : decision != null ? decision.getColumn() : EcoreUtil2.getContainerOfType(context, Column.class);
            return terms(column == null || column.eIsProxy() ? null : column.getVocabulary());
        }
        if (TEMPLATE_CHANGE.isSuperTypeOf(reference.getEContainingClass()) || reference == FORM_TEMPLATE__ORDINAL_IN) {
            return items(EcoreUtil2.getContainerOfType(context, FormTemplate.class), reference.getEReferenceType());
        }
        if (reference == DOCUMENT__DRAFTING_UNIT) {
            return scope(agencies(context).stream()
                    .flatMap(agency -> agency.getUnits().stream())
                    .toList());
        }
        if (reference == SIGNATURE__SIGNER) {
            return scope(agencies(context).stream()
                    .flatMap(agency -> agency.getSigners().stream())
                    .toList());
        }
        if (reference == ARGUMENT__PARAMETER) {
            var document = EcoreUtil2.getContainerOfType(context, Document.class);
            var template = document == null ? null : document.getTemplate();
            return template == null || template.eIsProxy() ? IScope.NULLSCOPE : scope(template.getParameters());
        }
        return libraries(context.eResource(), reference.getEReferenceType());
    }

    /**
     * Returns the agencies that issue the document around an element, or those of the document's template; in a form,
     * the agency that fills it in; in a copy, the agency that makes it.
     */
    private static List<Agency> agencies(EObject context) {
        var form = EcoreUtil2.getContainerOfType(context, Form.class);
        if (form != null) {
            return form.getAgency() == null || form.getAgency().eIsProxy() ? List.of() : List.of(form.getAgency());
        }
        var copy = EcoreUtil2.getContainerOfType(context, CertifiedCopy.class);
        if (copy != null) {
            return copy.getAgency() == null || copy.getAgency().eIsProxy() ? List.of() : List.of(copy.getAgency());
        }
        var document = EcoreUtil2.getContainerOfType(context, Document.class);
        return document == null ? List.of() : ResolvedDocument.of(document).agencies();
    }

    /** Returns the units of a campaign by the names that decisions use. */
    private static IScope units(Campaign campaign) {
        var descriptions = new ArrayList<IEObjectDescription>();
        for (var unit : campaign.getUnits()) {
            var agency = unit.getAgency();
            if (agency == null) {
                describe(unit, descriptions);
            } else if (!agency.eIsProxy() && agency.getName() != null) {
                descriptions.add(EObjectDescription.create(QualifiedName.create(agency.getName()), unit));
            }
        }
        return new SimpleScope(terms(campaign.getVocabulary()), descriptions);
    }

    /**
     * Returns the template of the form, mapping or campaign around an element, or the template around it; null if none.
     */
    private static FormTemplate template(EObject context) {
        for (var each = context; each != null; each = each.eContainer()) {
            switch (each) {
                case Form form -> {
                    return form.getTemplate();
                }
                case Mapping mapping -> {
                    return mapping.getTemplate();
                }
                case Campaign campaign -> {
                    return campaign.getTemplates().isEmpty()
                            ? null
                            : campaign.getTemplates().getFirst();
                }
                case FormTemplate template -> {
                    return template;
                }
                default -> {}
            }
        }
        return null;
    }

    /** Returns the template of the form that a chart or a series of it shows; null if none. */
    private static FormTemplate charted(EObject context) {
        var series = EcoreUtil2.getContainerOfType(context, ChartSeries.class);
        var chart = EcoreUtil2.getContainerOfType(context, Chart.class);
        var form =
                series != null && series.getForm() != null ? series.getForm() : chart == null ? null : chart.getForm();
        return form == null || form.eIsProxy() ? null : form.getTemplate();
    }

    /** Returns the vocabulary of the sections of a template; null if it has none. */
    private static Vocabulary sections(FormTemplate template) {
        return template == null || template.eIsProxy()
                ? null
                : ResolvedTemplate.of(template)
                        .sections()
                        .map(spec -> spec.getVocabulary())
                        .orElse(null);
    }

    private IScope rows(FormTemplate template, Resource resource) {
        return template == null || template.eIsProxy()
                ? IScope.NULLSCOPE
                : cache.get(
                        List.of("printed rows", template),
                        resource,
                        () -> paths(GivenRows.of(template).all()));
    }

    /** Returns a scope of printed rows by their paths. */
    private static IScope paths(List<GivenRow> rows) {
        return new SimpleScope(rows.stream()
                .map(row -> EObjectDescription.create(
                        QualifiedName.create(row.path().split("\\.")), row.source()))
                .toList());
    }

    private IScope columns(FormTemplate template, Resource resource) {
        if (template == null || template.eIsProxy()) {
            return IScope.NULLSCOPE;
        }
        return cache.get(template, resource, () -> {
            var columns = new ArrayList<IEObjectDescription>();
            for (var column : ResolvedTemplate.of(template).columns()) {
                if (column.name() != null) {
                    columns.add(EObjectDescription.create(QualifiedName.create(column.name()), column.source()));
                }
            }
            return new SimpleScope(columns);
        });
    }

    private static IScope terms(Vocabulary vocabulary) {
        return vocabulary == null || vocabulary.eIsProxy() ? IScope.NULLSCOPE : scope(vocabulary.getTerms());
    }

    private static IScope scope(List<? extends Named> elements) {
        var descriptions = new ArrayList<IEObjectDescription>();
        elements.forEach(element -> describe(element, descriptions));
        return new SimpleScope(descriptions);
    }

    private static void describe(Named element, List<IEObjectDescription> descriptions) {
        if (element.getName() != null) {
            descriptions.add(EObjectDescription.create(QualifiedName.create(element.getName()), element));
        }
    }

    /** Returns the columns and groups that a template and its bases declare, by the names given there. */
    private static IScope items(FormTemplate template, EClass type) {
        var descriptions = new ArrayList<IEObjectDescription>();
        if (template != null) {
            for (var each : ResolvedTemplate.chain(template)) {
                each.getItems().forEach(item -> addItem(item, type, descriptions));
                each.getChanges().forEach(change -> {
                    if (change instanceof AddItem add && add.getItem() != null) {
                        addItem(add.getItem(), type, descriptions);
                    }
                });
            }
        }
        return new SimpleScope(descriptions);
    }

    private static void addItem(ColumnItem item, EClass type, List<IEObjectDescription> descriptions) {
        if (type.isInstance(item)) {
            describe(item, descriptions);
        }
        if (item instanceof ColumnGroup group) {
            group.getItems().forEach(child -> addItem(child, type, descriptions));
        }
    }

    private static final class ScopeSource extends AdapterImpl {

        final Resource original;

        ScopeSource(Resource original) {
            this.original = original;
        }

        @Override
        public boolean isAdapterForType(Object type) {
            return type == ScopeSource.class;
        }
    }

    /** Gives a file that contains a part of another file the scopes of that file, including its elements. */
    public static void seeAs(Resource part, Resource original) {
        part.eAdapters().add(new ScopeSource(original));
    }

    /** Returns the elements visible in a file. An inner scope shadows the outer ones, except for qualified names. */
    private IScope libraries(Resource file, EClass type) {
        var source = (ScopeSource) EcoreUtil.getExistingAdapter(file, ScopeSource.class);
        var resource = source == null ? file : source.original;
        return cache.get("libraries of " + type.getName(), resource, () -> {
            var scope = IScope.NULLSCOPE;
            var library = Libraries.library(resource).orElse(null);
            if (library == null) {
                return scope;
            }
            var index = LibraryIndex.of(resource.getResourceSet());
            for (int i = library.getUses().size() - 1; i >= 0; i--) {
                var name = library.getUses().get(i).getLibraryName();
                if (name != null) {
                    scope = files(index.files(name, resource.getURI()), resource, type, scope);
                }
            }
            if (library.getName() != null) {
                scope = files(index.files(library.getName(), resource.getURI()), resource, type, scope);
            }
            return new SimpleScope(scope, describe(library, type));
        });
    }

    private static IScope files(List<URI> files, Resource resource, EClass type, IScope outer) {
        var descriptions = new ArrayList<IEObjectDescription>();
        for (var file : files) {
            if (!file.equals(resource.getURI())) {
                var other = resource.getResourceSet().getResource(file, true);
                Libraries.library(other).ifPresent(library -> descriptions.addAll(describe(library, type)));
            }
        }
        return descriptions.isEmpty() ? outer : new SimpleScope(outer, descriptions);
    }

    private static List<IEObjectDescription> describe(Library library, EClass type) {
        var descriptions = new ArrayList<IEObjectDescription>();
        for (var element : library.getElements()) {
            if (type.isInstance(element) && element.getName() != null) {
                describe(element, descriptions);
                if (library.getName() != null) {
                    var segments = new ArrayList<>(List.of(library.getName().split("\\.")));
                    segments.add(element.getName());
                    descriptions.add(EObjectDescription.create(QualifiedName.create(segments), element));
                }
            }
        }
        return descriptions;
    }
}
