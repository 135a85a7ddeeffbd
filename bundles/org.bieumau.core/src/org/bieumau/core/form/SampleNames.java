/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.core.form.ResolvedTemplate.Leaf;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.PartialDate;

/**
 * Names with values of the right types, so that an expression of a template can be tried while it is written, before there is
 * any form.
 */
public final class SampleNames implements Evaluator.Scope {

    /** One row stands for all. */
    private static final Object ROW = new Object();

    private final ResolvedTemplate template;
    private final Evaluator.Scope outer;

    private SampleNames(FormTemplate template) {
        this.template = ResolvedTemplate.of(template);
        this.outer = Names.of(template);
    }

    public static Evaluator.Scope of(FormTemplate template) {
        return new SampleNames(template);
    }

    @Override
    public Optional<Object> apply(String name) {
        return switch (name) {
            case "dòng", "lĩnh vực" -> Optional.of(List.of(ROW));
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
        return template.columns().stream().filter(column -> name.equals(column.name())).findFirst().map(SampleNames::sample);
    }

    private static Object sample(Leaf column) {
        return switch (column.type()) {
            case NUMBER, MONEY, ORDINAL, COMPUTED -> BigDecimal.ONE;
            case MARK -> Boolean.TRUE;
            case DATE -> new PartialDate(1, 1, 2000);
            default -> "";
        };
    }
}
