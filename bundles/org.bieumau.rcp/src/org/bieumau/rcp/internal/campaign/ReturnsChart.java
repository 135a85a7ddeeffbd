/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A chart of what has come in: a bar with a segment for each state, and how many units had sent their return on each
 * day. A click on a segment filters the units.
 */
final class ReturnsChart {

    private static final int HEIGHT = 84;
    private static final int MARGIN = 6;
    private static final int BAR = 20;
    /** Width of the chart by days; the bar takes the rest. */
    private static final int DAYS_WIDTH = 300;
    /** Most days that have a column of their own. */
    private static final int MOST_DAYS = 92;

    /** A part of the chart that stands for a state. */
    private record Area(UnitKind kind, Rectangle bounds) {}

    private final Canvas canvas;
    private final Consumer<UnitKind> chosen;
    private final List<Area> areas = new ArrayList<>();
    private Map<UnitKind, Integer> counts = Map.of();
    private TreeMap<LocalDate, Integer> days = new TreeMap<>();
    private Optional<LocalDate> deadline = Optional.empty();
    private int units;

    /** @param chosen called with the state that the user clicks on */
    ReturnsChart(Composite parent, Consumer<UnitKind> chosen) {
        this.chosen = chosen;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.heightHint = HEIGHT;
        canvas.setLayoutData(data);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseUp, event -> at(event.x, event.y).ifPresent(chosen));
        canvas.addListener(SWT.MouseMove, event -> {
            var tip = at(event.x, event.y)
                    .map(kind -> kind.title() + ": " + counts.get(kind))
                    .orElse(null);
            if (!Objects.equals(tip, canvas.getToolTipText())) {
                canvas.setToolTipText(tip);
            }
        });
        Names.named(canvas, this::text);
    }

    Canvas control() {
        return canvas;
    }

    private Optional<UnitKind> at(int x, int y) {
        return areas.stream()
                .filter(area -> area.bounds().contains(x, y))
                .map(Area::kind)
                .findFirst();
    }

    void show(List<UnitStatus> statuses, Optional<LocalDate> last) {
        units = statuses.size();
        counts = UnitKind.counts(statuses);
        deadline = last;
        days = statuses.stream()
                .flatMap(status -> status.taken().stream())
                .map(FileStatus::received)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(day -> day, day -> 1, Integer::sum, TreeMap::new));
        canvas.redraw();
    }

    /** Returns what the chart shows in words, for screen readers and tests. */
    String text() {
        return RcpMessages.ALL.text("campaign.chart", units)
                + ' '
                + UnitKind.STATES.stream()
                        .filter(kind -> counts.getOrDefault(kind, 0) > 0)
                        .map(kind -> kind.title() + ": " + counts.get(kind))
                        .collect(Collectors.joining("; "));
    }

    private void paint(GC gc) {
        areas.clear();
        if (units == 0) {
            return;
        }
        var area = canvas.getClientArea();
        var hasDays = !days.isEmpty() && area.width > 2 * DAYS_WIDTH;
        paintStates(gc, area.width - 2 * MARGIN - (hasDays ? DAYS_WIDTH + 4 * MARGIN : 0));
        if (hasDays) {
            paintDays(gc, new Rectangle(area.width - DAYS_WIDTH - MARGIN, MARGIN, DAYS_WIDTH, HEIGHT - 2 * MARGIN));
        }
    }

    private void paintStates(GC gc, int width) {
        var foreground = canvas.getForeground();
        var x = MARGIN;
        var done = 0;
        for (var kind : UnitKind.STATES) {
            var count = counts.getOrDefault(kind, 0);
            if (count == 0) {
                continue;
            }
            done += count;
            var end = MARGIN + Math.round((float) width * done / units);
            gc.setBackground(kind.colour());
            gc.fillRectangle(x, MARGIN, end - x, BAR);
            areas.add(new Area(kind, new Rectangle(x, MARGIN, end - x, BAR)));
            var number = Integer.toString(count);
            var size = gc.textExtent(number);
            if (size.x + 4 < end - x) {
                gc.setForeground(Palette.TEXT.colour());
                gc.drawText(number, x + (end - x - size.x) / 2, MARGIN + (BAR - size.y) / 2, true);
            }
            x = end;
        }
        gc.setForeground(foreground);
        paintLegend(gc, width);
    }

    /** The legend is clickable, too, since the segment of a single unit is small. */
    private void paintLegend(GC gc, int width) {
        var line = gc.getFontMetrics().getHeight() + 3;
        var square = line - 8;
        var x = MARGIN;
        var y = MARGIN + BAR + 5;
        for (var kind : UnitKind.STATES) {
            var count = counts.getOrDefault(kind, 0);
            if (count == 0) {
                continue;
            }
            var text = kind.title() + " " + count;
            var needed = square + 4 + gc.textExtent(text).x;
            if (x > MARGIN && x + needed > MARGIN + width) {
                x = MARGIN;
                y += line;
            }
            gc.setBackground(kind.colour());
            gc.fillRectangle(x, y + 4, square, square);
            gc.drawRectangle(x, y + 4, square, square);
            gc.drawText(text, x + square + 4, y, true);
            areas.add(new Area(kind, new Rectangle(x, y, needed, line)));
            x += needed + 14;
        }
    }

    private void paintDays(GC gc, Rectangle area) {
        var line = gc.getFontMetrics().getHeight();
        var first = days.firstKey();
        var last = deadline.filter(day -> day.isAfter(days.lastKey())).orElse(days.lastKey());
        first = deadline.filter(first::isAfter).orElse(first);
        var count = (int) ChronoUnit.DAYS.between(first, last) + 1;
        var columns = Math.min(count, MOST_DAYS);
        var top = area.y + line;
        var base = area.y + area.height - line;
        var sum = 0;
        for (int i = 0; i < columns; i++) {
            var day = first.plusDays((long) (i + 1) * count / columns - 1);
            sum = days.headMap(day, true).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            var from = area.x + area.width * i / columns;
            var height = Math.round((float) (base - top) * sum / units);
            gc.setBackground((deadline.filter(day::isAfter).isPresent() ? UnitKind.LATE : UnitKind.ON_TIME).colour());
            gc.fillRectangle(
                    from,
                    base - height,
                    Math.max(1, area.x + area.width * (i + 1) / columns - from - (columns > 40 ? 0 : 2)),
                    height);
        }
        gc.setForeground(canvas.getForeground());
        gc.drawLine(area.x, base, area.x + area.width, base);
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawLine(area.x, top, area.x + area.width, top);
        if (deadline.isPresent()) {
            var at =
                    area.x + (int) (area.width * (ChronoUnit.DAYS.between(first, deadline.get()) + 1) / (double) count);
            gc.drawLine(at, top - 4, at, base);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.drawText(RcpMessages.ALL.text("campaign.chart.sum", sum, units), area.x, area.y - 2, true);
        gc.drawText(written(first), area.x, base + 1, true);
        var end = deadline.filter(last::equals).isPresent()
                ? RcpMessages.ALL.text("campaign.chart.deadline", written(last))
                : written(last);
        var endAt = area.x + area.width - gc.textExtent(end).x;
        gc.drawText(end, endAt, base + 1, true);
        if (deadline.isPresent() && deadline.filter(last::equals).isEmpty()) {
            var text = RcpMessages.ALL.text("campaign.chart.deadline", written(deadline.get()));
            var width = gc.textExtent(text).x;
            var at = Math.min(x(area, first, deadline.get(), count) - width / 2, endAt - width - 8);
            if (at > area.x + gc.textExtent(written(first)).x + 8) {
                gc.drawText(text, at, base + 1, true);
            }
        }
    }

    /** Returns where a day ends. */
    private static int x(Rectangle area, LocalDate first, LocalDate day, int count) {
        return area.x + (int) (area.width * (ChronoUnit.DAYS.between(first, day) + 1) / (double) count);
    }

    private static String written(LocalDate day) {
        return "%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue());
    }
}
