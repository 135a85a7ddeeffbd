/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.ARGUMENT__PARAMETER;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__ARGUMENTS;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__TEMPLATE;

import java.math.BigDecimal;
import java.time.Year;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Agency;
import org.bieumau.model.Argument;
import org.bieumau.model.Chart;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.NameReference;
import org.bieumau.model.Parameter;
import org.bieumau.model.ParameterType;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLiteral;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Checks the arguments that a document passes to its template. */
public final class ArgumentChecks {

    private ArgumentChecks() {}

    /** Reports missing arguments, arguments given twice, and arguments of a wrong type. */
    public static void check(Document document, Consumer<Finding> report) {
        var template = document.getTemplate();
        if (template == null || template.eIsProxy()) {
            return;
        }
        if (template.getDocument() != null && template.getDocument().getType() != document.getType()) {
            report.accept(Finding.of(
                    "TEMPLATE-TYPE",
                    Severity.ERROR,
                    document,
                    DOCUMENT__TEMPLATE,
                    template.getName(),
                    template.getDocument().getType().getLiteral(),
                    document.getType().getLiteral()));
        }
        var given = new HashSet<Parameter>();
        var scope = Names.of(document);
        for (var argument : document.getArguments()) {
            var parameter = argument.getParameter();
            if (parameter == null || parameter.eIsProxy()) {
                continue;
            }
            if (!given.add(parameter)) {
                report.accept(Finding.of(
                        "ARGUMENT-TWICE", Severity.ERROR, argument, ARGUMENT__PARAMETER, parameter.getName()));
            }
            check(argument, scope, report);
        }
        checkText(document, report);
        checkUse(document, report);
        for (var parameter : template.getParameters()) {
            if (parameter.getDefaultValue() == null && !given.contains(parameter)) {
                report.accept(Finding.of(
                        "ARGUMENT-MISSING",
                        Severity.ERROR,
                        document,
                        DOCUMENT__TEMPLATE,
                        template.getName(),
                        parameter.getName()));
            }
        }
    }

    /**
     * Reports errors that the text of the template causes with these arguments. They are reported at the document,
     * since the text can be in another file.
     */
    private static void checkText(Document document, Consumer<Finding> report) {
        var pattern = document.getTemplate().getDocument();
        if (pattern == null) {
            return;
        }
        // A file reports its own unknown names.
        var isOwn = document.getTemplate().eResource() == document.eResource();
        var reader = new ProseReader(ResolvedDocument.of(document).scope(), problem -> {
            if (!isOwn || !problem.code().equals("EXPRESSION-NAME")) {
                report.accept(
                        Finding.of(problem.code(), Severity.ERROR, document, DOCUMENT__TEMPLATE, problem.arguments()));
            }
        });
        if (pattern.getSubjectLines() != null && document.getSubjectLines() == null && document.getSubject() == null) {
            reader.read(pattern.getSubjectLines());
        }
        if (pattern.getBody() != null && document.getBody() == null) {
            reader.read(pattern.getBody());
        }
    }

    /**
     * Reports arguments that nothing in the document depends on. Settings of the document itself replace those of its
     * template.
     */
    private static void checkUse(Document document, Consumer<Finding> report) {
        var pattern = document.getTemplate().getDocument();
        if (pattern == null) {
            return;
        }
        var used = new HashSet<String>();
        for (var feature : pattern.eClass().getEAllContainments()) {
            var source = document.eIsSet(feature) ? document : pattern;
            if (feature != DOCUMENT__ARGUMENTS && source.eIsSet(feature)) {
                var value = source.eGet(feature);
                addNames(value instanceof Collection<?> list ? list : List.of(value), used);
            }
        }
        addNames(document.getTemplate().getParameters(), used);
        LibraryRules.of(ResolvedDocument.of(document)).forEach(rule -> addNames(List.of(rule), used));
        for (var argument : document.getArguments()) {
            var parameter = argument.getParameter();
            if (parameter != null && !parameter.eIsProxy() && !used.contains(parameter.getName())) {
                report.accept(Finding.of(
                        "ARGUMENT-UNUSED",
                        Severity.WARNING,
                        argument,
                        ARGUMENT__PARAMETER,
                        parameter.getName(),
                        document.getTemplate().getName()));
            }
        }
    }

    private static void addNames(Collection<?> elements, Set<String> names) {
        for (var each = EcoreUtil.<EObject>getAllContents(elements, false); each.hasNext(); ) {
            if (each.next() instanceof NameReference name) {
                names.add(name.getName());
            }
        }
    }

    private static void check(Argument argument, Evaluator.Scope scope, Consumer<Finding> report) {
        if (argument.getValue() == null) {
            return;
        }
        try {
            var value = argument.getValue() instanceof ProseLiteral literal
                    ? literal.getProse()
                    : new Evaluator(scope).evaluate(argument.getValue());
            var type = argument.getParameter().getType();
            if (!fits(value, type)) {
                report.accept(Finding.of(
                        "ARGUMENT-TYPE",
                        Severity.ERROR,
                        argument,
                        null,
                        argument.getParameter().getName(),
                        CoreMessages.ALL.text("type." + type.getName()),
                        CoreMessages.ALL.text("type." + typeName(value))));
            }
        } catch (EvaluationException e) {
            report.accept(Finding.of(
                    e.code(), Severity.ERROR, e.expression() == null ? argument : e.expression(), null, e.arguments()));
        }
    }

    private static boolean fits(Object value, ParameterType type) {
        return switch (type) {
            case TEXT -> value instanceof String;
            case NUMBER -> value instanceof BigDecimal;
            case DATE -> value instanceof PartialDate;
            case FORM -> value instanceof Form;
            case CHART -> value instanceof Chart;
            case AGENCY -> value instanceof Agency;
            case PROSE -> value instanceof Prose || value instanceof String;
            case BOOLEAN -> value instanceof Boolean;
            case YEAR -> value instanceof Year || ResolvedDocument.year(value) != null;
        };
    }

    private static String typeName(Object value) {
        return switch (value) {
            case String text -> "TEXT";
            case BigDecimal number -> "NUMBER";
            case Year year -> "YEAR";
            case PartialDate date -> "DATE";
            case Form form -> "FORM";
            case Chart chart -> "CHART";
            case Agency agency -> "AGENCY";
            case Prose prose -> "PROSE";
            case Boolean truth -> "BOOLEAN";
            default -> "OTHER";
        };
    }
}
