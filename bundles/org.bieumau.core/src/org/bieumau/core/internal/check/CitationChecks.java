/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.law.CitedSymbols;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.law.ReplacedDocuments;
import org.bieumau.core.internal.law.Validity;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.text.Span;
import org.bieumau.model.Agency;
import org.bieumau.model.Citation;
import org.bieumau.model.CitationForm;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Library;
import org.bieumau.model.PartialDate;
import org.eclipse.emf.ecore.EObject;

/** Checks the citations of a document: references to declared citations, and citations in plain text. */
final class CitationChecks {

    /** Minimum length of a code for the spelling check; shorter codes are too similar to each other. */
    private static final int SHORTEST_CODE = 4;

    private final ResolvedDocument document;
    private final Reporter report;
    private final List<String> partyIssuers;
    private final List<String> stateIssuers;
    private final Set<Citation> cited = new HashSet<>();
    /** The first mention of each cited document, by number and symbol. */
    private final Map<String, Mention> mentions = new HashMap<>();

    private final Set<String> codes;

    private record Mention(PartialDate date, String subject) {}

    CitationChecks(ResolvedDocument document, LayoutProfile profile, Reporter report) {
        this.document = document;
        this.report = report;
        partyIssuers = profile.words(Key.PARTY_ISSUERS, document.day(profile));
        stateIssuers = profile.words(Key.STATE_ISSUERS, document.day(profile));
        this.codes = document.document().eContainer() instanceof Library library
                ? Names.libraries(library)
                        .flatMap(each -> each.getElements().stream())
                        .filter(Agency.class::isInstance)
                        .flatMap(agency -> abbreviations((Agency) agency))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Stream<String> abbreviations(Agency agency) {
        return Stream.concat(
                        Stream.of(agency.getAbbreviation()),
                        agency.getFormerNames().stream().map(name -> name.getAbbreviation()))
                .filter(Objects::nonNull);
    }

    /** Checks a reference to a declared citation. */
    void check(Citation citation, CitationForm form, EObject mention) {
        if (citation == null || citation.eIsProxy()) {
            return;
        }
        var spot = Spot.of(mention);
        if (!cited.add(citation)) {
            if (form == CitationForm.FULL) {
                report.report(
                        "CITATION-REPEATED",
                        mention,
                        null,
                        citation.getNumber() == null ? citation.getName() : citation.getNumber());
            }
            return;
        }
        var name = DocumentTypes.name(citation.getType());
        if (citation.getDate() != null) {
            checkLater(citation.getDate(), name + " " + citation.getNumber(), spot);
        }
        if (citation.getNumber() != null) {
            var date = citation.getDate() == null ? "" : " ngày " + citation.getDate();
            CitationText.find(name + " số " + citation.getNumber() + date).forEach(found -> checkCode(found, spot));
            var subject = citation.getSubject() == null ? null : Span.unmarked(citation.getSubject());
            checkSame(citation.getNumber(), citation.getDate(), subject, spot);
        }
        if (!Validity.holds(citation, document.date())) {
            var other = citation.getReplacedBy();
            report.report(
                    "CITATION-REPLACED",
                    mention,
                    null,
                    citation.getNumber() == null ? citation.getName() : citation.getNumber(),
                    Validity.written(citation.getValidTo()),
                    other == null || other.getNumber() == null ? "…" : other.getNumber());
        } else if (citation.getNumber() != null) {
            checkReplaced(citation.getNumber(), spot);
        }
    }

    /**
     * Checks the citations in plain text.
     *
     * @param spot where the text is
     */
    void check(String text, Spot spot) {
        for (var found : CitationText.find(text)) {
            var whole = spot.at(found.start(), found.end());
            var number = found.numberAndSymbol();
            var start = text.indexOf(number, found.start());
            var symbol = spot.at(start, start + number.length());
            checkCode(found, symbol);
            if (found.date() != null) {
                checkLater(found.date(), text.substring(found.start(), found.end()), whole);
                if (mentions.containsKey(number) && mentions.get(number).date() != null) {
                    report.report(whole, "CITATION-REPEATED", number);
                }
            }
            if (!found.isPartys() && found.number().length() == 1) {
                report.report(symbol, "NUMBER-PADDING", number, "0" + found.number());
            }
            checkSame(number, found.date(), null, whole);
            checkReplaced(number, whole);
        }
    }

    /** Checks that the cited document is not later than this one. An unknown day or month is accepted. */
    private void checkLater(PartialDate date, String what, Spot mention) {
        if (document.date() != null && date.earliest().isAfter(document.date().latest())) {
            report.report(mention, "CITATION-LATER", what, date, document.date());
        }
    }

    /**
     * Checks that mentions of a document agree. Numbers restart each year, so the same number means the same document
     * only within a year.
     */
    private void checkSame(String number, PartialDate date, String subject, Spot mention) {
        var first = mentions.putIfAbsent(number, new Mention(date, subject));
        if (first == null) {
            return;
        }
        var sameYear = first.date() == null || date == null || first.date().year() == date.year();
        if (first.date() != null && date != null && sameYear && !first.date().equals(date)) {
            report.report(mention, "CITATION-CONFLICT", number, date, first.date());
        } else if (sameYear && first.subject() != null && subject != null && !isSame(first.subject(), subject)) {
            report.report(mention, "CITATION-CONFLICT", number, subject, first.subject());
        }
    }

    /** Returns whether two subjects agree. One may be longer, for example by the years of a programme. */
    private static boolean isSame(String first, String second) {
        var a = VietnameseText.fold(first).replaceAll("[^a-z0-9]+", " ").strip();
        var b = VietnameseText.fold(second).replaceAll("[^a-z0-9]+", " ").strip();
        return a.startsWith(b) || b.startsWith(a);
    }

    private void checkReplaced(String number, Spot mention) {
        if (document.date() == null) {
            return;
        }
        ReplacedDocuments.on(document.date().earliest(), number)
                .ifPresent(replaced -> report.report(
                        mention,
                        "CITATION-REPLACED",
                        number,
                        PartialDate.of(replaced.since().minusDays(1)),
                        replaced.by()));
    }

    /**
     * Checks that the symbol does not contradict the type of the cited document, and that the number is followed by the
     * separator of its issuer.
     */
    private void checkCode(CitationText.Found found, Spot spot) {
        CitedSymbols.mismatch(found, found.isPartys() ? partyIssuers : stateIssuers)
                .ifPresent(mismatch -> {
                    var name = DocumentTypes.name(found.type());
                    var expected = mismatch.expected().isEmpty()
                            ? ""
                            : mismatch.expected().getFirst();
                    if (!mismatch.certain()) {
                        report.report(spot, "CITATION-ABBREVIATION", mismatch.code(), name, expected);
                    } else if (found.type() == DocumentType.OFFICIAL_LETTER && !found.isPartys()) {
                        report.report(spot, "SYMBOL-LETTER", mismatch.code());
                    } else {
                        report.report(spot, "CITATION-TYPE", mismatch.code(), name, expected);
                    }
                });
        var issuer = found.codes().getLast();
        if (CitedSymbols.isOrdered(found)
                && (found.isPartys() ? stateIssuers.contains(issuer) : partyIssuers.contains(issuer))) {
            report.report(spot, "CITATION-SEPARATOR", issuer, found.isPartys() ? "/" : "-");
        }
        found.codes().forEach(each -> checkIssuer(each, spot));
    }

    /** Reports a code that is almost the abbreviation of the issuing agency, which is probably a typing error. */
    private void checkIssuer(String code, Spot spot) {
        var own = document.agencyNames().abbreviation();
        if (code.length() >= SHORTEST_CODE
                && own.length() >= SHORTEST_CODE
                && !codes.contains(code)
                && Similar.distance(code, own) <= 1) {
            report.report(spot, "CITATION-ISSUER", code, own);
        }
    }
}
