/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.expression;

import java.util.Optional;
import org.bieumau.model.Expression;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** Thrown when an expression has no value; carries the code and the arguments of the problem. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Expression expression;
    private final String code;
    private final transient Object[] arguments;
    private transient @Nullable EObject row;

    /**
     * @param expression the part of the expression that causes the problem
     * @param code the code of a problem of the engine
     * @param arguments the arguments of its message
     */
    public EvaluationException(Expression expression, String code, Object... arguments) {
        super(code, null, false, false);
        this.expression = expression;
        this.code = code;
        this.arguments = arguments;
    }

    /** Returns the part of the expression that causes the problem. */
    public Expression expression() {
        return expression;
    }

    /** States that the formula of a row has no value, which the checks of its form report at the row. */
    public EvaluationException of(EObject row) {
        this.row = row;
        return this;
    }

    /** Returns the row whose formula has no value; empty if the problem is another one. */
    public Optional<EObject> row() {
        return Optional.ofNullable(row);
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
