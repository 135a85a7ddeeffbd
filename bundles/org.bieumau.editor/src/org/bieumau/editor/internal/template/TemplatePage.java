/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bieumau.dsl.ide.internal.template.TemplateCommands;
import org.bieumau.dsl.ide.internal.template.TemplateDesign;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Node;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.navigation.RenameHandler;
import org.bieumau.editor.internal.Clip;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges.Change;
import org.bieumau.editor.internal.ModelPage;
import org.bieumau.editor.internal.pages.PagesView;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.model.Position;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.NonNull;

/**
 * Template page: the design of a form template. It shows the columns as a tree and the rows that are printed with the
 * form as a table, each with the properties of what is selected, and the form as it prints.
 */
public final class TemplatePage extends ModelPage<TemplateDesign>
        implements ColumnTree.Actions, PropertyFields.Owner, RowsView.Page, PagesView.Owner {

    public static final String ID = "org.bieumau.editor.template";

    private ToolBar tools;
    private final List<ToolItem> columnTools = new ArrayList<>();
    private final Map<String, ToolItem> rowTools = new HashMap<>();
    private SashForm sash;
    private CTabFolder tabs;
    private ColumnTree columns;
    private PropertyFields properties;
    private RowsView rows;
    private PagesView pages;
    private TemplateDesign design;
    /** Whether the next column or group that appears is to be selected. */
    private boolean selectsAdded;
    /** Names of columns and groups that have followed their titles, with the new ones. */
    private final Map<String, String> renamed = new ConcurrentHashMap<>();
    /** The column or group deleted last, which is selected if it returns. */
    private String deleted;

    public static final class Factory implements EditorPageFactory {

        @Override
        public @NonNull Optional<TemplatePage> create(PageSite site) {
            return Optional.of(new TemplatePage(site));
        }
    }

    public TemplatePage(PageSite site) {
        super(site, "template.template");
    }

    @Override
    protected void fillBar(Composite bar) {
        tools = toolBar(bar);
        columnTools.add(tool(tools, SWT.PUSH, "template.column", () -> add(false)));
        columnTools.add(tool(tools, SWT.PUSH, "template.group", () -> add(true)));
        columnTools.add(tool(tools, SWT.PUSH, "template.duplicate", this::duplicate));
        tool(tools, SWT.PUSH, "template.delete", this::delete);
        tool(tools, SWT.PUSH, "template.up", () -> move(-1));
        tool(tools, SWT.PUSH, "template.down", () -> move(1));
        tool(tools, SWT.PUSH, "template.rename", this::rename);
    }

    @Override
    protected void fillPage(Composite page) {
        sash = new SashForm(page, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tabs = new CTabFolder(sash, SWT.TOP | SWT.FLAT);
        tabs.setTabHeight(26);
        var left = new SashForm(tabs, SWT.VERTICAL);
        columns = new ColumnTree(left, this);
        properties = new PropertyFields(left, this);
        left.setWeights(50, 50);
        tab("template.columns", left);
        tab("template.rows", rows(tabs));
        tabs.setSelection(0);
        tabs.addListener(SWT.Selection, event -> tabChosen());
        pages = new PagesView(sash, editor, this);
        sash.setWeights(48, 52);
    }

    private void tab(String key, Control content) {
        var tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(EditorMessages.ALL.text(key));
        tab.setControl(content);
    }

    private Composite rows(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        area.setLayout(layout);
        var bar = new ToolBar(area, SWT.FLAT | SWT.WRAP);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        rows = new RowsView(area, this);
        rows.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        for (var action : RowsView.actions()) {
            rowTools.put(action, tool(bar, SWT.PUSH, "template.row." + action, () -> rows.run(action)));
        }
        return area;
    }

    /** Returns whether the tab with the rows is chosen. */
    private boolean isOfRows() {
        return tabs.getSelectionIndex() == 1;
    }

    private void tabChosen() {
        commit();
        columnTools.forEach(item -> item.setEnabled(!isOfRows()));
        if (isOfRows()) {
            rowSelected();
        } else {
            selected(columns.selected());
        }
    }

    private void choose(int tab) {
        if (tabs.getSelectionIndex() != tab) {
            tabs.setSelection(tab);
            tabChosen();
        }
    }

    // Content

    @Override
    protected List<String> names(XtextResource resource) {
        return TemplateDesign.templates(resource);
    }

    @Override
    protected Optional<TemplateDesign> content(XtextResource resource, String name) {
        return TemplateDesign.of(resource, name);
    }

    @Override
    protected void display(Read<TemplateDesign> read) {
        showBanner(read, "template.none");
        var usable = read.content().isPresent();
        tools.setEnabled(usable);
        tabs.setEnabled(usable);
        columns.control().setEnabled(usable);
        properties.control().setEnabled(usable);
        rows.control().setEnabled(usable);
        if (read.isBroken()) {
            return;
        }
        show(read.names(), read.content().map(TemplateDesign::template).orElse(null));
        var before = design;
        design = read.content().orElse(null);
        var selected = columns.selected().map(Node::name).orElse(null);
        columns.show(design);
        if (before != null && design != null && before.template().equals(design.template())) {
            var isRenamed = selected != null && !columns.names().contains(selected);
            added(before.columns(), design.columns())
                    .filter(node -> selectsAdded || isRenamed || node.name().equals(deleted))
                    .ifPresent(node -> {
                        selectsAdded = false;
                        columns.select(node.name());
                    });
        }
        if (design != null) {
            selected(columns.selected());
            rows.show(design);
            var count = rows.count();
            tabs.getItem(1)
                    .setText(
                            count == 0
                                    ? EditorMessages.ALL.text("template.rows")
                                    : EditorMessages.ALL.text("template.rows.count", count));
            pages.print(design.template());
        }
        sash.setVisible(design != null);
    }

    /** Returns the first column or group that is new. */
    private static Optional<Node> added(List<Node> before, List<Node> now) {
        for (var node : now) {
            var known = before.stream()
                    .filter(each -> each.name().equals(node.name()))
                    .findFirst();
            if (known.isEmpty()) {
                return Optional.of(node);
            }
            var inner = added(known.get().inner(), node.inner());
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    @Override
    public void selected(Optional<Node> node) {
        if (design != null) {
            properties.show(
                    node.map(Node::name).orElse(null),
                    node.map(Node::properties).orElse(design.properties()));
            if (!isOfRows()) {
                node.filter(each -> each.offset() >= 0).ifPresent(each -> pages.markText(each.offset()));
            }
        }
    }

    @Override
    public void apply(Change change) {
        change(change);
    }

    @Override
    public void tell(String sentence) {
        editor.showMessage(sentence);
    }

    @Override
    public void rowSelected() {
        rowTools.forEach((action, item) -> item.setEnabled(rows.isEnabled(action)));
        if (design != null && isOfRows() && rows.selectedOffset() >= 0) {
            pages.markText(rows.selectedOffset());
        }
    }

    // Actions of the user

    private interface Command {
        List<TextEdit> of(TemplateCommands commands) throws RefusedException;
    }

    private void make(Command command) {
        if (design != null) {
            var name = design.template();
            change(resource -> command.of(new TemplateCommands(resource, name)));
        }
    }

    /** Adds a column or group after the selected one, or a column into the selected group. */
    public void add(boolean group) {
        selectsAdded = true;
        var node = columns.selected();
        make(commands -> node.isEmpty()
                ? commands.add(group, null, Position.AFTER)
                : commands.add(
                        group, node.get().name(), node.get().isGroup() && !group ? Position.INSIDE : Position.AFTER));
    }

    /** Deletes the selected column, group or rows. */
    public void delete() {
        if (isOfRows()) {
            rows.run("delete");
            return;
        }
        columns.selected().ifPresent(node -> {
            deleted = node.name();
            make(commands -> commands.remove(node.name()));
        });
    }

    /** Adds a copy of the selected column or group after it. */
    public void duplicate() {
        columns.selected().ifPresent(node -> {
            selectsAdded = true;
            make(commands -> commands.paste(commands.source(node.name()), node.name()));
        });
    }

    @Override
    public void copy() {
        var template = design == null ? null : design.template();
        columns.selected()
                .flatMap(node -> editor.open().readUnlessBusy(resource -> {
                    try {
                        return new TemplateCommands(resource, template).source(node.name());
                    } catch (RefusedException e) {
                        return null;
                    }
                }))
                .ifPresent(text -> new Clip(text, null).put(sash.getDisplay()));
    }

    @Override
    public void paste() {
        var text = Clip.now(sash.getDisplay()).text();
        var anchor = columns.selected().map(Node::name).orElse(null);
        if (text != null) {
            selectsAdded = true;
            make(commands -> commands.paste(text, anchor));
        }
    }

    /** Moves the selected column, group or rows up (-1) or down (1) among their siblings. */
    public void move(int by) {
        if (isOfRows()) {
            rows.run(by < 0 ? "up" : "down");
            return;
        }
        columns.selected()
                .ifPresent(node -> columns.sibling(node, by)
                        .ifPresent(
                                other -> move(node.name(), other.name(), by < 0 ? Position.BEFORE : Position.AFTER)));
    }

    @Override
    public void move(String name, String anchor, Position position) {
        make(commands -> commands.move(name, anchor, position));
    }

    @Override
    public void write(String node, String id, String value) {
        make(commands -> write(commands, node, id, value));
    }

    @Override
    public boolean isRenamed(String from, String to) {
        return to != null && to.equals(renamed.get(from)) && !columns.names().contains(from);
    }

    /** Writes a property of a column or group, whose name may have followed its title since it was shown. */
    private List<TextEdit> write(TemplateCommands commands, String shown, String id, String value)
            throws RefusedException {
        var name = shown;
        while (name != null && !commands.has(name) && renamed.containsKey(name)) {
            name = renamed.get(name);
        }
        if (name != null && id.equals("title")) {
            var now = commands.renamed(name, value.strip());
            if (!now.equals(name)) {
                renamed.remove(now);
                renamed.put(name, now);
            }
        }
        return commands.write(name, id, value);
    }

    private void rename() {
        var offset = isOfRows()
                ? rows.selectedNameOffset()
                : columns.selected().map(Node::nameOffset).orElse(-1);
        if (offset >= 0) {
            RenameHandler.ask(sash.getShell(), editor.open(), offset);
        } else {
            editor.showMessage(EditorMessages.ALL.text("template.rename.none"));
        }
    }

    /** Selects a column or group by name; null selects the template itself. */
    public void select(String name) {
        columns.select(name);
    }

    /** Returns the tree, for tests. */
    public Tree tree() {
        return (Tree) columns.control();
    }

    /** Returns the names of all columns and groups, for tests. */
    public List<String> columnNames() {
        return columns.names();
    }

    /** Returns the fields of the selected column or group, for tests. */
    public PropertyFields properties() {
        return properties;
    }

    /** Chooses the tab with the rows, and returns its content. */
    public RowsView showRows() {
        choose(1);
        return rows;
    }

    /** Returns the view of the printed pages, for tests. */
    public PagesView pages() {
        return pages;
    }

    // Printed pages

    @Override
    public void shown(List<String> names, String name) {
        if (isOfRows()) {
            rowSelected();
            return;
        }
        columns.selected().filter(each -> each.offset() >= 0).ifPresent(each -> pages.markText(each.offset()));
    }

    @Override
    public void picked(int offset, int length) {
        var row = rows.at(offset);
        if (row.isPresent()) {
            choose(1);
            rows.select(row.get().path());
            return;
        }
        columns.at(offset).ifPresent(node -> {
            choose(0);
            columns.select(node.name());
        });
    }

    @Override
    public int selectedOffset() {
        return columns == null
                ? -1
                : isOfRows()
                        ? rows.selectedOffset()
                        : columns.selected().map(Node::offset).orElse(-1);
    }

    @Override
    public void setFocus() {
        if (columns != null && isOfRows()) {
            rows.setFocus();
        } else if (columns != null) {
            columns.control().setFocus();
        }
    }

    @Override
    public Optional<Change> typed() {
        if (properties == null || design == null) {
            return Optional.empty();
        }
        var template = design.template();
        return properties
                .typed()
                .<Change>map(each -> resource ->
                        write(new TemplateCommands(resource, template), each.name(), each.id(), each.value()))
                .or(rows::typed);
    }

    @Override
    public void commit() {
        if (properties != null) {
            properties.commit();
            rows.commit();
        }
    }
}
