/* SPDX-License-Identifier: EPL-2.0 */
/** Changes Word documents. Begin with {@link org.bieumau.docx.internal.amending.DocxAmender}. */
@NullMarked
package org.bieumau.docx.internal.amending;

import org.jspecify.annotations.NullMarked;
