/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.text.Emphasis;
import org.bieumau.model.Paragraph;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TextRun;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Finds characters in prose that may print otherwise than the author expects: a star that begins emphasis without an
 * end, and is printed; stars within a word; and a backslash before a letter or digit, which is not printed.
 */
final class DoubtfulMarks {

    /**
     * A doubtful character.
     *
     * @param code the code of the problem
     * @param offset the offset in the file
     * @param length the number of characters, which include the escaped one
     */
    record Doubt(String code, int offset, int length) {}

    private final TextRun run;
    private final String written;
    private final String file;
    private final int start;
    private final List<Doubt> doubts = new ArrayList<>();

    private DoubtfulMarks(TextRun run, int start, String written, String file) {
        this.run = run;
        this.start = start;
        this.written = written;
        this.file = file;
    }

    /** Returns the doubtful characters of a run, which must come from a parsed file. */
    static List<Doubt> of(TextRun run) {
        var node = NodeModelUtils.findActualNodeFor(run);
        if (node == null || node.getText().indexOf('*') < 0 && node.getText().indexOf('\\') < 0) {
            return List.of();
        }
        return new DoubtfulMarks(
                        run,
                        node.getTotalOffset(),
                        node.getText(),
                        node.getRootNode().getText())
                .find();
    }

    private List<Doubt> find() {
        var mayHaveMarks = !(run.eContainer() instanceof StyledRun styled && styled.isSuperscript());
        var before = before();
        for (int i = 0; i < written.length(); i++) {
            switch (written.charAt(i)) {
                case '\\' -> {
                    if (i + 1 < written.length() && !isNeeded(i)) {
                        doubts.add(new Doubt("BACKSLASH", start + i, 2));
                    }
                    before = Emphasis.ESCAPED;
                    i++;
                }
                case '*' -> {
                    var end = Emphasis.endOfStars(written, i);
                    if (mayHaveMarks && end == i + 1 && Emphasis.canBegin(before, after(end), 1)) {
                        doubts.add(new Doubt("EMPHASIS-OPEN", start + i, 1));
                    }
                    var letters = mayHaveMarks && end == i + 2 ? letters(before, end) : 0;
                    if (letters > 0) {
                        end += letters + 2;
                        doubts.add(new Doubt("EMPHASIS-WORD", start + i, letters + 4));
                    }
                    before = '*';
                    i = end - 1;
                }
                default -> before = written.charAt(i);
            }
        }
        return doubts;
    }

    /**
     * Returns the number of letters between the two stars before an offset and two others in the same word: <code>
     * ki**lo**gam</code>. In earlier versions of the language they were bold. Returns 0 if there are none.
     */
    private int letters(char before, int offset) {
        var end = offset;
        while (end < written.length() && Character.isLetter(written.charAt(end))) {
            end++;
        }
        var isInside = written.startsWith("**", end)
                && !written.startsWith("***", end)
                && (Character.isLetter(before) || Character.isLetter(after(end + 2)));
        return isInside ? end - offset : 0;
    }

    private char before() {
        return Emphasis.before(file, start);
    }

    private char after(int end) {
        var after = Emphasis.after(file, start + end);
        return after == '\\' ? Emphasis.ESCAPED : after;
    }

    /** Returns whether the backslash at an offset has an effect, such as before a mark or beside emphasis. */
    private boolean isNeeded(int backslash) {
        var isFirst = backslash == 0;
        var isLast = backslash + 2 == written.length();
        return !Character.isLetterOrDigit(written.charAt(backslash + 1))
                || isFirst && (before() == '*' || beginsLine())
                || isLast && after(written.length()) == '*';
    }

    private boolean beginsLine() {
        return run.eContainer() instanceof Paragraph paragraph
                && paragraph.getMarker() == null
                && paragraph.getRuns().getFirst() == run;
    }
}
