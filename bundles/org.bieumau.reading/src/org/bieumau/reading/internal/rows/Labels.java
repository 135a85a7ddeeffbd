/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceContent.TablePart;
import org.bieumau.reading.internal.grid.SourceContent.TextPart;
import org.bieumau.reading.internal.rows.Ledger.Use;

/** Marks the texts outside of the rows that the template prints itself, such as its title. */
final class Labels {

    private final SourceContent content;
    private final Ledger ledger;
    private final Set<String> texts = new HashSet<>();

    Labels(ResolvedTemplate template, SourceContent content, Ledger ledger) {
        this.content = content;
        this.ledger = ledger;
        Stream.of(template.title(), template.label(), "Đơn vị tính: " + template.measureUnit())
                .filter(text -> !text.isEmpty())
                .map(VietnameseText::fold)
                .forEach(texts::add);
    }

    void mark() {
        for (var part : content.parts()) {
            switch (part) {
                case TextPart(var paragraph) -> {
                    if (isLabel(paragraph.text())) {
                        ledger.use(paragraph, Use.LABEL);
                    }
                }
                case TablePart(var grid) ->
                    grid.cells().stream()
                            .filter(cell -> !ledger.isUsed(cell) && isLabel(cell.shown()))
                            .forEach(cell -> ledger.use(cell, Use.LABEL));
            }
        }
    }

    private boolean isLabel(String text) {
        return texts.contains(VietnameseText.fold(text));
    }
}
