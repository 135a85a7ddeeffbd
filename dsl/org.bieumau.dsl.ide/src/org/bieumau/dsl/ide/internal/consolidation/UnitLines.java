/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** Units of a campaign that a user types or pastes, one a line. */
public final class UnitLines {

    /** Numbering that lists are pasted with: <code>1.</code>, <code>2)</code>, or the ordinal of a table. */
    private static final Pattern ORDINAL = Pattern.compile("^\\d{1,4}(?:[.)]\\s*|\\t\\s*)(?=\\p{L})");

    private static final Pattern CODE = Pattern.compile("\\d{2,10}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    /** Words that names begin with and that do not tell them apart. */
    private static final List<String> BEGINNINGS =
            List.of("uy ban nhan dan", "ubnd", "thi tran", "thanh pho", "thi xa", "dac khu", "phuong", "xa", "huyen");

    /**
     * A unit.
     *
     * @param name name by which the text refers to it
     * @param code its code; an empty string for none
     * @param contact the person to call; an empty string for none
     */
    public record Line(String name, String title, String code, String contact) {

        /** Returns its line in the text of a campaign. */
        String text() {
            var details = new ArrayList<String>();
            if (!code.isEmpty()) {
                details.add("mã số " + quoted(code));
            }
            if (!contact.isEmpty()) {
                details.add("đầu mối " + quoted(contact));
            }
            return name + " " + quoted(title) + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
        }
    }

    private UnitLines() {}

    /** Returns a text between quotation marks. */
    static String quoted(String text) {
        return '"' + text.strip().replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s*\\R\\s*", " ") + '"';
    }

    /**
     * Returns the units of a text. A line is a name, or name, code and person to call as they come from a spreadsheet,
     * separated by tabs or semicolons. A name that occurs again is left out.
     */
    public static List<Line> of(String text) {
        var used = new LinkedHashSet<String>();
        var titles = new LinkedHashSet<String>();
        var lines = new ArrayList<Line>();
        text.lines().map(VietnameseText::nfc).forEach(line -> {
            var parts = ORDINAL.matcher(line.strip()).replaceFirst("").split("[\\t;]");
            var title = parts[0].strip();
            if (title.chars().noneMatch(Character::isLetter) || !titles.add(VietnameseText.fold(title))) {
                return;
            }
            var code = "";
            var contact = new ArrayList<String>();
            for (int i = 1; i < parts.length; i++) {
                var part = parts[i].strip();
                if (code.isEmpty() && CODE.matcher(part).matches() && contact.isEmpty()) {
                    code = part;
                } else if (!part.isEmpty()) {
                    contact.add(part);
                }
            }
            lines.add(new Line(unique(name(title), used), title, code, String.join(", ", contact)));
        });
        return lines;
    }

    /** Returns a name such as <code>tânThủy</code> for <code>UBND xã Tân Thủy</code>. */
    static String name(String title) {
        var words = WORD.matcher(title).results().map(match -> match.group()).toList();
        var rest = words;
        for (var beginning : BEGINNINGS) {
            var length = beginning.split(" ").length;
            if (rest.size() > length
                    && Character.isLetter(rest.get(length).charAt(0))
                    && VietnameseText.fold(String.join(" ", rest.subList(0, length)))
                            .equals(beginning)) {
                rest = rest.subList(length, rest.size());
            }
        }
        var name = new StringBuilder();
        for (var word : rest) {
            var small = word.equals(VietnameseText.capitals(word)) && word.length() > 1 && rest.size() > 1
                    ? word
                    : word.toLowerCase(VietnameseText.LOCALE);
            name.append(name.isEmpty() ? small.toLowerCase(VietnameseText.LOCALE) : VietnameseText.capitalised(small));
        }
        return Character.isLetter(name.charAt(0)) ? name.toString() : "đơnVị" + name;
    }

    private static String unique(String base, Set<String> used) {
        var unique = base;
        for (int i = 2; !used.add(unique); i++) {
            unique = base + "_" + i;
        }
        return unique;
    }
}
