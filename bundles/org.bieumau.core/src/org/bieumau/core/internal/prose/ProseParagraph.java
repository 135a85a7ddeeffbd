/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.util.List;
import org.bieumau.core.text.Span;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Paragraph;

/**
 * A paragraph as it prints.
 *
 * @param level the level of its marker, or null when it has none
 * @param label the marker with its right number, such as <code>II.</code>; empty without a marker
 * @param spans the text behind the marker; neighbours differ in style
 * @param source the element it comes from
 */
public record ProseParagraph(DivisionLevel level, String label, List<Span> spans, Paragraph source)
        implements ProseBlock {

    /** The text without its emphasis and without the marker. */
    public String text() {
        return Span.text(spans);
    }
}
