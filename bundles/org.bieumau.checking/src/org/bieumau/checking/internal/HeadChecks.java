/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.VietnameseDates;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.values.PlaceAndDate;

/** Checks the texts and rules of the letterhead (ND30, Phụ lục I, mục II.1–4). */
final class HeadChecks {

    /** How much longer than its cell a text may be that is condensed or measured a little differently. */
    private static final double CONDENSED = 1.08;

    private static final Pattern LABEL = Pattern.compile("^(\\s*)(?iu:số)\\s*:?\\s*");
    private static final Pattern NUMBERED =
            Pattern.compile("^(\\s*)((?iu:số)\\s*:?\\s*)(\\d*)([\\s.…_]*)([/-]\\s*\\S.*?)?(\\s*)$", Pattern.DOTALL);
    private static final Pattern PLACE =
            Pattern.compile("^(\\s*)([^,\\d]*?)(\\s*,?\\s*)((?iu:ngày).*)$", Pattern.DOTALL);

    private static final Pattern IN_FIGURES =
            Pattern.compile("(?iu)ngày\\s+\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}");

    /** Abbreviations that an agency's own name must not have; the name of its superior may. */
    private static final Pattern SHORT = Pattern.compile(
            "(?<![\\p{L}&])(UBND|HĐND|MTTQ|KH&CN|KHCN|GD&ĐT|GDĐT|TN&MT|TNMT|NN&PTNT|NNPTNT"
                    + "|LĐTB&XH|LĐTBXH|LĐ-TB&XH|VHTT&DL|VHTTDL|TT&TT|TTTT|KH&ĐT|KHĐT|BHXH|TAND|VKSND|TP\\.?|TX\\.?)(?![\\p{L}&])");

    private final CheckedFile file;
    private final Findings findings;

    HeadChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        checkNationalName();
        checkIssuer();
        file.first(Role.NUMBER_SYMBOL).ifPresentOrElse(this::checkNumber, () -> missing("NUMBER-MISSING"));
        file.first(Role.PLACE_DATE).ifPresent(this::checkPlaceAndDate);
        for (var role : List.of(Role.NATIONAL_NAME, Role.MOTTO, Role.PLACE_DATE)) {
            file.first(role).ifPresent(this::checkFits);
        }
    }

    /** Checks that a line of the letterhead fits into its cell. */
    private void checkFits(Line line) {
        var room = line.seat().width() - 2 * RuleLines.CELL_PADDING;
        if (room <= 0) {
            return;
        }
        if (RuleLines.width(line) <= room * CONDENSED) {
            findings.kept("LETTERHEAD-WRAPPED");
        } else {
            findings.report(
                    "LETTERHEAD-WRAPPED",
                    line,
                    Repair.BY_HAND,
                    List.of(),
                    line.text().strip());
        }
    }

    private void missing(String rule) {
        findings.report(rule, Repair.BY_HAND, List.of());
    }

    private void checkNationalName() {
        var lines = new RuleLines(file, findings);
        var name = file.first(Role.NATIONAL_NAME);
        name.ifPresentOrElse(
                line -> {
                    findings.kept("NATIONAL-NAME-MISSING");
                    checkText("NATIONAL-NAME-TEXT", line, file.rule(Key.NATIONAL_NAME), Repair.GUARDED);
                },
                () -> missing("NATIONAL-NAME-MISSING"));
        if (file.number(Key.NATIONAL_NAME_LINE) > 0) {
            lines.check("NATIONAL-NAME-LINE", Role.NATIONAL_NAME, file.number(Key.NATIONAL_NAME_LINE));
        }
        if (!file.rule(Key.MOTTO).isEmpty()) {
            file.first(Role.MOTTO)
                    .ifPresentOrElse(
                            line -> {
                                findings.kept("MOTTO-MISSING");
                                checkText("MOTTO-TEXT", line, file.rule(Key.MOTTO), Repair.SAFE);
                            },
                            () -> missing("MOTTO-MISSING"));
        }
        if (file.number(Key.MOTTO_LINE) > 0) {
            lines.check("MOTTO-LINE", Role.MOTTO, file.number(Key.MOTTO_LINE));
        }
    }

    /** Checks a text that is prescribed, with either place of tone marks. */
    private void checkText(String rule, Line line, String text, Repair repair) {
        var stored = CheckedFile.stored(line).strip();
        var shown = stored.replace('\u00A0', ' ').replaceAll("\\s+", " ");
        var isOtherCase = !shown.equals(text) && VietnameseText.spelledAlike(upper(shown), upper(text));
        if (VietnameseText.spelledAlike(shown, text) || isOtherCase && isCaseOfLook(shown, text)) {
            findings.kept(rule);
        } else {
            findings.report(
                    rule, line, repair, CheckedFile.retype(line, old -> old.replace(stored, text)), shown, text);
        }
    }

    private static String upper(String text) {
        return VietnameseText.capitals(text);
    }

    /** Returns whether a text is wholly in another case, which is a matter of its look. */
    private static boolean isCaseOfLook(String shown, String text) {
        return shown.equals(upper(shown)) || text.equals(upper(text));
    }

    private void checkIssuer() {
        var issuers = file.lines(Role.ISSUER);
        if (issuers.isEmpty()) {
            missing("ISSUER-MISSING");
            return;
        }
        findings.kept("ISSUER-MISSING");
        for (var line : issuers) {
            var found = SHORT.matcher(line.text());
            if (found.find()) {
                findings.report("ISSUER-SHORT", line, Repair.BY_HAND, List.of(), found.group());
            } else {
                findings.kept("ISSUER-SHORT");
            }
        }
        if (file.number(Key.ISSUER_LINE) > 0) {
            new RuleLines(file, findings).check("ISSUER-LINE", Role.ISSUER, file.number(Key.ISSUER_LINE));
        }
        if (!file.rule(Key.ISSUER_MARK).isEmpty()) {
            if (file.lines(Role.ISSUER_MARK).isEmpty()) {
                findings.report(
                        "ISSUER-MARK", issuers.getLast(), Repair.BY_HAND, List.of(), file.rule(Key.ISSUER_MARK));
            } else {
                findings.kept("ISSUER-MARK");
            }
        }
    }

    private void checkNumber(Line line) {
        findings.kept("NUMBER-MISSING");
        var stored = CheckedFile.stored(line);
        var label = file.rule(Key.NUMBER_LABEL);
        if (stored.strip().startsWith(label.strip())
                && (label.contains(":") || !stored.strip().startsWith(label.strip() + ":"))) {
            findings.kept("NUMBER-LABEL");
        } else {
            findings.report(
                    "NUMBER-LABEL",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(line, old -> LABEL.matcher(old).replaceFirst("$1" + label)),
                    stored.strip(),
                    label.strip());
        }
        var parts = NUMBERED.matcher(stored);
        if (!parts.matches()) {
            findings.needsPerson("NUMBER-SPACE");
            return;
        }
        var digits = parts.group(3);
        var symbol = parts.group(5) == null ? "" : parts.group(5);
        if (hasSpace(symbol) || !digits.isEmpty() && !symbol.isEmpty() && hasSpace(parts.group(4))) {
            var gap = digits.isEmpty() ? parts.group(4) : "";
            findings.report(
                    "NUMBER-SPACE",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(
                            line,
                            old -> parts.group(1)
                                    + parts.group(2)
                                    + digits
                                    + gap
                                    + symbol.replaceAll("[\\s\u00A0]", "")
                                    + parts.group(6)),
                    symbol.strip());
        } else {
            findings.kept("NUMBER-SPACE");
        }
        var least = (int) file.number(Key.NUMBER_DIGITS);
        if (digits.isEmpty() || digits.length() >= least) {
            findings.kept("NUMBER-PADDING");
        } else {
            var padded = "0".repeat(least - digits.length()) + digits;
            findings.report(
                    "NUMBER-PADDING",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(
                            line,
                            old -> new StringBuilder(old)
                                    .replace(parts.start(3), parts.end(3), padded)
                                    .toString()),
                    digits,
                    padded);
        }
    }

    private static boolean hasSpace(String text) {
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || c == '\u00A0');
    }

    private void checkPlaceAndDate(Line line) {
        var stored = CheckedFile.stored(line);
        var parts = PLACE.matcher(stored);
        if (parts.matches() && !parts.group(2).isBlank()) {
            checkPlace(line, parts.group(2));
            if (parts.group(3).contains(",")) {
                findings.kept("DATE-COMMA");
            } else {
                findings.report(
                        "DATE-COMMA",
                        line,
                        Repair.SAFE,
                        CheckedFile.retype(line, old -> parts.group(1) + parts.group(2) + ", " + parts.group(4)));
            }
        }
        checkDate(line, stored.replace('\u00A0', ' '));
    }

    private void checkDate(Line line, String text) {
        var figures = IN_FIGURES.matcher(text);
        if (figures.find()) {
            PlaceAndDate.read(text)
                    .flatMap(PlaceAndDate::date)
                    .map(VietnameseDates::inWords)
                    .ifPresent(words -> findings.report(
                            "DOCUMENT-DATE-WORDS",
                            line,
                            Repair.SAFE,
                            CheckedFile.retype(
                                    line,
                                    old -> old.substring(0, figures.start()) + words + old.substring(figures.end())),
                            figures.group(),
                            words));
            return;
        }
        findings.kept("DOCUMENT-DATE-WORDS");
        var wrong = CitationText.misspelledDates(text);
        var months = wrong.isEmpty() ? CitationText.misspelledMonths(text) : wrong;
        if (months.isEmpty()) {
            findings.kept("DOCUMENT-DATE-PADDING");
        }
        for (var each : months) {
            findings.report(
                    "DOCUMENT-DATE-PADDING",
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(
                            line, old -> old.substring(0, each.start()) + each.expected() + old.substring(each.end())),
                    text.substring(each.start(), each.end()),
                    each.expected());
        }
    }

    private void checkPlace(Line line, String place) {
        var right = capitalised(place);
        if (right.equals(place)) {
            findings.kept("PLACE-CAPITALS");
        } else {
            findings.report(
                    "PLACE-CAPITALS",
                    line,
                    Repair.GUARDED,
                    CheckedFile.retype(line, old -> old.replaceFirst(Pattern.quote(place), right)),
                    place,
                    right);
        }
    }

    /** Returns a place with a capital at each word. */
    private static String capitalised(String place) {
        return Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Ll}").matcher(place).replaceAll(letter -> upper(letter.group()));
    }
}
