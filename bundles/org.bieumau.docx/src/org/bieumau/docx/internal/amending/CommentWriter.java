/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.Amendment;
import org.bieumau.ooxml.internal.amending.XmlElement;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Adds comments, each around the paragraph that it is about. */
final class CommentWriter {

    private static final String NAMESPACE = Vocabulary.WORD.namespaces().getFirst();

    private final WordParts document;

    CommentWriter(WordParts document) {
        this.document = document;
    }

    /** Adds comments; returns those that could not be added. */
    List<Amendment.Comment> add(List<Amendment.Comment> comments) throws IOException, ProblemException {
        if (comments.isEmpty()) {
            return List.of();
        }
        var main = document.main();
        if (main.isEmpty() || document.isStrict(main.get())) {
            return comments;
        }
        var present = document.comments();
        var part = present.isPresent() ? document.part(present.get()) : null;
        if (part != null && part.isEmpty()) {
            return comments;
        }
        var next = part == null ? 0 : nextId(part.get());
        var written = new StringBuilder();
        var left = new ArrayList<Amendment.Comment>();
        for (var each : comments) {
            if (!mark(main.get(), each, next)) {
                left.add(each);
                continue;
            }
            var xml = xml(next++, each.text());
            if (part == null) {
                written.append(xml);
            } else {
                part.get().tree().root().insertStored(xml, null);
            }
        }
        if (part == null && !written.isEmpty()) {
            var id = document.add(
                    "comments",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" + NAMESPACE
                            + "\">" + written + "</w:comments>",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments");
            if (id.isEmpty()) {
                return comments;
            }
        }
        return left;
    }

    private static int nextId(WordParts.Part part) {
        var most = -1;
        for (var each : part.tree().elements(part.w() + "comment")) {
            try {
                most = Math.max(most, Integer.parseInt(String.valueOf(each.attribute(part.w() + "id"))));
            } catch (NumberFormatException e) {
                // It refers to nothing, so that no other id is equal to it.
            }
        }
        return most + 1;
    }

    private static String xml(int id, String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<w:comment xmlns:w=\"" + NAMESPACE + "\" w:id=\"" + id + "\" w:author=\""
                + AmendingMessages.ALL.text("comment.author") + "\" w:initials=\"BM\"><w:p><w:r><w:t>" + escaped
                + "</w:t></w:r></w:p></w:comment>";
    }

    /** Marks the paragraph that a comment is about; comments on headers and notes are at the first paragraph. */
    private boolean mark(WordParts.Part main, Amendment.Comment comment, int id) throws IOException, ProblemException {
        var anchor = comment.anchor();
        var paragraph = anchor == null ? null : document.paragraph(anchor).orElse(null);
        if (paragraph == null || document.part(anchor.part()).orElseThrow().tree() != main.tree()) {
            paragraph = first(main);
        }
        if (paragraph == null) {
            return false;
        }
        var w = main.w();
        var value = Integer.toString(id);
        var properties = paragraph.child(w + "pPr");
        var content = paragraph.children().stream()
                .filter(each -> each != properties)
                .findFirst()
                .orElse(null);
        paragraph.insert(w + "commentRangeStart", content).set(w + "id", value);
        paragraph.insert(w + "commentRangeEnd", null).set(w + "id", value);
        paragraph.insert(w + "r", null).insert(w + "commentReference", null).set(w + "id", value);
        return true;
    }

    private static @Nullable XmlElement first(WordParts.Part main) {
        return main.tree().elements(main.w() + "p").stream()
                .filter(each -> !each.isWithin("mc:AlternateContent"))
                .findFirst()
                .orElse(null);
    }
}
