/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import org.bieumau.core.text.Messages;

/** User-visible texts about reading Word documents. */
final class DocxMessages {

    static final Messages ALL = new Messages(DocxMessages.class);

    private DocxMessages() {}
}
