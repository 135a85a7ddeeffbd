/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.bieumau.editor.spi.PageSite;

/** Site of the pages of this bundle. */
public interface OwnPageSite extends PageSite {

    EditorAccess editor();

    /** Returns the text version the page shows; -1 for none. */
    int shownVersion();
}
