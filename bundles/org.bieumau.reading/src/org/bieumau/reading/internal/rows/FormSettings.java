/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.rows.Surroundings.Item;
import org.bieumau.reading.internal.shape.Phrases;
import org.bieumau.reading.internal.values.PlaceAndDate;

/** Reads the settings of a form from the texts around its table: unit, period, unit of measure, place and date. */
final class FormSettings {

    /** A run of dots or lines to write on. */
    private static final String OPEN = "(?:[…._]{2,}|…)";

    private static final Pattern PERIOD =
            Pattern.compile("(?iu)\\(?(?:kỳ(?: báo cáo)?\\s*:?\\s*(.+?)|năm\\s+((?:19|20)\\d\\d))\\)?");

    private final ResolvedTemplate template;
    private final Form form;
    private final Ledger ledger;

    FormSettings(ResolvedTemplate template, Form form, Ledger ledger) {
        this.template = template;
        this.form = form;
        this.ledger = ledger;
    }

    /** Reads the settings, as far as they were filled in. */
    void read(Surroundings around) {
        around.above().stream().filter(item -> !isPrinted(item)).forEach(this::above);
        if (form.getUnitName() == null) {
            unitAboveTitle(around.above());
        }
        around.below().stream()
                .filter(item -> Phrases.isDated(item.text()) && form.getDate() == null)
                .forEach(this::placeAndDate);
    }

    private boolean isPrinted(Item item) {
        var text = VietnameseText.fold(item.text());
        return text.equals(VietnameseText.fold(template.title())) || text.equals(VietnameseText.fold(template.label()));
    }

    private void above(Item item) {
        var text = item.text();
        var unit = unit(text);
        var period = PERIOD.matcher(text);
        if (unit.isPresent()) {
            if (!unit.get().isEmpty()) {
                form.setUnitName(unit.get());
            }
            item.use(ledger, unit.get().isEmpty() ? Use.LABEL : Use.VALUE);
        } else if (Phrases.isUnit(text)) {
            measure(item);
        } else if (form.getPeriod() == null && period.matches() && text.chars().anyMatch(Character::isDigit)) {
            form.setPeriod(VietnameseText.nfc(period.group(1) == null ? period.group(2) : period.group(1)));
            item.use(ledger, Use.VALUE);
        }
    }

    /** Returns the unit of a line such as <code>Đơn vị báo cáo: UBND xã A</code>; an empty text if it is left open. */
    private Optional<String> unit(String text) {
        var start = template.unitLine().split(OPEN, 2)[0].strip();
        var colon = text.indexOf(':');
        var rest = !start.isEmpty() && VietnameseText.fold(text).startsWith(VietnameseText.fold(start))
                ? text.substring(start.length())
                : colon > 0 && Phrases.isUnitOfReturn(text) ? text.substring(colon + 1) : null;
        return Optional.ofNullable(rest)
                .map(found -> VietnameseText.nfc(found.replaceAll(OPEN, " ").strip()));
    }

    private void measure(Item item) {
        var unit = VietnameseText.nfc(Phrases.unit(item.text()));
        if (VietnameseText.fold(unit).equals(VietnameseText.fold(template.measureUnit()))) {
            item.use(ledger, Use.LABEL);
        } else if (!unit.isEmpty() && form.getMeasureUnit() == null) {
            form.setMeasureUnit(unit);
            item.use(ledger, Use.VALUE);
        }
    }

    /** Takes the line above the title as the unit if it names an agency. */
    private void unitAboveTitle(List<Item> above) {
        var title = VietnameseText.fold(template.title());
        for (int i = 1; i < above.size(); i++) {
            var line = above.get(i - 1);
            if (VietnameseText.fold(above.get(i).text()).equals(title) && Phrases.isAgency(line.text())) {
                form.setUnitName(VietnameseText.nfc(line.text()));
                line.use(ledger, Use.VALUE);
            }
        }
    }

    private void placeAndDate(Item item) {
        var written = PlaceAndDate.read(item.text());
        var date = written.flatMap(PlaceAndDate::date);
        if (date.isPresent()) {
            form.setDate(date.get());
            written.get().place().ifPresent(form::setPlaceName);
            item.use(ledger, Use.VALUE);
        } else if (template.hasDateLine()
                && written.filter(PlaceAndDate::isBlank).isPresent()) {
            item.use(ledger, Use.LABEL);
        }
    }
}
