/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.math.BigDecimal;
import java.time.Year;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.expression.Function;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.model.Agency;
import org.bieumau.model.Attachment;
import org.bieumau.model.Chart;
import org.bieumau.model.Citation;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Expression;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** Builds the scopes in which the expressions of forms and documents are evaluated. */
public final class Names {

    private Names() {}

    /**
     * Returns the scope of an element: <code>kỳ</code>, <code>năm</code>, <code>dòng</code>, <code>lĩnh vực</code> of a
     * form, <code>ngày</code>, <code>năm</code>, <code>cơ quan</code> of a document; the vocabularies, forms, charts,
     * agencies and citations of its file and of the libraries that the file uses; and the attachments of a document.
     */
    public static Evaluator.Scope of(LibraryElement element) {
        return of(element, new Members());
    }

    static Evaluator.Scope of(LibraryElement element, Members members) {
        var values = fileNames(element);
        switch (element) {
            case Form form -> addForm(form, values);
            case Document document -> addDocument(document, values);
            default -> {}
        }
        return scope(values, members, element);
    }

    /**
     * Returns the scope of prose and texts in an element: a document, form or document template. Parameters of a
     * template have no values yet, so that expressions with them have none either.
     *
     * @param element a template or an element of a library; null for prose outside a library
     */
    public static Evaluator.Scope inProse(@Nullable EObject element) {
        return switch (element) {
            case DocumentTemplate template ->
                of(template)
                        .shadowedBy(name -> template.getParameters().stream()
                                .filter(each -> name.equals(each.getName()))
                                .findFirst()
                                .map(parameter -> Evaluator.UNKNOWN));
            case Document document -> ResolvedDocument.of(document).scope();
            case LibraryElement other -> of(other);
            case null, default -> Evaluator.Scope.of(Map.of());
        };
    }

    /** Returns the scope of the conditions of sections and rows of a form: the names of its file, and its period. */
    public static Evaluator.Scope ofConditions(Form form) {
        var values = fileNames(form);
        addPeriod(form, values);
        return scope(values, new Members(), form);
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

    private static Evaluator.Scope scope(Map<String, Object> values, Members members, LibraryElement element) {
        var environment = Environment.of(element);
        var constants = new IdentityHashMap<Expression, Map<Expression, Object>>();
        return new Evaluator.Scope() {
            @Override
            public Optional<Object> apply(String name) {
                var value = values.get(name);
                return value == null && element instanceof Form form
                        ? members.row(form, name)
                        : Optional.ofNullable(value);
            }

            @Override
            public Optional<Object> member(Object owner, String name) {
                return members.member(owner, name);
            }

            @Override
            public Optional<Function> function(String name) {
                return environment.function(name);
            }

            @Override
            public Map<Expression, Object> constants(Expression formula, Predicate<String> ofRow) {
                var known = constants.get(formula);
                if (known == null) {
                    // Whatever a part of the formula needs while it is evaluated has no constants of this formula.
                    constants.put(formula, Map.of());
                    known = Rules.constants(formula, ofRow, this, new Evaluator.Steps());
                    constants.put(formula, known);
                }
                return known;
            }
        };
    }

    /** Returns the scope of a rule for a document: {@link DocumentName}s, then the names of expressions in its text. */
    public static Evaluator.Scope ofRule(ResolvedDocument document) {
        return document.scope()
                .shadowedBy(caching(name ->
                        DocumentName.of(name).map(asked -> asked.of(document).orElse(Evaluator.UNKNOWN))));
    }

    /** Returns the scope of a rule for a form: the form's own names and those at {@link FormName.Place#RULE}. */
    public static Evaluator.Scope ofRule(Form form) {
        return of(form).shadowedBy(caching(name -> FormName.of(name, FormName.Place.RULE)
                .map(asked -> asked.of(form).orElse(Evaluator.UNKNOWN))));
    }

    /** Returns the loaded forms of earlier years with a form's template, or one that shares a base with it. */
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
                        && period(other) instanceof Year otherYear
                        && otherYear.isBefore(year))
                .toList();
    }

    private static Evaluator.Scope caching(Evaluator.Scope names) {
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

    /**
     * Returns the libraries that a library uses, if they are loaded. Of several libraries with the same name, it is the
     * one whose files {@link LibraryFiles} gives.
     */
    public static List<Library> used(Library library) {
        if (library.getUses().isEmpty()) {
            return List.of();
        }
        var names = library.getUses().stream().map(use -> use.getLibraryName()).toList();
        return libraries(library)
                .filter(other -> other != library && names.contains(other.getName()) && isUsed(other, library))
                .toList();
    }

    private static boolean isUsed(Library used, Library by) {
        if (by.eResource() == null || by.eResource().getResourceSet() == null) {
            return true;
        }
        var files = LibraryFiles.of(by.eResource().getResourceSet())
                .map(index -> index.files(used.getName(), by.eResource().getURI()))
                .orElse(List.of());
        return files.isEmpty() || files.contains(used.eResource().getURI());
    }

    /** Returns a library and all libraries that are loaded together with it. */
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
                    || element instanceof Chart
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
        if (document.getRows() != null) {
            // The rows of a data source are not read to check a text.
            values.put("dòng", CurrentRow.of(document).<Object>map(row -> row).orElse(Evaluator.UNKNOWN));
        }
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
     * Returns the value of <code>kỳ</code> or <code>năm</code> for an element of a form; empty for other names and for
     * forms without a period or year.
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

    /** Returns the period of a form: a {@link Year}, a {@link BigDecimal} or a text; null if it has none. */
    public static Object period(Form form) {
        var period = form.getPeriod();
        if (period == null) {
            return null;
        }
        return period.matches("\\d{4}") ? Year.parse(period) : period.matches("\\d+") ? new BigDecimal(period) : period;
    }
}
