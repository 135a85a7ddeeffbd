/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.pages.Pages.Area;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseAdapter;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** Canvas that shows pages below each other and renders them when they become visible. */
final class PagesCanvas extends Canvas {

    private static final int GAP = 16;
    private static final double SCREEN = 96.0 / 72;

    private record Key(int page, double scale) {}

    private final Map<Key, Image> images = new HashMap<>();
    /** Pages that cannot be drawn; they stay blank. */
    private final Set<Integer> failed = new HashSet<>();

    private PageImages pages;
    private List<Area> areas = List.of();
    private Area marked;
    /** Pixels per pt; 0 fits the width. */
    private double zoom;

    private String message = "";
    private boolean drawing;

    PagesCanvas(Composite parent, Consumer<Area> clicked, Consumer<Area> doubleClicked) {
        super(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.DOUBLE_BUFFERED);
        Names.named(this, EditorMessages.ALL.text("pages.sheets"));
        setBackground(Palette.DESK.colour());
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> layoutBars());
        addListener(SWT.Dispose, event -> {
            images.values().forEach(Image::dispose);
            if (pages != null) {
                pages.close();
            }
        });
        getVerticalBar().addListener(SWT.Selection, event -> redraw());
        getHorizontalBar().addListener(SWT.Selection, event -> redraw());
        addListener(SWT.MouseWheel, event -> {
            if ((event.stateMask & SWT.MOD1) != 0) {
                zoom(scale() * (event.count > 0 ? 1.1 : 1 / 1.1));
                event.doit = false;
            }
        });
        addListener(SWT.KeyDown, this::key);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseDown(MouseEvent event) {
                setFocus();
                var area = areaAt(event.x, event.y);
                if (area != null) {
                    mark(area, false);
                    clicked.accept(area);
                }
            }

