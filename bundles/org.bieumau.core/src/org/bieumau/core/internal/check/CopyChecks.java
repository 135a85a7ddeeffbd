/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__ARCHIVE;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__DATE;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__NUMBER;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__RECIPIENTS;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__SIGNATURE;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__SIGNED_AT;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.Severity;
import org.bieumau.model.Signature;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Checks the copies of a document (ND30, Điều 25; Phụ lục I, Phần II). */
final class CopyChecks {

    /** Date, time and time zone, which is that of Vietnam (ISO 8601). */
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})[,;]? (\\d{1,2}):(\\d\\d):(\\d\\d) \\+07:?00");

    private static final Map<EStructuralFeature, String> WORDS = Map.of(
            CERTIFIED_COPY__AGENCY, "cơ quan sao",
            CERTIFIED_COPY__NUMBER, "số",
            CERTIFIED_COPY__PLACE_NAME, "địa danh",
            CERTIFIED_COPY__DATE, "ngày",
            CERTIFIED_COPY__RECIPIENTS, "nơi nhận",
            CERTIFIED_COPY__ARCHIVE, "nơi nhận",
            CERTIFIED_COPY__SIGNATURE, "ký");

    private final ResolvedDocument document;
    private final LayoutProfile profile;
    private final Reporter report;
    private final Consumer<Finding> always;

    /**
     * @param report reports problems that the profile gives a severity
     * @param always reports what cannot be printed
     */
    CopyChecks(ResolvedDocument document, LayoutProfile profile, Reporter report, Consumer<Finding> always) {
        this.document = document;
        this.profile = profile;
        this.report = report;
        this.always = always;
    }

    void check() {
        if (isEmpty(Key.COPY_LABEL)) {
            document.signatures().stream()
                    .filter(Signature::isOfCopy)
                    .forEach(copier -> always.accept(Finding.of("COPY-FORM", Severity.ERROR, copier, null)));
        }
        document.certifiedCopies().forEach(this::check);
    }

    private boolean isEmpty(Key key) {
        return profile.text(key, document.day(profile)).isEmpty();
    }

    private void check(CertifiedCopy copy) {
        var electronic = copy.getSignedAt() != null;
        if (isEmpty(Key.COPY_FORMS)) {
            always.accept(Finding.of("COPY-STAMP", Severity.ERROR, copy, null));
        } else if (electronic && isEmpty(Key.COPY_SIGNATURE)) {
            always.accept(Finding.of("COPY-ELECTRONIC", Severity.ERROR, copy, CERTIFIED_COPY__SIGNED_AT));
        } else if (electronic) {
            checkElectronic(copy);
        } else {
            checkOnPaper(copy);
        }
        checkRegime(copy);
    }

    private void checkOnPaper(CertifiedCopy copy) {
        var missing = new LinkedHashSet<String>();
        for (var part : Set.of(CERTIFIED_COPY__AGENCY, CERTIFIED_COPY__DATE, CERTIFIED_COPY__SIGNATURE)) {
            if (!copy.eIsSet(part)) {
                missing.add(WORDS.get(part));
            }
        }
        if (copy.getRecipients().isEmpty() && copy.getArchive() == null) {
            missing.add(WORDS.get(CERTIFIED_COPY__RECIPIENTS));
        }
        reportParts("COPY-PART", copy, missing);
    }

    private void checkElectronic(CertifiedCopy copy) {
        if (!copy.getSignedAt().equals("…") && !isTime(copy.getSignedAt())) {
            report.report("COPY-TIME", copy, CERTIFIED_COPY__SIGNED_AT, copy.getSignedAt());
        }
        if (!copy.eIsSet(CERTIFIED_COPY__AGENCY)) {
            reportParts("COPY-PART", copy, Set.of(WORDS.get(CERTIFIED_COPY__AGENCY)));
        }
        var unprinted = new LinkedHashSet<String>();
        WORDS.forEach((part, word) -> {
            if (part != CERTIFIED_COPY__AGENCY && copy.eIsSet(part)) {
                unprinted.add(word);
            }
        });
        reportParts("COPY-UNPRINTED", copy, unprinted);
    }

    private void reportParts(String code, CertifiedCopy copy, Set<String> parts) {
        if (!parts.isEmpty()) {
            report.report(
                    code, copy, null, String.join(", ", parts.stream().sorted().toList()));
        }
    }

    private static boolean isTime(String text) {
        var found = TIME.matcher(text);
        if (!found.matches()) {
            return false;
        }
        var numbers = new int[found.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(found.group(i + 1));
        }
        try {
            LocalDateTime.of(numbers[2], numbers[1], numbers[0], numbers[3], numbers[4], numbers[5]);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Reports a copy that is made when another guideline is in force; it is printed by that of the document. */
    private void checkRegime(CertifiedCopy copy) {
        if (copy.getDate() == null) {
            return;
        }
        Environment.of(document.document())
                .profile(document.profileId(), copy.getDate().latest())
                .filter(other -> !other.id().equals(profile.id()))
                .ifPresent(other -> always.accept(Finding.of(
                        "COPY-REGIME",
                        Severity.WARNING,
                        copy,
                        CERTIFIED_COPY__DATE,
                        copy.getDate(),
                        other.id(),
                        profile.id())));
    }
}
