/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.expression;

import org.bieumau.model.Expression;

/** An expression that has no value, with the code and the arguments of the problem. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Expression expression;
    private final String code;
    private final transient Object[] arguments;

    /** @param code the code of a problem of the engine */
    public EvaluationException(Expression expression, String code, Object... arguments) {
        super(code, null, false, false);
        this.expression = expression;
        this.code = code;
        this.arguments = arguments;
    }

    /** The part that is to blame. */
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
