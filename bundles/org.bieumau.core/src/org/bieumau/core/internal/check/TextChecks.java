/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.APPENDIX__BODY;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__BODY;
import static org.bieumau.model.BieumauPackage.Literals.LEGAL_BASIS__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.MARKER__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_RUN__TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.law.AgencyTitles;
import org.bieumau.core.internal.law.CapitalText;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.Agency;
import org.bieumau.model.Appendix;
import org.bieumau.model.CitationRun;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.LegalBasis;
import org.bieumau.model.MarkerText;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Checks the text of a document: its divisions, citations, dates, months and numbers. */
final class TextChecks {

    private static final Set<EStructuralFeature> BODIES = Set.of(DOCUMENT__BODY, APPENDIX__BODY);

    /** A word in lower case at the beginning of a text. */
    private static final Pattern FIRST_WORD = Pattern.compile("^\\s*(\\p{Ll}[\\p{L}\\p{M}]+)");

    private final ResolvedDocument document;
    private final Reporter report;
    private final CitationChecks citations;
    private final String endMark;
    private final Pattern basisMarks;
    private final AgencyTitles agencies;
    /** Amounts with commas between thousands or without separators, and percentages with a decimal point. */
    private final Pattern number;

    TextChecks(ResolvedDocument document, LayoutProfile profile, Reporter report) {
        this.document = document;
        this.report = report;
        this.citations = new CitationChecks(document, profile, report);
        this.agencies = new AgencyTitles(LibraryRules.libraries(document.document(), document.province())
                .flatMap(library -> library.getElements().stream())
                .filter(Agency.class::isInstance)
                .map(agency -> ((Agency) agency).getTitle())
                .filter(Objects::nonNull)
                .toList());
        var day = document.day(profile);
        endMark = profile.text(Key.END_MARK, day);
        basisMarks = Pattern.compile(
                "(?iu)^" + Pattern.quote(profile.text(Key.BASIS_LABEL, day).strip()) + "\\s+|\\s*[;.]+$");
        number = Pattern.compile("(?iu)(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+|\\d{5,})(?=\\s"
                + WordPattern.of(profile.words(Key.MONEY_UNITS, day)) + ")|(?<![\\d.,])\\d+\\.\\d{1,2}(?=\\s?%)");
    }

    /** Checks the text of the document itself and of its appendices. */
    void check() {
        var endMarks = 0;
        for (var basis : document.bases()) {
            checkBasis(basis);
        }
        for (var each = EcoreUtil.<EObject>getAllContents(document.document(), true); each.hasNext(); ) {
            switch (each.next()) {
                case Prose prose -> {
                    checkTitles(prose.getLines(), null);
                    checkDivisions(prose);
                }
                case Paragraph paragraph -> checkStart(paragraph);
                case CitationRun run -> {
                    citations.check(run.getCitation(), run.getForm(), run);
                    if (run.getCitation() != null) {
                        checkText(run.getCitation().getSubject(), Spot.of(run));
                    }
                }
                case TextRun run -> {
                    var spot = new Spot(run, TEXT_RUN__TEXT, null);
                    checkText(run.getText(), spot);
                    if (!(run.eContainer() instanceof StyledRun)) {
                        checkCapitals(run.getText(), spot);
                    }
                    endMarks += count(run.getText());
                    if (endMarks > 1 && count(run.getText()) > 0 && !isInAppendix(run)) {
                        var last = run.getText().lastIndexOf(endMark);
                        report.report(spot.at(last, last + endMark.length()), "END-MARK-TWICE");
                    }
                }
                default -> {}
            }
        }
    }

    private void checkBasis(LegalBasis basis) {
        citations.check(basis.getCitation(), null, basis);
        checkText(basis.getText(), new Spot(basis, LEGAL_BASIS__TEXT, null));
        if (basis.getText() != null
                && basisMarks.matcher(basis.getText().strip()).find()) {
            report.report(
                    "BASIS-MARK",
                    basis,
                    null,
                    basis.getText(),
                    basisMarks.matcher(basis.getText().strip()).replaceAll(""));
        }
    }

