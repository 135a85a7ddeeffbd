/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import org.bieumau.core.text.Messages;

/** User-visible texts about differences. */
final class CompareMessages {

    static final Messages ALL = new Messages(CompareMessages.class);

    private CompareMessages() {}
}
