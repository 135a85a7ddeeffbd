/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.markers;

import org.eclipse.ui.IStartup;

/** Has the files of the workspace checked from the start. */
public final class Startup implements IStartup {

    @Override
    public void earlyStartup() {
        Checker.start();
    }
}
