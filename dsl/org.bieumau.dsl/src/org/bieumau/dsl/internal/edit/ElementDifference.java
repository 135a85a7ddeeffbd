/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes the edits that give a text the tokens of another text. Comments, line breaks and spaces between unchanged
 * tokens stay as they are.
 */
final class ElementDifference {

    private final String text;
    private final List<Token> words;
    private final String other;
    private final List<Token> otherWords;
    private final String indent;
    private final List<TextEdit> edits = new ArrayList<>();

    /**
     * @param text the current text
     * @param words the tokens of the current text
     * @param other the new text, as the serializer writes it
     * @param otherWords the tokens of the new text
     * @param indent the indentation of the text in its file
     */
    ElementDifference(String text, List<Token> words, String other, List<Token> otherWords, String indent) {
        this.indent = indent;
        this.text = text;
        this.words = words;
        this.other = other;
        this.otherWords = otherWords;
    }

    /**
     * Returns the tokens of the current model as the serializer writes them, plus those tokens of the text that the
     * serializer leaves out now but writes after the change. Thus the braces of an empty row stay, and new cells go
     * between them.
     *
     * @param words the tokens of the text
     * @param before the tokens that the serializer writes for the current model
     * @param otherWords the tokens that the serializer writes for the changed model
     */
    static List<Token> unchanged(List<Token> words, List<Token> before, List<Token> otherWords) {
        var changes = Differences.of(before, otherWords, Token::isSame);
        var unchanged = new ArrayList<>(before);
        for (var spelled : Differences.of(words, before, Token::isSame).reversed()) {
            var extra = words.subList(spelled.from(), spelled.to());
            if (spelled.otherFrom() == spelled.otherTo()
                    && changes.stream()
                            .anyMatch(change -> change.from() <= spelled.otherFrom()
                                    && spelled.otherFrom() <= change.to()
                                    && hasInOrder(otherWords.subList(change.otherFrom(), change.otherTo()), extra))) {
                unchanged.addAll(spelled.otherFrom(), extra);
            }
        }
        return unchanged;
    }

    private static boolean hasInOrder(List<Token> words, List<Token> wanted) {
        var found = 0;
        for (var word : words) {
            found += found < wanted.size() && word.isSame(wanted.get(found)) ? 1 : 0;
        }
        return found == wanted.size();
    }

    /**
     * Returns the edits, with offsets in the current text.
     *
     * @param before the tokens that the serializer writes for the current model, see {@link #unchanged}; a difference
     *     between them and the text is a matter of spelling, not a change
     * @param after whether an insertion goes after tokens that only the text has; if false, before them
     */
    List<TextEdit> edits(List<Token> before, boolean after) {
        var runs = Differences.through(
                        Differences.of(words, before, Token::isSame),
                        Differences.of(before, otherWords, Token::isSame),
                        after)
                .orElseGet(() -> Differences.of(words, otherWords, Token::isSame));
        var last = new Differences.Run(0, 0, 0, 0);
        for (var run : runs) {
            if (run.from() == run.to()) {
                insert(toLineStart(run, last));
            } else if (run.otherFrom() == run.otherTo()) {
                remove(toLineStart(run, last));
            } else {
                replace(run);
            }
            last = run;
        }
        return edits;
    }

    /**
     * Moves a run forward to the beginning of a line if it describes the same change there: in <code>dòng "a" … dòng
     * "b"</code>, the insertion is a whole row instead of <code>"a" … dòng</code>. One of the two sides of the run is
     * empty.
     *
     * @param last the run before, which the run must not pass: the order of what is inserted would change
     */
    private Differences.Run toLineStart(Differences.Run run, Differences.Run last) {
        var inserted = run.from() == run.to();
        var first = Math.max(last.to(), 1);
        var otherFirst = Math.max(last.otherTo(), 1);
        for (int by = 0; run.from() - by >= first && run.otherFrom() - by >= otherFirst; by++) {
            var gap = inserted ? otherGap(run.otherFrom() - by) : gap(run.from() - by);
            if (gap.contains("\n")) {
                return new Differences.Run(run.from() - by, run.to() - by, run.otherFrom() - by, run.otherTo() - by);
            }
            var list = inserted ? otherWords : words;
            var from = inserted ? run.otherFrom() : run.from();
            var to = inserted ? run.otherTo() : run.to();
            if (!list.get(from - by - 1).isSame(list.get(to - by - 1))) {
                break;
            }
        }
        return run;
    }

    private int end(int word) {
        return word < 0 ? 0 : words.get(word).end();
    }

    private int begin(int word) {
        return word < words.size() ? words.get(word).offset() : text.length();
    }

    private String gap(int word) {
        return text.substring(end(word - 1), begin(word));
    }

    private String otherGap(int word) {
        var from = word == 0 ? 0 : otherWords.get(word - 1).end();
        return other.substring(
                        from, word < otherWords.size() ? otherWords.get(word).offset() : other.length())
                .replace("\n", "\n" + indent);
    }

    /** Returns a part of the new text, with the whitespace between its tokens. */
    private String otherText(int from, int to) {
        var written = new StringBuilder();
        for (int word = from; word < to; word++) {
            written.append(word == from ? "" : otherGap(word))
                    .append(otherWords.get(word).text());
        }
        return written.toString();
    }

    /** Inserts tokens after the preceding token, or after the comment at the end of its line if they begin a line. */
    private void insert(Differences.Run run) {
        var before = otherGap(run.otherFrom());
        var inserted = otherText(run.otherFrom(), run.otherTo());
        var after = otherGap(run.otherTo());
        var gap = gap(run.from());
        var at = end(run.from() - 1);
        if (before.contains("\n")) {
            var line = gap.indexOf('\n');
            at += line < 0 ? 0 : line;
            if (line < 0 && after.contains("\n")) {
                edits.add(new TextEdit(at, gap.isBlank() ? gap.length() : 0, before + inserted + after));
                return;
            }
        } else if (gap.isEmpty() || gap.startsWith("//")) {
            inserted += after;
        }
        edits.add(new TextEdit(at, 0, before + inserted));
    }

    /** Removes tokens, together with their lines if nothing else is on these. */
    private void remove(Differences.Run run) {
        var from = end(run.from() - 1);
        var to = end(run.to() - 1);
        var before = gap(run.from());
        var after = gap(run.to());
        var line = before.lastIndexOf('\n');
        if (line >= 0 && after.contains("\n")) {
            // From the end of the line above to the end of the last line, with the comment at its end.
            edits.add(new TextEdit(from + line, to + after.indexOf('\n') - from - line, ""));
        } else if (before.isBlank()) {
            edits.add(new TextEdit(from, to - from, ""));
        } else {
            edits.add(new TextEdit(begin(run.from()), to - begin(run.from()), ""));
        }
    }

    /** Replaces tokens character by character, so that unchanged characters within a token stay. */
    private void replace(Differences.Run run) {
        var from = begin(run.from());
        var old = text.substring(from, end(run.to() - 1));
        var replacement = otherText(run.otherFrom(), run.otherTo());
        var letters = old.chars().mapToObj(c -> (char) c).toList();
        var others = replacement.chars().mapToObj(c -> (char) c).toList();
        for (var piece : Differences.of(letters, others, Character::equals)) {
            edits.add(new TextEdit(
                    from + piece.from(),
                    piece.to() - piece.from(),
                    replacement.substring(piece.otherFrom(), piece.otherTo())));
        }
    }
}
