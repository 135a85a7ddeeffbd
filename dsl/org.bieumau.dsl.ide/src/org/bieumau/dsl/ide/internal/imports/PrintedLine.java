/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.model.Document;

/** A paragraph or table row of a document as it will be printed. */
public record PrintedLine(Part part, String text) {

    /** Maximum number of lines: more than anybody looks through before an import. */
    private static final int MOST = 2_000;

    /** A part of documents. */
    public enum Part {
        HEAD,
        SUBJECT,
        ADDRESSEE,
        BASIS,
        BODY,
        TABLE,
        RECIPIENTS,
        SIGNATURE,
        ATTACHMENT,
        NOTE;

        private static Part of(Component component) {
            return switch (component) {
                case NATIONAL_NAME,
                        MOTTO,
                        SUPERIOR,
                        ISSUER,
                        NUMBER_SYMBOL,
                        PLACE_DATE,
                        DRAFT_NOTE,
                        SECRECY,
                        URGENCY,
                        CIRCULATION -> HEAD;
                case TYPE_NAME, SUBJECT, LETTER_SUBJECT -> SUBJECT;
                case ADDRESSEE, ADDRESSEE_ITEM -> ADDRESSEE;
                case AUTHORITY_LINE, BASIS, ENACTMENT -> BASIS;
                case RECIPIENTS_LABEL, RECIPIENT, DRAFTER, CONTACT, PUBLICATION_NOTE -> RECIPIENTS;
                case POSITION,
                        POSITION_BELOW_AUTHORITY,
                        POSITION_CONNECTIVE,
                        SIGNATURE_INSTRUCTION,
                        CONFIRMATION,
                        COPY_LABEL,
                        COPY_FORM,
                        COPY_SIGNATURE,
                        SIGNER -> SIGNATURE;
                case APPENDIX_LABEL, APPENDIX_TITLE, APPENDIX_REFERENCE -> ATTACHMENT;
                case FOOTNOTE -> NOTE;
                default -> BODY;
            };
        }
    }

    /**
     * Returns the lines of a document with its attachments.
     *
     * @throws UncheckedIOException if rows of its forms cannot be read
     */
    static List<PrintedLine> of(Document document, Environment environment) {
        var profile = ResolvedDocument.of(document).profile(environment);
        var lines = new ArrayList<PrintedLine>();
        if (profile.isPresent()) {
            try (var blocks = Layout.of(document, profile.get()).open()) {
                for (var block = blocks.next(); block != null && lines.size() < MOST; block = blocks.next()) {
                    add(block, lines);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(lines);
    }

    private static void add(Block block, List<PrintedLine> lines) {
        switch (block) {
            case Block.Paragraph paragraph -> add(Part.of(paragraph.component()), paragraph.text(), lines);
            case Block.SideBySide sides ->
                sides.rows().stream()
                        .flatMap(row -> row.columns().stream())
                        .flatMap(List::stream)
                        .forEach(item -> add(item, lines));
            case Block.Row row ->
                add(
                        Part.TABLE,
                        row.cells().stream()
                                .map(cell -> cell.paragraphs().stream()
                                        .map(Block.Paragraph::text)
                                        .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining(" | ")),
                        lines);
            default -> {
                // A page, a rule or the frame of a table.
            }
        }
    }

    private static void add(Block.SideItem item, List<PrintedLine> lines) {
        switch (item) {
            case Block.Paragraph paragraph -> add((Block) paragraph, lines);
            case Block.Stamp stamp -> add(Part.of(stamp.component()), stamp.text(), lines);
            case Block.Braced braced -> {
                braced.lines().forEach(line -> add((Block) line, lines));
                add((Block) braced.note(), lines);
            }
            default -> {
                // A rule.
            }
        }
    }

    private static void add(Part part, String text, List<PrintedLine> lines) {
        if (!text.isBlank()) {
            lines.add(new PrintedLine(part, text));
        }
    }
}
