/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal;

import org.bieumau.core.text.Messages;

/** Messages of the language bundle. */
public final class DslMessages {

    public static final Messages ALL = new Messages(DslMessages.class);

    private DslMessages() {}
}
