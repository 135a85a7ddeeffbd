/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.format;

import java.util.Comparator;
import java.util.List;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;

/** Formats a file: indentation and whitespace. Prose stays unchanged. */
public final class Formatting {

    private Formatting() {}

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
