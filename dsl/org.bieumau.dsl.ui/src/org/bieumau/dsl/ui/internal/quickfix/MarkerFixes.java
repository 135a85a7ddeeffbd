/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.quickfix;

import org.bieumau.dsl.ide.internal.quickfix.QuickFixes;
import org.bieumau.dsl.ui.internal.markers.Checker;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** The ways out of the problems in the view Problems, of one file or of many at once. */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return QuickFixes.know(Checker.code(marker));
    }

    /** Reads the file: the platform asks for it on a thread of its own. */
    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return CheckedFile.of(marker.getResource(), () -> false).stream()
                .flatMap(file -> file.fixes(marker).stream())
                .map(fix -> new MarkerFix(marker, fix.label()))
                .toArray(IMarkerResolution[]::new);
    }
}
