/* SPDX-License-Identifier: EPL-2.0 */
/** Reads Word documents (DOCX). Begin with {@link org.bieumau.docx.internal.reading.DocxImporter}. */
package org.bieumau.docx.internal.reading;
