/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceContent.TablePart;
import org.bieumau.reading.internal.grid.SourceContent.TextPart;
import org.bieumau.reading.internal.grid.Texts;

/** Records the use of each cell and paragraph of a file, so that no text is lost. */
public final class Ledger {

    /** The use of a text. */
    public enum Use {
        /** The text became a value of the form. */
        VALUE,
        /** The template prints or computes the text. */
        LABEL,
        LEFTOVER
    }

    private final Map<Object, Use> uses = new IdentityHashMap<>();

    void use(GridCell cell, Use use) {
        uses.put(cell, use);
    }

    void use(Paragraph paragraph, Use use) {
        uses.put(paragraph, use);
    }

    boolean isUsed(Object item) {
        return uses.containsKey(item);
    }

    /** Returns the use of a cell or paragraph; empty if it has none yet. */
    public Optional<Use> use(Object item) {
        return Optional.ofNullable(uses.get(item));
    }

    /** Returns the numbers of characters by their use, without spaces. */
    public Map<Use, Long> characters(SourceContent content) {
        var characters = new EnumMap<Use, Long>(Use.class);
        for (var part : content.parts()) {
            switch (part) {
                case TextPart(var paragraph) -> add(characters, paragraph, paragraph.label() + paragraph.text());
                case TablePart(var grid) -> grid.cells().forEach(cell -> add(characters, cell, cell.shown()));
            }
        }
        return Collections.unmodifiableMap(characters);
    }

    private void add(Map<Use, Long> characters, Object item, String text) {
        var use = uses.get(item);
        if (use != null) {
            characters.merge(use, (long) Texts.characters(text), Long::sum);
        }
    }
}
