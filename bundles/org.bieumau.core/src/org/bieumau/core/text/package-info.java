/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Text that the contracts use: {@link org.bieumau.core.text.Span}, a run of text in one style, with the marks of
 * {@link org.bieumau.core.text.Emphasis}; {@link org.bieumau.core.text.Messages}, the texts of a plug-in in the
 * language of the user; and {@link org.bieumau.core.text.LegacyEncoding}, Vietnamese text from before Unicode.
 */
@NullMarked
package org.bieumau.core.text;

import org.jspecify.annotations.NullMarked;
