/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.expression.Function;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.ContentPart;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Rule;
import org.bieumau.model.Term;
import org.bieumau.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A scope whose names have sample values of the right types, so that the expressions of a template can be checked while
 * they are being written, before there is any form.
 */
public final class SampleNames implements Evaluator.Scope {

    /** The names of a form that conditions of columns can use. */
    private static final Set<String> PERIOD = Set.of(FormName.PERIOD.word(), FormName.YEAR.word());

    private final ResolvedTemplate template;
    private final Evaluator.Scope outer;
    private final Use use;

    private enum Use {
        RULE,
        FORMULA,
        CONDITION,
        DOCUMENT
    }

    private SampleNames(ResolvedTemplate template, LibraryElement place, Use use) {
        this.template = template;
        this.outer = Names.of(place);
        this.use = use;
    }

    private SampleNames(FormTemplate template, Use use) {
        this(ResolvedTemplate.of(template), template, use);
    }

    /** Returns the scope of the rules in a template. */
    public static Evaluator.Scope ofRule(FormTemplate template) {
        return new SampleNames(template, Use.RULE);
    }

    /** Returns the scope of a rule at the top level of a library. */
    public static Evaluator.Scope ofRule(Rule rule) {
        if (rule.getFormTemplate() == null) {
            return new SampleNames(null, rule, Use.DOCUMENT);
        }
        return new SampleNames(ResolvedTemplate.of(rule.getFormTemplate()), rule, Use.RULE);
    }

    /** Returns the scope of a formula: without computed columns, so that no formula depends on itself. */
    public static Evaluator.Scope ofFormula(FormTemplate template) {
        return new SampleNames(template, Use.FORMULA);
    }

    /** Returns the scope of the condition of a column: as that of a formula, but limited to its row and the period. */
    public static Evaluator.Scope ofCondition(FormTemplate template) {
        return new SampleNames(template, Use.CONDITION);
    }

    @Override
    public Optional<Object> apply(String name) {
        if (use == Use.DOCUMENT) {
            return DocumentName.of(name)
                    .map(DocumentName::sample)
                    .or(() -> name.equals(FormName.AGENCY.word())
                            ? Optional.of(FormName.AGENCY.sample())
                            : outer.apply(name));
        }
        return column(name)
                .or(() -> ofForm(name))
                .or(() -> outer.apply(name))
                .or(() -> use == Use.CONDITION
                        ? Optional.empty()
                        : Members.outermost(template, name).map(row -> new NamedRow(null, row)));
    }

    private Optional<Object> ofForm(String name) {
        if (use == Use.CONDITION && !PERIOD.contains(name)) {
            return Optional.empty();
        }
        return FormName.of(name, FormName.Place.FORM)
                .or(() -> use == Use.RULE ? FormName.of(name, FormName.Place.RULE) : Optional.empty())
                .map(FormName::sample);
    }

    @Override
    public Optional<Object> member(Object owner, String name) {
        if (owner instanceof List<?> list && list.size() == 1 && list.get(0) instanceof Sample) {
            return member(list.get(0), name).map(part -> part instanceof List<?> ? part : List.of(part));
        }
        if (owner == Sample.FORM) {
            return FormName.of(name, FormName.Place.PART).map(FormName::sample);
        }
        if (owner instanceof NamedRow named && named.form() == null) {
            return named.row()
                    .child(name)
                    .<Object>map(row -> new NamedRow(null, row))
                    .or(() -> column(name)
                            .or(() -> name.equals("tên") ? Optional.of("") : Optional.empty())
                            .map(value -> Members.isRepeated(named.row(), template) ? List.of(value) : value));
        }
        if (owner instanceof Parts parts) {
            return parts.names().contains(name) ? Optional.of("") : Optional.empty();
        }
        if (owner != Sample.ROW) {
            return outer.member(owner, name);
        }
        return switch (name) {
            case "tên", "lĩnh vực" -> Optional.of("");
            case "dòng" -> Optional.of(List.of(Sample.ROW));
            default -> template == null ? Optional.empty() : column(name);
        };
    }

    @Override
    public boolean isSample() {
        return true;
    }

    @Override
    public Optional<Function> function(String name) {
        return outer.function(name);
    }

    private Optional<Object> column(String name) {
        return template.columns().stream()
                .filter(column -> name.equals(column.name()))
                .filter(column -> use == Use.RULE || column.type() != ColumnType.COMPUTED)
                .findFirst()
                .map(SampleNames::sample);
    }

    private static Object sample(Leaf column) {
        return switch (column.type()) {
            case NUMBER, MONEY, ORDINAL, COMPUTED -> BigDecimal.ONE;
            case MARK -> Boolean.TRUE;
            case DATE -> new PartialDate(1, 1, 2000);
            case CHOICE -> term(column.source().getVocabulary());
            case PROSE ->
                column.source().getParts().isEmpty()
                        ? ""
                        : new Parts(column.source().getParts().stream()
                                .map(ContentPart::getName)
                                .toList());
            default -> "";
        };
    }

    /** A sample of prose with the parts of a column; it prints as an empty text. */
    private record Parts(List<String> names) {

        @Override
        public String toString() {
            return "";
        }
    }

    /** Returns a term of a vocabulary, so that expressions may name its other terms. */
    private static Term term(@Nullable Vocabulary vocabulary) {
        if (vocabulary != null && !vocabulary.getTerms().isEmpty()) {
            return vocabulary.getTerms().getFirst();
        }
        var term = BieumauFactory.eINSTANCE.createTerm();
        term.setTitle("");
        return term;
    }
}
