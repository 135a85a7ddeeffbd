/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads the displayed text of a legacy form field that has no result: a check box or a drop-down list. */
final class FormField {

    private FormField() {}

    /** Reads the current <code>w:fldChar</code>. Returns an empty string if it begins a field of another kind. */
    static String shown(XmlReader xml) throws IOException, ProblemException {
        var shown = "";
        var level = xml.depth();
        while (xml.nextChild(level)) {
            while (xml.nextChild(level + 1)) {
                if (xml.name().equals("checkBox")) {
                    shown = checkBox(xml);
                } else if (xml.name().equals("ddList")) {
                    shown = choice(xml);
                }
            }
        }
        return shown;
    }

    private static String checkBox(XmlReader xml) throws IOException, ProblemException {
        var isChecked = false;
        var level = xml.depth();
        while (xml.nextChild(level)) {
            // The value follows the default and replaces it.
            if (xml.name().equals("checked") || xml.name().equals("default")) {
                isChecked = Measures.isOn(xml.attribute("val"));
            }
        }
        return isChecked ? "☒" : "☐";
    }

    private static String choice(XmlReader xml) throws IOException, ProblemException {
        var chosen = 0;
        var entries = new ArrayList<String>();
        var level = xml.depth();
        while (xml.nextChild(level)) {
            if (xml.name().equals("listEntry")) {
                entries.add(CharacterFormat.first(xml.attribute("val"), ""));
            } else if (xml.name().equals("result") || xml.name().equals("default")) {
                chosen = Measures.number(xml.attribute("val"), Integer.MAX_VALUE, 0);
            }
        }
        return chosen < entries.size() ? entries.get(chosen) : "";
    }
}
