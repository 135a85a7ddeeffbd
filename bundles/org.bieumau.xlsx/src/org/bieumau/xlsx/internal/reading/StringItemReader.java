/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.reading.XmlLeaf;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads texts of cells: <code>si</code>, <code>is</code> and the <code>text</code> of comments. */
final class StringItemReader {

    private static final XmlLeaf TEXT = XmlLeaf.of("t");

    private StringItemReader() {}

    /**
     * Reads the children of the current element. Phonetic guides of other languages are skipped.
     *
     * @return a {@link String} if the text has no runs, which is most common, otherwise a {@link StringItem}
     */
    static Object read(XmlReader xml) throws IOException, ProblemException {
        var depth = xml.depth();
        var leaf = xml.leaf(TEXT);
        var plain = leaf == null ? "" : XString.read(leaf);
        List<StringItem.Run> runs = null;
        while (xml.nextChild(depth)) {
            var name = xml.name();
            if (name.equals("t")) {
                plain = plain.isEmpty() ? XString.read(xml.text()) : plain + XString.read(xml.text());
            } else if (name.equals("r")) {
                runs = runs == null ? new ArrayList<>() : runs;
                runs.add(run(xml));
            }
        }
        if (runs == null) {
            // Text in a legacy encoding has no decomposed letters, so this does not change it.
            return CellText.nfc(plain);
        }
        var all = new StringBuilder(plain);
        runs.forEach(run -> all.append(run.text()));
        return new StringItem(all.toString(), List.copyOf(runs));
    }

    private static StringItem.Run run(XmlReader xml) throws IOException, ProblemException {
        var depth = xml.depth();
        var text = "";
        Font font = null;
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "t" -> text = XString.read(xml.text());
                case "rPr" -> font = Font.read(xml);
                default -> {
                    // Other children are not part of the text.
                }
            }
        }
        return new StringItem.Run(text, font);
    }
}
