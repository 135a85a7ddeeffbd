/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.gallery;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.bieumau.editor.internal.pages.PagePicture;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;

/** Draws the pictures that a canvas asks for in a job. */
final class PictureLoader extends Job {

    private final Canvas canvas;
    private final Map<PagePicture, Image> images = new HashMap<>();
    /** Pictures asked for; those that could not be drawn stay here. */
    private final Set<PagePicture> asked = new HashSet<>();

    private final Queue<PagePicture> waiting = new ArrayDeque<>();

    PictureLoader(Canvas canvas) {
        super(RcpMessages.ALL.text("job.pictures"));
        this.canvas = canvas;
        setSystem(true);
        setPriority(DECORATE);
        canvas.addListener(SWT.Dispose, event -> {
            cancel();
            images.values().forEach(Image::dispose);
        });
    }

    /** Returns a picture; null until it is drawn. The canvas is then painted again. */
    Image get(PagePicture picture) {
        if (asked.add(picture)) {
            synchronized (waiting) {
                waiting.add(picture);
            }
            schedule();
        }
        return images.get(picture);
    }

    boolean isIdle() {
        synchronized (waiting) {
            return waiting.isEmpty() && getState() == NONE;
        }
    }

    private PagePicture next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (var picture = next(); picture != null && !monitor.isCanceled(); picture = next()) {
            var drawn = picture;
            try {
                picture.draw(monitor::isCanceled).ifPresent(data -> show(drawn, data));
            } catch (CancellationException e) {
                return Status.CANCEL_STATUS;
            } catch (IOException | RuntimeException e) {
                // A library may be unfinished. The place of the picture stays white.
                Platform.getLog(PictureLoader.class).warn(String.valueOf(e.getMessage()), e);
            }
        }
        return Status.OK_STATUS;
    }

    private void show(PagePicture picture, ImageData data) {
        if (!canvas.isDisposed()) {
            canvas.getDisplay().asyncExec(() -> {
                if (!canvas.isDisposed()) {
                    images.put(picture, new Image(canvas.getDisplay(), data));
                    canvas.redraw();
                }
            });
        }
    }
}
