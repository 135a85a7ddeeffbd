/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.DateOrder;
import org.bieumau.model.PartialDate;

/**
 * Place and date of issue or signing, such as <code>Quảng Ngãi, ngày 05 tháng 3 năm 2024</code>.
 *
 * @param place empty if it is not written
 * @param date empty if it was not filled in, or if there is no such day
 * @param isBlank whether place and date are to be filled in, as <code>……, ngày … tháng … năm …</code>
 */
public record PlaceAndDate(Optional<String> place, Optional<PartialDate> date, boolean isBlank) {

    private static final Pattern LINE = Pattern.compile("(?iu)(?:(.*?)\\s*[,\\s]\\s*)?(ngày\\b.*)");

    /** Dots or a line to write on. */
    private static final Pattern OPEN = Pattern.compile("[…._]{2,}|…");

    /** Day or month left open, also by blanks alone. */
    private static final Pattern OPEN_PART = Pattern.compile("(?iu)(?<=ngày|tháng)[^\\p{L}\\d]*(?=tháng|năm)");

    /** Returns what a line says; empty if it does not end with a date or its placeholder. */
    public static Optional<PlaceAndDate> read(String line) {
        var parts = LINE.matcher(VietnameseText.nfc(line).strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var place = Optional.ofNullable(parts.group(1))
                .map(text -> OPEN.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty());
        var written = parts.group(2);
        var date = DateOrder.DAY_FIRST.read(
                OPEN_PART.matcher(OPEN.matcher(written).replaceAll("…")).replaceAll(" … "));
        var isBlank = place.isEmpty() && written.chars().noneMatch(Character::isDigit);
        return Optional.of(new PlaceAndDate(place, date, isBlank));
    }
}
