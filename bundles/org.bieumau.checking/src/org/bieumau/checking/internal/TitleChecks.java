/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.DocumentType;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;

/** Checks title, subject, addressees and legal bases (ND30, Phụ lục I, mục II.5, II.6a and II.9). */
final class TitleChecks {

    /** Types whose samples in Phụ lục III have no subject. */
    private static final Set<DocumentType> WITHOUT_SUBJECT = EnumSet.of(
            DocumentType.OFFICIAL_LETTER,
            DocumentType.INVITATION,
            DocumentType.TELEGRAM,
            DocumentType.MINUTES,
            DocumentType.CONTRACT);

    private static final Pattern LETTER_LABEL = Pattern.compile("^(\\s*)(?iu:v\\s*/\\s*v|về việc)\\s*[:.]?\\s*");
    private static final Pattern ADDRESSEE_LABEL = Pattern.compile("^(\\s*)((?iu:kính (?:gửi|trình)))\\s*[:.]?\\s*");

    private final CheckedFile file;
    private final Findings findings;

    TitleChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        checkSubject();
        checkAddressees();
        checkBases();
    }

    private void checkSubject() {
        var type = file.first(Role.TYPE_NAME);
        var subjects = file.lines(Role.SUBJECT);
        var letter = file.first(Role.LETTER_SUBJECT);
        if (type.isPresent()) {
            if (!subjects.isEmpty()) {
                findings.kept("SUBJECT-MISSING");
                checkMark(subjects.getLast());
            } else if (!WITHOUT_SUBJECT.contains(file.type()) && !isPaper()) {
                findings.report("SUBJECT-MISSING", type.get(), Repair.BY_HAND, List.of());
            }
            letter.ifPresentOrElse(
                    line -> findings.report("SUBJECT-BOTH", line, Repair.BY_HAND, List.of()),
                    () -> findings.kept("SUBJECT-BOTH"));
        } else if (file.type() == DocumentType.OFFICIAL_LETTER) {
            letter.ifPresentOrElse(
                    line -> {
                        findings.kept("LETTER-SUBJECT-MISSING");
                        checkLetter(line);
                    },
                    () -> findings.report("LETTER-SUBJECT-MISSING", Repair.BY_HAND, List.of()));
        }
    }

    /** Returns whether the document is a paper such as a giấy giới thiệu or a phiếu gửi. */
    private boolean isPaper() {
        var name = file.type().getLiteral();
        return name.startsWith("giấy") || name.startsWith("phiếu") || name.startsWith("thư");
    }

    private void checkMark(Line subject) {
        if (file.number(Key.SUBJECT_LINE) > 0) {
            new RuleLines(file, findings).check("SUBJECT-LINE", Role.SUBJECT, file.number(Key.SUBJECT_LINE));
        }
        if (!file.rule(Key.SUBJECT_MARK).isEmpty()) {
            if (file.lines(Role.SUBJECT_MARK).isEmpty()) {
                findings.report("SUBJECT-MARK", subject, Repair.BY_HAND, List.of(), file.rule(Key.SUBJECT_MARK));
            } else {
                findings.kept("SUBJECT-MARK");
            }
        }
    }

    private void checkLetter(Line line) {
        var label = file.rule(Key.LETTER_SUBJECT_LABEL);
        var stored = CheckedFile.stored(line);
        if (label.isEmpty()
                ? !LETTER_LABEL.matcher(stored).find()
                : stored.strip().startsWith(label)) {
            findings.kept("LETTER-SUBJECT-LABEL");
        } else if (label.isEmpty()) {
            findings.reportSentence(
                    "LETTER-SUBJECT-LABEL",
                    CheckingMessages.ALL.text(
                            "letterSubject.none", stored.strip().split("\\s", 2)[0]),
                    line,
                    Repair.BY_HAND,
                    List.of());
        } else {
            findings.report(
                    "LETTER-SUBJECT-LABEL",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(line, old -> LETTER_LABEL.matcher(old).replaceFirst("$1" + label)),
                    label.strip());
        }
    }

    private void checkAddressees() {
        var addressee = file.first(Role.ADDRESSEE);
        if (addressee.isEmpty()) {
            return;
        }
        var label = file.rule(Key.ADDRESSEE_LABEL);
        var line = addressee.get();
        if (CheckedFile.stored(line).strip().startsWith(label)) {
            findings.kept("ADDRESSEE-LABEL");
        } else {
            findings.report(
                    "ADDRESSEE-LABEL",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(line, old -> ADDRESSEE_LABEL.matcher(old).replaceFirst("$1" + label + " ")),
                    label);
        }
        var items = file.lines(Role.ADDRESSEE_ITEM);
        new Items(findings, "ADDRESSEE-MARK")
                .check(
                        items,
                        file.rule(Key.ADDRESSEE_ITEM),
                        file.rule(Key.ADDRESSEE_ITEM_END),
                        file.rule(Key.ADDRESSEE_LAST_END));
    }

    private void checkBases() {
        var bases = file.lines(Role.BASIS);
        var end = file.rule(Key.BASIS_END);
        for (var line : bases) {
            var isLast = line == bases.getLast();
            var text = line.text();
            var isRight = text.endsWith(end)
                    || isLast
                            && (text.endsWith(file.rule(Key.BASIS_LAST_END))
                                    || text.endsWith(file.rule(Key.BASIS_BEFORE_SENTENCE_END)));
            if (isRight) {
                findings.kept("BASIS-END");
            } else {
                var right = isLast ? file.rule(Key.BASIS_LAST_END) : end;
                findings.report(
                        "BASIS-END",
                        line,
                        Repair.SAFE,
                        CheckedFile.retype(line, old -> Items.ended(old, right)),
                        right);
            }
        }
    }
}