            @Override
            public void mouseDoubleClick(MouseEvent event) {
                var area = areaAt(event.x, event.y);
                if (area != null) {
                    doubleClicked.accept(area);
                }
            }
        });
    }

    private void key(Event event) {
        var bar = getVerticalBar();
        var by = switch (event.keyCode) {
            case SWT.PAGE_DOWN -> bar.getPageIncrement();
            case SWT.PAGE_UP -> -bar.getPageIncrement();
            case SWT.ARROW_DOWN -> 40;
            case SWT.ARROW_UP -> -40;
            case SWT.HOME -> -bar.getMaximum();
            case SWT.END -> bar.getMaximum();
            default -> 0;
        };
        if (by != 0) {
            bar.setSelection(bar.getSelection() + by);
            redraw();
        }
    }

    /** Shows new pages and keeps the scroll position. */
    void show(PageImages newPages, List<Area> newAreas) {
        if (pages != null) {
            pages.close();
        }
        pages = newPages;
        areas = newAreas;
        message = "";
        marked = null;
        images.values().forEach(Image::dispose);
        images.clear();
        failed.clear();
        layoutBars();
    }

    /** Shows a sentence instead of pages. */
    void show(String sentence) {
        if (pages != null) {
            pages.close();
            pages = null;
        }
        message = sentence;
        layoutBars();
    }

    /** @param scale pixels per pt; 0 fits the width */
    void zoom(double scale) {
        var before = getVerticalBar().getSelection() / (double) Math.max(1, total());
        zoom = scale == 0 ? 0 : Math.clamp(scale, 0.2 * SCREEN, 4 * SCREEN);
        layoutBars();
        getVerticalBar().setSelection((int) (before * total()));
        redraw();
    }

    double scale() {
        if (zoom > 0 || pages == null || pages.sizes().isEmpty()) {
            return zoom > 0 ? zoom : SCREEN;
        }
        var widest =
                pages.sizes().stream().mapToDouble(PageImages.Size::width).max().orElse(595);
        return Math.clamp((getClientArea().width - 2.0 * GAP) / widest, 0.2 * SCREEN, 1.5 * SCREEN);
    }

    int count() {
        return pages == null ? 0 : pages.sizes().size();
    }

    /** Returns the index of the page in the middle of the canvas; 0 if there is none. */
    int current() {
        var middle = getClientArea().height / 2;
        var current = 0;
        while (current + 1 < count() && bounds(current + 1).y <= middle) {
            current++;
        }
        return current;
    }

    private int total() {
        return pages == null
                ? 0
                : GAP
                        + pages.sizes().stream()
                                .mapToInt(size -> GAP + (int) Math.round(size.height() * scale()))
                                .sum();
    }

    private void layoutBars() {
        var area = getClientArea();
        var widest = pages == null
                ? 0
                : (int) pages.sizes().stream()
                                .mapToDouble(size -> size.width() * scale())
                                .max()
                                .orElse(0)
                        + 2 * GAP;
        setBar(getVerticalBar(), total(), area.height);
        setBar(getHorizontalBar(), widest, area.width);
        redraw();
    }

    private static void setBar(ScrollBar bar, int total, int shown) {
        bar.setVisible(total > shown);
        bar.setValues(
                Math.clamp(bar.getSelection(), 0, Math.max(0, total - shown)),
                0,
                Math.max(1, total),
                Math.max(1, Math.min(total, shown)),
                40,
                Math.max(1, shown - 40));
    }

    private Rectangle bounds(int page) {
        var scale = scale();
        var y = GAP - getVerticalBar().getSelection();
        for (int i = 0; i < page; i++) {
            y += GAP + (int) Math.round(pages.sizes().get(i).height() * scale);
        }
        var width = (int) Math.round(pages.sizes().get(page).width() * scale);
        var x = Math.max(GAP, (getClientArea().width - width) / 2)
                - (getHorizontalBar().isVisible() ? getHorizontalBar().getSelection() : 0);
        return new Rectangle(
                x, y, width, (int) Math.round(pages.sizes().get(page).height() * scale));
    }

    private void paint(GC gc) {
        var client = getClientArea();
        if (pages == null) {
            gc.setForeground(Palette.TEXT.colour());
            var size = gc.textExtent(message);
            gc.drawText(
                    message,
                    Math.max(GAP, (client.width - size.x) / 2),
                    Math.max(GAP, (client.height - size.y) / 3),
                    true);
            return;
        }
        for (int i = 0; i < pages.sizes().size(); i++) {
            var place = bounds(i);
            if (place.y + place.height < 0 || place.y > client.height) {
                continue;
            }
            var image = images.get(new Key(i, scale()));
            if (image == null) {
                gc.setBackground(Palette.SHEET.colour());
                gc.fillRectangle(place);
                if (!failed.contains(i)) {
                    drawLater(i, scale());
                }
            } else {
                gc.drawImage(image, place.x, place.y);
            }
            gc.setForeground(Palette.FRAME.colour());
            gc.drawRectangle(place.x - 1, place.y - 1, place.width + 1, place.height + 1);
            if (marked != null && marked.page() == i) {
                gc.setForeground(Palette.FOCUS.colour());
                gc.setLineWidth(2);
                var box = box(marked, place);
                gc.drawRoundRectangle(box.x - 3, box.y - 3, box.width + 6, box.height + 6, 4, 4);
                gc.setLineWidth(1);
            }
        }
    }

    private void drawLater(int page, double scale) {
        if (drawing) {
            return;
        }
        drawing = true;
        var from = pages;
        ICoreRunnable work = monitor -> {
            ImageData data;
            try {
                data = from.draw(page, scale);
            } catch (IOException | RuntimeException e) {
                data = null;
                if (from == pages) {
                    Platform.getLog(PagesCanvas.class).error(e.getMessage(), e);
                }
            }
            var drawn = data;
            if (!isDisposed()) {
                getDisplay().asyncExec(() -> drawn(from, page, scale, drawn));
            }
        };
        Job.createSystem(EditorMessages.ALL.text("job.pages"), work).schedule();
    }

    private void drawn(PageImages from, int page, double scale, ImageData data) {
        drawing = false;
        if (!isDisposed()) {
            if (from == pages && data == null) {
                failed.add(page);
            } else if (from == pages && scale == scale()) {
                images.keySet().removeIf(key -> {
                    var stale = key.scale() != scale || Math.abs(key.page() - page) > 8;
                    if (stale) {
                        images.get(key).dispose();
                    }
                    return stale;
                });
                images.put(new Key(page, scale), new Image(getDisplay(), data));
            }
            redraw();
        }
    }

    private Rectangle box(Area area, Rectangle page) {
        var scale = scale();
        var height = pages.sizes().get(area.page()).height();
        return new Rectangle(
                page.x + (int) Math.round(area.left() * scale),
                page.y + (int) Math.round((height - area.bottom() - area.height()) * scale),
                (int) Math.round(area.width() * scale),
                (int) Math.round(area.height() * scale));
    }

    /** Returns the innermost area at a point of the canvas whose source is in this file; null if there is none. */
    private Area areaAt(int x, int y) {
        if (pages == null) {
            return null;
        }
        Area found = null;
        for (int i = 0; i < pages.sizes().size(); i++) {
            var place = bounds(i);
            if (place.contains(x, y)) {
                var left = (x - place.x) / scale();
                var bottom = pages.sizes().get(i).height() - (y - place.y) / scale();
                for (var area : areas) {
                    if (area.page() == i && area.offset() >= 0 && area.contains(left, bottom)) {
                        found = area;
                    }
                }
            }
        }
        return found;
    }

    /** Frames the innermost area whose source contains an offset, and scrolls to it. */
    void markText(int offset) {
        Area best = null;
        for (var area : areas) {
            if (area.offset() >= 0
                    && offset >= area.offset()
                    && offset <= area.offset() + area.length()
                    && (best == null || area.length() <= best.length())
                    && !(best != null && area.length() == best.length())) {
                best = area;
            }
        }
        if (best != null) {
            mark(best, true);
        }
    }

    /** Returns the offset of the source of the framed area; -1 if no area is framed. */
    int markedOffset() {
        return marked == null ? -1 : marked.offset();
    }

    private void mark(Area area, boolean reveal) {
        marked = area;
        if (reveal) {
            var box = box(area, bounds(area.page()));
            var shown = getClientArea().height;
            if (box.y < GAP || box.y + box.height > shown - GAP) {
                getVerticalBar().setSelection(getVerticalBar().getSelection() + box.y - shown / 4);
            }
        }
        redraw();
    }
}
