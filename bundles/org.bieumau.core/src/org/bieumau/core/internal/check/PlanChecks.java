/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.DocumentName;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.text.Span;

/** Checks the structure of a plan: its parts, its year, its coordinating unit, and the contact for difficulties. */
final class PlanChecks {

    private static final Pattern YEAR = Pattern.compile("(?iu)năm\\s(\\d{4})(?!\\s?[-–]\\s?\\d)");

    private final ResolvedDocument document;
    private final LayoutProfile profile;
    private final Reporter report;

    PlanChecks(ResolvedDocument document, LayoutProfile profile, Reporter report) {
        this.document = document;
        this.profile = profile;
        this.report = report;
    }

    /** Checks the plan. Its structure is checked only if it has headings. */
    void check() {
        checkYear();
        var titles = DocumentName.PARTS.of(document).stream()
                .flatMap(parts -> ((List<?>) parts).stream())
                .map(part -> VietnameseText.fold(((DocumentName.Part) part).title()))
                .toList();
        if (!titles.isEmpty()) {
            checkParts(titles);
            var text = VietnameseText.fold(
                    DocumentName.TEXT.of(document).map(String.class::cast).orElse(""));
            if (!contains(text, profile.words(Key.PLAN_COORDINATION, document.day(profile)))
                    || !contains(text, profile.words(Key.PLAN_ESCALATION, document.day(profile)))) {
                report.report("PLAN-COORDINATION", document.document(), NAMED__NAME);
            }
        }
    }

    private static boolean contains(String folded, List<String> words) {
        return words.stream().map(VietnameseText::fold).anyMatch(folded::contains);
    }

    private void checkParts(List<String> titles) {
        var from = 0;
        for (var words : profile.alternatives(Key.PLAN_PARTS, document.day(profile))) {
            while (from < titles.size() && !contains(titles.get(from), words)) {
                from++;
            }
            if (from++ >= titles.size()) {
                report.report("PLAN-PARTS", document.document(), NAMED__NAME);
                return;
            }
        }
    }

    /** Accepts a date in the year of the subject, in the last three months before it, or the first three after it. */
    private void checkYear() {
        var date = document.date();
        var found = YEAR.matcher(
                String.join(" ", document.subject().stream().map(Span::text).toList()));
        if (date == null || !found.find()) {
            return;
        }
        var year = Integer.parseInt(found.group(1));
        var first = date.earliest();
        var last = date.latest();
        var before = last.getYear() == year - 1 && last.getMonthValue() >= 10;
        var after = first.getYear() == year + 1 && first.getMonthValue() <= 3;
        if (date.year() != year && !before && !after) {
            report.report("PLAN-YEAR", document.document(), NAMED__NAME, year, date);
        }
    }
}
