/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.model.DocumentType;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** The page on which a file was edited last, which is shown when the file is opened again. */
final class LastPage {

    /** The first words of a form or document, at the beginning of a line as the formatter writes them. */
    private static final Pattern FILLED = Pattern.compile("(?m)^(?:(biểu\\s+(?:trống\\s+)?\\S+\\s+lập\\s)|(?:"
            + Arrays.stream(DocumentType.values())
                    .map(type -> type.getLiteral().replace(" ", "\\s+"))
                    .collect(Collectors.joining("|"))
            + ")\\s+[^\\s{]+\\s*\\{)");

    static final String GRID = "org.bieumau.editor.grid";
    static final String PROSE = "org.bieumau.editor.prose";
    private static final String TEMPLATE_PAGE = "org.bieumau.editor.template";

    private static final Pattern TEMPLATE = Pattern.compile("(?m)^mẫu\\s+biểu\\s");

    private LastPage() {}

    private static IEclipsePreferences kept() {
        return InstanceScope.INSTANCE.getNode("org.bieumau.editor/pages");
    }

    /**
     * Returns the id of the page to open a file on; empty for the Source page. A file that is opened for the first time
     * begins with the page of its first form or document, or else of its template. They are found by their first words,
     * because the model is not known yet.
     */
    static Optional<String> of(OpenDocument open) {
        var last = open.path() == null ? null : kept().get(open.path().toString(), null);
        if (last != null) {
            return last.isEmpty() ? Optional.empty() : Optional.of(last);
        }
        var text = open.document().get();
        var filled = FILLED.matcher(text);
        if (filled.find()) {
            return Optional.of(filled.group(1) != null ? GRID : PROSE);
        }
        return TEMPLATE.matcher(text).find() ? Optional.of(TEMPLATE_PAGE) : Optional.empty();
    }

    /** Keeps the id of the page that the user has chosen; empty for the Source page. */
    static void keep(OpenDocument open, String id) {
        if (open.path() != null) {
            kept().put(open.path().toString(), id);
        }
    }
}
