/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.internal.text.VietnameseDates;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.Agency;
import org.bieumau.model.DocumentType;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Secrecy;
import org.bieumau.model.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the letterhead, the title and the contact line of the first page: issuing bodies, national name, number,
 * place and date, type and subject (ND30, Phụ lục I, II.1–5).
 */
final class Letterhead {

    /** Space after the line below a title, in pt. */
    static final double AFTER_TITLE = 12;

    /** Space at both edges of a side, with some room for the differences of fonts, in mm. */
    private static final double SIDE_PADDING = 6;
    /** Smallest width of the left side in percent. */
    private static final int NARROWEST = 34;

    private final DocumentSetting setting;
    private final ResolvedDocument document;

    Letterhead(DocumentSetting setting) {
        this.setting = setting;
        this.document = setting.document();
    }

    /** Returns the two sides: issuing bodies and national name, then, at the same height, number and date. */
    SideBySide sides(PageSetup page) {
        var left = setting.percent(Key.HEAD_LEFT_PERCENT);
        return new SideBySide(List.of(
                new Sides(bodies(page.textWidth() * left / 100), nation(), left),
                new Sides(
                        numberAndSubject(),
                        placeAndDate(),
                        besideDate(setting, page, document.placeName(), document.date()))));
    }

    /**
     * Returns the width of the side beside place and date in percent. It is narrower than usual if they would not fit
     * on one line.
     */
    static int besideDate(DocumentSetting setting, PageSetup page, String place, @Nullable PartialDate date) {
        var usual = setting.percent(Key.HEAD_LEFT_PERCENT);
        if (date == null) {
            return usual;
        }
        var style = setting.style(Component.PLACE_DATE);
        var line = TextMeasure.width(placeAndDate(place, date), style.size(), style.bold()) + SIDE_PADDING;
        return Math.clamp((int) (100 - line / page.textWidth() * 100), Math.min(NARROWEST, usual), usual);
    }

    /** Returns the contact line: address and contact of the agency, at the foot of the first or the last page. */
    List<Paragraph> contactLine() {
        var agency = document.agency();
        var lines = new ArrayList<Paragraph>();
        if (document.hasContactLine() && agency != null) {
            if (agency.getAddress() != null) {
                lines.add(Paragraph.of(Component.CONTACT, agency.getAddress(), agency));
            }
            if (agency.getContact() != null) {
                lines.add(Paragraph.of(Component.CONTACT, agency.getContact(), agency));
            }
        }
        return lines;
    }

    /**
     * Returns the issuing bodies below their superior. Those of a joint document are joined by hyphens, the leading one
     * first; if their superiors differ, each is printed below its own.
     */
    private List<SideItem> bodies(double width) {
        var left = new ArrayList<SideItem>();
        var agencies = document.agencies();
        if (agencies.isEmpty()) {
            return left;
        }
        var issuer = document.agencyNames().issuer();
        if (agencies.stream().map(this::superior).distinct().count() == 1) {
            addSuperior(agencies.getFirst(), document.date(), left);
            left.add(Paragraph.of(Component.ISSUER, issuer, agencies.getFirst()));
        } else {
            for (var agency : agencies) {
                addSuperior(agency, document.date(), left);
                issuer = AgencyNames.at(agency, document.date()).issuer();
                left.add(Paragraph.of(
                        Component.ISSUER, agency == agencies.getLast() ? issuer : issuer + "\u00A0-", agency));
            }
        }
        addMark(setting, issuer, agencies.getFirst(), width, left);
        return left;
    }

    /**
     * Adds the line or star below the issuing body.
     *
     * @param width width in mm at which the name of the body wraps
     */
    static void addMark(DocumentSetting setting, String issuer, Agency agency, double width, List<SideItem> items) {
        setting.addLine(items, Key.ISSUER_LINE, Component.ISSUER, issuer, width, 0);
        if (!setting.text(Key.ISSUER_MARK).isEmpty()) {
            items.add(Paragraph.of(Component.ISSUER, setting.text(Key.ISSUER_MARK), agency));
        }
    }

    private String superior(Agency agency) {
        return superior(agency, document.date());
    }

    private static String superior(Agency agency, @Nullable PartialDate date) {
        return agency.getSuperior() == null || agency.getSuperior().eIsProxy()
                ? ""
                : AgencyNames.at(agency.getSuperior(), date).heading();
    }

    /** Adds the body above an agency, if there is one, by its name on a date. */
    static void addSuperior(Agency agency, @Nullable PartialDate date, List<SideItem> items) {
        var name = superior(agency, date);
        if (!name.isEmpty()) {
            items.add(Paragraph.of(Component.SUPERIOR, name, agency.getSuperior()));
        }
    }

