/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.bieumau.editor.BieuEditor;
import org.bieumau.editor.EditorMessages;
import org.bieumau.editor.ElementPage;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The pages as they print, by the PDF engine; they follow the text while it is typed. A double click goes to the text. */
public final class PagesPage extends ElementPage {

    public static final String ID = "org.bieumau.editor.pages";

    private final Printer printer = new Printer();
    private PagesCanvas canvas;
    private Label zoom;
    private volatile int printed = -1;
    private volatile String printedFor;

    public PagesPage(BieuEditor editor) {
        super(editor, ID, "page.pages", "pages.element");
    }

    @Override
    protected void fillBar(Composite bar) {
        ((GridLayout) bar.getLayout()).numColumns += 5;
        var gap = new Label(bar, SWT.NONE);
        gap.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button(bar, "−", "pages.smaller", () -> canvas.zoom(canvas.scale() / 1.2));
        zoom = new Label(bar, SWT.CENTER);
        zoom.setLayoutData(new GridData(56, SWT.DEFAULT));
        button(bar, "+", "pages.larger", () -> canvas.zoom(canvas.scale() * 1.2));
        button(bar, EditorMessages.ALL.text("pages.fit"), "pages.fit.tip", () -> canvas.zoom(0));
    }

    @Override
    protected void fillPage(Composite page) {
        canvas = new PagesCanvas(page, area -> editor.textEditor().selectAndReveal(area.offset(), area.length()),
                area -> editor.showText(area.offset(), area.length()));
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas.show(EditorMessages.ALL.text("pages.waiting"));
        canvas.addPaintListener(event -> showZoom());
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
    public void setActive(boolean active) {
        super.setActive(active);
        if (active && canvas != null) {
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
    protected void read() {
        if (printed != editor.open().version() || !Objects.equals(wanted(), printedFor)) {
            printer.cancel();
            printer.schedule(100);
        }
    }

    @Override
    public void dispose() {
        printer.cancel();
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
            var element = wanted();
            var version = new int[1];
            try {
                var pages = open.read(resource -> {
                    version[0] = open.version();
                    try {
                        return Pages.of(resource, element, monitor::isCanceled);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                var images = pages.pdf() == null ? null : new PageImages(pages.pdf());
                printedFor = element;
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
            printed = version;
            if (canvas.isDisposed()) {
                close(images);
                return;
            }
            showLater(version, () -> {
                if (canvas.isDisposed()) {
                    close(images);
                    return;
                }
                PagesPage.this.show(pages.names(), pages.name());
                if (images == null) {
                    canvas.show(failure == null ? EditorMessages.ALL.text("pages.none") : failure);
                } else {
                    canvas.show(images, pages.areas());
                    canvas.markText(editor.caret());
                }
            });
        }

        private static void close(PageImages images) {
            if (images != null) {
                images.close();
            }
        }
    }
}
