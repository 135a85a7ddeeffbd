/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.edit;

/** A change of the model that cannot become an edit of the text; neither is touched. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String why, Throwable cause) {
        super(why, cause);
    }
}
