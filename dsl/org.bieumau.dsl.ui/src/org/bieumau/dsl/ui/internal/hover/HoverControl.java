/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.hover;

import org.bieumau.dsl.ide.internal.hover.Hover;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Popup for hovers that wraps long lines. */
final class HoverControl extends AbstractInformationControl implements IInformationControlExtension2 {

    private static final int WIDEST = 560;
    private static final int MARGIN = 6;
    private StyledText text;

    HoverControl(Shell parent) {
        super(parent, false);
        create();
    }

    @Override
    protected void createContent(Composite parent) {
        var frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        parent.setLayout(frame);
        parent.addListener(SWT.Paint, event -> {
            event.gc.setForeground(Palette.FRAME.colour());
            event.gc.drawRectangle(0, 0, parent.getSize().x - 1, parent.getSize().y - 1);
        });
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setLineSpacing(2);
        text.setForeground(parent.getForeground());
        text.setBackground(parent.getBackground());
    }

    /** Shows a hover with its first line in bold, and anything else as plain text. */
    @Override
    public void setInput(Object input) {
        if (input instanceof Hover hover) {
            setInformation(hover.text());
            text.setStyleRange(new StyleRange(0, text.getLine(0).length(), null, null, SWT.BOLD));
        } else {
            setInformation(input == null ? "" : input.toString());
        }
    }

    @Override
    public void setInformation(String lines) {
        text.setText(lines == null ? "" : lines);
    }

    @Override
    public boolean hasContents() {
        return text.getCharCount() > 0;
    }

    @Override
    public Point computeSizeHint() {
        var most = getSizeConstraints();
        var width = Math.min(most == null || most.x <= 0 ? WIDEST : most.x, WIDEST);
        var size = text.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        if (size.x > width) {
            size = text.computeSize(width, SWT.DEFAULT);
        }
        var trim = computeTrim();
        return new Point(size.x + trim.width + 2, size.y + trim.height + 2);
    }
}
