/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.RoledText.Table;

/** Checks typeface, encoding and colour of all text, including that of tables (ND30, Phụ lục I, mục I.5). */
final class TypefaceChecks {

    /** Components that are printed in colour. */
    private static final Set<Role> COLOURED = Set.of(Role.SECRECY, Role.URGENCY, Role.PAGE_TEXT);

    /** Brightness up to which a colour is black in print. */
    private static final int NEARLY_BLACK = 0x20;

    private final CheckedFile file;
    private final Findings findings;

    TypefaceChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        for (var piece : file.text().pieces()) {
            switch (piece) {
                case Line line -> check(line.paragraph(), COLOURED.contains(line.role()));
                case Table table ->
                    table.grid().cells().stream()
                            .flatMap(cell -> cell.paragraphs().stream())
                            .forEach(paragraph -> check(paragraph, true));
            }
        }
    }

    private static Stream<Run> letters(Paragraph paragraph) {
        return paragraph.runs().stream()
                .filter(run -> !run.flags().contains(Flag.HIDDEN)
                        && !run.flags().contains(Flag.PLACEHOLDER)
                        && run.text().chars().anyMatch(Character::isLetter));
    }

    private static String text(Paragraph paragraph) {
        var text = new StringBuilder();
        paragraph.runs().forEach(run -> text.append(run.text()));
        return text.toString();
    }

    private static List<Amendment> restyle(Paragraph paragraph, Look look, Look.Property property) {
        var anchor = paragraph.anchor();
        return anchor == null
                ? List.of()
                : List.of(new Amendment.Restyle(anchor, text(paragraph), look, Set.of(property)));
    }

    /** Stores a text anew, so that letters and tone marks are one character. */
    private static List<Amendment> compose(Paragraph paragraph) {
        var anchor = paragraph.anchor();
        return anchor == null ? List.of() : List.of(new Amendment.Retype(anchor, text(paragraph), text(paragraph)));
    }

    private void check(Paragraph paragraph, boolean isColoured) {
        if (letters(paragraph).findAny().isEmpty()) {
            return;
        }
        checkEncoding(paragraph);
        checkTypeface(paragraph);
        if (!isColoured) {
            checkColour(paragraph);
        }
    }

    private void checkEncoding(Paragraph paragraph) {
        var legacy = letters(paragraph)
                .filter(run -> run.flags().contains(Flag.CONVERTED))
                .findFirst();
        if (legacy.isPresent()) {
            findings.report(
                    "TEXT-ENCODING",
                    paragraph,
                    Repair.BY_HAND,
                    List.of(),
                    legacy.get().look().typeface());
        } else {
            findings.kept("TEXT-ENCODING");
        }
        if (paragraph.runs().stream().anyMatch(run -> run.flags().contains(Flag.DECOMPOSED))) {
            findings.report("TEXT-COMPOSED", paragraph, Repair.SAFE, compose(paragraph));
        } else {
            findings.kept("TEXT-COMPOSED");
        }
    }

    private void checkTypeface(Paragraph paragraph) {
        var right = file.rule(Key.TYPEFACE);
        if (right.isEmpty()) {
            return;
        }
        var wrong = letters(paragraph)
                .filter(run -> !run.flags().contains(Flag.CONVERTED))
                .map(Run::look)
                .filter(look -> !look.unknown().contains(Look.Property.TYPEFACE))
                .filter(look -> !isSame(look.typeface(), right))
                .findFirst();
        if (wrong.isEmpty()) {
            findings.kept("TEXT-TYPEFACE");
        } else {
            findings.report(
                    "TEXT-TYPEFACE",
                    paragraph,
                    Repair.GUARDED,
                    restyle(paragraph, withTypeface(wrong.get(), right), Look.Property.TYPEFACE),
                    wrong.get().typeface(),
                    right);
        }
    }

    private static boolean isSame(String typeface, String right) {
        return typeface.replace(" ", "").equalsIgnoreCase(right.replace(" ", ""));
    }

    private static Look withTypeface(Look look, String typeface) {
        return new Look(
                typeface,
                look.size(),
                look.bold(),
                look.italic(),
                look.underlined(),
                look.capitals(),
                look.colour(),
                look.alignment(),
                look.firstIndent(),
                look.spaceBefore(),
                look.spaceAfter(),
                look.lineSpacing(),
                look.leading(),
                look.keepWithNext(),
                look.labelEmphasis(),
                look.unknown());
    }

    private void checkColour(Paragraph paragraph) {
        var wrong = letters(paragraph)
                .map(Run::look)
                .filter(look -> !look.unknown().contains(Look.Property.COLOUR) && !isBlack(look.colour()))
                .findFirst();
        if (wrong.isEmpty()) {
            findings.kept("TEXT-COLOUR");
        } else {
            findings.report(
                    "TEXT-COLOUR",
                    paragraph,
                    Repair.GUARDED,
                    restyle(paragraph, file.style(Component.BODY).look(), Look.Property.COLOUR),
                    String.format("%06X", wrong.get().colour()));
        }
    }

    private static boolean isBlack(int colour) {
        return (colour >> 16 & 0xFF) <= NEARLY_BLACK
                && (colour >> 8 & 0xFF) <= NEARLY_BLACK
                && (colour & 0xFF) <= NEARLY_BLACK;
    }
}
