/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.text.Span;
import org.bieumau.model.Archive;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.RecipientItem;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** Lays out recipients, with the line «Lưu» at the end (ND30, Phụ lục I, II.9d). */
final class RecipientLines {

    private final DocumentSetting setting;

    RecipientLines(DocumentSetting setting) {
        this.setting = setting;
    }

    /**
     * Returns the lines, from the label on; an empty list without recipients.
     *
     * @param archiveUnits units in the line «Lưu»
     * @param source the document or copy that is sent to the recipients
     */
    List<SideItem> of(
            List<RecipientItem> recipients, @Nullable Archive archive, List<String> archiveUnits, EObject source) {
        var lines = new ArrayList<SideItem>();
        if (recipients.isEmpty() && archive == null) {
            return lines;
        }
        lines.add(new Paragraph(
                Component.RECIPIENTS_LABEL,
                setting.label(Component.RECIPIENTS_LABEL, setting.text(Key.RECIPIENTS_LABEL)),
                source));
        for (var item : recipients) {
            if (item instanceof RecipientGroup group) {
                addGroup(group, lines);
            } else if (item instanceof Recipient recipient) {
                lines.add(recipient(recipient, setting.text(Key.RECIPIENT_END)));
            }
        }
        if (archive != null) {
            addArchive(archive, archiveUnits, lines);
        }
        return lines;
    }

    private Paragraph recipient(Recipient recipient, String end) {
        var name = recipient.getAgency() != null ? recipient.getAgency().getTitle() : recipient.getText();
        var spans = new ArrayList<Span>();
        spans.add(Span.of(setting.text(Key.RECIPIENT_ITEM)));
        spans.addAll(Span.marked(text(name)));
        addNote(recipient, spans);
        spans.add(Span.of(end));
        return new Paragraph(Component.RECIPIENT, Unbroken.protect(spans), recipient);
    }

    private static void addNote(RecipientItem item, List<Span> spans) {
        if (item.getNote() != null) {
            spans.addAll(Span.marked(" (" + item.getNote() + ")"));
        }
    }

    /** Adds the members of a group; a note about all of them follows a brace. */
    private void addGroup(RecipientGroup group, List<SideItem> lines) {
        if (group.getNote() == null) {
            group.getMembers().forEach(member -> lines.add(recipient(member, setting.text(Key.RECIPIENT_END))));
            return;
        }
        var members =
                group.getMembers().stream().map(member -> recipient(member, "")).toList();
        var note = Span.marked("(" + group.getNote() + ")" + setting.text(Key.RECIPIENT_END));
        lines.add(new Braced(members, new Paragraph(Component.RECIPIENT, note, group)));
    }

    private void addArchive(Archive archive, List<String> units, List<SideItem> lines) {
        var spans = new ArrayList<Span>();
        spans.add(Span.of(setting.text(Key.ARCHIVE_LABEL) + String.join(", ", units)));
        var ownLine = setting.text(Key.DRAFTER);
        if (archive.getDrafter() != null && ownLine.isEmpty()) {
            spans.add(new Span(archive.getDrafter(), false, false, true));
        }
        var copies = archive.getCopies() == null ? "" : Integer.toString(archive.getCopies());
        var inLine = copies.isEmpty() || !ownLine.isEmpty() ? "" : " (" + copies + ")";
        spans.add(Span.of(inLine + setting.text(Key.ARCHIVE_END)));
        lines.add(new Paragraph(Component.RECIPIENT, spans, archive));
        if (!ownLine.isEmpty() && (archive.getDrafter() != null || !copies.isEmpty())) {
            var line =
                    ownLine.replace("{người soạn}", text(archive.getDrafter())).replace("{bản}", copies);
            lines.add(Paragraph.of(Component.DRAFTER, line.replaceAll("^-|-$", ""), archive));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
