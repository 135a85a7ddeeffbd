/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.Arrays;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/**
 * The children of an element as a reader sees them: inside content controls, tracked insertions, hyperlinks and the
 * like, and of alternate content only the first alternative. Tracked deletions are children without content.
 */
final class Children {

    private static final int INSERTED = 1;
    private static final int PLACEHOLDER = 2;
    private static final int ALTERNATIVES = 4;
    private static final int CHOSEN = 8;

    private final XmlReader xml;
    private int[] levels = new int[4];
    private int[] states = new int[4];
    private int top;

    /** Begins at the start of the element. */
    Children(XmlReader xml) {
        this.xml = xml;
        levels[0] = xml.depth();
    }

    /** Moves to the next child; returns false at the end of the element. */
    boolean next() throws IOException, ProblemException {
        while (top >= 0) {
            if (!xml.nextChild(levels[top])) {
                top--;
            } else if (!enters()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the current child is in a tracked insertion, or was moved here. */
    boolean isInserted() {
        return (states[top] & INSERTED) != 0;
    }

    /** Returns whether the current child is the prompt of an empty content control. */
    boolean isPlaceholder() {
        return (states[top] & PLACEHOLDER) != 0;
    }

    /** Enters the current element if it only wraps others, or skips it if it has no content. */
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
                        if ((states[top] & CHOSEN) == 0) {
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
            levels = Arrays.copyOf(levels, 2 * levels.length);
            states = Arrays.copyOf(states, levels.length);
        }
        states[top + 1] = states[top] & (INSERTED | PLACEHOLDER) | state;
        levels[++top] = xml.depth();
    }

    private void readControl() throws IOException, ProblemException {
        var level = xml.depth();
        while (xml.nextChild(level)) {
            if (xml.is(Vocabulary.WORD, "showingPlcHdr") && Measures.isOn(xml.attribute("val"))) {
                states[top] |= PLACEHOLDER;
            }
        }
    }
}
