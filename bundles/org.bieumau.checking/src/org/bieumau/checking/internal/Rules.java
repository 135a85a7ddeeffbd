/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.checking.report.CheckRule;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Evidence;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.StyleRule;
import org.bieumau.model.Severity;

/** The rules of a profile that files are checked against. */
public final class Rules {

    /** Rules about what a stored file has and a document in the language has not: pages, looks, marks. */
    static final Set<String> OF_FILES = Set.of(
            "PAGE-PAPER",
            "PAGE-ORIENTATION",
            "PAGE-MARGIN-TOP",
            "PAGE-MARGIN-BOTTOM",
            "PAGE-MARGIN-LEFT",
            "PAGE-MARGIN-RIGHT",
            "PAGE-NUMBER-MISSING",
            "PAGE-NUMBER-FIRST",
            "PAGE-NUMBER-PLACE",
            "PAGE-NUMBER-SIZE",
            "PAGE-NUMBER-STYLE",
            "PAGE-NUMBER-RESTART",
            "TEXT-TYPEFACE",
            "TEXT-ENCODING",
            "TEXT-COMPOSED",
            "TEXT-COLOUR",
            "TEXT-ALIGNMENT",
            "TEXT-INDENT",
            "TEXT-SPACING",
            "TEXT-GAP",
            "NATIONAL-NAME-MISSING",
            "NATIONAL-NAME-TEXT",
            "NATIONAL-NAME-LINE",
            "MOTTO-MISSING",
            "MOTTO-TEXT",
            "MOTTO-LINE",
            "ISSUER-MISSING",
            "ISSUER-SHORT",
            "ISSUER-LINE",
            "ISSUER-LINE-LENGTH",
            "ISSUER-MARK",
            "NUMBER-MISSING",
            "NUMBER-LABEL",
            "NUMBER-SPACE",
            "NUMBER-PADDING",
            "DATE-COMMA",
            "DOCUMENT-DATE-WORDS",
            "DOCUMENT-DATE-PADDING",
            "PLACE-CAPITALS",
            "LETTERHEAD-WRAPPED",
            "SUBJECT-MISSING",
            "SUBJECT-BOTH",
            "SUBJECT-LINE",
            "SUBJECT-LINE-LENGTH",
            "SUBJECT-MARK",
            "LETTER-SUBJECT-MISSING",
            "LETTER-SUBJECT-LABEL",
            "ADDRESSEE-LABEL",
            "ADDRESSEE-MARK",
            "ADDRESSEE-AS-ABOVE",
            "BASIS-END",
            "DIVISION-NUMBER",
            "DIVISION-MARK",
            "END-MARK-MISSING",
            "RECIPIENTS-MISSING",
            "RECIPIENTS-LABEL",
            "RECIPIENT-END",
            "ARCHIVE-MISSING",
            "ARCHIVE-LABEL",
            "ARCHIVE-END",
            "ARCHIVE-UNIT",
            "SIGNATURE-MISSING",
            "AUTHORITY-MARK",
            "AUTHORITY-ISSUER",
            "CAPITAL-SIGNER",
            "APPENDIX-NUMBER",
            "APPENDIX-REFERENCE");

    private Rules() {}

    /** Returns the rules of a profile on a day, by their ids. */
    public static Map<String, CheckRule> of(LayoutProfile profile, LocalDate day) {
        var rules = new LinkedHashMap<String, CheckRule>();
        for (var check : profile.checks()) {
            if (check.holdsOn(day) && (OF_FILES.contains(check.code()) || ModelChecks.isRule(check.code()))) {
                rules.putIfAbsent(
                        check.code(),
                        new CheckRule(
                                check.code(),
                                check.code(),
                                check.source(),
                                check.severity(),
                                CheckingMessages.ALL.text("rule." + check.code())));
            }
        }
        for (var component : Component.values()) {
            addLooks(profile.style(component, day), rules);
        }
        return rules;
    }

    private static void addLooks(StyleRule style, Map<String, CheckRule> rules) {
        if (!LookChecks.isRule(style)) {
            return;
        }
        for (var property : LookProperty.values()) {
            if (property.isPrescribed(style)) {
                rules.putIfAbsent(
                        property.rule(style),
                        new CheckRule(
                                property.rule(style),
                                property.code(),
                                style.source(),
                                style.evidence() == Evidence.VERIFIED ? Severity.VIOLATION : Severity.WARNING,
                                title(property, style)));
            }
        }
    }

    private static String title(LookProperty property, StyleRule style) {
        var look = style.look();
        var required = switch (property) {
            case SIZE -> CheckingMessages.ALL.text("look.size", LookChecks.range(style.sizeFrom(), style.sizeTo()));
            case BOLD -> CheckingMessages.ALL.text(look.bold() ? "look.bold" : "look.notBold");
            case ITALIC -> CheckingMessages.ALL.text(look.italic() ? "look.italic" : "look.upright");
            case CAPITALS -> CheckingMessages.ALL.text(look.capitals() ? "look.capitals" : "look.lowerCase");
            case COLOUR -> CheckingMessages.ALL.text("look.red");
            case ALIGNMENT -> CheckingMessages.ALL.text(LookChecks.placed(style));
        };
        return CheckingMessages.ALL.text("rule.look", LookChecks.name(style), required);
    }

    /** Returns the codes of the problems that this bundle reports, for tests of the documentation. */
    public static List<String> codes() {
        return OF_FILES.stream().sorted().toList();
    }
}
