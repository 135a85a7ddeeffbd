/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.template.PastedRows;
import org.bieumau.dsl.ide.internal.template.RowCommands;
import org.bieumau.dsl.ide.internal.template.TemplateDesign;
import org.bieumau.dsl.ide.internal.template.TemplateRows;
import org.bieumau.dsl.ide.internal.template.TemplateRows.Row;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.editor.internal.Clip;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges.Change;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The rows that a template prints with its forms: their table, and the properties of the selected row or list. */
public final class RowsView implements RowTable.Owner, PropertyFields.Owner {

    /** The page with the view. */
    interface Page {

        void apply(Change change);

        void typing();

        /** Tells the user a sentence. */
        void tell(String sentence);

        /** Called when another row or list has been selected. */
        void rowSelected();
    }

    /** @param key the key as menus show it; empty if there is none */
    private record Action(String key, Runnable run) {}

    /** Prefix of the number of a list, where rows have paths. */
    private static final String LIST = "#";

    private static final int MOVE = SWT.ALT | SWT.SHIFT;

    private final Page page;
    private final Composite control;
    private final StackLayout stack = new StackLayout();
    private final Composite empty;
    private final SashForm sash;
    private final RowTable table;
    private final PropertyFields properties;
    private final Map<String, Action> actions = new LinkedHashMap<>();

    private String template;
    private TemplateRows rows = new TemplateRows(List.of());
    /** Paths of the rows that a change has added, which are selected when they appear. */
    private volatile List<String> added = List.of();

    RowsView(Composite parent, Page page) {
        this.page = page;
        actions.put("add", new Action("Enter", this::add));
        actions.put("indent", new Action("Alt+Shift+→", this::indent));
        actions.put("outdent", new Action("Alt+Shift+←", this::outdent));
        actions.put("up", new Action("Alt+Shift+↑", () -> move(-1)));
        actions.put("down", new Action("Alt+Shift+↓", () -> move(1)));
        actions.put("number", new Action("", this::renumber));
        actions.put("paste", new Action("Ctrl+V", this::paste));
        actions.put("delete", new Action("Delete", this::delete));
        control = new Composite(parent, SWT.NONE);
        control.setLayout(stack);
        empty = empty();
        sash = new SashForm(control, SWT.VERTICAL);
        table = new RowTable(sash, this);
        table.table().setMenu(menu());
        properties = new PropertyFields(sash, this);
        sash.setWeights(66, 34);
        stack.topControl = empty;
    }

    /** Creates what a template without rows shows. */
    private Composite empty() {
        var area = new Composite(control, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = layout.marginHeight = 24;
        layout.verticalSpacing = 12;
        area.setLayout(layout);
        var label = new Label(area, SWT.WRAP);
        label.setText(EditorMessages.ALL.text("template.rows.none"));
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = 300;
        label.setLayoutData(data);
        button(area, "template.rows.begin", this::add);
        button(area, "template.rows.paste", this::paste);
        return area;
    }

    private static void button(Composite parent, String key, Runnable action) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(EditorMessages.ALL.text(key));
        button.addListener(SWT.Selection, event -> action.run());
    }

    private Menu menu() {
        var menu = new Menu(control.getShell(), SWT.POP_UP);
        for (var id : actions.keySet()) {
            var item = new MenuItem(menu, SWT.PUSH);
            item.setText(EditorMessages.ALL.text("template.row." + id) + "\t"
                    + actions.get(id).key());
            item.addListener(SWT.Selection, event -> run(id));
            item.setData(id);
        }
        menu.addListener(SWT.Show, event -> {
            for (var item : menu.getItems()) {
                item.setEnabled(isEnabled((String) item.getData()));
            }
        });
        control.addListener(SWT.Dispose, event -> menu.dispose());
        return menu;
    }

    Control control() {
        return control;
    }

    /** Returns the ids of the actions that are about rows only. */
    static List<String> actions() {
        return List.of("add", "indent", "outdent", "number", "paste");
    }

    /** Returns whether an action can be run with what is selected. */
    boolean isEnabled(String action) {
        return action.equals("add")
                || action.equals("paste")
                || !table.selectedPaths().isEmpty();
    }

    /** Runs an action, as its button does. */
    public void run(String action) {
        table.close();
        actions.get(action).run().run();
    }

    /** Returns the table, for tests. */
    public RowTable table() {
        return table;
    }

    /** Returns the fields of the selected row or list, for tests. */
    public PropertyFields properties() {
        return properties;
    }

    // Content

    void show(TemplateDesign design) {
        if (!design.template().equals(template)) {
            table.close();
            table.table().deselectAll();
        }
        template = design.template();
        rows = design.rows();
        table.show(rows);
        var wanted = added;
        added = List.of();
        if (!wanted.isEmpty()) {
            table.select(wanted);
        }
        selected();
    }

    private void show(Control top) {
        if (stack.topControl != top) {
            stack.topControl = top;
            control.layout();
        }
    }

    @Override
    public void selected() {
        show(table.isEmpty() ? empty : sash);
        var row = table.selectedRow().flatMap(each -> rows.row(each.path()));
        var list = table.selectedList().filter(each -> each < rows.lists().size());
        if (row.isPresent()) {
            properties.show(row.get().path(), row.get().properties());
        } else if (list.isPresent()) {
            properties.show(LIST + list.get(), rows.lists().get(list.get()).properties());
        } else {
            properties.show(null, List.of());
        }
        page.rowSelected();
    }

    /** Selects a row by its path. */
    public void select(String path) {
        table.select(List.of(path));
    }

