/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Section;
import org.bieumau.model.Vocabulary;

/** What the names in the expressions of a form or document stand for. */
public final class Names {

    private Names() {
    }

    /**
     * The names of an element: <code>kỳ</code>, <code>năm</code>, <code>dòng</code>, <code>lĩnh vực</code>, and the
     * vocabularies of its library.
     */
    public static Evaluator.Scope of(LibraryElement element) {
        Map<String, Object> values = new HashMap<>();
        if (element.eContainer() instanceof Library library) {
            for (var sibling : library.getElements()) {
                if (sibling instanceof Vocabulary vocabulary && vocabulary.getName() != null) {
                    values.put(vocabulary.getName(), vocabulary);
                }
            }
        }
        switch (element) {
            case Form form -> addForm(form, values);
            case Document document when document.getDate() != null ->
                values.put("năm", BigDecimal.valueOf(document.getDate().year()));
            default -> { }
        }
        return Evaluator.Scope.of(values);
    }

    private static void addForm(Form form, Map<String, Object> values) {
        var period = form.getPeriod();
        if (period != null) {
            var number = period.matches("\\d+") ? (Object) new BigDecimal(period) : period;
            values.put("kỳ", number);
            if (period.matches("\\d{4}")) {
                values.put("năm", number);
            }
        }
        values.put("dòng", entries(form));
        values.put("lĩnh vực", form.getSections());
    }

    /** The rows of a form that lie in the model, of all sections. */
    public static List<Entry> entries(Form form) {
        return form.getSections().isEmpty() ? form.getEntries()
                : form.getSections().stream().map(Section::getEntries).flatMap(Collection::stream).toList();
    }
}
