/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.checking.report.Repair;
import org.bieumau.reading.internal.role.RoledText.Line;

/** Checks the marks around the items of a list: the dash before each, and what ends it. */
final class Items {

    private static final Pattern END = Pattern.compile("[\\s\u00A0]*[;,.]*[\\s\u00A0]*$");
    private static final Pattern DASH = Pattern.compile("^(\\s*)[–—\u2212+•-][\\s\u00A0]*");

    private final Findings findings;
    private final String rule;

    Items(Findings findings, String rule) {
        this.findings = findings;
        this.rule = rule;
    }

    /** Returns a text with another mark at its end. */
    static String ended(String text, String mark) {
        return END.matcher(text).replaceFirst(Matcher.quoteReplacement(mark));
    }

    /**
     * Checks items; an item can go on in lines without a dash.
     *
     * @param mark the mark before each item
     * @param end what ends an item
     * @param lastEnd what ends the last one
     */
    void check(List<Line> lines, String mark, String end, String lastEnd) {
        var items = new ArrayList<List<Line>>();
        for (var line : lines) {
            if (items.isEmpty() || isBegin(line) || isEnded(items.getLast().getLast(), end)) {
                items.add(new ArrayList<>());
            }
            items.getLast().add(line);
        }
        for (var item : items) {
            var first = item.getFirst();
            var last = item.getLast();
            checkMark(first, mark);
            checkEnd(last, item == items.getLast() ? lastEnd : end);
        }
    }

    private static boolean isBegin(Line line) {
        return !line.paragraph().label().isEmpty()
                || DASH.matcher(CheckedFile.stored(line)).find();
    }

    private static boolean isEnded(Line line, String end) {
        return line.text().endsWith(end);
    }

    private void checkMark(Line line, String mark) {
        var stored = CheckedFile.stored(line);
        var isAutomatic = line.paragraph().label().equals(mark.strip());
        if (isAutomatic || stored.stripLeading().replace('\u00A0', ' ').startsWith(mark)) {
            findings.kept(rule);
        } else if (!line.paragraph().label().isEmpty()) {
            findings.report(
                    rule, line, Repair.BY_HAND, List.of(), CheckingMessages.ALL.text("item.begin", mark.strip()));
        } else {
            findings.report(
                    rule,
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(
                            line,
                            old -> DASH.matcher(old).find()
                                    ? DASH.matcher(old).replaceFirst("$1" + mark)
                                    : mark + old.stripLeading()),
                    CheckingMessages.ALL.text("item.begin", mark.strip()));
        }
    }

    private void checkEnd(Line line, String end) {
        if (line.text().endsWith(end)) {
            findings.kept(rule);
        } else {
            findings.report(
                    rule,
                    line,
                    Repair.SAFE,
                    CheckedFile.retype(line, old -> ended(old, end)),
                    CheckingMessages.ALL.text("item.end", end));
        }
    }
}
