/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_LITERAL__VALUE;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_VALUE__TEXT;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.conversion.ProseText;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.Argument;
import org.bieumau.model.Cell;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.ParameterType;
import org.bieumau.model.TextLiteral;
import org.bieumau.model.TextValue;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Issue;

/** Turns a text in quotation marks into prose, in which names in braces are replaced by their values. */
final class TextAsProse {

    private static final Pattern PATH =
            Pattern.compile("\\{\\h*(\\p{L}[\\p{L}\\d_]*+(?:\\h++[\\p{L}\\d_]++)*+)(?:\\.[\\p{L}\\d_. ]++)?\\h*}");

    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}");

    private TextAsProse() {}

    /** Returns the fix; empty where prose is not allowed, or if a name in braces is not known there. */
    static Optional<QuickFix> fix(EObject element, Issue issue, String text) {
        var nodes = feature(element)
                .map(feature -> NodeModelUtils.findNodesForFeature(element, feature))
                .filter(found -> found.size() == 1)
                .map(found -> found.getFirst());
        return nodes.flatMap(node -> prose(
                        (String) element.eGet(feature(element).get()), scope(element))
                .map(lines -> {
                    var indent = "\n" + Indentation.at(text, node.getOffset());
                    var step = indent + " ".repeat(Indentation.STEP);
                    var now = "'''" + step + lines.replace("\n", step) + indent + "'''";
                    return new QuickFix(
                            IdeMessages.ALL.text("fix.prose"), new TextEdit(node.getOffset(), node.getLength(), now));
                }));
    }

    /** Returns the text of an element that prose can replace. */
    private static Optional<EAttribute> feature(EObject element) {
        return Optional.ofNullable(
                switch (element) {
                    case Document document -> document.getSubject() == null ? null : DOCUMENT__SUBJECT;
                    case TextValue value
                    when value.eContainer() instanceof Cell cell
                            && cell.getColumn() != null
                            && cell.getColumn().getType() == ColumnType.PROSE -> TEXT_VALUE__TEXT;
                    case TextLiteral literal
                    when literal.eContainer() instanceof Argument argument
                            && argument.getParameter() != null
                            && argument.getParameter().getType() == ParameterType.PROSE -> TEXT_LITERAL__VALUE;
                    default -> null;
                });
    }

    private static Evaluator.Scope scope(EObject element) {
        var template = EcoreUtil2.getContainerOfType(element, DocumentTemplate.class);
        return Names.inProse(
                template == null ? EcoreUtil2.getContainerOfType(element, LibraryElement.class) : template);
    }

    private static Optional<String> prose(String value, Evaluator.Scope scope) {
        var isKnown = BRACES.matcher(value).results().allMatch(found -> {
            var path = PATH.matcher(found.group());
            return path.matches() && scope.apply(path.group(1).strip()).isPresent();
        });
        return isKnown
                ? Optional.of(value.lines().map(TextAsProse::line).collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    private static String line(String value) {
        var written = new StringBuilder();
        var at = 0;
        for (var found : BRACES.matcher(value).results().toList()) {
            written.append(written(value.substring(at, found.start()))).append(found.group());
            at = found.end();
        }
        return ProseText.atLineStart(
                written.append(written(value.substring(at))).toString());
    }

    private static String written(String text) {
        return text.isEmpty() ? "" : ProseText.write(text);
    }
}
