/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.util.Optional;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;

/**
 * A form template with which files of other programs are compared.
 *
 * @param library name of its library, for <code>dùng</code>; empty if the file itself has the template
 */
public record FoundTemplate(String library, FormTemplate template) {

    /** Loads a template by the reference of a form to it; empty if it cannot be resolved. */
    public static Optional<FoundTemplate> load(Template template, BieuReader reader) throws ProblemException {
        var file = reader.read("phiên bản 2\n\ndùng " + template.library() + "\n\nbiểu Nhập lập theo mẫu "
                + template.name() + " {\n}\n");
        return file.element(Form.class, "Nhập")
                .map(Form::getTemplate)
                .filter(each -> !each.eIsProxy())
                .map(each -> new FoundTemplate(template.library(), each));
    }
}