    /** Returns the innermost row at an offset in the text. */
    Optional<Row> at(int offset) {
        return table.at(offset);
    }

    /** Returns the offset of the selected row or list in the text; -1 if there is none. */
    int selectedOffset() {
        return table.selectedRow()
                .map(Row::offset)
                .or(() -> table.selectedList()
                        .filter(each -> each < rows.lists().size())
                        .map(each -> rows.lists().get(each).offset()))
                .orElse(-1);
    }

    /** Returns the offset of the name of the selected row; -1 if no own row is selected. */
    int selectedNameOffset() {
        return table.selectedRow().map(Row::nameOffset).orElse(-1);
    }

    /** Returns the number of rows. */
    int count() {
        return rows.lists().stream().mapToInt(list -> list.rows().size()).sum();
    }

    void setFocus() {
        if (stack.topControl == empty) {
            empty.setFocus();
        } else {
            table.table().setFocus();
        }
    }

    // Actions of the user

    private interface Command {
        List<TextEdit> of(RowCommands commands) throws RefusedException;
    }

    private void make(Command command) {
        page.apply(change(command));
        setFocus();
    }

    private Change change(Command command) {
        var name = template;
        return resource -> command.of(new RowCommands(resource, name));
    }

    private void add() {
        show(sash);
        table.begin();
    }

    private void indent() {
        var paths = table.selectedPaths();
        if (!paths.isEmpty()) {
            make(commands -> commands.indent(paths));
        }
    }

    private void outdent() {
        var paths = table.selectedPaths();
        if (!paths.isEmpty()) {
            make(commands -> commands.outdent(paths));
        }
    }

    void move(int by) {
        var paths = table.selectedPaths();
        if (!paths.isEmpty()) {
            make(commands -> commands.move(paths, by));
        }
    }

    private void renumber() {
        table.selectedPaths().stream().findFirst().ifPresent(path -> make(commands -> commands.renumber(path)));
    }

    /** Deletes the selected rows; asks before rows with others below them are deleted. */
    void delete() {
        var paths = table.selectedPaths();
        if (paths.isEmpty()) {
            return;
        }
        var selected = paths.stream().flatMap(path -> rows.row(path).stream()).toList();
        if (selected.stream().allMatch(row -> row.below() == 0)
                || isConfirmed(
                        selected.size() == 1
                                ? EditorMessages.ALL.text(
                                        "template.row.delete.ask",
                                        selected.getFirst().title(),
                                        selected.getFirst().below())
                                : EditorMessages.ALL.text("template.row.delete.several", selected.size()))) {
            make(commands -> commands.remove(paths));
        }
    }

    private boolean isConfirmed(String question) {
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        control.getShell(),
                        EditorMessages.ALL.text("template.row.delete"),
                        question,
                        SWT.NONE,
                        EditorMessages.ALL.text("template.row.delete.yes"),
                        EditorMessages.ALL.text("template.row.delete.no"))
                == 0;
    }

    @Override
    public boolean hasRowsToPaste() {
        var text = Clip.now(control.getDisplay()).text();
        return text != null && text.strip().matches("(?s).*[\t\n].*");
    }

    /** Pastes the rows on the clipboard below the selected one, or at the end of the selected list. */
    @Override
    public void paste() {
        var text = Clip.now(control.getDisplay()).text();
        var pasted = text == null ? List.<RowCommands.NewRow>of() : PastedRows.of(text);
        if (pasted.isEmpty()) {
            page.tell(EditorMessages.ALL.text("template.row.paste.none"));
            return;
        }
        var paths = table.selectedPaths();
        var list = table.selectedList().orElse(rows.lists().size() - 1);
        make(commands -> {
            var edits = paths.isEmpty() ? commands.addTo(list, pasted) : commands.addAfter(paths.getLast(), pasted);
            added = commands.added();
            return edits;
        });
    }

    @Override
    public void add(RowDraft draft) {
        page.apply(change(draft::edits));
    }

    @Override
    public void write(String name, String id, String value) {
        if (name.startsWith(LIST)) {
            var list = Integer.parseInt(name.substring(LIST.length()));
            page.apply(change(commands -> commands.writeList(list, id, value)));
        } else {
            page.apply(change(commands -> commands.write(name, id, value)));
        }
    }

    @Override
    public void pressed(Event event) {
        var action = event.stateMask == MOVE
                ? switch (event.keyCode) {
                    case SWT.ARROW_RIGHT -> "indent";
                    case SWT.ARROW_LEFT -> "outdent";
                    case SWT.ARROW_UP -> "up";
                    case SWT.ARROW_DOWN -> "down";
                    default -> null;
                }
                : event.stateMask == 0 && event.keyCode == SWT.DEL ? "delete" : null;
        if (action != null) {
            event.doit = false;
            run(action);
        }
    }

    // Typing

    @Override
    public void typing() {
        page.typing();
    }

    /** Returns the change that writes what is being typed; empty if nothing is. */
    Optional<Change> typed() {
        if (template == null) {
            return Optional.empty();
        }
        return table.typed()
                .map(typed -> typed.draft() != null
                        ? change(typed.draft()::edits)
                        : change(commands -> commands.write(typed.path(), typed.id(), typed.value())))
                .or(() -> properties
                        .typed()
                        .map(typed -> typed.name().startsWith(LIST)
                                ? change(commands -> commands.writeList(
                                        Integer.parseInt(typed.name().substring(LIST.length())),
                                        typed.id(),
                                        typed.value()))
                                : change(commands -> commands.write(typed.name(), typed.id(), typed.value()))));
    }

    void commit() {
        table.commit();
        properties.commit();
    }
}
