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
 * An element of a file as it prints, drawn anew when it is asked for another version of the text. A double click goes
 * to the text.
 */
public final class PagesView {

    /** Who holds the view. */
    public interface Owner {

        /** Something else is shown. @param names all that can be shown */
        void shown(List<String> names, String name);

        /** What stands at a place of the text was picked. */
        void picked(int offset, int length);
    }

    /** The pause in ms before pages are laid out: as long as it took the last time, but within these. */
    private static final int SHORTEST = 100;

    private static final int LONGEST = 1000;

    /** After this many ms it is tried again, if somebody else had to read the text first. */
    private static final int GIVEN_WAY = 300;

    private final EditorAccess editor;
    private final Owner owner;
    private final PagesCanvas canvas;
    private final Printer printer = new Printer();
    private volatile String wanted;
    private volatile int printed = -1;
    private volatile int shown = -1;
    /** How many ms the last pages took. */
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

    /** Lays out an element as it is now, if it was not yet. @param element its name; null for the first */
    public void print(String element) {
        wanted = element;
        if (printed != editor.open().version() || !Objects.equals(element, printedFor)) {
            printer.cancel();
            // What takes long to lay out is not laid out after each letter.
            printer.schedule(Math.clamp(took, SHORTEST, LONGEST));
        }
    }

    /** Whether what is shown is that of the text as it is. */
    public boolean isSettled() {
        return shown == editor.open().version();
    }

    /** Marks what prints a place of the text, and brings it into sight. */
    public void markText(int offset) {
        canvas.markText(offset);
    }

    /** Where in the text what is framed begins; -1 where nothing is. */
    int markedOffset() {
        return canvas.markedOffset();
    }

    /** How many per cent of the size of the paper is shown. */
    long percent() {
        return Math.round(canvas.scale() * 72 / 96 * 100);
    }

    /** @param factor to what part of the size as it is; 0 fits the width */
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
                show(pages, images, version[0], null);
            } catch (CancellationException e) {
                if (!monitor.isCanceled()) {
                    schedule(GIVEN_WAY);
                }
                return Status.CANCEL_STATUS;
            } catch (IOException | RuntimeException e) {
                // What is half written may not be laid out: the sentence says so, and the pages come back with the next
                // edit.
                show(
                        Pages.NONE,
                        null,
                        version[0],
                        EditorMessages.ALL.text("pages.failed", String.valueOf(e.getMessage())));
            }
            return Status.OK_STATUS;
        }

        private void show(Pages pages, PageImages images, int version, String failure) {
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
                if (failure == null) {
                    owner.shown(pages.names(), pages.name());
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

        private static void close(PageImages images) {
            if (images != null) {
                images.close();
            }
        }
    }
}
