/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.io.IOException;
import java.util.stream.Collectors;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.text.Span;

/** Reads the divisions of a document from what is printed. */
final class DocumentParts {

    private final Part whole = new Part(null, null, "", "");
    private Part open = whole;
    private boolean isBody;

    private DocumentParts() {}

    /**
     * Returns the divisions and paragraphs of the text of a document, appendices included, attached forms not.
     *
     * @throws IOException if the rows of a form in the text cannot be read
     */
    static Part of(Layout layout) throws IOException {
        var parts = new DocumentParts();
        try (var pass = layout.open()) {
            for (var block = pass.next(); block != null; block = pass.next()) {
                parts.add(block);
            }
        }
        return parts.whole;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> add(paragraph);
            case Block.Row row
            when isBody && row.kind().isEntry() ->
                new Part(
                        open,
                        null,
                        "",
                        row.cells().stream().map(DocumentParts::text).collect(Collectors.joining(" | ")));
            case Block.SideBySide sides -> isBody = false;
            default -> {}
        }
    }

    private static String text(Block.Cell cell) {
        return cell.paragraphs().stream().map(Block.Paragraph::text).collect(Collectors.joining(" "));
    }

    private void add(Block.Paragraph paragraph) {
        if (!isText(paragraph.component())) {
            return;
        }
        isBody = true;
        var text = Span.text(paragraph.spans());
        var label = paragraph.label();
        if (label == null) {
            new Part(open, null, "", text);
            return;
        }
        while (open.level() != null && open.level().compareTo(label.level()) >= 0) {
            open = open.parent();
        }
        open = new Part(open, label.level(), label.text(), text);
    }

    private static boolean isText(Component component) {
        return switch (component) {
            case BASIS,
                    BODY,
                    PART_LABEL,
                    PART_TITLE,
                    SECTION_LABEL,
                    SECTION_TITLE,
                    ARTICLE_HEADING,
                    ARTICLE,
                    ROMAN_HEADING,
                    CLAUSE_HEADING,
                    CLAUSE,
                    POINT,
                    DASH,
                    PLUS,
                    APPENDIX_TITLE -> true;
            default -> false;
        };
    }
}
