/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.model.Agency;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the certification of a copy of a document. On paper this is a letterhead, recipients and a signature of the
 * agency that makes the copy (ND30, Phụ lục I, Phần II, II; Phụ lục III, mẫu 3.1), or a stamp with a signature (HD05,
 * p. 26); in an electronic copy, a line at the top of the first page (ND30, Phụ lục I, Phần II, I.3).
 */
final class CopyLayout {

    private final DocumentSetting setting;

    CopyLayout(DocumentSetting setting) {
        this.setting = setting;
    }

    /** Returns the words of the stamp beside a signature. */
    SideBySide stamp(Signature copier) {
        var label = Paragraph.of(Component.COPY_LABEL, setting.text(Key.COPY_LABEL), copier);
        return new SideBySide(List.of(label), signature(copier), setting.percent(Key.FOOT_LEFT_PERCENT));
    }

    /** Returns letterhead, recipients and signature of a copy on paper; they are kept together. */
    SideBySide onPaper(CertifiedCopy copy, PageSetup page) {
        var left = setting.percent(Key.HEAD_LEFT_PERCENT);
        return new SideBySide(List.of(
                new Sides(body(copy, page.textWidth() * left / 100), form(copy), left),
                new Sides(
                        List.of(number(copy)),
                        placeAndDate(copy),
                        Letterhead.besideDate(setting, page, placeName(copy), copy.getDate())),
                foot(copy)));
    }

    private List<SideItem> body(CertifiedCopy copy, double width) {
        var lines = new ArrayList<SideItem>();
        var agency = agency(copy);
        if (agency == null) {
            return lines;
        }
        if (setting.holds(Key.COPY_SUPERIOR)) {
            Letterhead.addSuperior(agency, copy.getDate(), lines);
        }
        var issuer = AgencyNames.at(agency, copy.getDate()).issuer();
        lines.add(Paragraph.of(Component.ISSUER, issuer, agency));
        Letterhead.addMark(setting, issuer, agency, width, lines);
        return lines;
    }

    private static @Nullable Agency agency(CertifiedCopy copy) {
        return copy.getAgency() == null || copy.getAgency().eIsProxy() ? null : copy.getAgency();
    }

    private List<SideItem> form(CertifiedCopy copy) {
        var forms = setting.profile().words(Key.COPY_FORMS, setting.document().day(setting.profile()));
        var form = Symbols.ofForm(copy.getForm(), forms);
        return form.isEmpty() ? List.of() : List.of(Paragraph.of(Component.COPY_FORM, form, copy));
    }

    private Paragraph number(CertifiedCopy copy) {
        return Paragraph.of(
                Component.NUMBER_SYMBOL,
                setting.text(Key.NUMBER_LABEL)
                        + Letterhead.numberOrGap(Symbols.number(copy, setting.document(), setting.profile()))
                        + Symbols.symbol(copy, setting.document(), setting.profile()),
                copy);
    }

    private static List<SideItem> placeAndDate(CertifiedCopy copy) {
        return copy.getDate() == null
                ? List.of()
                : List.of(Paragraph.of(
                        Component.PLACE_DATE, Letterhead.placeAndDate(placeName(copy), copy.getDate()), copy));
    }

    private static String placeName(CertifiedCopy copy) {
        var place = copy.getPlaceName();
        var agency = agency(copy);
        if (place == null && agency != null) {
            place = agency.getPlaceName();
        }
        return place == null ? "" : place;
    }

    private Sides foot(CertifiedCopy copy) {
        var units = copy.getArchive() == null
                ? List.<String>of()
                : copy.getArchive().getUnits();
        var recipients =
                new ArrayList<>(new RecipientLines(setting).of(copy.getRecipients(), copy.getArchive(), units, copy));
        var signature =
                new ArrayList<SideItem>(copy.getSignature() == null ? List.of() : signature(copy.getSignature()));
        recipients.addFirst(new Line(0, Foot.ABOVE_RECIPIENTS));
        signature.addFirst(new Line(0, Foot.ABOVE_RECIPIENTS));
        return new Sides(recipients, signature, setting.percent(Key.FOOT_LEFT_PERCENT));
    }

    private List<SideItem> signature(Signature copier) {
        var document = setting.document();
        return SignatureBlock.of(copier, "", setting.profile(), document.day(setting.profile()))
                .lines();
    }

    /** Returns the line of an electronic copy: its form, the agency that makes it, and the time of its signature. */
    Paragraph electronic(CertifiedCopy copy) {
        var agency = agency(copy);
        return Paragraph.of(
                Component.COPY_SIGNATURE,
                setting.text(Key.COPY_SIGNATURE)
                        .replace(
                                "{hình thức}",
                                VietnameseText.capitalised(copy.getForm().getLiteral()))
                        .replace(
                                "{cơ quan}",
                                agency == null
                                        ? ""
                                        : AgencyNames.at(agency, copy.getDate()).title())
                        .replace("{thời gian}", copy.getSignedAt()),
                copy);
    }
}
