/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import org.bieumau.model.Form;
import org.bieumau.model.Paragraph;

/**
 * The table of a form in the middle of a text, where a paragraph is nothing but <code>{the form}</code>.
 *
 * @param source the paragraph
 */
public record ProseForm(Form form, Paragraph source) implements ProseBlock {}
