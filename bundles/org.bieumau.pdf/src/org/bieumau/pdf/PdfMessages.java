/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf;

import org.bieumau.core.problem.Messages;

/** The texts of this bundle. */
final class PdfMessages {

    static final Messages ALL = new Messages(PdfMessages.class);

    private PdfMessages() {}
}
