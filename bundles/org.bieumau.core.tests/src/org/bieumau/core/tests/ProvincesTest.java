/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.law.Provinces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvincesTest {

    /** Of 63 provinces, 52 were merged into 23 and 11 remained; each belongs to exactly one (202/2025/QH15). */
    @Test
    void formerProvincesAddUpTo63() {
        var former = Provinces.all().stream()
                .flatMap(province -> Stream.concat(Stream.of(province.name()), province.merged().stream()))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertEquals(34, Provinces.all().size());
        assertEquals(
                34,
                Provinces.all().stream()
                        .map(Provinces.Province::code)
                        .distinct()
                        .count());
        assertEquals(
                11,
                Provinces.all().stream()
                        .filter(province -> province.merged().isEmpty())
                        .count());
        assertEquals(63, former.size());
        assertEquals(63, former.values().stream().mapToLong(Long::longValue).sum());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UBND tỉnh Kon Tum | Kon Tum > Quảng Ngãi",
                "Sở Nội vụ TỈNH BÀ RỊA – VŨNG TÀU | Bà Rịa - Vũng Tàu > Hồ Chí Minh",
                "tỉnh Hà Nam và tỉnh Nam Định | Hà Nam > Ninh Bình, Nam Định > Ninh Bình",
                "UBND tỉnh Quảng Ngãi | ''",
                "xã Thái Bình, tỉnh Hưng Yên | ''",
                "tỉnh Hà Nammy | ''",
                "huyện tỉnhHà Nam | ''"
            })
    void formerProvincesAreFoundByKindAndName(String text, String found) {
        assertEquals(
                found,
                Provinces.former(text).stream()
                        .map(merged -> merged.name() + " > " + merged.into().name())
                        .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @CsvSource({
        "Quảng Ngãi, 2026-11-01, 51 tỉnh Quảng Ngãi",
        "tỉnh Bắc Ninh, 2026-09-19, 24 tỉnh Bắc Ninh",
        "thành phố bắc ninh, 2026-09-20, 24 thành phố Bắc Ninh",
        "TP. Huế, 2025-07-01, 46 thành phố Huế"
    })
    void provincesHaveACodeAndATitleThatDependsOnTheDay(String name, LocalDate day, String found) {
        assertEquals(
                found,
                Provinces.ofName(name)
                        .map(province -> province.code() + " " + province.title(day))
                        .orElse(""));
    }
}
