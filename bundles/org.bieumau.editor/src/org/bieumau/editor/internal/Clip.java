/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/**
 * Content of the clipboard.
 *
 * @param text the text with line feeds between lines; null if there is none
 * @param html the formatted text as HTML; null if there is none
 */
public record Clip(String text, String html) {

    /** Makes the text the content of the clipboard. */
    public void put(Display display) {
        var clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** Returns the current content. */
    public static Clip now(Display display) {
        var clipboard = new Clipboard(display);
        try {
            var text = (String) clipboard.getContents(TextTransfer.getInstance());
            return new Clip(text == null ? null : text.replace("\r\n", "\n"), (String)
                    clipboard.getContents(HTMLTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }
}
