/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** The open fields of a story. Their results are displayed, their codes are not (ECMA-376, part 1, 17.16). */
final class Fields {

    private static final int LONGEST_CODE = 1 << 16;

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean hasResult;

        boolean isPageNumber() {
            return code.toString().strip().toUpperCase(Locale.ROOT).matches("PAGE(\\s.*)?");
        }
    }

    private final boolean inMargin;
    private final Deque<Field> open = new ArrayDeque<>();
    private boolean hasPageNumber;

    /** @param inMargin whether the story is a header or footer, whose page number is not text */
    Fields(boolean inMargin) {
        this.inMargin = inMargin;
    }

    void begin() {
        open.push(new Field());
    }

    void code(String text) {
        if (!open.isEmpty() && open.peek().code.length() < LONGEST_CODE) {
            open.peek().code.append(text);
        }
    }

    void separate() {
        if (!open.isEmpty()) {
            open.peek().hasResult = true;
            notePageNumber();
        }
    }

    void end() {
        if (!open.isEmpty()) {
            notePageNumber();
            open.pop();
        }
    }

    private void notePageNumber() {
        hasPageNumber |= inMargin && open.peek().isPageNumber();
    }

    /** Records a page number that is not a field. */
    void pageNumber() {
        hasPageNumber |= inMargin;
    }

    /**
     * Closes the fields whose code is still open at the end of a paragraph, so that a missing end does not hide the
     * rest of the text.
     */
    void endParagraph() {
        while (!open.isEmpty() && !open.peek().hasResult) {
            end();
        }
    }

    /** Returns whether the current position is in the field of a page number of a header or footer. */
    boolean isInPageNumber() {
        return inMargin && !open.isEmpty() && open.peek().isPageNumber();
    }

    /** Returns whether text at the current position is displayed. */
    boolean isShown() {
        for (var field : open) {
            if (!field.hasResult || inMargin && field.isPageNumber()) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a page number was found in a header or footer. */
    boolean hasPageNumber() {
        return hasPageNumber;
    }
}
