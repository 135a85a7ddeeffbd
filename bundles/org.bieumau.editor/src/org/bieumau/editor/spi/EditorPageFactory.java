/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.spi;

import java.util.Optional;

/**
 * Makes the page that a plug-in adds to the editor of <code>.bieu</code> files. Registered at the extension point
 * <code>
 * org.bieumau.editor.pages</code> together with the id, the name and the position of the page. A factory has a public
 * constructor without parameters that does no work.
 *
 * <p>A factory that cannot be loaded or throws is reported with the name of its plug-in and not called again; the
 * editor opens without its page.
 */
public interface EditorPageFactory {

    /**
     * Makes the page for an editor that opens. Called on the UI thread, before the model has been read, so it must
     * return quickly; controls are created later, by {@link EditorPage#createControl}.
     *
     * @param site access to the editor, for this page alone
     * @return the page; empty if there is none for this file
     */
    Optional<? extends EditorPage<?>> create(PageSite site);
}
