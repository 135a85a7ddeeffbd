/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.Optional;
import java.util.stream.Stream;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.model.BinaryExpression;
import org.bieumau.model.BinaryOperator;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.Term;
import org.bieumau.model.Vocabulary;

/**
 * Finds the terms that the expressions of a template name without quotation marks, as in <code>mức = Cao</code>,
 * without evaluating the expressions.
 */
public final class NamedTerms {

    private NamedTerms() {}

    /** Returns the operand that a name is compared with, whose vocabulary may have a term of this name. */
    public static Optional<Expression> comparedWith(NameReference name) {
        if (!(name.eContainer() instanceof BinaryExpression binary)) {
            return Optional.empty();
        }
        var operator = binary.getOperator();
        var isEquality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
        if (binary.getLeft() == name && (isEquality || operator == BinaryOperator.IN)) {
            return Optional.ofNullable(binary.getRight());
        }
        return binary.getRight() == name && isEquality ? Optional.ofNullable(binary.getLeft()) : Optional.empty();
    }

    /**
     * Returns the term that a name means in a comparison, as in <code>mức = Cao</code>; empty if the other operand has
     * no vocabulary with a term of this name. Does not check whether the name also has another meaning.
     */
    public static Optional<Term> of(NameReference name, ResolvedTemplate template) {
        return comparedWith(name)
                .flatMap(other -> vocabulary(other, template))
                .flatMap(vocabulary -> of(name.getName(), vocabulary));
    }

    /** Returns the term of a vocabulary with a name. */
    public static Optional<Term> of(String name, Vocabulary vocabulary) {
        return vocabulary.getTerms().stream()
                .filter(term -> name.equals(term.getName()))
                .findFirst();
    }

    /** Returns the vocabulary of the values, or of the elements, of an expression. */
    private static Optional<Vocabulary> vocabulary(Expression expression, ResolvedTemplate template) {
        return switch (expression) {
            case NameReference name -> ofColumn(name.getName(), template);
            case MemberAccess access -> ofColumn(access.getName(), template);
            case FunctionCall call -> ofFunction(call, template);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Vocabulary> ofColumn(String name, ResolvedTemplate template) {
        return template.columns().stream()
                .filter(column -> name.equals(column.name()))
                .findFirst()
                .flatMap(column -> Optional.ofNullable(column.source().getVocabulary())
                        .filter(vocabulary -> !vocabulary.eIsProxy())
                        .or(() -> vocabulary(column.source().getFormula(), template)));
    }

    private static Optional<Vocabulary> ofFunction(FunctionCall call, ResolvedTemplate template) {
        var function = call.getCallee() instanceof NameReference callee
                ? BuiltIn.of(callee.getName()).orElse(null)
                : null;
        var values = switch (function) {
            case IF -> call.getArguments().stream().skip(1);
            case FILTER -> call.getArguments().stream().limit(1);
            case null, default -> Stream.<Expression>of();
        };
        return values.flatMap(value -> vocabulary(value, template).stream()).findFirst();
    }
}
