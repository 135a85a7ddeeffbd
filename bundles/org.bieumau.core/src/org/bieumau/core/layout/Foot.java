/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.model.Signature;

/**
 * Lays out recipients and signatures (ND30, Phụ lục I, II.7 and II.9). They are kept on one page, so that neither is
 * separated from the other.
 */
final class Foot {

    /** Space between the signatures and the recipients below them, in pt. */
    static final double ABOVE_RECIPIENTS = 12;

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
        addCopies(page, parts);
    }

    private void addCopies(PageSetup page, List<Parts.Part> parts) {
        var copies = new CopyLayout(setting);
        document.signatures().stream()
                .filter(Signature::isOfCopy)
                .forEach(copier -> addCopy(copies.stamp(copier), page, parts));
        document.certifiedCopies().stream()
                .filter(copy -> copy.getSignedAt() == null)
                .forEach(copy -> addCopy(copies.onPaper(copy, page), page, parts));
    }

    /** Adds what certifies a copy, below a line across the page (ND30, Phụ lục I, Phần II, II.2a; HD05, p. 26). */
    private static void addCopy(SideBySide copy, PageSetup page, List<Parts.Part> parts) {
        parts.add(Parts.one(new Line(0, ABOVE_RECIPIENTS)));
        parts.add(Parts.one(new Line(page.textWidth(), ABOVE_RECIPIENTS)));
        parts.add(Parts.one(copy));
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
        return new RecipientLines(setting)
                .of(document.recipients(), document.archive(), document.archiveUnits(), document.document());
    }

    private SignatureBlock signature(Signature signature) {
        var body = document.agency(signature)
                .map(agency -> AgencyNames.at(agency, document.date()).heading())
                .orElse("");
        return SignatureBlock.of(signature, body, setting.profile(), document.day(setting.profile()));
    }
}
