/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.quickfix;

import java.util.List;
import org.bieumau.dsl.ide.edit.TextEdit;

/**
 * A way out of a problem that an editor can go.
 *
 * @param label what it does, for the user
 * @param edits what it does to the text, in their order
 */
public record QuickFix(String label, List<TextEdit> edits) {
}