    private List<SideItem> numberAndSubject() {
        var left = new ArrayList<SideItem>();
        var number = Symbols.number(document, setting.profile());
        left.add(Paragraph.of(
                Component.NUMBER_SYMBOL,
                setting.text(Key.NUMBER_LABEL) + numberOrGap(number) + Symbols.symbol(document, setting.profile()),
                document.document()));
        if (document.type() == DocumentType.OFFICIAL_LETTER) {
            left.addAll(letterSubject());
        }
        document.draft()
                .ifPresent(draft -> left.add(Paragraph.of(
                        Component.DRAFT_NOTE,
                        setting.text(Key.DRAFT_NOTE).replace("{lần}", draft.toString()),
                        document.document())));
        if (document.secrecy() != Secrecy.NONE) {
            left.add(setting.stamp(
                    Component.SECRECY,
                    Key.STAMP_SECRECY,
                    VietnameseText.capitals(document.secrecy().getLiteral()),
                    Look.Alignment.LEFT));
        }
        if (document.urgency() != Urgency.NONE) {
            var size = switch (document.urgency()) {
                case VERY_URGENT -> Key.STAMP_VERY_URGENT;
                case EXPRESS -> Key.STAMP_EXPRESS;
                default -> Key.STAMP_URGENT;
            };
            left.add(setting.stamp(
                    Component.URGENCY,
                    size,
                    VietnameseText.capitals(document.urgency().getLiteral()),
                    Look.Alignment.LEFT));
        }
        return left;
    }

    /** Returns a number, or a gap to write it into. */
    static String numberOrGap(String number) {
        return number.isEmpty() ? "\u00A0".repeat(6) : number;
    }

    /** Returns the subject of a letter; without a label before it, it begins with a capital letter. */
    private List<Paragraph> letterSubject() {
        var label = setting.text(Key.LETTER_SUBJECT_LABEL);
        var lines = new ArrayList<Paragraph>();
        for (var line : document.subject()) {
            var spans = new ArrayList<>(Unbroken.protect(line));
            if (lines.isEmpty() && !label.isEmpty()) {
                spans.addFirst(Span.of(label));
            } else if (lines.isEmpty() && !spans.isEmpty()) {
                spans.set(
                        0,
                        spans.getFirst()
                                .with(VietnameseText.capitalised(
                                        spans.getFirst().text())));
            }
            lines.add(new Paragraph(Component.LETTER_SUBJECT, spans, document.document()));
        }
        return lines;
    }

    private List<SideItem> nation() {
        var right = new ArrayList<SideItem>();
        var name = setting.text(Key.NATIONAL_NAME);
        right.add(Paragraph.of(Component.NATIONAL_NAME, name, null));
        setting.addLine(right, Key.NATIONAL_NAME_LINE, Component.NATIONAL_NAME, name, Double.MAX_VALUE, 0);
        if (!setting.text(Key.MOTTO).isEmpty()) {
            right.add(Paragraph.of(Component.MOTTO, setting.text(Key.MOTTO), null));
            setting.addLine(right, Key.MOTTO_LINE, Component.MOTTO, setting.text(Key.MOTTO), Double.MAX_VALUE, 0);
        }
        return right;
    }

    private List<SideItem> placeAndDate() {
        return document.date() == null
                ? List.of()
                : List.of(Paragraph.of(
                        Component.PLACE_DATE,
                        placeAndDate(document.placeName(), document.date()),
                        document.document()));
    }

    static String placeAndDate(String place, PartialDate date) {
        var words = Unbroken.protect(VietnameseDates.inWords(date));
        return place.isEmpty() ? VietnameseText.capitalised(words) : place + ", " + words;
    }

    /** Adds type and subject, centred. An official letter has its subject in the letterhead. */
    void addTitle(PageSetup page, List<Block> blocks) {
        if (document.type() == DocumentType.OFFICIAL_LETTER) {
            return;
        }
        blocks.add(Paragraph.of(
                Component.TYPE_NAME, VietnameseText.capitals(document.type().getLiteral()), document.document()));
        var longest = "";
        for (var line : document.subject()) {
            var paragraph = new Paragraph(Component.SUBJECT, Unbroken.protect(line), document.document());
            longest = paragraph.text().length() > longest.length() ? paragraph.text() : longest;
            blocks.add(paragraph);
        }
        setting.addLine(blocks, Key.SUBJECT_LINE, Component.SUBJECT, longest, page.textWidth(), AFTER_TITLE);
        if (!setting.text(Key.SUBJECT_MARK).isEmpty()) {
            blocks.add(Paragraph.of(Component.SUBJECT, setting.text(Key.SUBJECT_MARK), document.document()));
            blocks.add(new Line(0, AFTER_TITLE));
        }
    }
}
