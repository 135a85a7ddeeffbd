/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.bieumau.editor.spi.PageSite;

/** The site as the pages of this bundle see it. */
public interface OwnPageSite extends PageSite {

    /** Returns the editor. */
    EditorAccess editor();

    /** Returns the version of the text that the page shows; -1 for none. */
    int shownVersion();
}
