/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import static org.bieumau.docx.internal.reading.CharacterFormat.first;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bieumau.core.profile.Look.Alignment;

/**
 * Properties of a paragraph that a style, a list level or the paragraph itself sets; null where it sets none. Measures
 * are in twips.
 *
 * @param style id of the paragraph style; only of paragraphs
 * @param list number of the list; 0 for none
 * @param level level in the list, from 0
 * @param firstLine indent of the first line, negative if it hangs
 * @param line line spacing, in twips or 240ths of a line
 * @param lineRule <code>auto</code>, <code>exact</code> or <code>atLeast</code>
 * @param closesUp whether there is no space between the paragraph and others of its style
 * @param outline outline level from 0; 9 for text
 * @param tabs tab stops and cleared ones; never null
 */
record ParagraphFormat(
        String style,
        Integer list,
        Integer level,
        Alignment alignment,
        Integer left,
        Integer right,
        Integer firstLine,
        Integer before,
        Integer after,
        Integer line,
        String lineRule,
        Boolean closesUp,
        Boolean keepWithNext,
        Boolean newPage,
        Integer outline,
        Boolean ruleAbove,
        Boolean ruleBelow,
        List<Tab> tabs) {

    /** @param alignment null for a tab stop that is cleared */
    record Tab(int position, Alignment alignment) {}

    static final ParagraphFormat NONE = new ParagraphFormat(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            List.of());

    /** Returns this format with its unset properties taken from another one. */
    ParagraphFormat over(ParagraphFormat base) {
        if (base == NONE || this == NONE) {
            return this == NONE ? base : this;
        }
        return new ParagraphFormat(
                style,
                first(list, base.list),
                first(level, base.level),
                first(alignment, base.alignment),
                first(left, base.left),
                first(right, base.right),
                first(firstLine, base.firstLine),
                first(before, base.before),
                first(after, base.after),
                first(line, base.line),
                first(lineRule, base.lineRule),
                first(closesUp, base.closesUp),
                first(keepWithNext, base.keepWithNext),
                first(newPage, base.newPage),
                first(outline, base.outline),
                first(ruleAbove, base.ruleAbove),
                first(ruleBelow, base.ruleBelow),
                merged(base.tabs));
    }

    private List<Tab> merged(List<Tab> base) {
        if (tabs.isEmpty() || base.isEmpty()) {
            return tabs.isEmpty() ? base : tabs;
        }
        var merged = new ArrayList<>(tabs);
        for (var tab : base) {
            if (tabs.stream().noneMatch(own -> own.position() == tab.position())) {
                merged.add(tab);
            }
        }
        merged.sort(Comparator.comparingInt(Tab::position));
        return merged;
    }

    /** Returns this format with unset indents taken from a list level. */
    ParagraphFormat indentedBy(ParagraphFormat level) {
        return level == null
                ? this
                : new ParagraphFormat(
                        style,
                        list,
                        this.level,
                        alignment,
                        first(left, level.left),
                        first(right, level.right),
                        first(firstLine, level.firstLine),
                        before,
                        after,
                        line,
                        lineRule,
                        closesUp,
                        keepWithNext,
                        newPage,
                        outline,
                        ruleAbove,
                        ruleBelow,
                        merged(level.tabs));
    }
}
