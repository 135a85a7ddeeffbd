/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.DocumentType;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;

/** Checks recipients, archive line and signatures (ND30, Phụ lục I, mục II.7 and II.9d). */
final class FootChecks {

    /** Types whose samples in Phụ lục III have no recipients. */
    private static final Set<DocumentType> WITHOUT_RECIPIENTS =
            EnumSet.of(DocumentType.MINUTES, DocumentType.CONTRACT, DocumentType.AGREEMENT);

    /** Bodies whose members sign on their behalf, in full and abbreviated, without diacritics. */
    private static final List<String> BODIES = List.of("uy ban nhan dan|ubnd", "hoi dong nhan dan|hdnd");

    private static final Pattern LABEL = Pattern.compile("^(\\s*)(?iu:nơi nhận)\\s*[:.]?\\s*");
    private static final Pattern ARCHIVE = Pattern.compile("^(\\s*)[-–—]?\\s*(?iu:lưu)\\s*:?\\s*");
    private static final Pattern AUTHORITY =
            Pattern.compile("^(\\s*)(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|T/UQ)(?![\\p{L}])\\s*[./]?\\s*(?=\\p{L})");
    private static final Pattern SYMBOL_UNIT = Pattern.compile(".*-\\s*([\\p{Lu}&\\d]+)\\s*$");

    private final CheckedFile file;
    private final Findings findings;

    FootChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        checkRecipients();
        checkArchive();
        checkSignature();
        file.main().filter(line -> line.role() == Role.POSITION).forEach(line -> {
            checkAuthority(line);
            checkBody(line);
        });
        file.lines(Role.SIGNER).forEach(this::checkSigner);
    }

    private void checkRecipients() {
        var label = file.first(Role.RECIPIENTS_LABEL);
        if (label.isEmpty()) {
            if (!WITHOUT_RECIPIENTS.contains(file.type())) {
                findings.report("RECIPIENTS-MISSING", Repair.BY_HAND, List.of());
            }
            return;
        }
        findings.kept("RECIPIENTS-MISSING");
        var text = file.rule(Key.RECIPIENTS_LABEL);
        if (CheckedFile.stored(label.get()).strip().equals(text)) {
            findings.kept("RECIPIENTS-LABEL");
        } else {
            findings.report(
                    "RECIPIENTS-LABEL",
                    label.get(),
                    Repair.SAFE,
                    CheckedFile.retype(label.get(), old -> LABEL.matcher(old).replaceFirst("$1" + text)),
                    text);
        }
        checkFirst();
        if (!file.lines(Role.RECIPIENTS_NOTE).isEmpty()) {
            // A brace groups recipients; its lines end in other ways.
            findings.needsPerson("RECIPIENT-END");
            return;
        }
        var end = file.rule(Key.RECIPIENT_END);
        var lines = file.lines(Role.RECIPIENT);
        new Items(findings, "RECIPIENT-END")
                .check(
                        lines,
                        file.rule(Key.RECIPIENT_ITEM),
                        end,
                        file.lines(Role.ARCHIVE).isEmpty() ? file.rule(Key.ARCHIVE_END) : end);
    }

    private void checkFirst() {
        var first = file.first(Role.RECIPIENT);
        if (file.first(Role.ADDRESSEE).isEmpty() || first.isEmpty()) {
            return;
        }
        var text = first.get().text().replaceFirst("^[-–+•]\\s*", "");
        if (VietnameseText.fold(text).startsWith(VietnameseText.fold(file.rule(Key.AS_ABOVE)))) {
            findings.kept("ADDRESSEE-AS-ABOVE");
        } else {
            findings.report("ADDRESSEE-AS-ABOVE", first.get(), Repair.BY_HAND, List.of());
        }
    }

    private void checkArchive() {
        var label = file.first(Role.RECIPIENTS_LABEL);
        var archive = file.first(Role.ARCHIVE);
        if (archive.isPresent()) {
            findings.kept("ARCHIVE-MISSING");
            checkArchive(archive.get());
        } else if (label.isPresent()) {
            findings.report("ARCHIVE-MISSING", label.get(), Repair.BY_HAND, List.of());
        }
    }

    private void checkSignature() {
        if (file.lines(Role.POSITION).isEmpty() && file.lines(Role.SIGNER).isEmpty()) {
            findings.report("SIGNATURE-MISSING", Repair.BY_HAND, List.of());
        } else {
            findings.kept("SIGNATURE-MISSING");
        }
    }

    private void checkArchive(Line line) {
        var label = file.rule(Key.ARCHIVE_LABEL);
        var end = file.rule(Key.ARCHIVE_END);
        var words = label.strip().replaceFirst("^-\\s*", "");
        var text = line.text().replaceFirst("^[-–]\\s*", "");
        if (text.startsWith(words) && (label.contains(":") || !text.startsWith(words + ":"))) {
            findings.kept("ARCHIVE-LABEL");
        } else {
            var isAutomatic = !line.paragraph().label().isEmpty();
            findings.report(
                    "ARCHIVE-LABEL",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(
                            line, old -> ARCHIVE.matcher(old).replaceFirst("$1" + (isAutomatic ? words + " " : label))),
                    label.strip());
        }
        if (line.text().endsWith(end) || !file.lines(Role.DRAFTER).isEmpty()) {
            findings.kept("ARCHIVE-END");
        } else {
            findings.report(
                    "ARCHIVE-END", line, Repair.SAFE, CheckedFile.retype(line, old -> Items.ended(old, end)), end);
        }
        checkUnit(line);
    }

    /** Checks that the unit in the symbol of a letter also keeps it. */
    private void checkUnit(Line archive) {
        if (file.type() != DocumentType.OFFICIAL_LETTER) {
            return;
        }
        file.first(Role.NUMBER_SYMBOL).ifPresent(line -> {
            var unit = SYMBOL_UNIT.matcher(line.text());
            // The code of the drafter may follow the unit, in superscript.
            if (unit.matches()
                    && !Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(unit.group(1)))
                            .matcher(archive.text())
                            .find()) {
                findings.report("ARCHIVE-UNIT", archive, Repair.BY_HAND, List.of(), unit.group(1));
            } else {
                findings.kept("ARCHIVE-UNIT");
            }
        });
    }

    private void checkAuthority(Line line) {
        var stored = CheckedFile.stored(line).replace('\u00A0', ' ');
        var found = AUTHORITY.matcher(stored);
        if (!found.find()) {
            return;
        }
        var letters = found.group(2).replace("/", "");
        var end = file.rule(Key.AUTHORITY_END);
        var right = letters.equals("Q") || end.equals(".")
                ? letters + ". "
                : letters.charAt(0) + end + letters.substring(1) + " ";
        if (found.group().substring(found.group(1).length()).equals(right)) {
            findings.kept("AUTHORITY-MARK");
        } else {
            findings.report(
                    "AUTHORITY-MARK",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(line, old -> AUTHORITY.matcher(old).replaceFirst("$1" + right)),
                    found.group().strip(),
                    right.strip());
        }
    }

    /** Checks that who signs on behalf of a council or committee is of the issuing body. */
    private void checkBody(Line line) {
        var text = VietnameseText.fold(line.text());
        for (var body : BODIES) {
            if (Pattern.compile("(tm|t/m)\\b *[./]? *(" + body + ")\\b.*")
                    .matcher(text)
                    .matches()) {
                var issuers = file.lines(Role.ISSUER);
                var isOwn = issuers.isEmpty()
                        || issuers.stream()
                                .anyMatch(issuer -> Pattern.compile("\\b(" + body + ")\\b")
                                        .matcher(VietnameseText.fold(issuer.text()))
                                        .find());
                if (isOwn) {
                    findings.kept("AUTHORITY-ISSUER");
                } else {
                    findings.report(
                            "AUTHORITY-ISSUER",
                            line,
                            Repair.BY_HAND,
                            List.of(),
                            line.text().strip(),
                            issuers.getLast().text().strip());
                }
            }
        }
    }

    private void checkSigner(Line line) {
        var stored = CheckedFile.stored(line);
        var right = Pattern.compile("(?<![\\p{L}\\p{M}.])\\p{Ll}")
                .matcher(stored)
                .replaceAll(letter -> VietnameseText.capitals(letter.group()));
        if (right.equals(stored)) {
            findings.kept("CAPITAL-SIGNER");
        } else {
            findings.report(
                    "CAPITAL-SIGNER",
                    line,
                    Repair.GUARDED,
                    CheckedFile.retype(line, old -> right),
                    stored.strip(),
                    right.strip());
        }
    }
}
