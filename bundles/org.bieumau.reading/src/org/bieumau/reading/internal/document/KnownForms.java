/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.Map;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.model.FormTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The form templates that tables of a document may follow.
 *
 * @param libraries the templates of the libraries of the user, each with the name of its library for <code>dùng</code>
 * @param parser makes a template of its text, for tables that follow none of them; null if none is made
 */
public record KnownForms(
        Map<FormTemplate, String> libraries, @Nullable Parser parser) {

    /** No forms: tables that prose cannot show are left over. */
    public static final KnownForms NONE = new KnownForms(Map.of(), null);

    /** Reads the text of a template. */
    public interface Parser {

        /** Returns the template with a name that a text defines. */
        FormTemplate parse(String text, String name) throws ProblemException;
    }
}
