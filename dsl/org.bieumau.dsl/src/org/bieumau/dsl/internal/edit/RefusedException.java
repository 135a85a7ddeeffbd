/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import org.bieumau.dsl.internal.DslMessages;

/**
 * A change of the model that cannot become an edit of the text; neither is touched. The message, for the user, says
 * why.
 */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason the key of the message, behind <code>refused.</code>
     * @param cause what has failed, or null
     * @param arguments what the message is made of
     */
    public RefusedException(String reason, Throwable cause, Object... arguments) {
        super(DslMessages.ALL.text("refused." + reason, arguments), cause);
    }
}
