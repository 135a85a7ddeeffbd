/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.opentest4j.TestAbortedException;

/**
 * Sends real keyboard and mouse events: xdotool sends them to the X server, and a window manager sets the focus. The
 * test is skipped if either is missing; it fails instead if the environment variable <code>BIEUMAU_NEEDS_SCREEN</code>
 * is set.
 */
final class Person {

    private static final String REQUIRED = "BIEUMAU_NEEDS_SCREEN";

    /** How long to wait for keys, in ms. A menu of the desktop may take them, so that the window never gets them. */
    private static final int PATIENCE = 3000;

    private final Shell window;
    /** Number of keys released in windows of the Studio. */
    private int released;

    /** Creates a person who uses a window. */
    Person(Shell window) {
        this.window = window;
        if (run(List.of("get_num_desktops")) != 0) {
            var message = "a test needs xdotool and a window manager such as openbox";
            if (System.getenv(REQUIRED) != null) {
                fail(message);
            }
            System.out.println("Skipped: " + message);
            throw new TestAbortedException(message);
        }
        window.getDisplay().addFilter(SWT.KeyUp, event -> released++);
        activate();
    }

    /** Brings the window to the front. */
    void activate() {
        window.forceActive();
        Studio.until("the window is active", () -> Display.getCurrent().getActiveShell() == window);
        Studio.spin(100);
    }

    /** Presses keys one after the other, named as in X, such as <code>ctrl+s</code> or <code>Return</code>. */
    void press(String... keys) {
        var before = released;
        pressInMenu(keys);
        await(before + keys.length);
    }

    private void pressInMenu(String... keys) {
        var command = new ArrayList<>(List.of("key", "--delay", "40"));
        command.addAll(List.of(keys));
        xdotool(command);
    }

    /** Types text without special characters. */
    void type(String text) {
        var before = released;
        xdotool(List.of("type", "--delay", "40", text));
        await(before + text.length());
    }

    /** Waits until the Studio has received the keys: xdotool ends as soon as the X server has them. */
    private void await(int keys) {
        var end = System.currentTimeMillis() + PATIENCE;
        while (released < keys && System.currentTimeMillis() < end) {
            Studio.spin(20);
        }
        Studio.spin(50);
    }

    /** Clicks on a point of a control. */
    void click(Control control, int x, int y) {
        var point = control.toDisplay(x, y);
        xdotool(List.of(
                "mousemove", Integer.toString(point.x), Integer.toString(point.y), "sleep", "0.1", "click", "1"));
    }

    /**
     * Drags from a point of a control to a point of another one, which may be in another window. One command sends all
     * events, since a table waits for the first movement on the UI thread.
     */
    void drag(Control from, int x, int y, Control to, int toX, int toY) {
        var start = from.toDisplay(x, y);
        var end = to.toDisplay(toX, toY);
        var command = new ArrayList<>(
                List.of("mousemove", Integer.toString(start.x), Integer.toString(start.y), "sleep", "0.2"));
        command.addAll(List.of("mousedown", "1", "sleep", "0.1"));
        var steps = 12;
        for (int i = 1; i <= steps; i++) {
            command.addAll(List.of(
                    "mousemove",
                    Integer.toString(start.x + (end.x - start.x) * i / steps),
                    Integer.toString(start.y + (end.y - start.y) * i / steps),
                    "sleep",
                    "0.1"));
        }
        command.addAll(List.of("sleep", "0.3", "mouseup", "1"));
        xdotool(command);
    }

    private void click(Control control, Rectangle bounds) {
        click(control, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }

    /** Clicks on a cell of a table, by its indexes among the cells shown. */
    void clickCell(NatTable table, int column, int row) {
        var bounds = cell(table, column, row);
        click(table, bounds.x + 12, bounds.y + bounds.height / 2);
    }

    /** Double-clicks on a cell of a table, by its indexes among the cells shown. */
    void doubleClickCell(NatTable table, int column, int row) {
        var bounds = cell(table, column, row);
        var point = table.toDisplay(bounds.x + 12, bounds.y + bounds.height / 2);
        xdotool(List.of(
                "mousemove",
                Integer.toString(point.x),
                Integer.toString(point.y),
                "sleep",
                "0.6",
                "click",
                "--repeat",
                "2",
                "--delay",
                "60",
                "1"));
    }

    private static Rectangle cell(NatTable table, int column, int row) {
        var headers = ((GridLayer) table.getLayer()).getColumnHeaderLayer().getRowCount();
        return table.getBoundsByPosition(column + 1, row + headers);
    }

    /** Clicks on the visible button of a tool bar with this text. */
    void click(String button) {
        var bar = Studio.find(window, ToolBar.class, each -> item(each, button) != null);
        click(bar, item(bar, button).getBounds());
    }

    private static ToolItem item(ToolBar bar, String text) {
        for (var item : bar.getItems()) {
            if (item.getText().equals(text)) {
                return item;
            }
        }
        return null;
    }

    /** Clicks on the tab of a page of the editor. */
    void clickTab(String title) {
        for (var folder : folders(window, new ArrayList<>())) {
            for (var item : folder.getItems()) {
                if (item.getText().equals(title)) {
                    click(folder, item.getBounds());
                    return;
                }
            }
        }
        fail("no tab " + title);
    }

    private static List<CTabFolder> folders(Control control, List<CTabFolder> found) {
        if (control instanceof CTabFolder folder && folder.isVisible()) {
            found.add(folder);
        }
        if (control instanceof Composite composite) {
            for (var child : composite.getChildren()) {
                folders(child, found);
            }
        }
        return found;
    }

    /** Selects an entry of a menu of the menu bar by its position among the entries that are no separators. */
    void choose(String menu, String entry) {
        for (var item : window.getMenuBar().getItems()) {
            if (item.getText().replace("&", "").equals(menu)) {
                var steps = new ArrayList<String>();
                // Opening the menu fills it.
                pressInMenu("alt+"
                        + Character.toLowerCase(
                                item.getText().charAt(item.getText().indexOf('&') + 1)));
                for (var each : item.getMenu().getItems()) {
                    if ((each.getStyle() & SWT.SEPARATOR) == 0 && each.isEnabled()) {
                        steps.add("Down");
                        if (each.getText().replace("&", "").split("\t")[0].equals(entry)) {
                            pressInMenu(steps.subList(1, steps.size()).toArray(String[]::new));
                            pressInMenu("Return");
                            return;
                        }
                    }
                }
                pressInMenu("Escape", "Escape");
                fail("no enabled entry " + entry + " in " + menu);
            }
        }
        fail("no menu " + menu);
    }

    private void xdotool(List<String> command) {
        assertEquals(0, run(command), command.toString());
        Studio.spin(150);
    }

    /** Returns the exit code of xdotool; 1 if it is not installed. */
    private static int run(List<String> arguments) {
        var command = new ArrayList<>(List.of("xdotool"));
        command.addAll(arguments);
        try {
            var output = Files.createTempFile("xdotool", ".txt").toFile();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            Studio.until(command.toString(), () -> !process.isAlive());
            Files.delete(output.toPath());
            return process.exitValue();
        } catch (IOException missing) {
            return 1;
        }
    }
}
