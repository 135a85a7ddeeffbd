/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.math.BigDecimal;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.model.Agency;
import org.bieumau.model.Attachment;
import org.bieumau.model.Citation;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Section;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.ecore.EObject;

/** What the names in the expressions of a form or document stand for. */
public final class Names {

    private Names() {
    }

    /**
     * The names of an element: <code>kỳ</code>, <code>năm</code>, <code>dòng</code>, <code>lĩnh vực</code> of a form,
     * <code>ngày</code>, <code>năm</code>, <code>cơ quan</code> of a document; the vocabularies, forms, agencies and
     * citations of its file, those of the libraries that the file uses, and what a document attaches.
     */
    public static Evaluator.Scope of(LibraryElement element) {
        Map<String, Object> values = new HashMap<>();
        EObject root = element;
        while (root.eContainer() != null) {
            root = root.eContainer();
        }
        if (root instanceof Library library) {
            used(library).forEach(other -> addElements(other, values));
            addElements(library, values);
        }
        switch (element) {
            case Form form -> addForm(form, values);
            case Document document -> addDocument(document, values);
            default -> { }
        }
        var members = new Members();
        var registry = Registry.of(element);
        return new Evaluator.Scope() {
            @Override
            public Optional<Object> apply(String name) {
                return Optional.ofNullable(values.get(name));
            }

            @Override
            public Optional<Object> member(Object owner, String name) {
                return members.member(this, owner, name);
            }

            @Override
            public Optional<FunctionProvider.Function> function(String name) {
                return registry.function(name);
            }
        };
    }

    /** The libraries that a library uses, as far as they are loaded. */
    private static List<Library> used(Library library) {
        if (library.eResource() == null || library.eResource().getResourceSet() == null || library.getUses().isEmpty()) {
            return List.of();
        }
        var names = library.getUses().stream().map(use -> use.getLibraryName()).toList();
        return List.copyOf(library.eResource().getResourceSet().getResources()).stream()
                .map(resource -> resource.getContents().isEmpty() ? null : resource.getContents().get(0))
                .filter(Library.class::isInstance).map(Library.class::cast)
                .filter(other -> other != library && names.contains(other.getName())).toList();
    }

    private static void addElements(Library library, Map<String, Object> values) {
        for (var element : library.getElements()) {
            var named = element instanceof Vocabulary || element instanceof Form || element instanceof Agency
                    || element instanceof Citation;
            if (named && element.getName() != null) {
                values.put(element.getName(), element);
            }
        }
    }

    private static void addForm(Form form, Map<String, Object> values) {
        for (var name : List.of("kỳ", "năm")) {
            period(form, name).ifPresent(period -> values.put(name, period));
        }
        values.put("dòng", entries(form));
        values.put("lĩnh vực", form.getSections());
    }

    private static void addDocument(Document document, Map<String, Object> values) {
        if (document.getDate() != null) {
            values.put("ngày", document.getDate());
            values.put("năm", Year.of(document.getDate().year()));
        }
        if (document.getAgency() != null && !document.getAgency().eIsProxy()) {
            values.put("cơ quan", document.getAgency());
        }
        document.getAttachments().stream().map(Attachment::getElement)
                .filter(element -> element != null && !element.eIsProxy() && element.getName() != null)
                .forEach(element -> values.put(element.getName(), element));
    }

    /** What <code>kỳ</code> and <code>năm</code> are for an element of a form; empty for other names and where it has none. */
    static Optional<Object> period(EObject element, String name) {
        var form = element;
        while (form != null && !(form instanceof Form)) {
            form = form.eContainer();
        }
        return form == null || !name.equals("kỳ") && !name.equals("năm") ? Optional.empty()
                : Optional.ofNullable(period((Form) form)).filter(period -> name.equals("kỳ") || period instanceof Year);
    }

    /** The period of a form: a year, a number or a text; null where it has none. */
    static Object period(Form form) {
        var period = form.getPeriod();
        if (period == null) {
            return null;
        }
        return period.matches("\\d{4}") ? Year.parse(period) : period.matches("\\d+") ? new BigDecimal(period) : period;
    }

    /** The rows of a form that lie in the model, of all sections. */
    public static List<Entry> entries(Form form) {
        return form.getSections().isEmpty() ? form.getEntries()
                : form.getSections().stream().map(Section::getEntries).flatMap(Collection::stream).toList();
    }
}
