/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.help;

import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.IPageChangedListener;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.part.ViewPart;

/** Shows the help next to the editor. It follows the active page of the editor until the user picks a topic. */
public final class HelpView extends ViewPart implements IPartListener2 {

    public static final String ID = "org.bieumau.rcp.help";

    private final IPageChangedListener pages = event -> followEditor();
    private Combo topics;
    private final Action follows = new Action(RcpMessages.ALL.text("help.follows"), IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
            followEditor();
        }
    };
    private ScrolledComposite scrolled;
    private FormText text;
    private BieuEditor editor;
    private String shown;

    @Override
    public void createPartControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        topics = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        Names.named(topics, RcpMessages.ALL.text("help.topics"));
        topics.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        topics.setItems(HelpBook.TOPICS.stream().map(HelpBook::title).toArray(String[]::new));
        topics.setVisibleItemCount(HelpBook.TOPICS.size());
        topics.addListener(SWT.Selection, event -> pick(HelpBook.TOPICS.get(topics.getSelectionIndex())));
        follows.setImageDescriptor(
                PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
        follows.setToolTipText(RcpMessages.ALL.text("help.follows.tip"));
        follows.setChecked(true);
        getViewSite().getActionBars().getToolBarManager().add(follows);
        scrolled = new ScrolledComposite(area, SWT.V_SCROLL);
        scrolled.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        text = new FormText(scrolled, SWT.WRAP);
        text.marginWidth = 10;
        text.marginHeight = 6;
        text.setBackground(Palette.PAGE.colour());
        text.setFont("title", JFaceResources.getHeaderFont());
        text.setFont("code", JFaceResources.getTextFont());
        text.setColor("title", Palette.TITLE.colour());
        text.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                pick(String.valueOf(event.getHref()));
            }
        });
        scrolled.setContent(text);
        scrolled.addListener(SWT.Resize, event -> layout());
        scrolled.getVerticalBar().setIncrement(30);
        getSite().getPage().addPartListener(this);
        follow(getSite().getPage().getActiveEditor());
    }

    private void layout() {
        scrolled.setMinHeight(text.computeSize(scrolled.getClientArea().width, SWT.DEFAULT).y);
    }

    private void pick(String topic) {
        follows.setChecked(false);
        show(topic);
    }

    /** Shows a topic. */
    public void show(String topic) {
        if (!topic.equals(shown)) {
            shown = topic;
            topics.select(HelpBook.TOPICS.indexOf(HelpBook.page(topic)));
            text.setText(HelpBook.text(topic), true, false);
            layout();
            scrolled.setOrigin(0, 0);
        }
    }

    /** Returns the topic that is shown. */
    public String shown() {
        return shown;
    }

    private void follow(Object part) {
        if (editor != null) {
            editor.removePageChangedListener(pages);
        }
        editor = part instanceof BieuEditor bieu ? bieu : null;
        if (editor != null) {
            editor.addPageChangedListener(pages);
        }
        followEditor();
    }

    /** Shows the topic about the page of the editor, unless the user has picked a topic. */
    void followEditor() {
        if (!text.isDisposed() && follows.isChecked()) {
            show(HelpBook.about(
                    editor == null
                            ? null
                            : editor.getActivePageInstance() == null
                                    ? ""
                                    : editor.getActivePageInstance().getId()));
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof BieuEditor active && active != editor) {
            follow(active);
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == editor) {
            follow(getSite().getPage().getActiveEditor());
        }
    }

    @Override
    public void setFocus() {
        topics.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(this);
        if (editor != null) {
            editor.removePageChangedListener(pages);
        }
        super.dispose();
    }
}
