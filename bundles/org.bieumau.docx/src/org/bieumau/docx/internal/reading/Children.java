/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.Arrays;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/**
 * The children of an element as displayed: those in content controls, tracked insertions, hyperlinks and the like are
 * included, of alternate content only the first alternative. Tracked deletions are children without content.
 */
final class Children {

    private static final int INSERTED = 1;
    private static final int PLACEHOLDER = 2;
    private static final int ALTERNATIVES = 4;
    private static final int CHOSEN = 8;

    private static final int[] NONE = {};

    private final XmlReader xml;
    private final int level;
    /**
     * The depths and states of the wrapping elements that were entered, from the outermost. Most elements have none.
     */
    private int[] levels = NONE;

    private int[] states = NONE;
    private int top = -1;
    private boolean isAtEnd;

    /** Creates the children of the current element. */
    Children(XmlReader xml) {
        this.xml = xml;
        level = xml.depth();
    }

    /** Moves to the next child; returns false at the end of the element. */
    boolean next() throws IOException, ProblemException {
        while (!isAtEnd) {
            if (!xml.nextChild(top < 0 ? level : levels[top])) {
                isAtEnd = top < 0;
                top--;
            } else if (!enters()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the current child is in a tracked insertion, or was moved here. */
    boolean isInserted() {
        return top >= 0 && (states[top] & INSERTED) != 0;
    }

    /** Returns whether the current child is the prompt of an empty content control. */
    boolean isPlaceholder() {
        return top >= 0 && (states[top] & PLACEHOLDER) != 0;
    }

    /** Enters the current element if it only wraps other elements, or skips it if it has no content. */
    private boolean enters() throws IOException, ProblemException {
        switch (xml.vocabulary()) {
            case WORD -> {
                switch (xml.name()) {
                    case "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "dir", "bdo" -> push(0);
                    case "ins", "moveTo" -> push(INSERTED);
                    case "sdtPr" -> readControl();
                    case "del", "moveFrom" -> {}
                    default -> {
                        return false;
                    }
                }
            }
            case COMPATIBILITY -> {
                switch (xml.name()) {
                    case "AlternateContent" -> push(ALTERNATIVES);
                    case "Choice", "Fallback" -> {
                        if (top >= 0 && (states[top] & CHOSEN) == 0) {
                            states[top] |= CHOSEN;
                            push(0);
                        }
                    }
                    default -> {}
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void push(int state) {
        if (top + 1 == levels.length) {
            levels = Arrays.copyOf(levels, 2 * levels.length + 2);
            states = Arrays.copyOf(states, levels.length);
        }
        var around = top < 0 ? 0 : states[top] & (INSERTED | PLACEHOLDER);
        top++;
        states[top] = around | state;
        levels[top] = xml.depth();
    }

    private void readControl() throws IOException, ProblemException {
        var level = xml.depth();
        while (xml.nextChild(level)) {
            if (xml.is(Vocabulary.WORD, "showingPlcHdr") && Measures.isOn(xml.attribute("val"))) {
                placeholder();
            }
        }
    }

    private void placeholder() {
        if (top >= 0) {
            states[top] |= PLACEHOLDER;
        }
    }
}
