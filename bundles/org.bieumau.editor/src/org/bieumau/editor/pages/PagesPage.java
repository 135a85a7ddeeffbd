/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.dsl.ui.document.OpenDocument;
import org.bieumau.editor.BieuEditor;
import org.bieumau.editor.EditorMessages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.editor.FormPage;

/** The pages as they print, by the PDF engine; they follow the text while it is typed. A double click goes to the text. */
public final class PagesPage extends FormPage implements OpenDocument.Listener {

    public static final String ID = "org.bieumau.editor.pages";

    private final BieuEditor editor;
    private final Printer printer = new Printer();
    private Composite control;
    private PagesCanvas canvas;
    private Combo elements;
    private Label zoom;
    private volatile String wanted;
    private volatile int shown = -1;

    public PagesPage(BieuEditor editor) {
        super(editor, ID, EditorMessages.ALL.text("page.pages"));
        this.editor = editor;
    }

    @Override
    public void createPartControl(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        control.setLayout(layout);
        var bar = new Composite(control, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        bar.setLayout(new GridLayout(7, false));
        new Label(bar, SWT.NONE).setText(EditorMessages.ALL.text("pages.element"));
        elements = new Combo(bar, SWT.DROP_DOWN | SWT.READ_ONLY);
        elements.setLayoutData(new GridData(220, SWT.DEFAULT));
        elements.addListener(SWT.Selection, event -> {
            wanted = elements.getText();
            printer.schedule();
        });
        var gap = new Label(bar, SWT.NONE);
        gap.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button(bar, "−", "pages.smaller", () -> canvas.zoom(canvas.scale() / 1.2));
        zoom = new Label(bar, SWT.CENTER);
        zoom.setLayoutData(new GridData(56, SWT.DEFAULT));
        button(bar, "+", "pages.larger", () -> canvas.zoom(canvas.scale() * 1.2));
        button(bar, EditorMessages.ALL.text("pages.fit"), "pages.fit.tip", () -> canvas.zoom(0));
        canvas = new PagesCanvas(control, area -> editor.textEditor().selectAndReveal(area.offset(), area.length()),
                area -> editor.showText(area.offset(), area.length()));
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas.show(EditorMessages.ALL.text("pages.waiting"));
        canvas.addPaintListener(event -> showZoom());
        editor.open().addListener(this);
        printer.schedule();
    }

    private void button(Composite bar, String text, String tip, Runnable action) {
        var button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(EditorMessages.ALL.text(tip));
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void showZoom() {
        var percent = Math.round(canvas.scale() * 72 / 96 * 100) + " %";
        if (!percent.equals(zoom.getText())) {
            zoom.setText(percent);
        }
    }

    @Override
    public Control getPartControl() {
        return control;
    }

    @Override
    public void setActive(boolean active) {
        if (active && canvas != null) {
            printer.schedule();
            canvas.markText(editor.caret());
            canvas.setFocus();
        }
    }

    @Override
    public void setFocus() {
        if (canvas != null) {
            canvas.setFocus();
        }
    }

    @Override
    public boolean isEditor() {
        return false;
    }

    /** Whether the pages are those of the text as it is. */
    public boolean isSettled() {
        return shown == editor.open().version();
    }

    @Override
    public void modelChanged() {
        if (shown != editor.open().version()) {
            printer.cancel();
            printer.schedule(100);
        }
    }

    @Override
    public void dispose() {
        printer.cancel();
        if (editor.textEditor().getDocumentProvider() != null) {
            OpenDocument.of(editor.document()).ifPresent(open -> open.removeListener(this));
        }
        super.dispose();
    }

    private final class Printer extends Job {

        Printer() {
            super(EditorMessages.ALL.text("job.pages"));
            setSystem(true);
            setPriority(SHORT);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            var open = editor.open();
            var version = new int[1];
            try {
                var pages = open.read(resource -> {
                    version[0] = open.version();
                    try {
                        return Pages.of(resource, wanted, monitor::isCanceled);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                var images = pages.pdf() == null ? null : new PageImages(pages.pdf());
                show(pages, images, version[0], null);
            } catch (CancellationException e) {
                return Status.CANCEL_STATUS;
            } catch (IOException | RuntimeException e) {
                // What is half written may not be laid out: the sentence says so, and the pages come back with the next edit.
                show(Pages.NONE, null, version[0], EditorMessages.ALL.text("pages.failed", String.valueOf(e.getMessage())));
            }
            return Status.OK_STATUS;
        }

        private void show(Pages pages, PageImages images, int version, String failure) {
            if (control.isDisposed()) {
                return;
            }
            control.getDisplay().asyncExec(() -> {
                if (canvas.isDisposed()) {
                    if (images != null) {
                        images.close();
                    }
                    return;
                }
                if (!List.of(elements.getItems()).equals(pages.names())) {
                    elements.setItems(pages.names().toArray(String[]::new));
                }
                elements.setEnabled(pages.names().size() > 1);
                if (pages.name() != null) {
                    elements.setText(pages.name());
                }
                if (images == null) {
                    canvas.show(failure == null ? EditorMessages.ALL.text("pages.none") : failure);
                } else {
                    canvas.show(images, pages.areas());
                    canvas.markText(editor.caret());
                }
                shown = version;
            });
        }
    }
}
