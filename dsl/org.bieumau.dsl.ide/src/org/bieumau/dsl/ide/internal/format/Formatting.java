/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.StringInputStream;

/** Formats a file: indentation and whitespace. Prose stays unchanged. */
public final class Formatting {

    private Formatting() {}

    /**
     * Returns a text in which a range is formatted; the same text if it has syntax errors.
     *
     * @param resource the file whose text it will be
     * @param from start of the range, in UTF-16 code units
     * @param to end of the range
     */
    public static String within(XtextResource resource, String text, int from, int to) {
        var file = resource.getResourceServiceProvider().get(XtextResource.class);
        file.setURI(resource.getURI());
        try {
            file.load(
                    new StringInputStream(text, StandardCharsets.UTF_8.name()),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TextEdit.apply(
                of(file).stream()
                        .filter(edit -> edit.offset() >= from && edit.offset() + edit.length() <= to)
                        .toList(),
                text);
    }

    /**
     * Returns the edits in document order; an empty list if the text has syntax errors, as it cannot be formatted
     * safely then.
     */
    public static List<TextEdit> of(XtextResource resource) {
        if (resource.getParseResult() == null || resource.getParseResult().hasSyntaxErrors()) {
            return List.of();
        }
        var services = resource.getResourceServiceProvider();
        var request = services.get(FormatterRequest.class);
        request.setTextRegionAccess(services.get(TextRegionAccessBuilder.class)
                .forNodeModel(resource)
                .create());
        request.setAllowIdentityEdits(false);
        return services.get(IFormatter2.class).format(request).stream()
                .map(edit -> new TextEdit(edit.getOffset(), edit.getLength(), edit.getReplacementText()))
                .sorted(Comparator.comparingInt(TextEdit::offset))
                .toList();
    }
}
