/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.core.form.ResolvedTemplate.Leaf;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Term;

/**
 * Names with values of the right types, so that an expression of a template can be tried while it is written, before there is
 * any form.
 */
public final class SampleNames implements Evaluator.Scope {

    /** One row stands for all. */
    private static final Object ROW = new Object();

    private final ResolvedTemplate template;
    private final Evaluator.Scope outer;
    private final Use use;

    private enum Use { RULE, FORMULA, CONDITION }

    private SampleNames(FormTemplate template, Use use) {
        this.template = ResolvedTemplate.of(template);
        this.outer = Names.of(template);
        this.use = use;
    }

    /** What a rule sees. */
    public static Evaluator.Scope ofRule(FormTemplate template) {
        return new SampleNames(template, Use.RULE);
    }

    /** What a formula sees: no computed columns, so that none depends on itself. */
    public static Evaluator.Scope ofFormula(FormTemplate template) {
        return new SampleNames(template, Use.FORMULA);
    }

    /** What the condition of a column sees: as a formula, but of its own row only. */
    public static Evaluator.Scope ofCondition(FormTemplate template) {
        return new SampleNames(template, Use.CONDITION);
    }

    @Override
    public Optional<Object> apply(String name) {
        return switch (name) {
            case "dòng", "lĩnh vực" -> use == Use.CONDITION ? Optional.empty() : Optional.of(List.of(ROW));
            case "kỳ", "năm" -> Optional.of(Year.of(2000));
            default -> column(name).or(() -> outer.apply(name));
        };
    }

    @Override
    public Optional<Object> member(Object owner, String name) {
        if (owner instanceof List<?> list && list.contains(ROW)) {
            return member(ROW, name).map(List::of);
        }
        if (owner != ROW) {
            return outer.member(owner, name);
        }
        return switch (name) {
            case "tên", "lĩnh vực" -> Optional.of("");
            case "dòng" -> Optional.of(List.of(ROW));
            default -> column(name);
        };
    }

    @Override
    public Optional<FunctionProvider.Function> function(String name) {
        return outer.function(name);
    }

    private Optional<Object> column(String name) {
        return template.columns().stream().filter(column -> name.equals(column.name()))
                .filter(column -> use == Use.RULE || column.type() != ColumnType.COMPUTED).findFirst().map(SampleNames::sample);
    }

    private static Object sample(Leaf column) {
        return switch (column.type()) {
            case NUMBER, MONEY, ORDINAL, COMPUTED -> BigDecimal.ONE;
            case MARK -> Boolean.TRUE;
            case DATE -> new PartialDate(1, 1, 2000);
            case CHOICE -> term();
            default -> "";
        };
    }

    private static Term term() {
        var term = BieumauFactory.eINSTANCE.createTerm();
        term.setTitle("");
        return term;
    }
}
