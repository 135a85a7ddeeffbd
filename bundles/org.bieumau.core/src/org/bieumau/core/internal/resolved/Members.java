/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.text.Span;
import org.bieumau.model.Agency;
import org.bieumau.model.Cell;
import org.bieumau.model.Citation;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.Section;
import org.bieumau.model.Term;
import org.eclipse.emf.ecore.EObject;

/**
 * Resolves the members that expressions name after a dot, as in <code>ĐăngKý2021.dòng.kinhPhí</code>. A member of a
 * list is the list of this member of its elements, without empty values.
 */
final class Members {

    private final Map<FormTemplate, ResolvedTemplate> templates = new IdentityHashMap<>();
    private final Map<Document, Map<String, Object>> documents = new IdentityHashMap<>();
    private final Map<Form, Evaluator.Scope> scopes = new IdentityHashMap<>();
    /** Computed columns whose formulas are being evaluated. */
    private final Set<Leaf> open = new HashSet<>();

    /** Returns a member of a value; empty if there is no such member. */
    Optional<Object> member(Object owner, String name) {
        return Optional.ofNullable(
                switch (owner) {
                    case Term term -> name.equals("tên") ? term.getTitle() : null;
                    case Form form -> of(form, name);
                    case Section section -> of(section, name);
                    case Entry entry -> value(entry, name, true);
                    case NamedRow row -> of(row, name);
                    case Agency agency -> of(agency, name);
                    case Citation citation -> of(citation, name);
                    case PartialDate date -> of(date, name);
                    case Document document -> of(document, name);
                    case Prose prose -> part(prose, name);
                    case Collection<?> list -> of(list, name);
                    default -> DocumentName.member(owner, name);
                });
    }

    /** Returns a cached value of a document: a form asks its document for the same name in each row. */
    private Object of(Document document, String name) {
        var known = documents.computeIfAbsent(document, key -> new HashMap<>());
        if (!known.containsKey(name)) {
            known.put(
                    name,
                    DocumentName.of(name)
                            .map(asked ->
                                    asked.of(ResolvedDocument.of(document)).orElse(Evaluator.UNKNOWN))
                            .orElse(null));
        }
        return known.get(name);
    }

    /** Returns a part of the prose in a cell by its name: empty if the cell lacks it, null if there is no such part. */
    private static Object part(Prose prose, String name) {
        return prose.eContainer() instanceof Cell cell
                        && cell.getColumn() != null
                        && !cell.getColumn().eIsProxy()
                ? ContentParts.of(prose, cell.getColumn()).text(name)
                : null;
    }

    private Object of(Form form, String name) {
        if (FormData.hasRows(form, name)) {
            return Evaluator.UNKNOWN;
        }
        return FormName.of(name, FormName.Place.PART)
                .flatMap(asked -> asked.of(form, template -> templates.computeIfAbsent(template, ResolvedTemplate::of)))
                .or(() -> row(form, name))
                .orElse(null);
    }

    /** Returns an outermost row that is printed with a form. */
    Optional<Object> row(Form form, String name) {
        return template(form).flatMap(template -> outermost(template, name).map(row -> new NamedRow(form, row)));
    }

    /** Returns an outermost row that is printed with the forms of a template. */
    static Optional<GivenRow> outermost(ResolvedTemplate template, String name) {
        return template.givenRows().blocks().stream()
                .flatMap(block -> block.rows().stream())
                .filter(row -> name.equals(row.source().getName()))
                .findFirst();
    }

    /**
     * Returns whether a row occurs in each section of a form, so that a column of it has a list of values: it is
     * printed with a template that has sections, but not in one of them.
     */
    static boolean isRepeated(GivenRow row, ResolvedTemplate template) {
        return template.sections().isPresent()
                && row.list().getTerm() == null
                && row.list().getSectionTitle() == null;
    }

