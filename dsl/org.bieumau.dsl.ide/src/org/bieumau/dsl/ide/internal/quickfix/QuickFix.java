/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.emf.common.util.URI;

/**
 * Quick fix for a problem.
 *
 * @param label its label for the user
 * @param edit the edit of the text
 * @param file another file on disk that is edited instead of the one with the problem; null for the latter
 */
public record QuickFix(String label, TextEdit edit, URI file) {

    /** Creates a quick fix that edits the file with the problem. */
    public QuickFix(String label, TextEdit edit) {
        this(label, edit, null);
    }
}
