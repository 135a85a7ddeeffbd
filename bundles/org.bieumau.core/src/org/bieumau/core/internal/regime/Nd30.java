/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.regime;

import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.jspecify.annotations.NullMarked;

/** Provides the layout profile for documents of the state: Nghị định 30/2020/NĐ-CP. */
@NullMarked
public final class Nd30 implements LayoutProfileProvider {

    @Override
    public String id() {
        return "nd30";
    }

    @Override
    public String title() {
        return "Nghị định 30/2020/NĐ-CP";
    }

    @Override
    public LayoutProfile profile() {
        return LayoutProfile.read(id(), title(), Nd30.class.getResourceAsStream("nd30.tsv"));
    }
}
