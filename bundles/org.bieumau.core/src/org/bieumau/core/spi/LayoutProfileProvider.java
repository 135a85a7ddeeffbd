/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import org.bieumau.core.layout.LayoutProfile;

/** Brings a layout profile. */
public interface LayoutProfileProvider {

    /** The id of the profile, such as <code>nd30</code>. */
    String id();

    /** The profile; asked for once. */
    LayoutProfile profile();

    /** Of several profiles with the same id the one with the highest rank is used. */
    default int rank() {
        return 0;
    }
}
