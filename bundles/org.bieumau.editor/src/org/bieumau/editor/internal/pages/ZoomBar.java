/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Buttons that make the pages smaller, larger or as wide as the view. */
final class ZoomBar {

    private final Composite control;
    private final Label percent;
    private PagesView pages;

    /** @param fit the text of the button that fits the width */
    ZoomBar(Composite parent, String fit) {
        control = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(4, false);
        layout.marginWidth = layout.marginHeight = 0;
        control.setLayout(layout);
        button("−", "pages.smaller", 1 / 1.2);
        percent = new Label(control, SWT.CENTER);
        percent.setLayoutData(new GridData(56, SWT.DEFAULT));
        button("+", "pages.larger", 1.2);
        button(fit, "pages.fit.tip", 0);
    }

    private void button(String text, String tip, double factor) {
        var button = new Button(control, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(EditorMessages.ALL.text(tip));
        button.addListener(SWT.Selection, event -> pages.zoom(factor));
    }

    /** Connects the buttons with the pages and shows their size. */
    void follow(PagesView newPages) {
        pages = newPages;
        pages.control().addListener(SWT.Paint, event -> {
            var shown = pages.percent() + " %";
            if (!shown.equals(percent.getText())) {
                percent.setText(shown);
            }
        });
    }
}
