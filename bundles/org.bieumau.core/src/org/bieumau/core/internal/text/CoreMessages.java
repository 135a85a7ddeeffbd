/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import org.bieumau.core.text.Messages;

/** User-visible texts of the engine. */
public final class CoreMessages {

    public static final Messages ALL = new Messages(CoreMessages.class);

    private CoreMessages() {}
}
