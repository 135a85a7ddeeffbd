/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.check.Checks;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.Amendment;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentType;
import org.bieumau.model.LegalBasis;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Recipient;
import org.bieumau.model.Signature;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** Checks a file as a document, by the same rules as one that is written in the language. */
final class ModelChecks {

    /**
     * Problems whose arguments are the wrong text and the right one, and which of them may be replaced unseen. Numbers
     * of cited documents are not among them: they are written as they were issued.
     */
    private static final Map<String, Repair> REPLACED = Map.ofEntries(
            Map.entry("DATE-PADDING", Repair.SAFE),
            Map.entry("MONTH-PADDING", Repair.SAFE),
            Map.entry("NUMBER-FORMAT", Repair.GUARDED),
            Map.entry("CAPITAL-PROVISION", Repair.GUARDED),
            Map.entry("CAPITAL-PLACE", Repair.GUARDED),
            Map.entry("CAPITAL-LAW", Repair.GUARDED),
            Map.entry("CAPITAL-HOLIDAY", Repair.GUARDED),
            Map.entry("CAPITAL-START", Repair.GUARDED),
            Map.entry("CAPITAL-SENTENCE", Repair.GUARDED),
            Map.entry("CAPITAL-AGENCY", Repair.GUARDED),
            Map.entry("CAPITAL-DOCUMENT", Repair.GUARDED));

    /** Where the parts are that a problem of the document as a whole is about. */
    private static final Map<String, List<Role>> PLACES = Map.ofEntries(
            Map.entry("DOCUMENT-DATE", List.of(Role.PLACE_DATE)),
            Map.entry("DOCUMENT-PLACE", List.of(Role.PLACE_DATE)),
            Map.entry("PLACE-AGENCY", List.of(Role.PLACE_DATE)),
            Map.entry("PROVINCE-MERGED", List.of(Role.ISSUER)),
            Map.entry("DOCUMENT-AUTHORITY", List.of(Role.SUBJECT, Role.TYPE_NAME)),
            Map.entry("SYMBOL-TYPE", List.of(Role.NUMBER_SYMBOL)),
            Map.entry("SYMBOL-LETTER", List.of(Role.NUMBER_SYMBOL)),
            Map.entry("SYMBOL-AGENCY", List.of(Role.NUMBER_SYMBOL)),
            Map.entry("SYMBOL-UNIT", List.of(Role.NUMBER_SYMBOL)),
            Map.entry("ADDRESSEE-MISSING", List.of(Role.TYPE_NAME, Role.LETTER_SUBJECT)),
            Map.entry("ADDRESSEE-UNEXPECTED", List.of(Role.ADDRESSEE)),
            Map.entry("ADDRESSEE-SUPERIOR", List.of(Role.RECIPIENT)));

    /**
     * Problems that the looks of a file tell better, or that concern the text of the language, or what a plan says
     * rather than its form.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "ADDRESSEE-AS-ABOVE",
            "ARCHIVE-MISSING",
            "SIGNATURE-MISSING",
            "ARCHIVE-UNIT",
            "SUBJECT-LABEL",
            "RECIPIENT-MARK",
            "BASIS-MARK",
            "SYMBOL-UNIT",
            "DIVISION-STYLE",
            "PLAN-COORDINATION",
            "PLAN-PARTS");

    private final CheckedFile file;
    private final Findings findings;

    ModelChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Returns whether a check of the core is one that files are checked against. */
    static boolean isRule(String code) {
        return !LEFT_OUT.contains(code) && !code.startsWith("PROFILE-") && !code.startsWith("COPY-UNPRINTED");
    }

    void check() {
        file.profile().checks().stream()
                .filter(check -> check.holdsOn(file.day()) && isRule(check.code()))
                .filter(check -> !Rules.OF_FILES.contains(check.code()))
                .forEach(check -> findings.kept(check.code()));
        for (var element : file.reading().elements()) {
            if (element instanceof Document) {
                Checks.check(element, this::report);
            }
        }
    }

    /** Reports a finding about an element of the document that was read from the file. */
    void report(Finding finding) {
        if (LEFT_OUT.contains(finding.code()) || isWithoutPlace(finding.code())) {
            return;
        }
        if (!findings.has(finding.code())) {
            // The rule of a library, a province or a plug-in.
            findings.addRule(finding.code(), finding.severity());
        }
        var line = line(finding.code(), finding.element());
        var repair = REPLACED.get(finding.code());
        var amendments = repair == null || line == null || finding.arguments().size() < 2
                ? List.<Amendment>of()
                : CheckedFile.retype(
                        line,
                        old -> replaced(
                                old,
                                finding.arguments().get(0),
                                finding.arguments().get(1)));
        findings.reportSentence(
                finding.code(), sentence(finding), line, repair == null ? Repair.BY_HAND : repair, amendments);
    }

    /** Returns whether a place is missed in minutes, whose text begins with it. */
    private boolean isWithoutPlace(String code) {
        return code.equals("DOCUMENT-PLACE") && file.type() == DocumentType.MINUTES;
    }

    /** Returns what is wrong in the words of somebody who writes in Word, without the source of the rule. */
    private static String sentence(Finding finding) {
        var text = CheckingMessages.ALL.text(finding.code(), finding.arguments().toArray());
        return text.equals(finding.code()) ? finding.message().replaceFirst(" \\[[^\\[\\]]*\\]$", "") : text;
    }

    private static String replaced(String text, String wrong, String right) {
        return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(wrong) + "(?![\\p{L}\\d])")
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement(right));
    }

    private @Nullable Line line(String code, @Nullable EObject element) {
        for (var each = element; each != null; each = each.eContainer()) {
            switch (each) {
                case ProseLine prose -> {
                    var place = file.reading().places().get(prose);
                    if (place != null) {
                        return at(place);
                    }
                }
                case LegalBasis basis -> {
                    return nth(Role.BASIS, basis);
                }
                case Recipient recipient -> {
                    return withText(recipient.getText());
                }
                case Signature signature -> {
                    return nth(code.equals("SIGNATURE-HONOUR") ? Role.SIGNER : Role.POSITION, signature);
                }
                default -> {}
            }
        }
        return PLACES.getOrDefault(code, List.of()).stream()
                .flatMap(role -> file.first(role).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Line at(Place place) {
        return file.text()
                .lines()
                .filter(line -> line.paragraph().place().equals(place))
                .findFirst()
                .orElse(null);
    }

    /** Returns the line of an element that is one of several in its container. */
    private @Nullable Line nth(Role role, EObject element) {
        var lines = file.lines(role);
        var siblings = element.eContainer() == null
                ? -1
                : element.eContainer().eContents().stream()
                        .filter(each -> each.eClass() == element.eClass())
                        .toList()
                        .indexOf(element);
        return siblings < 0 || siblings >= lines.size() ? null : lines.get(siblings);
    }

    private @Nullable Line withText(@Nullable String text) {
        var folded = text == null ? "" : VietnameseText.fold(text);
        return file.main()
                .filter(line -> line.role() == Role.RECIPIENT || line.role() == Role.ADDRESSEE_ITEM)
                .filter(line ->
                        !folded.isEmpty() && VietnameseText.fold(line.text()).contains(folded))
                .findFirst()
                .orElse(null);
    }
}
