/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Paragraph;

/** The texts of comments, which have a part of their own. */
final class Comments {

    private final WordFile file;
    private Map<String, String> texts;

    Comments(WordFile file) {
        this.file = file;
    }

    /** Returns the text of a comment on one line; an empty string if there is no such comment. */
    String text(String id) throws IOException, ProblemException {
        if (texts == null) {
            texts = read();
        }
        return texts.getOrDefault(id, "");
    }

    private Map<String, String> read() throws IOException, ProblemException {
        var all = new HashMap<String, String>();
        var part = file.part("comments");
        if (part == null) {
            return all;
        }
        try (var xml = file.opc().read(part)) {
            xml.root();
            var story = new StoryReader(file, xml, part, false);
            var scope = new Scope(Place.of(file.opc().file()), TableLook.NONE, 0, 0, 0);
            while (xml.nextChild(1)) {
                var id = xml.attribute("id");
                var items = new ArrayList<SourceItem>();
                story.blocks(scope, items::add);
                all.put(
                        id,
                        Notes.paragraphs(items).stream()
                                .map(Paragraph::text)
                                .collect(Collectors.joining(" "))
                                .strip());
            }
        }
        file.release();
        return all;
    }
}
