/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.editor.internal.pages.PagePicture;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * Groups of small pictures of pages to choose one from, below a field that filters them by their titles, with or
 * without diacritics.
 */
public final class Gallery extends Canvas {

    /**
     * What can be chosen.
     *
     * @param detail what tells it apart from others of the same title; may be empty
     */
    public record Item<T>(String title, String detail, PagePicture picture, T value) {

        private boolean matches(String wanted) {
            return VietnameseText.hasWords(title + " " + detail, wanted);
        }
    }

    /** Items under a heading. */
    public record Group<T>(String title, List<Item<T>> items) {}

    private record Tile(Item<?> item, Rectangle bounds, int row) {}

    private record Heading(String title, int y) {}

    private static final int PICTURE = PagePicture.SIZE / 2;
    private static final int PADDING = 8;
    private static final int GAP = 6;
    private static final int MARGIN = 10;
    private static final int LINES = 2;

    private final Text filter;
    private final boolean showsDetails;
    private final PictureLoader pictures;
    private final List<Tile> tiles = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private List<? extends Group<?>> groups = List.of();
    private Item<?> chosen;

    /**
     * Creates the field and the pictures.
     *
     * @param area a composite with a grid layout of two columns
     * @param hint the hint in the field
     * @param showsDetails whether details are shown below the titles, and not only when the mouse is over an item
     */
    public Gallery(Composite area, String hint, boolean showsDetails) {
        this(area, filter(area, hint), showsDetails);
    }

