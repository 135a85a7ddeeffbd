/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.RoledText.Piece;
import org.bieumau.reading.internal.role.RoledText.Table;
import org.bieumau.reading.internal.values.MarkedLine;

/** Checks the numbers of divisions, the mark at the end of the text. */
final class BodyChecks {

    private static final Pattern ARTICLE = Pattern.compile("^(\\s*)(Điều\\s+\\d{1,3})([.:)/])(?=\\s)");

    private final CheckedFile file;
    private final Findings findings;
    /** The number of the last division at each level; those of lower levels begin again. */
    private final Map<DivisionLevel, Integer> numbers = new EnumMap<>(DivisionLevel.class);

    BodyChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        file.main().filter(line -> line.role().isText()).forEach(line -> {
            MarkedLine.of(line.text()).ifPresent(marked -> checkNumber(line, marked));
            checkMark(line);
        });
        checkEnd();
    }

    private void checkNumber(Line line, MarkedLine marked) {
        var level = marked.level();
        var number = MarkerText.number(marked.marker());
        if (number == 0) {
            return;
        }
        numbers.keySet().removeIf(each -> each.getValue() > level.getValue() && each != DivisionLevel.ARTICLE);
        var before = numbers.put(level, number);
        var expected = before == null ? 1 : before + 1;
        // A list in a paragraph begins at 1 again.
        if (number == expected || number == 1) {
            findings.kept("DIVISION-NUMBER");
        } else {
            findings.report(
                    "DIVISION-NUMBER",
                    line,
                    Repair.BY_HAND,
                    List.of(),
                    marked.marker(),
                    MarkerText.of(level, expected));
        }
    }

    /** Checks that the number of an article is followed by a dot. */
    private void checkMark(Line line) {
        var article = ARTICLE.matcher(line.text());
        if (!article.find()) {
            return;
        }
        var mark = article.group(3);
        if (mark.equals(".")) {
            findings.kept("DIVISION-MARK");
        } else {
            findings.report(
                    "DIVISION-MARK",
                    line,
                    Repair.SAFE,
                    // The mark of an automatic number is not in the text.
                    CheckedFile.retype(line, old -> ARTICLE.matcher(old).replaceFirst("$1$2.")),
                    article.group(2) + mark,
                    article.group(2) + ".");
        }
    }

    private void checkEnd() {
        var mark = file.rule(Key.END_MARK);
        Piece last = null;
        for (var piece : file.pieces()) {
            if (piece instanceof Table
                    || piece instanceof Line line && line.role().isText()) {
                last = piece;
            }
        }
        if (mark.isEmpty() || last == null) {
            return;
        }
        if (last instanceof Table) {
            findings.needsPerson("END-MARK-MISSING");
        } else if (last instanceof Line line) {
            if (line.text().endsWith(mark)) {
                findings.kept("END-MARK-MISSING");
            } else {
                findings.report(
                        "END-MARK-MISSING",
                        line,
                        Repair.SAFE,
                        CheckedFile.retype(line, old -> Items.ended(old, mark)),
                        mark);
            }
        }
    }
}
