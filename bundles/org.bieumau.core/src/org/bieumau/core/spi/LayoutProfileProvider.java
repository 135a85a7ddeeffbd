/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import org.bieumau.core.profile.LayoutProfile;

/** Brings a layout profile. */
public interface LayoutProfileProvider extends Contribution {

    /** The profile; asked for once. */
    LayoutProfile profile();
}
