/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem.Skipped;

/** Lists the contents of an old document other than its text. They are not read, but reported to the user. */
final class DocExtras {

    private final HWPFDocument document;
    private final Place file;
    private final List<Skipped> skipped = new ArrayList<>();

    DocExtras(HWPFDocument document, Place file) {
        this.document = document;
        this.file = file;
    }

    /** Returns pictures, text boxes, notes, comments, headers and footers. */
    List<Skipped> skipped() {
        add("skipped.drawing.text", document.getMainTextboxRange());
        add("skipped.note", document.getFootnoteRange());
        add("skipped.note", document.getEndnoteRange());
        add("skipped.comment", document.getCommentsRange());
        add("skipped.header", document.getHeaderStoryRange());
        for (var picture : document.getPicturesTable().getAllPictures()) {
            if (picture.getSize() > 0) {
                skipped.add(LegacyMessages.skipped(file, "skipped.picture"));
            }
        }
        if (document.getDirectory() != null && document.getDirectory().hasEntry("Macros")) {
            skipped.add(LegacyMessages.skipped(file, "skipped.macros"));
        }
        return skipped;
    }

    private void add(String what, Range range) {
        for (int i = 0; i < range.numParagraphs(); i++) {
            var text = Range.stripFields(range.getParagraph(i).text())
                    .replaceAll("[\\p{Cntrl}]", " ")
                    .strip();
            if (!text.isEmpty()) {
                skipped.add(LegacyMessages.skipped(file, what, text));
            }
        }
    }
}
