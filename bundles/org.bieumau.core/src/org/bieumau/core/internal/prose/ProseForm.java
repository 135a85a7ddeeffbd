/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import org.bieumau.model.Form;
import org.bieumau.model.Paragraph;

/**
 * The table of a form within a text, in place of a paragraph that consists of <code>{the form}</code> alone.
 *
 * @param source the paragraph
 */
public record ProseForm(Form form, Paragraph source) implements ProseBlock {}
