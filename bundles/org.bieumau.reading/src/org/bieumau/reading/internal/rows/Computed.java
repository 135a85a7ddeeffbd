/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.rows.Ledger.Use;

/** Compares the values of computed columns with those in the file. A value that differs is kept as a leftover. */
final class Computed {

    private record Found(Entry entry, Leaf leaf, GridCell cell, Optional<BigDecimal> number) {}

    private final List<Found> found = new ArrayList<>();

    /**
     * Records a value of a computed column.
     *
     * @param number the number that the cell shows; empty if it shows none
     */
    void add(Entry entry, Leaf leaf, GridCell cell, Optional<BigDecimal> number) {
        found.add(new Found(entry, leaf, cell, number));
    }

    /** Compares all recorded values. All rows must have been added to the form before. */
    void check(ResolvedTemplate template, Form form, Ledger ledger, Consumer<Problem> problems) {
        var names = Names.of(form);
        for (var each : found) {
            var computed = Entries.shown(each.entry(), each.leaf(), template, names);
            if (computed.isPresent() && isSame(each, computed.get())) {
                ledger.use(each.cell(), Use.LABEL);
            } else {
                problems.accept(new Problem(
                        "READ-COMPUTED",
                        Severity.WARNING,
                        ReadingMessages.ALL.text(
                                "READ-COMPUTED",
                                each.cell().text(),
                                each.leaf().title(),
                                computed.map(Evaluator::print).orElse("…")),
                        each.cell().place()));
            }
        }
    }

    private static boolean isSame(Found found, Object computed) {
        if (computed instanceof BigDecimal exact && found.number().isPresent()) {
            var shown = found.number().get();
            return exact.compareTo(shown) == 0
                    || exact.setScale(Math.max(shown.scale(), 0), RoundingMode.HALF_UP)
                                    .compareTo(shown)
                            == 0;
        }
        return VietnameseText.fold(Evaluator.print(computed))
                .equals(VietnameseText.fold(found.cell().text()));
    }
}
