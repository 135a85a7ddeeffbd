/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.bieumau.core.text.Messages;

/** Messages of the editor. */
public final class EditorMessages {

    public static final Messages ALL = new Messages(EditorMessages.class);

    private EditorMessages() {}
}