    private static boolean isInAppendix(EObject element) {
        while (element != null && !(element instanceof Appendix)) {
            element = element.eContainer();
        }
        return element != null;
    }

    private int count(String text) {
        return text == null || endMark.isEmpty() ? 0 : text.split(Pattern.quote(endMark), -1).length - 1;
    }

    /** @param spot where the text is */
    private void checkText(String text, Spot spot) {
        if (text == null || text.length() < 4) {
            return;
        }
        citations.check(text, spot);
        for (var date : CitationText.impossibleDates(text)) {
            report.report(spot.at(date.start(), date.end()), "DATE-IMPOSSIBLE", date.group());
        }
        for (var date : CitationText.misspelledDates(text)) {
            reportSpelling("DATE-PADDING", date, text, spot);
        }
        for (var month : CitationText.misspelledMonths(text)) {
            reportSpelling("MONTH-PADDING", month, text, spot);
        }
        for (var deadline : CitationText.deadlines(text)) {
            if (document.date() != null
                    && !deadline.date().latest().isAfter(document.date().earliest())) {
                report.report(
                        spot.at(deadline.start(), deadline.end()), "DEADLINE-PAST", deadline.date(), document.date());
            }
        }
        number.matcher(text)
                .results()
                .forEach(found -> report.report(
                        spot.at(found.start(), found.end()),
                        "NUMBER-FORMAT",
                        found.group(),
                        found.group().contains(".")
                                ? found.group().replace('.', ',')
                                : grouped(found.group().replace(",", ""))));
    }

    /** Checks capitals. Emphasised texts are mostly titles of other documents, which are quoted as they are. */
    private void checkCapitals(String text, Spot spot) {
        if (text == null) {
            return;
        }
        for (var found : CapitalText.find(text, agencies)) {
            report.report(
                    spot.at(found.start(), found.end()),
                    found.code(),
                    text.substring(found.start(), found.end()),
                    found.expected());
        }
    }

    /** Checks that a paragraph or khoản of text begins with a capital; lists may begin otherwise. */
    private void checkStart(Paragraph paragraph) {
        var level = level(paragraph);
        if ((paragraph.getMarker() == null || level == DivisionLevel.CLAUSE)
                && BODIES.contains(paragraph.eContainer().eContainmentFeature())
                && !paragraph.getRuns().isEmpty()
                && paragraph.getRuns().getFirst() instanceof TextRun run
                && run.getText() != null) {
            var word = FIRST_WORD.matcher(run.getText());
            if (word.find()) {
                report.report(
                        new Spot(run, TEXT_RUN__TEXT, null).at(word.start(1), word.end(1)),
                        "CAPITAL-START",
                        word.group(1),
                        VietnameseText.capitalised(word.group(1)));
            }
        }
    }

