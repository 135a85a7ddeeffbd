/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.prose;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.dsl.ide.internal.prose.RichProse.Division;
import org.bieumau.dsl.ui.internal.TreeContent;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Tree of the divisions of a text. */
final class DivisionTree {

    private static final int LONGEST = 90;

    private final TreeViewer tree;
    private List<Division> divisions = List.of();
    private boolean selecting;

    /** @param picked called when the user selects a division */
    DivisionTree(Composite parent, Consumer<Division> picked) {
        tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        Names.named(tree.getTree(), EditorMessages.ALL.text("prose.divisions"));
        tree.setAutoExpandLevel(TreeViewer.ALL_LEVELS);
        tree.setContentProvider(new TreeContent<>(Division::inner));
        tree.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object division) {
                var label = ((Division) division).label();
                return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
            }
        });
        tree.addSelectionChangedListener(event -> {
            if (!selecting && event.getStructuredSelection().getFirstElement() instanceof Division division) {
                picked.accept(division);
            }
        });
    }

    Control control() {
        return tree.getControl();
    }

    void show(List<Division> now) {
        if (!now.equals(divisions)) {
            divisions = now;
            selecting = true;
            try {
                tree.setInput(now);
            } finally {
                selecting = false;
            }
        }
    }

    /** Selects the innermost division that contains a line. */
    void select(int line) {
        selecting = true;
        try {
            var found = at(line, divisions);
            tree.setSelection(found.map(each -> new StructuredSelection(each)).orElse(StructuredSelection.EMPTY), true);
        } finally {
            selecting = false;
        }
    }

    private static Optional<Division> at(int line, List<Division> among) {
        return among.stream()
                .filter(each -> line >= each.first() && line < each.end())
                .findFirst()
                .map(each -> at(line, each.inner()).orElse(each));
    }

    Optional<Division> selected() {
        return Optional.ofNullable((Division) tree.getStructuredSelection().getFirstElement());
    }
}
