/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import org.bieumau.core.profile.Look;

/**
 * The look of a run and its flags.
 *
 * @param look the effective look
 * @param flags see {@link Flags}
 * @param legacyFont name of the font if its text is in a legacy encoding; an empty string otherwise
 * @param symbolFont name of the font if it has symbols in place of letters; an empty string otherwise
 */
record RunLook(Look look, int flags, String legacyFont, String symbolFont) {}
