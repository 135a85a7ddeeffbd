/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.message;

import org.bieumau.core.text.Messages;

/** User-visible texts of this bundle. */
public final class ConsolidationMessages {

    public static final Messages ALL = new Messages(ConsolidationMessages.class);

    private ConsolidationMessages() {}
}
