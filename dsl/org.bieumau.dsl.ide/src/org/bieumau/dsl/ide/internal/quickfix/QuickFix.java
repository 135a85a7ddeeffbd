/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import org.bieumau.dsl.internal.edit.TextEdit;

/**
 * A way out of a problem that an editor can go.
 *
 * @param label what it does, for the user
 * @param edit what it does to the text
 */
public record QuickFix(String label, TextEdit edit) {}
