/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.hover;

import java.util.Optional;
import org.bieumau.dsl.ide.hover.Hover;
import org.bieumau.dsl.ui.document.OpenDocument;
import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.swt.widgets.Shell;

/** What is said of the word below the mouse. Where something is wrong there, the platform says that instead. */
public final class HoverText implements ITextHover, ITextHoverExtension {

    private final IInformationControlCreator controls = new AbstractReusableInformationControlCreator() {
        @Override
        protected IInformationControl doCreateInformationControl(Shell parent) {
            return new HoverControl(parent, true);
        }
    };

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return right(viewer, region.getOffset()).flatMap(open -> open.read(resource -> Hover.at(resource, region.getOffset()))).map(Hover::text).orElse(null);
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return right(viewer, offset).flatMap(open -> open.readUnlessBusy(resource -> Hover.at(resource, offset).orElse(null)))
                .<IRegion>map(hover -> new Region(hover.offset(), hover.length())).orElse(new Region(offset, 0));
    }

    /** The document, if nothing is wrong at a place of it. */
    private static Optional<OpenDocument> right(ITextViewer viewer, int offset) {
        return OpenDocument.of(viewer.getDocument()).filter(open -> open.problems().stream().noneMatch(issue -> issue.getOffset() != null && issue.getLength() != null
                && issue.getOffset() <= offset && offset < issue.getOffset() + issue.getLength()));
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return controls;
    }
}
