/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.bieumau.core.internal.sheet.BuiltInFormats;
import org.bieumau.core.internal.sheet.CellLook;
import org.bieumau.core.internal.sheet.NumberFormat;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.source.SourceItem.Flag;

/**
 * The format of a cell.
 *
 * @param alignment null if it depends on the kind of value
 * @param flags marks of the font, such as bold
 */
record XlsStyle(NumberFormat format, String font, Look look, Alignment alignment, Set<Flag> flags) {

    static XlsStyle of(HSSFWorkbook book, CellStyle style) {
        var builtIn = BuiltInFormats.code(style.getDataFormat());
        var code = builtIn != null ? builtIn : style.getDataFormatString();
        var font = book.getFontAt(style.getFontIndex());
        var alignment = switch (style.getAlignment()) {
            case LEFT -> Alignment.LEFT;
            case CENTER, CENTER_SELECTION, DISTRIBUTED -> Alignment.CENTER;
            case RIGHT -> Alignment.RIGHT;
            case JUSTIFY -> Alignment.JUSTIFY;
            default -> null;
        };
        return new XlsStyle(
                NumberFormat.of(code == null ? "General" : code),
                font.getFontName(),
                look(book, font, alignment),
                alignment,
                flags(font));
    }

    static Look look(HSSFWorkbook book, HSSFFont font, Alignment alignment) {
        var colour = font.getColor() == Font.COLOR_NORMAL ? null : font.getHSSFColor(book);
        var rgb = colour == null ? null : colour.getTriplet();
        return CellLook.of(
                font.getFontName(),
                font.getFontHeight() / 20.0,
                font.getBold(),
                font.getItalic(),
                font.getUnderline() != Font.U_NONE,
                rgb == null ? Look.BLACK : rgb[0] << 16 | rgb[1] << 8 | rgb[2],
                alignment);
    }

    static Set<Flag> flags(HSSFFont font) {
        var flags = EnumSet.noneOf(Flag.class);
        if (font.getStrikeout()) {
            flags.add(Flag.STRUCK_OUT);
        }
        if (font.getTypeOffset() == Font.SS_SUPER) {
            flags.add(Flag.SUPERSCRIPT);
        }
        if (font.getTypeOffset() == Font.SS_SUB) {
            flags.add(Flag.SUBSCRIPT);
        }
        return flags;
    }
}
