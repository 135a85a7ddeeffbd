/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.quickfix;

import org.bieumau.dsl.ide.internal.quickfix.QuickFixes;
import org.bieumau.dsl.ui.internal.markers.Checker;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** Provides quick fixes for one or more problems in the Problems view. */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return QuickFixes.know(Checker.code(marker));
    }

    /** Reads the file. The platform calls this off the UI thread. */
    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return CheckedFile.of(marker.getResource(), () -> false).stream()
                .flatMap(file -> file.fixes(marker).stream())
                .map(fix -> new MarkerFix(marker, fix.label()))
                .toArray(IMarkerResolution[]::new);
    }
}
