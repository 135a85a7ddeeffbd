/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;

/**
 * The text of a cell in Unicode and NFC.
 *
 * @param flags {@link Flag#CONVERTED} if a part was converted, {@link Flag#STRUCK_OUT} if the whole text is struck out
 */
record XlsText(String text, List<Run> runs, Set<Flag> flags) {

    static XlsText of(HSSFRichTextString value, HSSFWorkbook book, XlsStyle style) {
        var text = value.getString().replace("\r\n", "\n").replace('\r', '\n');
        var runs = new ArrayList<Run>();
        var count = text.length() == value.length() ? value.numFormattingRuns() : 0;
        var first = count == 0 ? text.length() : value.getIndexOfFormattingRun(0);
        add(runs, LegacyText.of(text.substring(0, first), style.font()), style);
        for (int i = 0; i < count; i++) {
            var from = value.getIndexOfFormattingRun(i);
            var to = i + 1 < count ? value.getIndexOfFormattingRun(i + 1) : text.length();
            var font = book.getFontAt(value.getFontOfFormattingRun(i));
            var part = LegacyText.of(text.substring(from, to), font.getFontName());
            if (!part.text().isEmpty()) {
                runs.add(part.run(XlsStyle.look(book, font, style.alignment()), XlsStyle.flags(font)));
            }
        }
        return of(runs);
    }

    private static void add(List<Run> runs, LegacyText text, XlsStyle style) {
        if (!text.text().isEmpty()) {
            runs.add(text.run(style.look(), style.flags()));
        }
    }

    private static XlsText of(List<Run> runs) {
        var all = new StringBuilder();
        var common = EnumSet.of(Flag.STRUCK_OUT, Flag.SUPERSCRIPT, Flag.SUBSCRIPT);
        var isConverted = false;
        for (var run : runs) {
            all.append(run.text());
            common.retainAll(run.flags());
            isConverted |= run.flags().contains(Flag.CONVERTED);
        }
        if (isConverted) {
            common.add(Flag.CONVERTED);
        }
        // A letter and its combining mark may be in two runs.
        return new XlsText(VietnameseText.nfc(all.toString()), List.copyOf(runs), common);
    }

    boolean isBlank() {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
