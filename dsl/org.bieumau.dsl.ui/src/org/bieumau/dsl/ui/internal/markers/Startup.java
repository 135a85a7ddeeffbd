/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.markers;

import org.eclipse.ui.IStartup;

/** Starts checking the files of the workspace when the workbench opens. */
public final class Startup implements IStartup {

    @Override
    public void earlyStartup() {
        Checker.start();
    }
}