    private Gallery(Composite area, Text filter, boolean showsDetails) {
        super(area, SWT.V_SCROLL | SWT.BORDER | SWT.DOUBLE_BUFFERED);
        this.filter = filter;
        this.showsDetails = showsDetails;
        pictures = new PictureLoader(this);
        setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        filter.addListener(SWT.Modify, event -> arrange());
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN && !tiles.isEmpty()) {
                setFocus();
                event.doit = false;
            }
        });
        filter.addListener(SWT.DefaultSelection, event -> open());
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> arrange());
        addListener(SWT.KeyDown, this::key);
        addListener(
                SWT.Traverse,
                event -> event.doit = switch (event.detail) {
                    case SWT.TRAVERSE_ARROW_NEXT, SWT.TRAVERSE_ARROW_PREVIOUS, SWT.TRAVERSE_RETURN -> false;
                    default -> true;
                });
        addListener(SWT.MouseDown, event -> {
            setFocus();
            tiles.stream()
                    .filter(tile -> shown(tile).contains(event.x, event.y))
                    .findFirst()
                    .ifPresent(tile -> choose(tile, true));
        });
        addListener(SWT.MouseDoubleClick, event -> open());
        addListener(
                SWT.MouseMove,
                event -> setToolTipText(tiles.stream()
                        .filter(tile -> shown(tile).contains(event.x, event.y))
                        .findFirst()
                        .map(tile -> label(tile.item()))
                        .orElse(null)));
        addListener(SWT.FocusIn, event -> focus());
        addListener(SWT.FocusOut, event -> redraw());
        getVerticalBar().addListener(SWT.Selection, event -> redraw());
        beAccessible();
        Names.named(this, filter.getMessage());
    }

    private static Text filter(Composite area, String hint) {
        var filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(hint);
        Names.named(filter, hint);
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        return filter;
    }

    private static String label(Item<?> item) {
        return item.detail().isEmpty() ? item.title() : item.title() + "\n" + item.detail();
    }

    /** Returns the field that filters the items. */
    public Text filter() {
        return filter;
    }

    /** Shows other items. The item with the chosen value stays chosen. */
    public <T> void show(List<Group<T>> newGroups) {
        groups = newGroups;
        var value = value();
        chosen = null;
        arrange();
        choose(value);
    }

    /** Chooses the item with a value, if there is one. */
    public void choose(Object value) {
        tiles.stream()
                .filter(tile -> Objects.equals(tile.item().value(), value))
                .findFirst()
                .ifPresent(tile -> choose(tile, true));
    }

    /** Returns the value of the chosen item; null if none is chosen. */
    public Object value() {
        return chosen == null ? null : chosen.value();
    }

    /** @param action runs when the user chooses another item, or none by filtering */
    public void onChosen(Consumer<Object> action) {
        addListener(SWT.Selection, event -> action.accept(value()));
    }

    /** @param action runs when the user opens the chosen item with Enter or a double click */
    public void onOpened(Runnable action) {
        addListener(SWT.DefaultSelection, event -> action.run());
    }

    private void open() {
        if (chosen == null && !tiles.isEmpty()) {
            choose(tiles.getFirst(), true);
        }
        if (chosen != null) {
            notifyListeners(SWT.DefaultSelection, new Event());
        }
    }

    /** Shows where the keyboard is: at the chosen item, or at the first one. */
    private void focus() {
        if (chosen == null && !tiles.isEmpty()) {
            choose(tiles.getFirst(), true);
        }
        redraw();
    }

    private void choose(Tile tile, boolean reveal) {
        if (tile.item() != chosen) {
            chosen = tile.item();
            notifyListeners(SWT.Selection, new Event());
            getAccessible().setFocus(tiles.indexOf(tile));
        }
        if (reveal) {
            var bar = getVerticalBar();
            var top = tile.row() == 0 ? 0 : tile.bounds().y - GAP;
            var bottom = tile.bounds().y + tile.bounds().height + GAP;
            var client = getClientArea().height;
            if (top < bar.getSelection()) {
                bar.setSelection(top);
            } else if (bottom > bar.getSelection() + client) {
                bar.setSelection(bottom - client);
            }
        }
        redraw();
    }

    private int chosenIndex() {
        for (int i = 0; i < tiles.size(); i++) {
            if (tiles.get(i).item() == chosen) {
                return i;
            }
        }
        return -1;
    }

    private void key(Event event) {
        var at = chosenIndex();
        var to = switch (event.keyCode) {
            case SWT.ARROW_RIGHT -> at + 1;
            case SWT.ARROW_LEFT -> at - 1;
            case SWT.ARROW_DOWN -> inRow(at, 1);
            case SWT.ARROW_UP -> inRow(at, -1);
            case SWT.PAGE_DOWN -> inRow(at, 2);
            case SWT.PAGE_UP -> inRow(at, -2);
            case SWT.HOME -> 0;
            case SWT.END -> tiles.size() - 1;
            default -> -1;
        };
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            open();
        } else if (event.keyCode == SWT.ARROW_UP && at >= 0 && tiles.get(at).row() == 0) {
            filter.setFocus();
        } else if (Character.isLetterOrDigit(event.character) && (event.stateMask & (SWT.MOD1 | SWT.MOD3)) == 0) {
            filter.setFocus();
            filter.append(String.valueOf(event.character));
        } else if (to >= 0 && to < tiles.size()) {
            choose(tiles.get(to), true);
        }
    }

    /** Returns the nearest item in a row above or below; the item itself if there is no such row. */
    private int inRow(int from, int by) {
        if (from < 0) {
            return 0;
        }
        var last = tiles.getLast().row();
        var row = Math.clamp(tiles.get(from).row() + by, 0, last);
        var x = tiles.get(from).bounds().x;
        var best = from;
        for (int i = 0; i < tiles.size(); i++) {
            if (tiles.get(i).row() == row
                    && (tiles.get(best).row() != row
                            || Math.abs(tiles.get(i).bounds().x - x)
                                    < Math.abs(tiles.get(best).bounds().x - x))) {
                best = i;
            }
        }
        return best;
    }

    // Layout

    private void arrange() {
        var wanted = filter.getText().strip();
        var width = PICTURE + 2 * PADDING;
        var line = lineHeight();
        tiles.clear();
        headings.clear();
        var columns = Math.max(1, (getClientArea().width - 2 * MARGIN + GAP) / (width + GAP));
        var y = MARGIN;
        var row = 0;
        for (var group : groups) {
            var items =
                    group.items().stream().filter(item -> item.matches(wanted)).toList();
            if (items.isEmpty()) {
                continue;
            }
            headings.add(new Heading(group.title(), y));
            var lines = items.stream().allMatch(item -> isShort(item.title(), width - PADDING)) ? 1 : LINES;
            var tileHeight = PICTURE + 3 * PADDING + (lines + (showsDetails ? 1 : 0)) * line;
            y += line + PADDING;
            for (int i = 0; i < items.size(); i++) {
                var x = MARGIN + (i % columns) * (width + GAP);
                tiles.add(new Tile(items.get(i), new Rectangle(x, y, width, tileHeight), row));
                if (i % columns == columns - 1 || i == items.size() - 1) {
                    y += tileHeight + GAP;
                    row++;
                }
            }
            y += PADDING;
        }
        var height = y;
        var bar = getVerticalBar();
        var client = Math.max(1, getClientArea().height);
        bar.setValues(
                Math.clamp(bar.getSelection(), 0, Math.max(0, height - client)),
                0,
                Math.max(1, height),
                Math.min(client, Math.max(1, height)),
                60,
                client);
        bar.setVisible(height > client);
        if (chosenIndex() < 0 && chosen != null) {
            chosen = null;
            notifyListeners(SWT.Selection, new Event());
        }
        // While the user searches, Enter opens what is found: by its title rather than by what tells it apart.
        if (!wanted.isEmpty()
                && !tiles.isEmpty()
                && (chosen == null || !VietnameseText.hasWords(chosen.title(), wanted))) {
            choose(
                    tiles.stream()
                            .filter(tile -> VietnameseText.hasWords(tile.item().title(), wanted))
                            .findFirst()
                            .orElse(tiles.getFirst()),
                    true);
        }
        redraw();
    }

    private boolean isShort(String title, int width) {
        var gc = new GC(this);
        try {
            return gc.textExtent(title).x <= width;
        } finally {
            gc.dispose();
        }
    }

    private int lineHeight() {
        var gc = new GC(this);
        try {
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private Rectangle shown(Tile tile) {
        var bounds = tile.bounds();
        return new Rectangle(bounds.x, bounds.y - getVerticalBar().getSelection(), bounds.width, bounds.height);
    }

    // Drawing

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        gc.setInterpolation(SWT.HIGH);
        var client = getClientArea();
        var display = getDisplay();
        gc.setForeground(display.getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        if (tiles.isEmpty()) {
            gc.drawText(
                    groups.isEmpty() ? "" : RcpMessages.ALL.text("gallery.none", filter.getText()),
                    MARGIN,
                    MARGIN,
                    true);
        }
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        for (var heading : headings) {
            gc.drawText(heading.title(), MARGIN, heading.y() - getVerticalBar().getSelection(), true);
        }
        gc.setFont(getFont());
        for (var tile : tiles) {
            var bounds = shown(tile);
            if (bounds.y + bounds.height >= 0 && bounds.y <= client.height) {
                paint(gc, tile.item(), bounds);
            }
        }
    }

    private void paint(GC gc, Item<?> item, Rectangle bounds) {
        var display = getDisplay();
        var isChosen = item == chosen;
        var isFocused = isChosen && isFocusControl();
        if (isChosen) {
            gc.setBackground(display.getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.setAlpha(isFocused ? 255 : 70);
            gc.fillRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 8, 8);
            gc.setAlpha(255);
        }
        var centre = bounds.x + bounds.width / 2;
        var picture = pictures.get(item.picture());
        if (picture != null) {
            var size = picture.getBounds();
            var width = size.width / 2;
            var tall = size.height / 2;
            var x = centre - width / 2;
            var y = bounds.y + PADDING + (PICTURE - tall) / 2;
            gc.drawImage(picture, 0, 0, size.width, size.height, x, y, width, tall);
            gc.setForeground(display.getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
            gc.drawRectangle(x, y, width, tall);
        } else {
            gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
            gc.fillRectangle(centre - PICTURE / 2, bounds.y + PADDING, PICTURE, PICTURE);
            gc.setForeground(display.getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
            gc.drawRectangle(centre - PICTURE / 2, bounds.y + PADDING, PICTURE, PICTURE);
        }
        gc.setForeground(display.getSystemColor(isFocused ? SWT.COLOR_LIST_SELECTION_TEXT : SWT.COLOR_LIST_FOREGROUND));
        var text = new TextLayout(display);
        try {
            text.setFont(getFont());
            text.setAlignment(SWT.CENTER);
            text.setWidth(bounds.width - PADDING);
            var y = bounds.y + PICTURE + 2 * PADDING;
            shorten(text, item.title(), LINES);
            text.draw(gc, bounds.x + PADDING / 2, y);
            if (showsDetails) {
                y += text.getBounds().height;
                gc.setAlpha(isFocused ? 255 : 150);
                shorten(text, item.detail(), 1);
                text.draw(gc, bounds.x + PADDING / 2, y);
                gc.setAlpha(255);
            }
        } finally {
            text.dispose();
        }
    }

    /** Lays out a text, of which only what fits into some lines is shown. */
    private static void shorten(TextLayout layout, String text, int lines) {
        layout.setText(text);
        for (var end = text.length() - 1; layout.getLineCount() > lines && end > 0; end -= 3) {
            layout.setText(text.substring(0, end).stripTrailing() + "…");
        }
    }

    // Screen readers

    private void beAccessible() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID >= 0 && event.childID < tiles.size()) {
                    event.result = label(tiles.get(event.childID).item());
                }
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
            }

            @Override
            public void getChildCount(AccessibleControlEvent event) {
                event.detail = tiles.size();
            }

            @Override
            public void getChildren(AccessibleControlEvent event) {
                event.children = new Object[tiles.size()];
                for (int i = 0; i < tiles.size(); i++) {
                    event.children[i] = i;
                }
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE;
                if (event.childID >= 0 && event.childID == chosenIndex()) {
                    event.detail |= ACC.STATE_SELECTED | (isFocusControl() ? ACC.STATE_FOCUSED : 0);
                }
            }

            @Override
            public void getFocus(AccessibleControlEvent event) {
                event.childID =
                        !isFocusControl() ? ACC.CHILDID_NONE : chosen == null ? ACC.CHILDID_SELF : chosenIndex();
            }

            @Override
            public void getSelection(AccessibleControlEvent event) {
                event.childID = chosen == null ? ACC.CHILDID_NONE : chosenIndex();
            }

            @Override
            public void getLocation(AccessibleControlEvent event) {
                var bounds = event.childID >= 0 && event.childID < tiles.size()
                        ? shown(tiles.get(event.childID))
                        : getClientArea();
                var at = toDisplay(bounds.x, bounds.y);
                event.x = at.x;
                event.y = at.y;
                event.width = bounds.width;
                event.height = bounds.height;
            }

            @Override
            public void getChildAtPoint(AccessibleControlEvent event) {
                var at = toControl(event.x, event.y);
                for (int i = 0; i < tiles.size(); i++) {
                    if (shown(tiles.get(i)).contains(at)) {
                        event.childID = i;
                    }
                }
            }
        });
    }

    // For tests

    /** Returns the titles of the items that the field lets through. */
    public List<String> titles() {
        return tiles.stream().map(tile -> tile.item().title()).toList();
    }

    /** Returns whether the pictures of all visible items are drawn. */
    public boolean isSettled() {
        return pictures.isIdle();
    }
}
