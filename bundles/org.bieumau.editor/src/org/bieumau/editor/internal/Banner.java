/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.bieumau.dsl.ui.internal.theme.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Message above a page, such as why it cannot be used at the moment. Hidden while there is no message. */
public final class Banner {

    private final Composite control;
    private final Label label;

    /** @param parent a composite with a grid layout */
    public Banner(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.exclude = true;
        data.horizontalSpan = ((GridLayout) parent.getLayout()).numColumns;
        control.setLayoutData(data);
        control.setVisible(false);
        control.setLayout(new GridLayout());
        control.setBackground(Palette.BANNER.colour());
        label = new Label(control, SWT.WRAP);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        label.setBackground(Palette.BANNER.colour());
        label.setForeground(Palette.TEXT.colour());
    }

    /**
     * Creates a banner with a button.
     *
     * @param parent a composite with a grid layout
     */
    Banner(Composite parent, String button, Runnable action) {
        this(parent);
        ((GridLayout) control.getLayout()).numColumns = 2;
        var push = new Button(control, SWT.PUSH);
        push.setText(button);
        push.addListener(SWT.Selection, event -> action.run());
    }

    /** @param sentence the message; null hides the banner */
    public void show(String sentence) {
        if (control.isDisposed()) {
            return;
        }
        var shown = sentence != null;
        label.setText(shown ? sentence : "");
        if (control.getVisible() != shown) {
            control.setVisible(shown);
            ((GridData) control.getLayoutData()).exclude = !shown;
            control.getParent().layout();
        }
    }
}
