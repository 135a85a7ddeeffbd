/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal;

import org.bieumau.core.text.Messages;

/** Messages of the editor services. */
public final class IdeMessages {

    public static final Messages ALL = new Messages(IdeMessages.class);

    private IdeMessages() {}
}
