/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.net.URL;
import java.util.Map;

/**
 * The libraries of a province: its agencies, lists and templates, as .bieu files. Files anywhere can use them
 * (<code>dùng quangngai</code>); they are read only.
 */
public interface ProvincePack extends Contribution {

    /** The version of the pack, such as <code>2026.1</code>. */
    String version();

    /** The .bieu files, by their names, such as <code>coquan.bieu</code>. */
    Map<String, URL> libraries();
}
