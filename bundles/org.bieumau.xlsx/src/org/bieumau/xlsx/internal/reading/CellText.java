/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.core.text.LegacyEncoding;

/**
 * The text of a cell in Unicode and NFC.
 *
 * @param runs runs, each with a single look
 * @param flags {@link Flag#CONVERTED} if a part was converted, {@link Flag#STRUCK_OUT} if the whole text is struck out
 */
record CellText(String text, List<Run> runs, Set<Flag> flags) {

    private static final int FIRST_MARK = 0x300;
    private static final int FIRST_VIETNAMESE = 0x1EA0;
    private static final int LAST_VIETNAMESE = 0x1EF9;

    /** @param item a {@link String} or a {@link StringItem} */
    static CellText of(Object item, CellStyle style) {
        if (item instanceof StringItem rich) {
            return ofRuns(rich, style);
        }
        var text = (String) item;
        var font = style.font();
        var shown = unicode(text, font);
        var isConverted = font.isLegacy() && !shown.equals(nfc(text));
        var flags = isConverted ? with(font.flags(), Flag.CONVERTED) : font.flags();
        return new CellText(shown, List.of(new Run(shown, style.look(), flags)), flags);
    }

    private static CellText ofRuns(StringItem item, CellStyle style) {
        var runs = new ArrayList<Run>();
        var all = new StringBuilder();
        var common = EnumSet.allOf(Flag.class);
        var isConverted = false;
        for (var each : item.runs()) {
            if (each.text().isEmpty()) {
                continue;
            }
            var font = each.font() == null ? style.font() : each.font();
            var look = each.font() == null ? style.look() : font.look(style.alignment());
            var text = unicode(each.text(), font);
            var converted = font.isLegacy() && !text.equals(nfc(each.text()));
            runs.add(new Run(text, look, converted ? with(font.flags(), Flag.CONVERTED) : font.flags()));
            all.append(text);
            isConverted |= converted;
            common.retainAll(font.flags());
        }
        // A letter and its combining mark may be in two runs.
        var text = nfc(all.toString());
        if (runs.isEmpty()) {
            return new CellText("", List.of(), Set.of());
        }
        return new CellText(text, List.copyOf(runs), isConverted ? with(common, Flag.CONVERTED) : Set.copyOf(common));
    }

    private static Set<Flag> with(Set<Flag> flags, Flag flag) {
        var all = EnumSet.of(flag);
        all.addAll(flags);
        return Set.copyOf(all);
    }

    private static String unicode(String text, Font font) {
        return nfc(font.isLegacy() ? LegacyEncoding.decode(text, font.name()) : text);
    }

    /** Returns a text in NFC. A quick check of the letters is enough for most texts. */
    static String nfc(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= FIRST_MARK && (c < FIRST_VIETNAMESE || c > LAST_VIETNAMESE)) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
