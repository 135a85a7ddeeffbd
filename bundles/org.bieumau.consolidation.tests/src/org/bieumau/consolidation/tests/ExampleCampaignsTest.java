/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bieumau.consolidation.internal.engine.LocalEngine;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.report.StatusText;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.examples.internal.returns.LabourReturns;
import org.bieumau.examples.internal.returns.RegistrationReturns;
import org.bieumau.examples.internal.returns.ReportReturns;
import org.bieumau.examples.internal.returns.Returns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The results of the example campaigns are compared with what their generators know: each cell, and each problem at its
 * place.
 */
class ExampleCampaignsTest {

    @TempDir
    private Path folder;

    private Merged consolidate(String example, Returns returns) throws Exception {
        Examples.copyAllTo(folder);
        returns.writeTo(folder.resolve(example));
        var path = folder.resolve(example + ".bieu");
        var file = CampaignFile.open(new BieuReader(List.of(), Registry.installed()), path, null);
        assertEquals(
                List.of(),
                file.file().problems().stream().filter(each -> each.isError()).toList());
        var settings = new Settings(
                file.roots(List.of()),
                List.of(file.results(), file.cache().getParent()),
                file.cache(),
                Set.of(),
                false,
                null);
        var consolidation = new Consolidation(file.plan(), Registry.installed(), new LocalEngine(2));
        return consolidation.merge(consolidation.read(settings, RunProgress.NONE), settings);
    }

    private static List<String> told(Merged merged) {
        var units = merged.returns().units();
        return merged.differences().stream()
                .map(each -> String.join(
                        "|",
                        each.file(),
                        each.unit() < 0 ? "" : units.get(each.unit()).key(),
                        each.code(),
                        place(each)))
                .sorted()
                .toList();
    }

    /** Returns a cell; of a paragraph, that it is one. */
    private static String place(Difference difference) {
        var place = difference.place();
        return place.partName().startsWith("đoạn ") ? "đoạn" : place.cellName();
    }

    private static List<String> expected(Returns returns) {
        return returns.slips().stream()
                .map(each -> String.join("|", each.file(), each.unit(), each.code(), each.place()))
                .sorted()
                .toList();
    }

    /** Each file that cannot be read is told twice: among the problems and in the state of the returns. */
    private static void checkStatus(Merged merged, Returns returns) throws Exception {
        var states = new TreeMap<String, String>();
        merged.returns().statuses().stream()
                .filter(status -> status.state() != UnitStatus.State.ON_TIME)
                .forEach(
                        status -> states.put(status.unit().key(), status.state().name()));
        assertEquals(new TreeMap<>(returns.states()), states);
        var rows = StatusText.rows(merged.returns(), OpenProblems.of(merged));
        for (var slip : returns.slips()) {
            if (slip.code().startsWith("FILE-")
                    || slip.code().equals("CONS-STUB")
                    || slip.code().startsWith("READ-NO-")) {
                assertTrue(
                        rows.stream()
                                .anyMatch(row -> row.note().contains(slip.file())
                                        || row.file().equals(slip.file())),
                        slip::toString);
            }
        }
    }

    private static String cells(Map<String, String> cells) {
        return new TreeMap<>(cells).toString();
    }

    @Test
    void registrationOfFortyUnits() throws Exception {
        var returns = new RegistrationReturns();
        var merged = consolidate("dot-dangky-2021", returns);

        assertEquals(lines(expected(returns)), lines(told(merged)));
        checkStatus(merged, returns);
        var rows = new ArrayList<String>();
        merged.rows(row -> {
            var cells = new TreeMap<String, String>();
            row.row().cells().forEach((column, value) -> cells.put(column, Merged.shown(value)));
            cells.putIfAbsent("tên", row.row().title());
            rows.add(row.row().section() + " " + cells(cells));
        });
        var right = returns.rows().stream()
                .map(model -> {
                    var cells = new TreeMap<String, String>();
                    cells.put("tên", model.title());
                    List.of(model.marks().split(", ")).forEach(column -> cells.put(column, "X"));
                    if (!model.address().isEmpty()) {
                        cells.put("địaChỉ", model.address());
                    }
                    cells.put("nộiDung", String.join("\n", model.content()));
                    if (model.money() != null) {
                        cells.put(
                                "kinhPhí",
                                number(model.money().stripTrailingZeros().toPlainString()));
                    }
                    if (!model.text().isEmpty()) {
                        cells.put("kinhPhí", model.text());
                    }
                    cells.put(model.isNew() ? "xâyDựngMới" : "nhânRộng", "X");
                    cells.put(
                            "đơnVị",
                            merged.returns().units().stream()
                                    .filter(unit -> unit.key().equals(model.unit()))
                                    .findFirst()
                                    .orElseThrow()
                                    .title());
                    return RegistrationReturns.FIELDS.get(model.field()) + " " + cells(cells);
                })
                .toList();
        assertEquals(lines(right), lines(rows));
    }

    @Test
    void printedRowsOfSixtyCommunes() throws Exception {
        var returns = new LabourReturns();
        var merged = consolidate("dot-cunglaodong-2022", returns);

        assertEquals(lines(expected(returns)), lines(told(merged)));
        checkStatus(merged, returns);
        var right = new TreeMap<String, String>();
        returns.sums().forEach((row, sum) -> right.put(row + "/sốLượng", sum.toPlainString()));
        returns.notes().forEach((row, notes) -> right.put(row + "/ghiChú", String.join("; ", notes)));
        assertEquals(lines(right), lines(Office.cells(merged)));
    }

    @Test
    void reportsOfTwelveCommunes() throws Exception {
        var returns = new ReportReturns();
        var merged = consolidate("dot-danvan-2025", returns);

        assertEquals(lines(expected(returns)), lines(told(merged)));
        checkStatus(merged, returns);
        var found = new TreeMap<String, String>();
        merged.joined(row -> row.texts()
                .forEach((unit, text) -> found.put(
                        row.title().replaceFirst("^[IVX\\d.]+ ", "") + "/"
                                + merged.returns().units().get(unit).title(),
                        text)));
        var right = new TreeMap<String, String>();
        returns.texts()
                .forEach((heading, units) ->
                        units.forEach((unit, text) -> right.put(heading + "/" + unit, String.join("\n", text))));
        assertEquals(lines(right), lines(found));
    }

    private static String lines(Map<String, String> cells) {
        return lines(cells.entrySet().stream()
                .map(cell -> cell.getKey() + " = " + cell.getValue())
                .toList());
    }

    private static String number(String plain) {
        return plain.replace('.', ',');
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
