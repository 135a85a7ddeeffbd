/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import org.bieumau.dsl.internal.DslMessages;

/**
 * Thrown if a change of the model cannot be written as an edit of the text; neither is changed. The message is for the
 * user and gives the reason.
 */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a localized message.
     *
     * @param reason the key of the message, without its prefix <code>refused.</code>
     * @param cause the cause, or null if there is none
     * @param arguments the arguments of the message
     */
    public RefusedException(String reason, Throwable cause, Object... arguments) {
        super(DslMessages.ALL.text("refused." + reason, arguments), cause);
    }
}
