/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.expression;

import org.bieumau.model.Expression;

/** Thrown when an expression has no value; carries the code and the arguments of the problem. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Expression expression;
    private final String code;
    private final transient Object[] arguments;

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

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
