/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.accessibility;

import java.util.function.Supplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Gives controls without a label in front of them a name for screen readers. */
public final class Names {

    private Names() {}

    /** Gives a control a name, without the ampersand of a mnemonic. */
    public static <T extends Control> T named(T control, String name) {
        var plain = name.replace("&", "");
        return named(control, () -> plain);
    }

    /** Gives a control a name that changes. */
    public static <T extends Control> T named(T control, Supplier<String> name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name.get();
                }
            }
        });
        return control;
    }
}
