/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.dsl.ide.internal.outline.Outline;
import org.bieumau.dsl.ide.internal.outline.OutlineItem;
import org.bieumau.dsl.ui.internal.TreeContent;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** Outline page of an editor. Selecting an item reveals its element in the text. */
public final class OutlinePage extends ContentOutlinePage implements OpenDocument.Listener {

    /** Maximum number of children of an item that is expanded initially. */
    private static final int FEW = 60;

    private final ITextEditor editor;
    private final OpenDocument open;
    private boolean refreshing;
    /** Outline of the current text. Offsets of the items in the tree may be outdated. */
    private List<OutlineItem> latest = List.of();

    OutlinePage(ITextEditor editor, OpenDocument open) {
        this.editor = editor;
        this.open = open;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        var tree = getTreeViewer();
        Names.named(tree.getTree(), UiMessages.ALL.text("list.outline"));
        tree.setContentProvider(new TreeContent<>(OutlineItem::children));
        tree.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((OutlineItem) element).label();
            }

            @Override
            public Image getImage(Object element) {
                return OutlineImages.of(((OutlineItem) element).kind());
            }
        });
        tree.setUseHashlookup(true);
        open.addListener(this);
    }

    @Override
    public void modelChanged() {
        var items = open.read(Outline::of);
        var control = getControl();
        if (control != null && !control.isDisposed()) {
            control.getDisplay().asyncExec(() -> show(items));
        }
    }

    private void show(List<OutlineItem> items) {
        var tree = getTreeViewer();
        if (tree == null || tree.getControl().isDisposed()) {
            return;
        }
        latest = items;
        if (tree.getInput() instanceof List<?> before && sameShape(before, items)) {
            return;
        }
        refreshing = true;
        try {
            var first = tree.getInput() == null;
            var expanded = new HashSet<List<String>>();
            for (var path : tree.getExpandedTreePaths()) {
                var labels = new ArrayList<String>();
                for (int i = 0; i < path.getSegmentCount(); i++) {
                    labels.add(((OutlineItem) path.getSegment(i)).label());
                }
                expanded.add(labels);
            }
            tree.getControl().setRedraw(false);
            tree.setInput(items);
            if (first) {
                items.stream()
                        .filter(item -> item.children().size() <= FEW)
                        .forEach(item -> tree.setExpandedState(item, true));
            } else {
                expand(items, List.of(), expanded);
            }
            tree.getControl().setRedraw(true);
        } finally {
            refreshing = false;
        }
    }

    /** Returns whether two outlines look the same, regardless of the offsets of their items. */
    private static boolean sameShape(List<?> one, List<OutlineItem> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < other.size(); i++) {
            var a = (OutlineItem) one.get(i);
            var b = other.get(i);
            if (!a.label().equals(b.label()) || !a.kind().equals(b.kind()) || !sameShape(a.children(), b.children())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the item of the current text that corresponds to a path of the tree; null if there is none. */
    private OutlineItem latest(TreePath path) {
        var shown = getTreeViewer().getInput() instanceof List<?> input ? input : List.of();
        var now = latest;
        OutlineItem found = null;
        for (int i = 0; path != null && i < path.getSegmentCount(); i++) {
            var index = shown.indexOf(path.getSegment(i));
            if (index < 0 || index >= now.size()) {
                return null;
            }
            found = now.get(index);
            shown = ((OutlineItem) path.getSegment(i)).children();
            now = found.children();
        }
        return found;
    }

    /**
     * Expands the items that were expanded before. Each edit creates new items, so they are compared by their labels,
     * which seldom change.
     */
    private void expand(List<OutlineItem> items, List<String> above, Set<List<String>> expanded) {
        for (var item : items) {
            var labels = new ArrayList<>(above);
            labels.add(item.label());
            if (expanded.contains(labels)) {
                getTreeViewer().setExpandedState(item, true);
                expand(item.children(), labels, expanded);
            }
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!refreshing
                && event.getSelection() instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof OutlineItem item) {
            var now = latest(
                    getTreeViewer().getStructuredSelection() instanceof ITreeSelection paths && !paths.isEmpty()
                            ? paths.getPaths()[0]
                            : null);
            editor.selectAndReveal(now == null ? item.offset() : now.offset(), 0);
        }
    }

    @Override
    public void dispose() {
        open.removeListener(this);
        super.dispose();
    }
}
