/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.reading.internal.shape.Ordinal.Style;

/**
 * Determines the levels of rows, one after the other, from the styles of their ordinals. A row with a style that has
 * occurred before belongs to the level of that style again, whatever stands between; a new style opens a level below
 * the last row. Rows without an ordinal are placed by their indents, or else below the row with an ordinal before them.
 */
public final class RowLevels {

    /**
     * The place of a row.
     *
     * @param path the ordinals from the outermost row to this one; an empty string for a row without an ordinal
     * @param isGuess whether the row could as well be on another level
     */
    public record Place(List<String> path, boolean isGuess) {

        /** Returns the number of rows above this one in the hierarchy. */
        public int level() {
            return path.size() - 1;
        }
    }

    /** @param indent number of spaces before a text without an ordinal */
    private record Level(String style, String ordinal, int indent) {

        private boolean isNumbered() {
            return !style.isEmpty();
        }

        private boolean isBullet() {
            return style.startsWith(Style.DASH.name()) || style.startsWith(Style.PLUS.name());
        }
    }

    private final int step;
    private final List<Level> open = new ArrayList<>();
    /** For each style the styles above its first row, from the outermost. */
    private final Map<String, List<String>> above = new HashMap<>();

    private boolean isBelowHeading;

    /** @param step number of spaces before a text without an ordinal for each row above it; 0 if it is not known */
    public RowLevels(int step) {
        this.step = step;
    }

    /** Begins a section, whose rows are not below those before it. */
    public void clear() {
        open.clear();
        isBelowHeading = false;
    }

    /**
     * Adds a row.
     *
     * @param indent number of spaces before its text
     * @param isHeading whether the row only names the rows below it
     */
    public Place add(Optional<Ordinal> ordinal, int indent, boolean isHeading) {
        var isGuess = ordinal.isPresent() ? addNumbered(ordinal.get()) : addPlain(indent);
        isBelowHeading = isHeading;
        return new Place(open.stream().map(Level::ordinal).toList(), isGuess);
    }

    private boolean addNumbered(Ordinal ordinal) {
        var style = style(ordinal);
        var isGuess = false;
        var same = indexOf(style);
        if (same >= 0) {
            cut(same);
        } else if (above.containsKey(style)) {
            var parents = above.get(style);
            var parent = lastOf(parents);
            isGuess = parent < 0 && !parents.isEmpty();
            cut(parent + 1);
        } else {
            isGuess = !open.isEmpty() && !open.getLast().isNumbered() && !isBelowHeading;
            if (!isBullet(ordinal)) {
                while (!open.isEmpty() && open.getLast().isBullet()) {
                    open.removeLast();
                    isGuess = true;
                }
            }
        }
        above.putIfAbsent(style, open.stream().map(Level::style).toList());
        open.add(new Level(style, ordinal.text(), 0));
        return isGuess;
    }

    private static boolean isBullet(Ordinal ordinal) {
        return ordinal.style() == Style.DASH || ordinal.style() == Style.PLUS;
    }

    /** Returns the style of an ordinal with the number of its parts: a C after a B is not a Roman numeral. */
    private String style(Ordinal ordinal) {
        var text = ordinal.text();
        var letters = Style.CAPITAL.name() + ":0";
        var last = indexOf(letters);
        var follows = ordinal.style() == Style.ROMAN
                && text.length() == 1
                && last >= 0
                && open.get(last).ordinal().charAt(0) == text.charAt(0) - 1;
        return follows
                ? letters
                : ordinal.style() + ":" + text.chars().filter(c -> c == '.').count();
    }

    private int indexOf(String style) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).style().equals(style)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the innermost open row with one of some styles; -1 if there is none. */
    private int lastOf(List<String> styles) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).isNumbered() && styles.contains(open.get(i).style())) {
                return i;
            }
        }
        return -1;
    }

    private void cut(int size) {
        open.subList(size, open.size()).clear();
    }

    private boolean addPlain(int indent) {
        var isGuess = false;
        if (step > 0) {
            isGuess = indent / step > open.size();
            cut(Math.min(indent / step, open.size()));
        } else {
            isGuess = cutForIndent(indent);
        }
        open.add(new Level("", "", indent));
        return isGuess;
    }

    /** Closes the rows that are not above a row without an ordinal, and returns whether they could be. */
    private boolean cutForIndent(int indent) {
        var first = open.size();
        while (first > 0 && !open.get(first - 1).isNumbered()) {
            first--;
        }
        for (int i = open.size() - 1; i >= first; i--) {
            if (open.get(i).indent() == indent) {
                cut(i);
                return false;
            }
            if (open.get(i).indent() < indent) {
                return false;
            }
        }
        if (first < open.size()) {
            cut(first);
            return true;
        }
        if (!open.isEmpty() && open.getLast().isBullet()) {
            open.removeLast();
            return true;
        }
        return !open.isEmpty() && indent == 0 && !isBelowHeading;
    }
}
