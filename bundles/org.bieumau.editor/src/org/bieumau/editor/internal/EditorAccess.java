/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.jface.text.IDocument;

/** Access of the pages of this bundle to their editor, beyond the contract for pages of other plug-ins. */
public interface EditorAccess {

    /** Returns the text with its model. It is another object after the file was saved under another name. */
    OpenDocument open();

    /** Returns the document of the text. */
    IDocument document();

    /** Returns the queue of the changes made by pages. */
    ModelChanges changes();

    /** Returns the offset of the caret in the text, in UTF-16 code units. */
    int caret();

    /** Selects a part of the text while the page stays active. */
    void selectText(int offset, int length);

    /** Activates the Source page and selects a part of the text. */
    void showText(int offset, int length);

    /** Shows a message in the status line; null clears it. */
    void showMessage(String sentence);
}
