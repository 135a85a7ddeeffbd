/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.net.URL;
import java.util.Map;
import java.util.Optional;

/**
 * The libraries of a province: agencies, vocabularies and templates, as .bieu files. They are read-only, and a file in
 * any folder can use them (<code>dùng quangngai</code>).
 */
public interface ProvincePack extends Contribution {

    /** Returns the version of the pack, such as <code>2026.1</code>. */
    String version();

    /**
     * Returns the code of the province that its rules and layout apply to, such as <code>51</code>; empty if the pack
     * belongs to no province.
     */
    default String province() {
        return "";
    }

    /**
     * Returns the rows in which the layout of the province's documents differs from that of state documents, in the
     * format of {@link org.bieumau.core.profile.LayoutProfile#read}. They override rows of the profile <code>nd30
     * </code>. Empty if there are no differences.
     */
    default Optional<URL> layout() {
        return Optional.empty();
    }

    /**
     * Returns whether violations of layout rules prevent the export of a file to which the pack applies, as in strict
     * mode.
     */
    default boolean strict() {
        return false;
    }

    /** Returns the .bieu files by name, such as <code>coquan.bieu</code>. */
    Map<String, URL> libraries();
}
