/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.hover;

import org.bieumau.dsl.ide.hover.Hover;
import org.bieumau.dsl.ui.document.OpenDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;

/** What is said of the word below the mouse. */
public final class HoverText implements ITextHover {

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return OpenDocument.of(viewer.getDocument()).flatMap(open -> open.read(resource -> Hover.at(resource, region.getOffset())))
                .map(Hover::text).orElse(null);
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return OpenDocument.of(viewer.getDocument()).flatMap(open -> open.readUnlessBusy(resource -> Hover.at(resource, offset).orElse(null)))
                .<IRegion>map(hover -> new Region(hover.offset(), hover.length())).orElse(new Region(offset, 0));
    }
}
