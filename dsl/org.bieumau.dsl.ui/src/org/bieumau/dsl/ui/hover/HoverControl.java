/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.hover;

import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Lines below the mouse; what is long is wrapped. */
final class HoverControl extends AbstractInformationControl {

    private static final int WIDEST = 560;
    private static final int MARGIN = 6;
    private static final Color FRAME = new Color(150, 150, 150);

    private final boolean titled;
    private StyledText text;

    /** @param titled whether the first line is a title */
    HoverControl(Shell parent, boolean titled) {
        super(parent, false);
        this.titled = titled;
        create();
    }

    @Override
    protected void createContent(Composite parent) {
        var frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        parent.setLayout(frame);
        parent.addListener(SWT.Paint, event -> {
            event.gc.setForeground(FRAME);
            event.gc.drawRectangle(0, 0, parent.getSize().x - 1, parent.getSize().y - 1);
        });
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setLineSpacing(2);
        text.setForeground(parent.getForeground());
        text.setBackground(parent.getBackground());
    }

    @Override
    public void setInformation(String lines) {
        text.setText(lines == null ? "" : lines);
        var title = titled ? text.getLine(0).length() : 0;
        if (title > 0) {
            text.setStyleRange(new StyleRange(0, title, null, null, SWT.BOLD));
        }
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
