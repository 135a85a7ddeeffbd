/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal;

import org.bieumau.core.text.Messages;

/** The user-visible texts of the Studio. */
public final class RcpMessages {

    public static final Messages ALL = new Messages(RcpMessages.class);

    private RcpMessages() {}
}