    private void reportSpelling(String code, CitationText.FoundDate found, String text, Spot spot) {
        report.report(
                spot.at(found.start(), found.end()),
                code,
                text.substring(found.start(), found.end()),
                found.expected());
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".");
    }

    // Divisions

    /**
     * Checks that divisions have a title: a phần, chương, mục or tiểu mục in the next line, the others after their
     * number.
     *
     * @param after line after the last one, or null
     */
    private void checkTitles(List<ProseLine> lines, ProseLine after) {
        for (int i = 0; i < lines.size(); i++) {
            var next = i + 1 < lines.size() ? lines.get(i + 1) : after;
            switch (lines.get(i)) {
                case Paragraph paragraph
                when level(paragraph) != null && paragraph.getRuns().isEmpty() -> {
                    var titled = switch (level(paragraph)) {
                        case PART, CHAPTER, SECTION, SUBSECTION ->
                            next instanceof Paragraph title && title.getMarker() == null;
                        default -> false;
                    };
                    if (!titled) {
                        report.report(
                                "DIVISION-TITLE",
                                paragraph.getMarker(),
                                MARKER__TEXT,
                                paragraph.getMarker().getText());
                    }
                }
                case ConditionalLines conditional -> checkTitles(conditional.getLines(), next);
                case RepeatedLines repeated -> checkTitles(repeated.getLines(), next);
                default -> {}
            }
        }
    }

    private static DivisionLevel level(Paragraph paragraph) {
        return paragraph.getMarker() == null ? null : paragraph.getMarker().getLevel();
    }

    /** Checks that levels are nested in order and that divisions of one level look alike. */
    private void checkDivisions(Prose prose) {
        var open = new ArrayList<DivisionLevel>();
        Map<DivisionLevel, List<Paragraph>> siblings = new HashMap<>();
        for (var each = EcoreUtil.<EObject>getAllContents(prose, true); each.hasNext(); ) {
            if (!(each.next() instanceof Paragraph paragraph) || level(paragraph) == null) {
                continue;
            }
            var level = level(paragraph);
            open.removeIf(other -> other.getValue() >= level.getValue());
            var missing = missing(level, open);
            if (missing != null) {
                report.report(
                        "DIVISION-ORDER",
                        paragraph.getMarker(),
                        MARKER__TEXT,
                        paragraph.getMarker().getText(),
                        missing);
            }
            open.add(level);
            List.copyOf(siblings.keySet()).stream()
                    .filter(other -> other.getValue() > level.getValue())
                    .forEach(other -> checkSiblings(siblings.remove(other)));
            siblings.computeIfAbsent(level, key -> new ArrayList<>()).add(paragraph);
        }
        siblings.values().forEach(this::checkSiblings);
    }

    /** Returns the level that is missing above a division; null if none is missing. */
    private static String missing(DivisionLevel level, List<DivisionLevel> open) {
        return switch (level) {
            case SUBSECTION -> open.contains(DivisionLevel.SECTION) ? null : DivisionLevel.SECTION.getLiteral();
            case POINT ->
                open.contains(DivisionLevel.CLAUSE) || open.contains(DivisionLevel.ARTICLE) || open.isEmpty()
                        ? null
                        : DivisionLevel.CLAUSE.getLiteral();
            case PLUS ->
                open.contains(DivisionLevel.DASH)
                                || open.contains(DivisionLevel.POINT)
                                || open.contains(DivisionLevel.CLAUSE)
                        ? null
                        : DivisionLevel.DASH.getLiteral();
            default -> null;
        };
    }

    private void checkSiblings(List<Paragraph> siblings) {
        checkAlike(siblings);
        if (level(siblings.getFirst()) == DivisionLevel.POINT && siblings.size() > MarkerText.LETTERS.length()) {
            report.report(
                    "DIVISION-LETTERS",
                    siblings.get(MarkerText.LETTERS.length()).getMarker(),
                    MARKER__TEXT,
                    siblings.size(),
                    MarkerText.LETTERS.length(),
                    MarkerText.letter(MarkerText.LETTERS.length() + 1));
        }
    }

    /** Reports the bold ones of sibling divisions of which only some are bold. */
    private void checkAlike(List<Paragraph> siblings) {
        var bold = siblings.stream().filter(TextChecks::isBold).toList();
        if (!bold.isEmpty() && bold.size() < siblings.size()) {
            bold.forEach(paragraph -> report.report(
                    "DIVISION-STYLE",
                    paragraph.getMarker(),
                    MARKER__TEXT,
                    paragraph.getMarker().getText()));
        }
    }

    /** Returns whether a paragraph is entirely bold, apart from punctuation. */
    private static boolean isBold(Paragraph paragraph) {
        return !paragraph.getRuns().isEmpty()
                && paragraph.getRuns().stream()
                        .allMatch(run -> run instanceof StyledRun styled && styled.isBold()
                                || run instanceof TextRun text && PlainProse.isPunctuation(text.getText()));
    }
}
