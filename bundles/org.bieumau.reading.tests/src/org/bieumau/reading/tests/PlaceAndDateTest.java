/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.bieumau.model.PartialDate;
import org.bieumau.reading.internal.values.PlaceAndDate;
import org.junit.jupiter.api.Test;

/** Place and date of issue are read as offices write them, with parts that are to be filled in by hand. */
class PlaceAndDateTest {

    private static PlaceAndDate read(String line) {
        return PlaceAndDate.read(line).orElseThrow();
    }

    private static void assertRead(String place, PartialDate date, String line) {
        assertEquals(new PlaceAndDate(Optional.ofNullable(place), Optional.ofNullable(date), false), read(line), line);
    }

    @Test
    void filledLines() {
        var date = new PartialDate(5, 3, 2024);
        assertRead("Quảng Ngãi", date, "Quảng Ngãi, ngày 05 tháng 3 năm 2024");
        assertRead("Quảng Ngãi", date, "Quảng Ngãi ngày 5 tháng 03 năm 2024");
        assertRead("TP. Hồ Chí Minh", date, "TP. Hồ Chí Minh, ngày 05/3/2024");
        assertRead("Hà Nội", date, "Hà Nội, ngày 05.3.2024");
        assertRead(null, date, "Ngày 5 tháng 3 năm 2024");
    }

    @Test
    void openParts() {
        assertRead("Huế", new PartialDate(0, 3, 2024), "Huế, ngày …… tháng 3 năm 2024");
        assertRead("Huế", new PartialDate(0, 3, 2024), "Huế, ngày      tháng 3 năm 2024");
        assertRead("Huế", new PartialDate(0, 0, 2024), "Huế, ngày ..... tháng ..... năm 2024");
        assertRead("Huế", new PartialDate(0, 0, 2024), "Huế, ngày tháng năm 2024");
        assertRead("Huế", null, "Huế, ngày … tháng … năm 20…");
        assertEquals(new PlaceAndDate(Optional.empty(), Optional.empty(), true), read("………, ngày …… tháng …… năm ……"));
    }

    @Test
    void daysThatDoNotExistAreNoDates() {
        assertRead("Huế", null, "Huế, ngày 31 tháng 02 năm 2024");
        assertRead("Huế", null, "Huế, ngày 05 tháng 13 năm 2024");
        assertEquals(Optional.empty(), PlaceAndDate.read("Huế, tháng 3 năm 2024"));
    }
}
