/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import org.bieumau.dsl.internal.edit.TextEdit;

/**
 * Quick fix for a problem.
 *
 * @param label its label for the user
 * @param edit the edit of the text
 */
public record QuickFix(String label, TextEdit edit) {}
