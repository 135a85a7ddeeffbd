/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import org.bieumau.core.text.Messages;

/** User-visible texts of this bundle. */
public final class CheckingMessages {

    public static final Messages ALL = new Messages(CheckingMessages.class);

    private CheckingMessages() {}
}
