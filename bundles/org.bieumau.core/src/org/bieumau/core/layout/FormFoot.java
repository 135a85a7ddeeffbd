/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.internal.text.VietnameseDates;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.model.Form;
import org.bieumau.model.Signature;
import org.jspecify.annotations.Nullable;

/** Lays out what follows the table of a form: place and date, above the last of the signatures side by side. */
final class FormFoot {

    /** Maximum number of signatures in one row. */
    private static final int MAX_COLUMNS = 4;
    /** Space between the table and the foot, in pt. */
    private static final double SPACE = 12;
    /** Sum of the inner margins of a column, in mm. */
    private static final double MARGINS = 5;

    private final @Nullable Form form;
    private final ResolvedTemplate template;
    private final LayoutProfile profile;
    private final LocalDate day;

    /** @param form the form, or null for the blank form of the template */
    FormFoot(@Nullable Form form, ResolvedTemplate template, LayoutProfile profile, LocalDate day) {
        this.form = form;
        this.template = template;
        this.profile = profile;
        this.day = day;
    }

    List<Block> blocks(PageSetup page) {
        var date = placeAndDate();
        var signatures = signatures();
        if (date.isEmpty() && signatures.isEmpty()) {
            return List.of();
        }
        var columns = Math.clamp(signatures.size(), 2, MAX_COLUMNS);
        var rows = new ArrayList<Sides>();
        date.ifPresent(line -> rows.add(dateRow(line, columns, page)));
        for (int i = 0; i < signatures.size(); i += columns) {
            var row = new ArrayList<>(signatures.subList(i, Math.min(i + columns, signatures.size())));
            while (row.size() < columns) {
                row.addFirst(SignatureBlock.none());
            }
            rows.addAll(SignatureBlock.row(row));
        }
        return List.of(new Line(0, SPACE), new SideBySide(rows));
    }

    /** Returns place and date above the last of the columns, or wider if they would not fit on one line there. */
    private Sides dateRow(Paragraph date, int columns, PageSetup page) {
        var style = profile.style(Component.FORM_DATE, day).look();
        var width = TextMeasure.width(date.text(), style.size(), style.bold()) + MARGINS;
        var right = (int) Math.clamp(Math.ceil(width * 100 / page.textWidth()), 100 / columns, 99);
        return new Sides(List.of(), List.of(date), 100 - right);
    }

    /** Returns place and date if the form has a date or the template asks for the line; dots replace what is open. */
    private Optional<Paragraph> placeAndDate() {
        var date = form == null || form.isBlank() ? null : form.getDate();
        if (date == null && !template.hasDateLine()) {
            return Optional.empty();
        }
        var place = placeName();
        var words =
                date == null ? profile.text(Key.FORM_DATE_BLANK, day) : Unbroken.protect(VietnameseDates.inWords(date));
        return Optional.of(Paragraph.of(
                Component.FORM_DATE,
                (place.isEmpty() ? profile.text(Key.FORM_PLACE_BLANK, day) : place) + ", " + words,
                form == null ? template.template() : form));
    }

    private String placeName() {
        if (form == null || form.isBlank() && form.getPlaceName() == null) {
            return "";
        }
        var place = form.getPlaceName();
        if (place == null && form.getAgency() != null && !form.getAgency().eIsProxy()) {
            place = form.getAgency().getPlaceName();
        }
        return place == null ? "" : place;
    }

    private List<SignatureBlock> signatures() {
        var blocks = template.signatures();
        var own = form == null || form.isBlank() ? List.<Signature>of() : form.getSignatures();
        var signatures = new ArrayList<SignatureBlock>();
        for (int i = 0; i < Math.max(blocks.size(), own.size()); i++) {
            var signature = i < blocks.size() && i < own.size()
                    ? SignatureBlock.of(blocks.get(i), own.get(i), profile, day)
                    : SignatureBlock.of(i < own.size() ? own.get(i) : blocks.get(i), "", profile, day);
            signatures.add(signature.withRoom(profile, day));
        }
        return signatures;
    }
}
