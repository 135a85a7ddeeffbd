/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem.Skipped;

/** Lists the contents of a sheet other than its rows. They are not read, but reported to the user with their places. */
final class XlsExtras {

    private final HSSFSheet sheet;
    private final Place.Cell place;
    private final List<Skipped> skipped = new ArrayList<>();

    XlsExtras(HSSFSheet sheet, Place.Cell place) {
        this.sheet = sheet;
        this.place = place;
    }

    /** Returns the page header and footer, comments and drawings. */
    List<Skipped> skipped() {
        addPrinted("skipped.header", sheet.getHeader());
        addPrinted("skipped.footer", sheet.getFooter());
        sheet.getCellComments()
                .forEach((address, comment) -> skipped.add(LegacyMessages.skipped(
                        at(address.getColumn(), address.getRow()),
                        "skipped.comment",
                        comment.getString() == null ? "" : comment.getString().getString())));
        addDrawings();
        return skipped;
    }

    private Place.Cell at(int column, int row) {
        return new Place.Cell(place.file(), place.table(), CellNames.cell(column, row + 1));
    }

    private void addPrinted(String what, HeaderFooter printed) {
        var text = String.join(" ", printed.getLeft(), printed.getCenter(), printed.getRight())
                .replaceAll("&(\"[^\"]*\"|[0-9]+|[A-Za-z])", " ")
                .strip();
        if (!text.isEmpty()) {
            skipped.add(LegacyMessages.skipped(place, what, text));
        }
    }

    private void addDrawings() {
        var drawings = sheet.getDrawingPatriarch();
        if (drawings == null) {
            return;
        }
        for (HSSFShape shape : drawings) {
            if (!(shape instanceof HSSFComment)) {
                var where = shape.getAnchor() instanceof HSSFClientAnchor anchor
                        ? at(anchor.getCol1(), anchor.getRow1())
                        : place;
                var text = shape instanceof HSSFSimpleShape simple && simple.getString() != null
                        ? simple.getString().getString().strip()
                        : "";
                skipped.add(
                        text.isEmpty()
                                ? LegacyMessages.skipped(
                                        where, shape instanceof HSSFPicture ? "skipped.picture" : "skipped.drawing")
                                : LegacyMessages.skipped(where, "skipped.drawing.text", text));
            }
        }
    }
}
