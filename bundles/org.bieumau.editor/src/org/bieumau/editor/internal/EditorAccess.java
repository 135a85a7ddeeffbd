/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.jface.text.IDocument;

/** What the pages of this bundle see of their editor, beyond the contract for pages of other plug-ins. */
public interface EditorAccess {

    /** Returns the text with the model that follows it; another one after the file was saved under another name. */
    OpenDocument open();

    /** Returns the text. */
    IDocument document();

    /** Returns the queue of the changes that pages make. */
    ModelChanges changes();

    /** Returns the offset of the caret of the text. */
    int caret();

    /** Selects a part of the text while the page stays active. */
    void selectText(int offset, int length);

    /** Goes to the page of the text and selects a part of it. */
    void showText(int offset, int length);

    /** Shows a message in the status line; null clears it. */
    void showMessage(String sentence);
}
