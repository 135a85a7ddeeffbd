/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.bieumau.editor.internal.EditorAccess;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Printed pages of an element of a file. They are laid out when {@link #print} asks for another element or text
 * version. A double click reveals the source on the Source page.
 */
public final class PagesView {

    /** Owner of the view. */
    public interface Owner {

        /**
         * Called when another element is shown.
         *
         * @param names the names of all elements that can be shown
         */
        void shown(List<String> names, String name);

        /** Called when the user clicks an area that prints the given part of the text. */
        void picked(int offset, int length);
    }

    /**
     * Shortest pause before pages are laid out, in ms. The pause is as long as the last layout took, within these
     * limits.
     */
    private static final int SHORTEST = 100;

    private static final int LONGEST = 1000;

    /** Pause before the next attempt if another reader had to use the model first, in ms. */
    private static final int GIVEN_WAY = 300;

    private final EditorAccess editor;
    private final Owner owner;
    private final PagesCanvas canvas;
    private final Printer printer = new Printer();
    private volatile String wanted;
    private volatile int printed = -1;
    private volatile int shown = -1;
    private volatile String shownFor;
    /** Duration of the last layout, in ms. */
    private volatile long took;

    private volatile String printedFor;

    public PagesView(Composite parent, EditorAccess editor, Owner owner) {
        this.editor = editor;
        this.owner = owner;
        canvas = new PagesCanvas(
                parent,
                area -> owner.picked(area.offset(), area.length()),
                area -> editor.showText(area.offset(), area.length()));
        canvas.show(EditorMessages.ALL.text("pages.waiting"));
        canvas.addListener(SWT.Dispose, event -> printer.cancel());
    }

    public Control control() {
        return canvas;
    }

    /**
     * Lays out an element, unless its pages already show the current text.
     *
     * @param element the name of the element; null for the first one
     */
    public void print(String element) {
        wanted = element;
        if (printed != editor.open().version() || !Objects.equals(element, printedFor)) {
            printer.cancel();
            // Elements that take long to lay out are not laid out after each keystroke.
            printer.schedule(Math.clamp(took, SHORTEST, LONGEST));
        }
    }

    /** Returns whether the view shows the wanted element of the current text. */
    public boolean isSettled() {
        return shown == editor.open().version() && Objects.equals(shownFor, wanted);
    }

    /** Frames the area that prints an offset of the text, and scrolls to it. */
    public void markText(int offset) {
        canvas.markText(offset);
    }

    /** Returns the offset of the source of the framed area; -1 if no area is framed. */
    public int markedOffset() {
        return canvas.markedOffset();
    }

    /** Returns which of the pages is shown; empty if there are none. */
    String position() {
        return canvas.count() == 0
                ? ""
                : EditorMessages.ALL.text("pages.position", canvas.current() + 1, canvas.count());
    }

    /** Returns the size of the pages in per cent of the paper size. */
    long percent() {
        return Math.round(canvas.scale() * 72 / 96 * 100);
    }

    /** @param factor the factor to multiply the current size by; 0 fits the width */
    void zoom(double factor) {
        canvas.zoom(canvas.scale() * factor);
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
            var element = wanted;
            var version = new int[1];
            var began = System.nanoTime();
            try {
                var pages = open.readAtLeisure(resource -> {
                    version[0] = open.modelVersion();
                    try {
                        return Pages.of(resource, element, () -> monitor.isCanceled() || open.isAwaited());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                var images = pages.pdf() == null ? null : new PageImages(pages.pdf());
                printedFor = element;
                took = (System.nanoTime() - began) / 1_000_000;
                show(pages, images, element, version[0], null);
            } catch (CancellationException e) {
                if (!monitor.isCanceled()) {
                    schedule(GIVEN_WAY);
                }
                return Status.CANCEL_STATUS;
            } catch (IOException | RuntimeException e) {
                // Unfinished text may fail to be laid out. The message says so, and the pages return with the next
                // edit.
                show(Pages.NONE, null, element, version[0], EditorMessages.ALL.text("pages.failed", reason(e)));
            }
            return Status.OK_STATUS;
        }

        /** Returns the message of an exception, such as that the data of a form is read on export alone. */
        private static String reason(Exception e) {
            return String.valueOf((e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e).getMessage());
        }

        private void show(Pages pages, PageImages images, String element, int version, String failure) {
            printed = version;
            if (canvas.isDisposed()) {
                close(images);
                return;
            }
            canvas.getDisplay().asyncExec(() -> {
                if (canvas.isDisposed()) {
                    close(images);
                    return;
                }
                if (images == null) {
                    canvas.show(failure == null ? EditorMessages.ALL.text("pages.none") : failure);
                } else {
                    canvas.show(images, pages.areas());
                    canvas.markText(editor.caret());
                }
                if (failure == null) {
                    owner.shown(pages.names(), pages.name());
                }
                shown = version;
                shownFor = element;
            });
        }

        private static void close(PageImages images) {
            if (images != null) {
                images.close();
            }
        }
    }
}
