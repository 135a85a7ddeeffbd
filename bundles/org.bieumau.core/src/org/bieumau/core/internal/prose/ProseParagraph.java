/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.util.List;
import org.bieumau.core.text.Span;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Paragraph;

/**
 * A printed paragraph.
 *
 * @param level the level of its marker; null if it has none
 * @param label the marker with the correct number, such as <code>II.</code>; empty if it has none
 * @param spans the text after the marker; adjacent spans differ in style
 * @param source the paragraph of the model; null for a row of a table read as a paragraph
 */
public record ProseParagraph(DivisionLevel level, String label, List<Span> spans, Paragraph source)
        implements ProseBlock {

    /** Returns the text without emphasis and marker. */
    public String text() {
        return Span.text(spans);
    }
}
