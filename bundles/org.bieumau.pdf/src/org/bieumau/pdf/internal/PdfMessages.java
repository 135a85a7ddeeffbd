/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import org.bieumau.core.text.Messages;

/** User-visible texts of this bundle. */
final class PdfMessages {

    static final Messages ALL = new Messages(PdfMessages.class);

    private PdfMessages() {}
}
