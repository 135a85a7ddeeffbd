/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.DocumentType;

/**
 * Compares the symbols of cited documents with their types. A citation must copy the symbol that the document was
 * issued with, whatever rule applied then, so only a contradiction is reported: the abbreviation of another type.
 */
public final class CitedSymbols {

    /**
     * A symbol that does not fit the type of its document.
     *
     * @param code the group of the symbol that does not fit
     * @param expected the abbreviations of the type, the one prescribed today first; empty if the type has none
     * @param certain true if the group is the abbreviation of another type; false if it may be the code of an agency,
     *     or only resembles an abbreviation
     */
    public record Mismatch(String code, List<String> expected, boolean certain) {}

    /** The abbreviations of a type in symbols of the state and of the Party. */
    private record Codes(List<String> states, List<String> partys) {

        List<String> of(boolean party) {
            return party ? partys : states;
        }
    }

    private static final String NONE = "-";

    /** Before TTLT 55/2005/TTLT-BNV-VPCP (06/5/2005), symbols often began with the issuer: 1141-TC/QĐ/CĐKT, 406-TTg. */
    private static final int FIRST_ORDERED_YEAR = 2006;

    private static final Map<DocumentType, Codes> ALL = read();

    /** All abbreviations of types; several are the abbreviations of agencies, too, such as CT (Cục Thuế). */
    private static final Set<String> ABBREVIATIONS = ALL.values().stream()
            .flatMap(codes -> Stream.concat(codes.states().stream(), codes.partys().stream()))
            .filter(code -> !code.equals(NONE) && code.length() > 1)
            .collect(Collectors.toUnmodifiableSet());

    /** Abbreviations that no agency has. In the symbol of a letter, any other code may be that of its issuer. */
    private static final Set<String> ONLY_OF_TYPES = Set.of("NQ", "NĐ", "QĐ", "QĐi", "QyĐ", "CTr");

    private CitedSymbols() {}

    /**
     * Returns what does not fit in the symbol of a cited document; empty if it fits, or if this cannot be decided.
     *
     * @param issuers well-known codes of issuers: the group before such a code is the abbreviation of a type
     */
    public static Optional<Mismatch> mismatch(CitationText.Found cited, Collection<String> issuers) {
        var groups = cited.codes();
        var expected = expected(cited.type(), cited.isPartys());
        if (!isOrdered(cited) || groups.stream().anyMatch(group -> isAccepted(group, expected))) {
            return Optional.empty();
        }
        var first = groups.getFirst();
        if (ONLY_OF_TYPES.contains(first)) {
            return Optional.of(new Mismatch(first, expected, true));
        }
        if (cited.type() == DocumentType.OFFICIAL_LETTER && !cited.isPartys()) {
            return Optional.empty();
        }
        return ABBREVIATIONS.contains(first)
                ? Optional.of(new Mismatch(first, expected, issuers.contains(groups.get(1))))
                : resemblesAbbreviation(first) ? Optional.of(new Mismatch(first, expected, false)) : Optional.empty();
    }

    /**
     * Returns whether the symbol has several groups in the order of today, type before issuer. This is unknown if the
     * document is older than the rule.
     */
    public static boolean isOrdered(CitationText.Found cited) {
        return cited.codes().size() > 1 && (cited.date() == null || cited.date().year() >= FIRST_ORDERED_YEAR);
    }

    /** Returns the abbreviations of a type in symbols, the one prescribed today first; empty if it has none. */
    private static List<String> expected(DocumentType type, boolean partys) {
        return ALL.containsKey(type)
                ? ALL.get(type).of(partys).stream()
                        .filter(code -> !code.equals(NONE))
                        .toList()
                : Stream.of(DocumentTypes.abbreviation(type))
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    /** Returns whether a group is an abbreviation of the type, or a longer one such as TBKL or QĐNS. */
    private static boolean isAccepted(String group, List<String> expected) {
        return expected.contains(group)
                || !ABBREVIATIONS.contains(group)
                        && !DocumentTypes.isAbbreviation(group)
                        && expected.stream().anyMatch(code -> code.length() > 1 && group.startsWith(code));
    }

    /**
     * Returns whether a code differs from an abbreviation only in its case or its marks (ND, QCH), or is a common wrong
     * one.
     */
    private static boolean resemblesAbbreviation(String code) {
        return DocumentTypes.isAbbreviation(code)
                || ABBREVIATIONS.stream()
                        .anyMatch(each -> VietnameseText.fold(each).equals(VietnameseText.fold(code)));
    }

    private static Map<DocumentType, Codes> read() {
        try (var in = CitedSymbols.class.getResourceAsStream("cited.tsv")) {
            var all = new EnumMap<DocumentType, Codes>(DocumentType.class);
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> all.put(DocumentType.get(cells[0]), new Codes(list(cells[1]), list(cells[2]))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(String cell) {
        return List.of(cell.split("; "));
    }
}
