/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.template.TemplateCommands;
import org.bieumau.dsl.ide.internal.template.TemplateDesign;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Node;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.navigation.RenameHandler;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges.Change;
import org.bieumau.editor.internal.ModelPage;
import org.bieumau.editor.internal.pages.PagesView;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.model.Position;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.NonNull;

/**
 * Template page: the design of a form template. It shows the columns as a tree, the properties of the selected column,
 * and the form as it prints.
 */
public final class TemplatePage extends ModelPage<TemplateDesign>
        implements ColumnTree.Actions, PropertyFields.Owner, PagesView.Owner {

    public static final String ID = "org.bieumau.editor.template";

    private ToolBar tools;
    private SashForm sash;
    private ColumnTree columns;
    private PropertyFields properties;
    private PagesView pages;
    private TemplateDesign design;
    /** Whether the next column or group that appears is to be selected. */
    private boolean selectsAdded;

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
        tool(tools, SWT.PUSH, "template.column", () -> add(false));
        tool(tools, SWT.PUSH, "template.group", () -> add(true));
        tool(tools, SWT.PUSH, "template.delete", this::delete);
        tool(tools, SWT.PUSH, "template.up", () -> move(-1));
        tool(tools, SWT.PUSH, "template.down", () -> move(1));
        tool(tools, SWT.PUSH, "template.rename", this::rename);
    }

    @Override
    protected void fillPage(Composite page) {
        sash = new SashForm(page, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        var left = new SashForm(sash, SWT.VERTICAL);
        columns = new ColumnTree(left, this);
        properties = new PropertyFields(left, this);
        left.setWeights(50, 50);
        pages = new PagesView(sash, editor, this);
        sash.setWeights(42, 58);
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
        columns.control().setEnabled(usable);
        properties.control().setEnabled(usable);
        if (read.isBroken()) {
            return;
        }
        show(read.names(), read.content().map(TemplateDesign::template).orElse(null));
        var before = design;
        design = read.content().orElse(null);
        columns.show(design);
        if (selectsAdded && before != null && design != null) {
            added(before.columns(), design.columns()).ifPresent(node -> {
                selectsAdded = false;
                columns.select(node.name());
            });
        }
        if (design != null) {
            selected(columns.selected());
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
            node.filter(each -> each.offset() >= 0).ifPresent(each -> pages.markText(each.offset()));
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

    /** Deletes the selected column or group. */
    public void delete() {
        columns.selected().ifPresent(node -> make(commands -> commands.remove(node.name())));
    }

    /** Moves the selected column or group up (-1) or down (1) among its siblings. */
    public void move(int by) {
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
        make(commands -> commands.write(node, id, value));
    }

    private void rename() {
        columns.selected()
                .filter(node -> node.nameOffset() >= 0)
                .ifPresentOrElse(
                        node -> RenameHandler.ask(sash.getShell(), editor.open(), node.nameOffset()),
                        () -> editor.showMessage(EditorMessages.ALL.text("template.rename.none")));
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

    // Printed pages

    @Override
    public void shown(List<String> names, String name) {
        columns.selected().filter(each -> each.offset() >= 0).ifPresent(each -> pages.markText(each.offset()));
    }

    @Override
    public void picked(int offset, int length) {
        columns.at(offset).ifPresent(node -> columns.select(node.name()));
    }

    @Override
    public int selectedOffset() {
        return columns == null ? -1 : columns.selected().map(Node::offset).orElse(-1);
    }

    @Override
    public void setFocus() {
        if (columns != null) {
            columns.control().setFocus();
        }
    }

    @Override
    public Optional<Change> typed() {
        return properties == null || design == null
                ? Optional.empty()
                : properties.typed().map(each -> {
                    var template = design.template();
                    return resource ->
                            new TemplateCommands(resource, template).write(each.name(), each.id(), each.value());
                });
    }

    @Override
    public void commit() {
        if (properties != null) {
            properties.commit();
        }
    }
}
