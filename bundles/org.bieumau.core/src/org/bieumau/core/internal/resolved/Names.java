/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.math.BigDecimal;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.expression.Function;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.model.Agency;
import org.bieumau.model.Attachment;
import org.bieumau.model.Citation;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.ecore.EObject;

/** What the names in the expressions of a form or document stand for. */
public final class Names {

    private Names() {}

    /**
     * The names of an element: <code>kỳ</code>, <code>năm</code>, <code>dòng</code>, <code>lĩnh vực</code> of a form,
     * <code>ngày</code>, <code>năm</code>, <code>cơ quan</code> of a document; the vocabularies, forms, agencies and
     * citations of its file, those of the libraries that the file uses, and what a document attaches.
     */
    public static Evaluator.Scope of(LibraryElement element) {
        var values = fileNames(element);
        switch (element) {
            case Form form -> addForm(form, values);
            case Document document -> addDocument(document, values);
            default -> {}
        }
        return scope(values, element);
    }

    /** What the conditions of the sections and rows of a form see: the names of its file, and its period. */
    public static Evaluator.Scope ofConditions(Form form) {
        var values = fileNames(form);
        addPeriod(form, values);
        return scope(values, form);
    }

    private static Map<String, Object> fileNames(LibraryElement element) {
        Map<String, Object> values = new HashMap<>();
        EObject root = element;
        while (root.eContainer() != null) {
            root = root.eContainer();
        }
        if (root instanceof Library library) {
            used(library).forEach(other -> addElements(other, values));
            addElements(library, values);
        }
        return values;
    }

    private static Evaluator.Scope scope(Map<String, Object> values, LibraryElement element) {
        var members = new Members();
        var environment = Environment.of(element);
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
            public Optional<Function> function(String name) {
                return environment.function(name);
            }
        };
    }

    /** What a rule sees of a document: its parts by {@link DocumentName}, and what an expression in its text sees. */
    public static Evaluator.Scope ofRule(ResolvedDocument document) {
        return document.scope()
                .shadowedBy(remembering(name ->
                        DocumentName.of(name).map(asked -> asked.of(document).orElse(Evaluator.UNKNOWN))));
    }

    /** Returns what a rule sees of a form: beside the form's own names those of {@link FormName.Place#RULE}. */
    public static Evaluator.Scope ofRule(Form form) {
        return of(form)
                .shadowedBy(remembering(name -> FormName.of(name, FormName.Place.RULE)
                        .map(asked -> asked.of(form).orElse(Evaluator.UNKNOWN))));
    }

    /** The forms of an earlier year by the same template or one that this is based on, as far as they are loaded. */
    static List<Form> earlier(Form form) {
        if (!(form.eContainer() instanceof Library library) || !(period(form) instanceof Year year)) {
            return List.of();
        }
        var chain = ResolvedTemplate.chain(form.getTemplate());
        return libraries(library)
                .flatMap(each -> each.getElements().stream())
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .filter(other -> !other.isBlank()
                        && other.getTemplate() != null
                        && !other.getTemplate().eIsProxy()
                        && ResolvedTemplate.chain(other.getTemplate()).stream().anyMatch(chain::contains)
                        && period(other) instanceof Year before
                        && before.isBefore(year))
                .toList();
    }

    /** Each name is asked for once. */
    private static Evaluator.Scope remembering(Evaluator.Scope names) {
        var known = new HashMap<String, Optional<Object>>();
        return name -> {
            var value = known.get(name);
            if (value == null) {
                value = names.apply(name);
                known.put(name, value);
            }
            return value;
        };
    }

    /** The libraries that a library uses, as far as they are loaded. */
    public static List<Library> used(Library library) {
        if (library.getUses().isEmpty()) {
            return List.of();
        }
        var names = library.getUses().stream().map(use -> use.getLibraryName()).toList();
        return libraries(library)
                .filter(other -> other != library && names.contains(other.getName()))
                .toList();
    }

    /** The libraries that are loaded together with one, and itself. */
    public static Stream<Library> libraries(Library library) {
        if (library.eResource() == null || library.eResource().getResourceSet() == null) {
            return Stream.of(library);
        }
        return List.copyOf(library.eResource().getResourceSet().getResources()).stream()
                .map(resource -> resource.getContents().isEmpty()
                        ? null
                        : resource.getContents().get(0))
                .filter(Library.class::isInstance)
                .map(Library.class::cast);
    }

    private static void addElements(Library library, Map<String, Object> values) {
        for (var element : library.getElements()) {
            var named = element instanceof Vocabulary
                    || element instanceof Form
                    || element instanceof Agency
                    || element instanceof Citation;
            if (named && element.getName() != null) {
                values.put(element.getName(), element);
            }
        }
    }

    private static void addForm(Form form, Map<String, Object> values) {
        for (var name : FormName.values()) {
            if (name.isAt(FormName.Place.FORM)) {
                name.of(form).ifPresent(value -> values.put(name.word(), value));
            }
        }
    }

    private static void addPeriod(Form form, Map<String, Object> values) {
        for (var name : List.of("kỳ", "năm")) {
            period(form, name).ifPresent(period -> values.put(name, period));
        }
    }

    private static void addDocument(Document document, Map<String, Object> values) {
        if (document.getDate() != null) {
            values.put("ngày", document.getDate());
            values.put("năm", Year.of(document.getDate().year()));
        }
        if (document.getAgency() != null && !document.getAgency().eIsProxy()) {
            values.put("cơ quan", document.getAgency());
        }
        document.getAttachments().stream()
                .map(Attachment::getElement)
                .filter(element -> element != null && !element.eIsProxy() && element.getName() != null)
                .forEach(element -> values.put(element.getName(), element));
    }

    /**
     * What <code>kỳ</code> and <code>năm</code> are for an element of a form; empty for other names and where it has
     * none.
     */
    static Optional<Object> period(EObject element, String name) {
        var form = element;
        while (form != null && !(form instanceof Form)) {
            form = form.eContainer();
        }
        return form == null || !name.equals("kỳ") && !name.equals("năm")
                ? Optional.empty()
                : Optional.ofNullable(period((Form) form))
                        .filter(period -> name.equals("kỳ") || period instanceof Year);
    }

    /** The period of a form: a year, a number or a text; null where it has none. */
    public static Object period(Form form) {
        var period = form.getPeriod();
        if (period == null) {
            return null;
        }
        return period.matches("\\d{4}") ? Year.parse(period) : period.matches("\\d+") ? new BigDecimal(period) : period;
    }
}
