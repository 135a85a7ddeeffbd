/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.RecipientItem;
import org.bieumau.model.Signature;

/**
 * Lays out recipients and signatures (ND30, Phụ lục I, II.7 and II.9). They are kept on one page, so that neither is
 * separated from the other.
 */
final class Foot {

    /** Space between the signatures and the recipients below them, in pt. */
    private static final double ABOVE_RECIPIENTS = 12;

    private final DocumentSetting setting;
    private final ResolvedDocument document;

    Foot(DocumentSetting setting) {
        this.setting = setting;
        this.document = setting.document();
    }

    /**
     * Places one signature next to the recipients; places several signatures side by side, with the recipients below.
     */
    void add(PageSetup page, List<Parts.Part> parts) {
        var recipients = recipients();
        var signatures = document.signatures().stream()
                .filter(signature -> signature.getConfirmed() == null && !signature.isOfCopy())
                .map(this::signature)
                .toList();
        var confirmations = document.signatures().stream()
                .filter(signature -> signature.getConfirmed() != null)
                .toList();
        var rows = new ArrayList<Sides>();
        if (signatures.size() < 2 && confirmations.isEmpty()) {
            var right = signatures.isEmpty()
                    ? List.<SideItem>of()
                    : signatures.getFirst().lines();
            if (!right.isEmpty() || !recipients.isEmpty()) {
                rows.add(new Sides(recipients, right, left()));
            }
        } else {
            var columns = isJoint() && signatures.size() == 3 ? 3 : 2;
            for (int i = 0; i < signatures.size(); i += columns) {
                var row = new ArrayList<>(signatures.subList(i, Math.min(i + columns, signatures.size())));
                if (row.size() < columns) {
                    row.add(SignatureBlock.none());
                }
                // The leading body of a joint document signs on the right (HD05, p. 23; practice in state documents).
                rows.addAll(SignatureBlock.row(isJoint() ? row.reversed() : row));
            }
            confirmations.forEach(signature -> rows.add(confirmation(signature)));
            if (!recipients.isEmpty()) {
                recipients.addFirst(new Line(0, ABOVE_RECIPIENTS));
                rows.add(new Sides(recipients, List.of(), left()));
            }
        }
        if (!rows.isEmpty()) {
            parts.add(Parts.one(new SideBySide(rows)));
        }
        document.signatures().stream().filter(Signature::isOfCopy).forEach(copier -> addCopy(copier, page, parts));
    }

    /** Adds what certifies a copy, below a line across the page (HD05, p. 26). */
    private void addCopy(Signature copier, PageSetup page, List<Parts.Part> parts) {
        var label = Paragraph.of(Component.COPY_LABEL, setting.text(Key.COPY_LABEL), copier);
        parts.add(Parts.one(new Line(0, ABOVE_RECIPIENTS)));
        parts.add(Parts.one(new Line(page.textWidth(), ABOVE_RECIPIENTS)));
        parts.add(Parts.one(new SideBySide(List.of(label), signature(copier).lines(), left())));
    }

    /** Returns the lines of a signature that confirms another one, centred below those of the document. */
    private Sides confirmation(Signature signature) {
        var lines = new ArrayList<SideItem>();
        lines.add(new Line(0, ABOVE_RECIPIENTS));
        lines.add(Paragraph.of(
                Component.CONFIRMATION,
                setting.text(Key.CONFIRMATION).replace("{tên}", signature.getConfirmed()),
                signature));
        lines.addAll(signature(signature).lines());
        return new Sides(List.of(List.of(), lines, List.of()), List.of(20, 60, 20));
    }

    private boolean isJoint() {
        return document.agencies().size() > 1;
    }

    private int left() {
        return setting.percent(Key.FOOT_LEFT_PERCENT);
    }

    private List<SideItem> recipients() {
        var lines = new ArrayList<SideItem>();
        if (document.recipients().isEmpty() && document.archive() == null) {
            return lines;
        }
        lines.add(new Paragraph(
                Component.RECIPIENTS_LABEL,
                setting.label(Component.RECIPIENTS_LABEL, setting.text(Key.RECIPIENTS_LABEL)),
                document.document()));
        for (var item : document.recipients()) {
            if (item instanceof RecipientGroup group) {
                addGroup(group, lines);
            } else if (item instanceof Recipient recipient) {
                lines.add(recipient(recipient, setting.text(Key.RECIPIENT_END)));
            }
        }
        addArchive(lines);
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

    private void addArchive(List<SideItem> lines) {
        var archive = document.archive();
        if (archive == null) {
            return;
        }
        var spans = new ArrayList<Span>();
        spans.add(Span.of(setting.text(Key.ARCHIVE_LABEL) + String.join(", ", document.archiveUnits())));
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

    private SignatureBlock signature(Signature signature) {
        var body = document.agency(signature)
                .map(agency -> AgencyNames.at(agency, document.date()).heading())
                .orElse("");
        return SignatureBlock.of(signature, body, setting.profile(), document.day(setting.profile()));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
