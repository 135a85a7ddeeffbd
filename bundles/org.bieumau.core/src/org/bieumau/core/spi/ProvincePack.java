/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.net.URL;
import java.util.Map;
import java.util.Optional;

/**
 * The libraries of a province: its agencies, lists and templates, as .bieu files. Files anywhere can use them (<code>
 * dùng quangngai</code>); they are read only.
 */
public interface ProvincePack extends Contribution {

    /** The version of the pack, such as <code>2026.1</code>. */
    String version();

    /**
     * The code of the province that its rules and its layout are for, such as <code>51</code>; empty where it is of
     * none.
     */
    default String province() {
        return "";
    }

    /**
     * How the documents of the province differ from the layout of state documents: rows as of
     * {@link org.bieumau.core.profile.LayoutProfile#read}, laid over those of the profile <code>nd30</code>. Empty
     * where they do not.
     */
    default Optional<URL> layout() {
        return Optional.empty();
    }

    /** The .bieu files, by their names, such as <code>coquan.bieu</code>. */
    Map<String, URL> libraries();
}
