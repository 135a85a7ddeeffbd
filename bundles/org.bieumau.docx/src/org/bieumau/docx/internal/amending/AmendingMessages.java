/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import org.bieumau.core.text.Messages;

/** User-visible texts about files that are not amended. */
final class AmendingMessages {

    static final Messages ALL = new Messages(AmendingMessages.class);

    private AmendingMessages() {}
}
