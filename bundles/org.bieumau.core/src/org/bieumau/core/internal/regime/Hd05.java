/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.regime;

import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.jspecify.annotations.NullMarked;

/** Provides the layout profile for documents of the Party since May 2026: Hướng dẫn 05-HD/VPTW. */
@NullMarked
public final class Hd05 implements LayoutProfileProvider {

    @Override
    public String id() {
        return "hd05";
    }

    @Override
    public String title() {
        return "Hướng dẫn 05-HD/VPTW";
    }

    @Override
    public LayoutProfile profile() {
        return LayoutProfile.read(id(), title(), Hd05.class.getResourceAsStream("hd05.tsv"));
    }
}
