/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.template.TemplateDesign;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Node;
import org.bieumau.dsl.ui.internal.TreeContent;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.outline.OutlineImages;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.model.Position;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Tree of the columns and groups of a template, which can be selected and dragged. */
final class ColumnTree {

    /** Actions of the user in the tree. */
    interface Actions {
        void selected(Optional<Node> node);

        void move(String name, String anchor, Position position);

        /** Copies the selected column or group to the clipboard. */
        void copy();

        /** Adds the columns of the clipboard after the selected one. */
        void paste();

        void delete();
    }

    private final Actions actions;
    private final TreeViewer tree;
    private TemplateDesign design;

    ColumnTree(Composite parent, Actions actions) {
        this.actions = actions;
        tree = new TreeViewer(new PastingTree(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL, actions));
        tree.getControl().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL && event.stateMask == 0) {
                actions.delete();
            }
        });
        Names.named(tree.getTree(), EditorMessages.ALL.text("template.tree"));
        tree.setAutoExpandLevel(TreeViewer.ALL_LEVELS);
        tree.setContentProvider(new TreeContent<>(
                element -> element instanceof Node node ? node.inner() : ((TemplateDesign) element).columns()));
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        tree.addSelectionChangedListener(event -> actions.selected(selected()));
        drag();
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {

        @Override
        public StyledString getStyledText(Object element) {
            if (element instanceof TemplateDesign template) {
                return new StyledString(template.template());
            }
            var node = (Node) element;
            var text = new StyledString(
                    node.title().isBlank() ? node.name() : node.title(),
                    node.isOwn() ? null : StyledString.QUALIFIER_STYLER);
            if (!node.isGroup()) {
                text.append("   " + node.type(), StyledString.DECORATIONS_STYLER);
            }
            return text;
        }

        @Override
        public Image getImage(Object element) {
            return OutlineImages.of(
                    element instanceof Node node ? node.isGroup() ? "ColumnGroup" : "Column" : "FormTemplate");
        }
    }

    private void drag() {
        var transfers = new Transfer[] {LocalSelectionTransfer.getTransfer()};
        tree.addDragSupport(DND.DROP_MOVE, transfers, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = selected().isPresent();
                LocalSelectionTransfer.getTransfer().setSelection(tree.getStructuredSelection());
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(null);
            }
        });
        tree.addDropSupport(DND.DROP_MOVE, transfers, new ViewerDropAdapter(tree) {
            @Override
            public boolean validateDrop(Object target, int operation, TransferData type) {
                return target instanceof Node node
                        && dragged()
                                .filter(each -> !each.equals(node) && !holds(each, node))
                                .isPresent();
            }

            @Override
            public boolean performDrop(Object data) {
                if (!(getCurrentTarget() instanceof Node target)) {
                    return false;
                }
                dragged()
                        .ifPresent(node -> actions.move(
                                node.name(),
                                target.name(),
                                switch (getCurrentLocation()) {
                                    case LOCATION_BEFORE -> Position.BEFORE;
                                    case LOCATION_ON -> target.isGroup() ? Position.INSIDE : Position.AFTER;
                                    default -> Position.AFTER;
                                }));
                return true;
            }
        });
    }

    private static Optional<Node> dragged() {
        return LocalSelectionTransfer.getTransfer().getSelection() instanceof StructuredSelection selection
                        && selection.getFirstElement() instanceof Node node
                ? Optional.of(node)
                : Optional.empty();
    }

    private static boolean holds(Node group, Node node) {
        return group.inner().stream().anyMatch(each -> each.equals(node) || holds(each, node));
    }

    Control control() {
        return tree.getControl();
    }

    void show(TemplateDesign now) {
        if (now == null || !now.equals(design)) {
            var selected = selected().map(Node::name).orElse(null);
            var at = selected == null ? -1 : names().indexOf(selected);
            design = now;
            tree.setInput(now == null ? List.of() : List.of(now));
            var names = names();
            // What follows a deleted column, or the last one, takes its place.
            select(
                    at < 0 || names.isEmpty() || names.contains(selected)
                            ? selected
                            : names.get(Math.min(at, names.size() - 1)));
        }
    }

    Optional<Node> selected() {
        return tree.getStructuredSelection().getFirstElement() instanceof Node node
                ? Optional.of(node)
                : Optional.empty();
    }

    /** Selects a column or group by name, or the template if there is no such column or group. */
    void select(String name) {
        if (design != null) {
            var found = all(design.columns()).stream()
                    .filter(node -> node.name().equals(name))
                    .findFirst();
            tree.setSelection(new StructuredSelection(found.isPresent() ? found.get() : design), true);
        }
    }

    /** Returns the innermost column or group at an offset in the text. */
    Optional<Node> at(int offset) {
        return design == null
                ? Optional.empty()
                : all(design.columns()).stream()
                        .filter(node ->
                                node.offset() >= 0 && offset >= node.offset() && offset < node.offset() + node.length())
                        .reduce((one, other) -> other);
    }

    /**
     * Returns the sibling of a node at a distance from it.
     *
     * @param by the distance, negative for siblings before the node
     * @return empty if there is no such sibling
     */
    Optional<Node> sibling(Node node, int by) {
        var among = siblings(node, design.columns());
        var at = among.indexOf(node) + by;
        return at >= 0 && at < among.size() ? Optional.of(among.get(at)) : Optional.empty();
    }

    private static List<Node> siblings(Node node, List<Node> among) {
        return among.contains(node)
                ? among
                : among.stream()
                        .map(each -> siblings(node, each.inner()))
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    List<String> names() {
        return design == null
                ? List.of()
                : all(design.columns()).stream().map(Node::name).toList();
    }

    /** Returns all nodes, parents before their children. */
    private static List<Node> all(List<Node> nodes) {
        var all = new ArrayList<Node>();
        for (var node : nodes) {
            all.add(node);
            all.addAll(all(node.inner()));
        }
        return all;
    }
}
