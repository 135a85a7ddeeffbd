/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.hover;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.dsl.ide.internal.hover.Hover;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.xtext.validation.Issue;

/** Shows the problems under the mouse pointer or, if there are none, the meaning of the word there. */
public final class HoverText implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    private final IInformationControlCreator controls = new AbstractReusableInformationControlCreator() {
        @Override
        protected IInformationControl doCreateInformationControl(Shell parent) {
            return new HoverControl(parent);
        }
    };

    @Override
    public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        var open = OpenDocument.of(viewer.getDocument());
        var problems = open.stream()
                .flatMap(each -> problems(each, region.getOffset()))
                .map(ProblemAnnotation::displayMessage)
                .collect(Collectors.joining("\n"));
        return problems.isEmpty()
                ? open.flatMap(each -> each.read(resource -> Hover.at(resource, region.getOffset())))
                        .orElse(null)
                : problems;
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return getHoverInfo2(viewer, region) instanceof Hover hover ? hover.text() : null;
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        var open = OpenDocument.of(viewer.getDocument());
        var problem = open.flatMap(each -> problems(each, offset).findFirst())
                .<IRegion>map(issue -> new Region(issue.getOffset(), issue.getLength()));
        return problem.or(() -> open.flatMap(each -> each.readUnlessBusy(
                                resource -> Hover.at(resource, offset).orElse(null)))
                        .map(hover -> new Region(hover.offset(), hover.length())))
                .orElse(new Region(offset, 0));
    }

    private static Stream<Issue> problems(OpenDocument open, int offset) {
        return open.problems().stream()
                .filter(issue -> issue.getOffset() != null
                        && issue.getLength() != null
                        && issue.getOffset() <= offset
                        && offset < issue.getOffset() + issue.getLength());
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return controls;
    }
}
