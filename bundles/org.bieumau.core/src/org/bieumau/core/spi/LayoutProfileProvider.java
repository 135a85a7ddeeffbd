/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import org.bieumau.core.profile.LayoutProfile;

/** Contributes a layout profile. */
public interface LayoutProfileProvider extends Contribution {

    /** Returns the profile; called once. */
    LayoutProfile profile();
}
