/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Agency;

/**
 * The 34 provinces since 01/7/2025 and the former provinces merged into them (202/2025/QH15), with the codes of
 * 19/2025/QĐ-TTg. Cities that had this status long before 2025 are listed as cities since 01/7/2025.
 */
public final class Provinces {

    /**
     * A province.
     *
     * @param code two digits, such as <code>51</code>
     * @param name the name without tỉnh or thành phố, such as <code>Quảng Ngãi</code>
     * @param citySince the day on which it became a thành phố; null for a tỉnh
     * @param merged the names of the provinces merged into it, except the one whose name it keeps
     */
    public record Province(String code, String name, LocalDate citySince, List<String> merged) {

        /** Returns the name with tỉnh or thành phố on a day, such as <code>tỉnh Quảng Ngãi</code>. */
        public String title(LocalDate day) {
            return (citySince != null && !day.isBefore(citySince) ? "thành phố " : "tỉnh ") + name;
        }
    }

    /**
     * A former province that a text names.
     *
     * @param name its name
     * @param into the province that it was merged into
     */
    public record Merged(String name, Province into) {}

    private static final List<Province> ALL = read();

    /** The name of a former province after tỉnh or thành phố, as whole words. */
    private static final Pattern FORMER = Pattern.compile("(?iu)(?<!\\p{L})(?:tỉnh|thành phố|TP\\.?)\\s+("
            + String.join(
                    "|",
                    ALL.stream()
                            .flatMap(province -> province.merged().stream())
                            .map(name -> name.replace(" - ", "\\s*[-–]\\s*").replace(" ", "\\s+"))
                            .toList())
            + ")(?!\\p{L})");

    private Provinces() {}

    /** Returns all provinces, in the order of their codes. */
    public static List<Province> all() {
        return ALL;
    }

    /**
     * Returns the province with a name, written with or without tỉnh or thành phố: <code>tỉnh Quảng Ngãi</code>, <code>
     * Quảng Ngãi</code>; empty if there is none.
     */
    public static Optional<Province> ofName(String name) {
        var bare = name.strip().replaceFirst("(?iu)^(tỉnh|thành phố|TP\\.?)\\s+", "");
        return ALL.stream()
                .filter(province -> province.name().equalsIgnoreCase(bare))
                .findFirst();
    }

    /** Returns the province of an agency, or else of the nearest superior agency that has one; empty if none has. */
    public static Optional<org.bieumau.model.Province> ofAgency(Agency agency) {
        var seen = new HashSet<Agency>();
        for (var each = agency; each != null && !each.eIsProxy() && seen.add(each); each = each.getSuperior()) {
            if (each.getProvince() != null && !each.getProvince().eIsProxy()) {
                return Optional.of(each.getProvince());
            }
        }
        return Optional.empty();
    }

    /** Returns the provinces named in a text, with tỉnh or thành phố, that ceased to exist on 01/7/2025. */
    public static List<Merged> former(String text) {
        return FORMER.matcher(text).results().map(found -> into(found.group(1))).toList();
    }

    private static Merged into(String written) {
        var name = letters(written);
        for (var province : ALL) {
            for (var former : province.merged()) {
                if (letters(former).equals(name)) {
                    return new Merged(former, province);
                }
            }
        }
        throw new IllegalStateException(written);
    }

    private static String letters(String name) {
        return VietnameseText.capitals(name).replaceAll("\\P{L}", "");
    }

    private static List<Province> read() {
        try (var in = Provinces.class.getResourceAsStream("provinces.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new Province(
                            cells[0],
                            cells[1],
                            cells[2].equals("-") ? null : LocalDate.parse(cells[2]),
                            cells[3].equals("-")
                                    ? List.of()
                                    : Stream.of(cells[3].split(", ")).toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
