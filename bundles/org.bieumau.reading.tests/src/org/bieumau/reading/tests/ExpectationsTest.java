/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.shape.ShapeDump;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the tables found in real files, without a template, with the expected ones. Each column path, the header
 * rows, the number row, the body, the sections, the totals, each level and each listed cell is a point.
 */
class ExpectationsTest {

    private static final double DEMANDED = 0.98;

    @TempDir
    private Path folder;

    private final Map<String, JsonArray> dumps = new HashMap<>();
    private final List<String> missed = new ArrayList<>();
    private int points;

    @Test
    void tablesOfRealFilesAreFoundAsExpected() throws Exception {
        var expected = JsonParser.parseString(RealFile.expectations()).getAsJsonArray();

        for (var table : expected) {
            compare(table.getAsJsonObject(), found(table.getAsJsonObject()));
        }

        assertTrue(points > 200, "points: " + points);
        var score = (double) (points - missed.size()) / points;
        assertTrue(score >= DEMANDED, score + " of " + points + " points; missed: " + missed);
    }

    @Test
    void tablesThatOnlyArrangeTextAreNotListed() throws Exception {
        var numbers = StreamSupport.stream(
                        dump(RealFile.MONTHLY_REPORT.fileName()).spliterator(), false)
                .map(table -> table.getAsJsonObject().get("table").getAsInt())
                .toList();

        assertEquals(List.of(0, 1, 2, 3, 4), numbers);
    }

    /** A map without an order lists its keys differently from run to run. */
    @Test
    void objectsListTheirKeysInOrder() throws Exception {
        for (var file : List.of(RealFile.LABOUR_SURVEY, RealFile.LAND_INVENTORY)) {
            var content = SourceFile.read(file.copyTo(folder), Registry.installed(), Progress.NONE);
            var tables = new ShapeDump(file.fileName()).of(content);
            for (var key : List.of("sectionRows", "totalRows", "extraRows", "cells")) {
                tables.forEach(table ->
                        ((List<?>) table.get(key)).forEach(row -> assertInstanceOf(LinkedHashMap.class, row, key)));
            }
        }
    }

    private JsonObject found(JsonObject expected) throws Exception {
        for (var table : dump(expected.get("file").getAsString())) {
            var found = table.getAsJsonObject();
            if (get(found, "table").equals(get(expected, "table"))
                    && get(found, "sheet").equals(get(expected, "sheet"))) {
                return found;
            }
        }
        return new JsonObject();
    }

    private JsonArray dump(String file) throws Exception {
        var known = dumps.get(file);
        if (known == null) {
            var real = List.of(RealFile.values()).stream()
                    .filter(each -> each.fileName().equals(file))
                    .findFirst()
                    .orElseThrow();
            var content = SourceFile.read(real.copyTo(folder), Registry.installed(), Progress.NONE);
            known = new Gson().toJsonTree(new ShapeDump(file).of(content)).getAsJsonArray();
            dumps.put(file, known);
        }
        return known;
    }

    private static JsonElement get(JsonObject object, String key) {
        return object.has(key) ? object.get(key) : JsonNull.INSTANCE;
    }

    private void compare(JsonObject expected, JsonObject found) {
        var columns = get(expected, "columns").getAsJsonArray();
        var foundColumns = get(found, "columns");
        for (int i = 0; i < columns.size(); i++) {
            var has = foundColumns.isJsonArray()
                    && i < foundColumns.getAsJsonArray().size();
            point(
                    expected,
                    "column " + i,
                    columns.get(i),
                    has ? foundColumns.getAsJsonArray().get(i) : JsonNull.INSTANCE);
        }
        for (var key : List.of("headerRows", "numberRow", "numbers", "bodyRows", "sectionRows", "totalRows")) {
            point(expected, key, get(expected, key), get(found, key));
        }
        if (expected.has("rowLevels")) {
            var levels = get(found, "rowLevels");
            expected.getAsJsonObject("rowLevels")
                    .entrySet()
                    .forEach(level -> point(
                            expected,
                            "level of " + level.getKey(),
                            level.getValue(),
                            levels.isJsonObject() ? get(levels.getAsJsonObject(), level.getKey()) : JsonNull.INSTANCE));
        }
        for (var cell : get(expected, "cells").getAsJsonArray()) {
            comparePlace(expected, cell.getAsJsonObject(), get(found, "cells"));
        }
    }

    private void comparePlace(JsonObject table, JsonObject cell, JsonElement cells) {
        var at = new JsonObject();
        if (cells.isJsonArray()) {
            for (var each : cells.getAsJsonArray()) {
                if (List.of("cell", "row", "column").stream()
                        .allMatch(key -> get(each.getAsJsonObject(), key).equals(get(cell, key)))) {
                    at = each.getAsJsonObject();
                }
            }
        }
        var value = cell.has("value") ? get(at, "value") : JsonNull.INSTANCE;
        point(table, "text of " + cell, get(cell, "text"), get(at, "text"));
        if (cell.has("value")) {
            point(
                    table,
                    "value of " + cell,
                    cell.get("value"),
                    value.isJsonNull()
                            ? value
                            : JsonParser.parseString(value.getAsBigDecimal().toPlainString()));
        }
    }

    private void point(JsonObject table, String what, JsonElement expected, JsonElement found) {
        points++;
        if (!expected.equals(found)) {
            missed.add(table.get("file") + " " + table.get("place") + ": " + what + ": " + found);
        }
    }
}
