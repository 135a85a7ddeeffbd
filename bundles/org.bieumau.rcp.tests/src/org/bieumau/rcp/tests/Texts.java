/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.Hyperlink;

/**
 * Collects the texts that a user sees: labels, menus, tips, titles. It leaves out what the user has typed or what comes
 * from files: the text of fields, and the rows of tables and trees in the main window.
 */
final class Texts implements Tour.Visitor {

    private static final int DEPTH = 4;

    private static final Pattern VIETNAMESE = Pattern.compile("[À-ỹ]");
    /** Words of English labels with a Vietnamese name or value in them. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(about|add|all|and|are|delete|edit|file|for|from|is|new|not|of|open|remove|save|select|show|the|view|with)\\b");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    /** Names of files, formats, encodings, languages and keys. */
    private static final Pattern NAMES = Pattern.compile("""
            (?x) \\{\\w+\\} | \\b[a-z]+\\.[a-z]+\\d*\\b | \\S*\\.(bieu|docx|xlsx|pdf|html)\\b(\\s+\\[\\w+\\])? | /\\S+ | \\bvidu\\b | Biểu\\ Mẫu(\\ Studio)? | Tiếng\\ Việt
            | Microsoft\\ (Word|Excel) | \\b(DOCX|XLSX|HTML|PDF|Emacs|English|Windows|Unix|byte)\\b
            | x² | \\S+-regular-\\d+ | ISO-8859-1 | US-ASCII | UTF-(8|16(BE|LE)?)
            | \\b((Shift|Ctrl|Alt)\\+)*(F\\d+|[A-Z]|Numpad_\\w+|Insert|Delete|Enter|Backspace|Space|Home|End|Page(Up|Down))\\b(\\ [A-Z]\\b)?
            | \\b((Shift|Ctrl|Alt)\\+)+[^A-Za-z]
            """);

    /** Vietnamese words without diacritics. */
    private static final Set<String> WORDS = Set.of(
            "khung", "in", "sau", "trang", "ghi", "chung", "xem", "trong", "menu", "thanh", "an", "giang", "gia",
            "lai");

    /** All texts, each with the first place that shows it. */
    private final Map<String, String> found = new LinkedHashMap<>();

    private String place;
    private boolean isDialogue;

    @Override
    public void visit(String place, Shell shown) {
        this.place = place;
        // A list to choose a name from shows the names of the files.
        isDialogue = shown.getParent() != null && !place.startsWith("org.bieumau.dsl.ui.");
        add("title", shown.getText());
        menu(shown.getMenuBar(), "", 0);
        visit(shown);
    }

    private void add(String kind, String text) {
        if (text != null && !text.isBlank()) {
            found.putIfAbsent(text.replace("&", "").strip(), place + " (" + kind + ")");
        }
    }

    /** Returns the texts that are not in Vietnamese, each with its place. */
    List<String> notVietnamese() {
        return found.entrySet().stream()
                .filter(each -> !isVietnamese(each.getKey()))
                .map(each -> each.getValue() + ": " + each.getKey())
                .toList();
    }

    /** Returns the number of different texts. */
    int count() {
        return found.size();
    }

    private static boolean isVietnamese(String text) {
        var own = NAMES.matcher(text).replaceAll(" ");
        return !ENGLISH.matcher(own).find()
                && (VIETNAMESE.matcher(own).find()
                        || WORD.matcher(own)
                                .results()
                                .allMatch(word -> WORDS.contains(word.group().toLowerCase(Locale.ROOT))));
    }

    private void menu(Menu menu, String path, int depth) {
        if (menu == null || depth > DEPTH) {
            return;
        }
        menu.notifyListeners(SWT.Show, new Event());
        for (var item : menu.getItems()) {
            if ((item.getStyle() & SWT.SEPARATOR) == 0) {
                var label = item.getText().replaceAll("\t.*", "").replace("&", "");
                add("menu" + path, label);
                add("menu tip" + path, item.getToolTipText());
                menu(item.getMenu(), path + " ▸ " + label, depth + 1);
            }
        }
        menu.notifyListeners(SWT.Hide, new Event());
    }

    private void visit(Control control) {
        if (!control.isVisible()) {
            return;
        }
        add("tip", control.getToolTipText());
        if (control.getMenu() != null && control.getMenu() != control.getShell().getMenuBar()) {
            menu(control.getMenu(), " of " + control.getClass().getSimpleName(), 0);
        }
        switch (control) {
            case Label label -> add("label", label.getText());
            case CLabel label -> add("label", label.getText());
            case Button button -> add("button", button.getText());
            case Link link -> add("link", link.getText().replaceAll("<[^>]*>", ""));
            case Hyperlink link -> add("link", link.getText());
            case Text text -> {
                add("message", text.getMessage());
                if (isDialogue && !text.getEditable()) {
                    add("text", text.getText());
                }
            }
            case Combo combo -> {
                if (isDialogue) {
                    for (var item : combo.getItems()) {
                        add("choice", item);
                    }
                }
            }
            case org.eclipse.swt.widgets.List list -> {
                if (isDialogue) {
                    for (var item : list.getItems()) {
                        add("list", item);
                    }
                }
            }
            case ToolBar bar -> {
                for (var item : bar.getItems()) {
                    add("button", item.getText());
                    add("tip", item.getToolTipText());
                }
            }
            case Table table -> {
                for (var column : table.getColumns()) {
                    add("column", column.getText());
                    add("tip", column.getToolTipText());
                }
                for (int i = 0; isDialogue && i < table.getItemCount(); i++) {
                    for (int j = 0; j < Math.max(1, table.getColumnCount()); j++) {
                        add("row", table.getItem(i).getText(j));
                    }
                }
            }
            case Tree tree -> {
                for (var column : tree.getColumns()) {
                    add("column", column.getText());
                    add("tip", column.getToolTipText());
                }
                if (isDialogue) {
                    rows(tree.getItems(), tree.getColumnCount());
                }
            }
            case CTabFolder tabs -> {
                for (var item : tabs.getItems()) {
                    add("tab", item.getText());
                    add("tip", item.getToolTipText());
                }
            }
            case TabFolder tabs -> {
                for (var item : tabs.getItems()) {
                    add("tab", item.getText());
                    add("tip", item.getToolTipText());
                }
            }
            case Group group -> add("group", group.getText());
            case ExpandableComposite section -> add("section", section.getText());
            default -> {
                // Shows no text, or one that the user has typed.
            }
        }
        if (control instanceof Composite composite) {
            for (var child : composite.getChildren()) {
                visit(child);
            }
        }
    }

    private void rows(TreeItem[] items, int columns) {
        for (var item : items) {
            for (int i = 0; i < Math.max(1, columns); i++) {
                add("row", item.getText(i));
            }
            rows(item.getItems(), columns);
        }
    }
}