    /** Returns a row one level below a row, or what a column shows in it. */
    private Object of(NamedRow named, String name) {
        var below = named.row().child(name);
        if (below.isPresent()) {
            return new NamedRow(named.form(), below.get());
        }
        var template = template(named.form()).orElseThrow();
        var source = named.row().source();
        var entries = Applicable.entries(named.form()).stream()
                .filter(entry -> entry.getIndicator() == source)
                .toList();
        if (isRepeated(named.row(), template)) {
            var values = new ArrayList<Object>();
            for (var entry : entries) {
                var value = value(named.form(), entry, name, false);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            values.removeIf(""::equals);
            return values;
        }
        return value(named.form(), entries.isEmpty() ? PrintedRows.empty(named.row()) : entries.getFirst(), name, true);
    }

    private Optional<ResolvedTemplate> template(Form form) {
        var template = form.getTemplate();
        return template == null || template.eIsProxy()
                ? Optional.empty()
                : Optional.of(templates.computeIfAbsent(template, ResolvedTemplate::of));
    }

    private static Object of(Section section, String name) {
        return switch (name) {
            case "tên" -> FormRows.name(section);
            case "dòng" -> Applicable.entries(section);
            default -> null;
        };
    }

    /** @param typed whether an empty cell has the empty value of its type (0, false, "") instead of an empty text */
    private Object value(Entry entry, String name, boolean typed) {
        EObject form = entry.eContainer();
        while (form != null && !(form instanceof Form)) {
            if (name.equals("lĩnh vực") && form instanceof Section section) {
                return FormRows.name(section);
            }
            form = form.eContainer();
        }
        return form instanceof Form owner ? value(owner, entry, name, typed) : null;
    }

    private Object value(Form owner, Entry entry, String name, boolean typed) {
        if (template(owner).isEmpty()) {
            return null;
        }
        var template = template(owner).get();
        var column = template.columns().stream()
                .filter(each -> name.equals(each.name()))
                .findFirst()
                .or(() -> name.equals("tên") ? template.titleColumn() : Optional.<Leaf>empty());
        if (column.isPresent() && column.get().type() == ColumnType.COMPUTED) {
            return computed(owner, entry, column.get(), template, typed);
        }
        return column.map(leaf -> Entries.value(entry, leaf, template)
                        .filter(Entries::isFilled)
                        .map(Entries::plain)
                        .orElse(typed ? Entries.empty(leaf) : ""))
                .orElse(null);
    }

    private Object computed(Form form, Entry entry, Leaf column, ResolvedTemplate template, boolean typed) {
        if (!open.add(column)) {
            throw new EvaluationException(column.source().getFormula(), "EXPRESSION-CYCLE", column.title()).of(entry);
        }
        try {
            return Entries.member(entry, column, template, scope(form), typed);
        } finally {
            open.remove(column);
        }
    }

    /** Returns the scope of a form's own formulas, whose members are those of this object. */
    private Evaluator.Scope scope(Form form) {
        return scopes.computeIfAbsent(form, key -> Names.of(key, this));
    }

    private static Object of(Agency agency, String name) {
        return switch (name) {
            case "tên" -> agency.getTitle();
            case "gọi tắt" -> agency.getShortName() == null ? agency.getTitle() : agency.getShortName();
            case "viết tắt" -> agency.getAbbreviation();
            case "địa danh" -> agency.getPlaceName();
            case "địa chỉ" -> agency.getAddress();
            default -> null;
        };
    }

    private static Object of(Citation citation, String name) {
        return switch (name) {
            case "số" -> citation.getNumber();
            case "ngày" -> citation.getDate();
            case "trích yếu" -> citation.getSubject() == null ? null : Span.unmarked(citation.getSubject());
            case "đầy đủ" -> Span.unmarked(Citations.full(citation));
            case "ngắn gọn" -> Citations.brief(citation);
            default -> null;
        };
    }

    private static Object of(PartialDate date, String name) {
        return switch (name) {
            case "ngày" -> date.day() == 0 ? null : BigDecimal.valueOf(date.day());
            case "tháng" -> date.month() == 0 ? null : BigDecimal.valueOf(date.month());
            case "năm" -> Year.of(date.year());
            default -> null;
        };
    }

    private Object of(Collection<?> list, String name) {
        List<Object> parts = new ArrayList<>();
        for (var element : list) {
            var part = element instanceof Entry entry
                    ? Optional.ofNullable(value(entry, name, false))
                    : member(element, name);
            if (part.isEmpty()) {
                return null;
            }
            if (part.get() == Evaluator.UNKNOWN) {
                return Evaluator.UNKNOWN;
            }
            if (part.get() instanceof Collection<?> inner) {
                parts.addAll(inner);
            } else if (!part.get().equals("")) {
                parts.add(part.get());
            }
        }
        return parts;
    }
}
