/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bieumau.consolidation.internal.merge.Accumulator;
import org.bieumau.consolidation.internal.merge.RowKey;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.model.MergeFunction;
import org.junit.jupiter.api.Test;

/** Returns may be added in any order and in any groups. */
class AccumulatorTest {

    private final Random random = new Random(20221215);

    private List<ReturnRow> rows() {
        var rows = new ArrayList<ReturnRow>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            var cells = new LinkedHashMap<String, Datum>();
            cells.put("số", Datum.of(BigDecimal.valueOf(random.nextInt(-50, 50), random.nextInt(3))));
            cells.put("chữ", Datum.text(random.nextBoolean() ? "có" : "không"));
            cells.put("ngày", new Datum(Datum.Kind.DATE, "%d/12/2022".formatted(1 + random.nextInt(28))));
            var title = List.of("Trâu", "trâu", "Bò", "Lợn").get(random.nextInt(4));
            rows.add(new ReturnRow(
                    random.nextBoolean() ? "A" : "", random.nextBoolean() ? "p" : "", "", title, 0, i, cells));
        }
        return rows;
    }

    private static Accumulator of(List<List<ReturnRow>> returns, List<Integer> units) {
        var accumulator = new Accumulator();
        units.forEach(unit -> accumulator.add(unit, returns.get(unit), (column, given) -> column.equals("chữ")));
        return accumulator;
    }

    /** Merges the returns one by one or in groups, in random order. */
    private Accumulator shuffled(List<List<ReturnRow>> returns) {
        var parts = new ArrayList<Accumulator>();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < returns.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        while (!order.isEmpty()) {
            var group = order.subList(0, 1 + random.nextInt(order.size()));
            parts.add(of(returns, List.copyOf(group)));
            group.clear();
        }
        while (parts.size() > 1) {
            var one = parts.remove(random.nextInt(parts.size()));
            var other = parts.remove(random.nextInt(parts.size()));
            parts.add(one.merge(other));
        }
        return parts.getFirst();
    }

    @Test
    void orderAndGroupsDoNotMatter() {
        for (int round = 0; round < 200; round++) {
            var returns = new ArrayList<List<ReturnRow>>();
            for (int i = 0; i < 2 + random.nextInt(8); i++) {
                returns.add(rows());
            }
            var all = new ArrayList<Integer>();
            for (int i = 0; i < returns.size(); i++) {
                all.add(i);
            }
            var expected = of(returns, all);
            assertEquals(expected, shuffled(returns));
            assertNotEquals(expected, of(returns, all.subList(1, all.size())));
        }
    }

    @Test
    void functionsGiveTheValueOfAllReturns() {
        var accumulator = new Accumulator();
        var numbers = List.of("3.5", "-2", "10");
        for (int i = 0; i < 3; i++) {
            var row = new ReturnRow("", "p", "", "", 0, 0, Map.of("a", Datum.of(new BigDecimal(numbers.get(i)))));
            accumulator.add(i, List.of(row), (column, given) -> true);
        }
        var cell = accumulator.rows().get(new RowKey("", "p", "", "")).cells().get("a");
        var expected = Map.of(
                MergeFunction.SUM,
                "11.5",
                MergeFunction.MINIMUM,
                "-2",
                MergeFunction.MAXIMUM,
                "10",
                MergeFunction.COUNT,
                "3");
        expected.forEach((function, value) -> assertEquals(
                value, cell.result(function, texts -> null).orElseThrow().text()));
        assertEquals(true, cell.result(MergeFunction.EQUAL, texts -> null).isEmpty());
    }
}
