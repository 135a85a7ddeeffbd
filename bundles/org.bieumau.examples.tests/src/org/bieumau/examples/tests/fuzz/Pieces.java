/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.text.Span;
import org.bieumau.model.Addressee;
import org.bieumau.model.AddresseeGroup;
import org.bieumau.model.Cell;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.Conditional;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.NoteRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.RecipientItem;
import org.bieumau.model.Run;
import org.bieumau.model.Signature;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TableRow;
import org.bieumau.model.TextRun;
import org.bieumau.model.TextValue;

/**
 * The texts that an output must contain, each reduced to its {@link Letters} and with the text that contains it: the
 * texts of the element in the file, and those of its layout. The former are independent of the layout; text that is
 * printed only under a condition is not among them.
 */
final class Pieces {

    private final Map<String, String> pieces = new LinkedHashMap<>();
    private final boolean withValues;

    /** @param withValues whether numbers and dates of cells are printed as text */
    private Pieces(boolean withValues) {
        this.withValues = withValues;
    }

    /** Returns the texts of an element in the file. */
    static Map<String, String> of(LibraryElement element) {
        var pieces = new Pieces(true);
        switch (element) {
            case Document document -> pieces.add(document);
            case Form form -> pieces.add(form);
            default -> {}
        }
        pieces.pieces.remove("");
        return pieces.pieces;
    }

    /**
     * Returns the texts of the blocks of a layout.
     *
     * @param withValues whether the format prints the numbers and dates of cells as text
     */
    static Map<String, String> of(Layout layout, boolean withValues) throws IOException {
        var pieces = new Pieces(withValues);
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                pieces.add(block);
            }
        }
        pieces.pieces.remove("");
        return pieces.pieces;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> add(paragraph);
            case Block.PageStart start -> start.foot().forEach(this::add);
            case Block.PageEnd end -> end.paragraphs().forEach(this::add);
            case Block.SideBySide sides ->
                sides.rows().forEach(row -> row.columns().forEach(column -> column.forEach(this::add)));
            case Block.Row row ->
                row.cells().stream()
                        .filter(cell -> withValues || cell.value() == null)
                        .forEach(cell -> cell.paragraphs().forEach(this::add));
            default -> {}
        }
    }

    private void add(Block.SideItem item) {
        switch (item) {
            case Block.Paragraph paragraph -> add(paragraph);
            case Block.Stamp stamp -> piece(stamp.text());
            case Block.Braced braced -> {
                braced.lines().forEach(this::add);
                add(braced.note());
            }
            case Block.Line line -> {}
        }
    }

    private void add(Block.Paragraph paragraph) {
        addSpans(paragraph.spans());
    }

    /** The number of a footnote is between the texts before and after it. */
    private void addSpans(List<Span> spans) {
        var text = new StringBuilder();
        for (var span : spans) {
            if (span.note() != null) {
                piece(text.toString());
                text.setLength(0);
                addSpans(span.note());
            } else {
                text.append(span.text());
            }
        }
        piece(text.toString());
    }

    private void add(Document document) {
        words(document.getSubject());
        lines(document.getSubjectLines());
        lines(document.getBody());
        document.getAddressees().forEach(each -> {
            switch (each) {
                case Addressee addressee -> words(addressee.getText());
                case AddresseeGroup group -> {
                    words(group.getLead());
                    group.getMembers().forEach(member -> words(member.getText()));
                    words(group.getNote());
                }
                default -> {}
            }
        });
        document.getBases().forEach(basis -> words(basis.getText()));
        recipients(document.getRecipients());
        signatures(document.getSignatures());
        document.getCertifiedCopies().stream()
                .filter(copy -> copy.getSignedAt() == null)
                .forEach(copy -> {
                    recipients(copy.getRecipients());
                    signatures(Stream.ofNullable(copy.getSignature()).toList());
                });
        document.getAttachments().forEach(attachment -> {
            if (attachment.getAppendix() != null) {
                words(attachment.getAppendix().getTitle());
                lines(attachment.getAppendix().getBody());
            } else if (attachment.getElement() instanceof Form form && !form.eIsProxy()) {
                add(form);
            }
        });
    }

    private void recipients(List<RecipientItem> recipients) {
        recipients.forEach(each -> {
            words(each.getNote());
            switch (each) {
                case Recipient recipient -> words(recipient.getText());
                case RecipientGroup group -> group.getMembers().forEach(member -> words(member.getText()));
                default -> {}
            }
        });
    }

    private void signatures(List<Signature> signatures) {
        signatures.forEach(signature -> {
            words(signature.getPosition());
            words(signature.getPersonName());
        });
    }

    private void add(Form form) {
        form.getEntries().forEach(this::add);
        form.getSections().stream().filter(Pieces::always).forEach(section -> {
            words(section.getTitle());
            section.getEntries().forEach(this::add);
        });
    }

    private void add(Entry entry) {
        if (!always(entry)) {
            return;
        }
        words(entry.getTitle());
        entry.getCells().stream().filter(Pieces::isShown).map(Cell::getValue).forEach(value -> {
            switch (value) {
                case TextValue text -> words(text.getText());
                case Prose prose -> lines(prose);
                case null, default -> {}
            }
        });
    }

    private static boolean isShown(Cell cell) {
        var column = cell.getColumn();
        if (column == null || column.eIsProxy() || !always(column)) {
            return false;
        }
        for (var above = column.eContainer(); above instanceof ColumnGroup || above instanceof Column; ) {
            if (above instanceof Column each && !always(each)) {
                return false;
            }
            above = above.eContainer();
        }
        return true;
    }

    private static boolean always(Conditional element) {
        return element.getCondition() == null;
    }

    private void lines(Prose prose) {
        if (prose != null) {
            prose.getLines().forEach(this::line);
        }
    }

    private void line(ProseLine line) {
        switch (line) {
            case Paragraph paragraph -> runs(paragraph.getRuns());
            case TableRow row -> {
                if (row.getCells().stream()
                        .flatMap(cell -> cell.getRuns().stream())
                        .noneMatch(Pieces::isRule)) {
                    row.getCells().forEach(cell -> runs(cell.getRuns()));
                }
            }
            default -> {}
        }
    }

    /** Returns whether a cell may be part of the line of dashes below the header of a table, which is not printed. */
    private static boolean isRule(Run run) {
        return run instanceof TextRun text
                && text.getText() != null
                && text.getText().matches(":?-+:?");
    }

    private void runs(List<Run> runs) {
        for (var run : runs) {
            switch (run) {
                case TextRun text -> words(text.getText());
                case StyledRun styled -> runs(styled.getRuns());
                case NoteRun note -> runs(note.getRuns());
                default -> {}
            }
        }
    }

    /** A long cell continues in the next row of the sheet, so only single words are never divided. */
    private void piece(String text) {
        if (withValues) {
            pieces.putIfAbsent(Letters.of(text), text);
        } else {
            words(text);
        }
    }

    private void words(String text) {
        if (text != null) {
            Letters.words(text).forEach(word -> pieces.putIfAbsent(word, text));
        }
    }
}
