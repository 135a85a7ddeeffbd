/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.welcome;

import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.IntroPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** The welcome page, which links to the wizards and gives some hints. */
public final class Welcome extends IntroPart {

    private Composite page;

    @Override
    public void createPartControl(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        page.setBackground(Palette.WELCOME.colour());
        page.setBackgroundMode(SWT.INHERIT_FORCE);
        var layout = new GridLayout(2, true);
        layout.marginWidth = 60;
        layout.marginHeight = 36;
        layout.horizontalSpacing = 50;
        layout.verticalSpacing = 18;
        page.setLayout(layout);
        var images = new LocalResourceManager(JFaceResources.getResources(), page);
        var fonts = JFaceResources.getFontRegistry();
        var head = new Composite(page, SWT.NONE);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        head.setLayout(new GridLayout(2, false));
        var icon = new Label(head, SWT.NONE);
        icon.setImage(images.create(ImageDescriptor.createFromURL(Welcome.class.getResource("/icons/studio128.png"))));
        icon.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 1, 2));
        var title = label(head, RcpMessages.ALL.text("studio"), Palette.TITLE.colour());
        title.setFont(fonts.get(JFaceResources.HEADER_FONT));
        title.setLayoutData(new GridData(SWT.FILL, SWT.END, true, true));
        label(head, RcpMessages.ALL.text("welcome.about"), Palette.TEXT.colour())
                .setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, true));

        heading(RcpMessages.ALL.text("welcome.begin"));
        heading(RcpMessages.ALL.text("welcome.look"));
        var begin = column();
        wizard(begin, "maubieu");
        wizard(begin, "bieu");
        wizard(begin, "vanban");
        wizard(begin, "congvan");
        wizard(begin, "dot");
        var look = column();
        link(look, "example", () -> open("org.bieumau.rcp.new.example"));
        wizard(look, "goi");
        link(
                look,
                "welcome.workbench",
                () -> PlatformUI.getWorkbench().getIntroManager().closeIntro(this));
        hint(look, "welcome.hint.pages");
        hint(look, "welcome.hint.assist");
        hint(look, "welcome.hint.export");
    }

    private void heading(String text) {
        var label = label(page, text, Palette.TITLE.colour());
        label.setFont(JFaceResources.getFontRegistry().get(JFaceResources.BANNER_FONT));
    }

    private Composite column() {
        var column = new Composite(page, SWT.NONE);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        var layout = new GridLayout();
        layout.verticalSpacing = 10;
        layout.marginWidth = 0;
        column.setLayout(layout);
        return column;
    }

    private static Label label(Composite parent, String text, Color colour) {
        var label = new Label(parent, SWT.WRAP);
        label.setText(text);
        label.setForeground(colour);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return label;
    }

    private void wizard(Composite parent, String kind) {
        link(parent, "new." + kind, () -> open("org.bieumau.rcp.new." + kind));
    }

    private static void link(Composite parent, String key, Runnable action) {
        var link = new Link(parent, SWT.NONE);
        link.setText("<a>" + RcpMessages.ALL.text(key) + "</a>");
        link.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        link.addListener(SWT.Selection, event -> action.run());
        var tip = new Label(parent, SWT.WRAP);
        tip.setText(RcpMessages.ALL.text(key + ".tip"));
        tip.setForeground(Palette.TEXT.colour());
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.horizontalIndent = 12;
        data.widthHint = 360;
        tip.setLayoutData(data);
    }

    private static void hint(Composite parent, String key) {
        var label = new Label(parent, SWT.WRAP);
        label.setText("• " + RcpMessages.ALL.text(key));
        label.setForeground(Palette.TEXT.colour());
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = 360;
        label.setLayoutData(data);
    }

    private void open(String id) {
        var workbench = PlatformUI.getWorkbench();
        IWorkbenchWindow window = getIntroSite().getWorkbenchWindow();
        try {
            var wizard =
                    (INewWizard) workbench.getNewWizardRegistry().findWizard(id).createWizard();
            wizard.init(workbench, StructuredSelection.EMPTY);
            if (new WizardDialog(window.getShell(), wizard).open() == WizardDialog.OK) {
                workbench.getIntroManager().closeIntro(this);
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus());
        }
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void standbyStateChanged(boolean standby) {}
}
