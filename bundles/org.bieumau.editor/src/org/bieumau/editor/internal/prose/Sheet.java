/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.prose;

import org.bieumau.dsl.ui.internal.theme.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;

/** Shows a text on a white sheet of A4 on a grey ground, with the margins that it has in print. */
final class Sheet {

    // ND30, Phụ lục I, I.1, I.3 and II.6: A4; the margins and the indent of nd30.tsv.
    private static final double WIDTH = 210;
    private static final double LEFT = 30;
    private static final double RIGHT = 15;
    private static final double TOP = 12;
    private static final double INDENT = 12.7;

    /** Space between paragraphs, in mm: 6 pt. */
    private static final double BETWEEN = 2.1;

    private static final double INCH = 25.4;
    private static final int GAP = 10;
    private static final int LEAST_MARGIN = 16;

    private final StyledText text;
    private double zoom;
    private int side;

    Sheet(StyledText text, double zoom) {
        this.text = text;
        this.zoom = zoom;
        text.setBackground(Palette.PAGE.colour());
        text.setForeground(Palette.TEXT.colour());
        text.addListener(SWT.Resize, event -> layout());
        text.addListener(SWT.Paint, this::paint);
    }

    double zoom() {
        return zoom;
    }

    void zoom(double now) {
        zoom = now;
        layout();
    }

    /** Returns the indent of the first line of a paragraph, in pixels. */
    int indent() {
        return pixels(INDENT);
    }

    /** Returns the space above a line, in pixels. */
    int above(boolean isFirst) {
        return pixels(isFirst ? TOP : BETWEEN);
    }

    private int pixels(double millimetres) {
        return (int) Math.round(millimetres * zoom * text.getDisplay().getDPI().x / INCH);
    }

    private void layout() {
        var width = text.getClientArea().width;
        side = Math.max(0, (width - pixels(WIDTH)) / 2);
        // A window that is narrower than the sheet shows less of its margins.
        var missing = Math.max(0, pixels(WIDTH) - width);
        var left = Math.max(LEAST_MARGIN, pixels(LEFT) - (int) (missing * LEFT / (LEFT + RIGHT)));
        var right = Math.max(LEAST_MARGIN, pixels(RIGHT) - (int) (missing * RIGHT / (LEFT + RIGHT)));
        if (text.getLeftMargin() != side + left || text.getRightMargin() != side + right) {
            text.setMargins(side + left, GAP, side + right, 0);
        }
    }

    private void paint(Event event) {
        var area = text.getClientArea();
        var right = area.width - side;
        event.gc.setBackground(Palette.DESK.colour());
        event.gc.fillRectangle(0, 0, area.width, GAP);
        event.gc.fillRectangle(0, 0, side, area.height);
        event.gc.fillRectangle(right, 0, side, area.height);
        event.gc.setBackground(Palette.PAGE.colour());
        event.gc.fillRectangle(side, GAP, text.getLeftMargin() - side, area.height);
        event.gc.fillRectangle(area.width - text.getRightMargin(), GAP, text.getRightMargin() - side, area.height);
        event.gc.setForeground(Palette.FRAME.colour());
        event.gc.drawLine(side, GAP, right, GAP);
        if (side > 0) {
            event.gc.drawLine(side, GAP, side, area.height);
            event.gc.drawLine(right, GAP, right, area.height);
        }
    }
}
