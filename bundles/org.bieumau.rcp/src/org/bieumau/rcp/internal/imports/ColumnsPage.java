/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.dsl.ide.internal.imports.FoundTable;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Second page: the page of the file beside the columns of the template, and which column is read into which. */
final class ColumnsPage extends ImportPage {

    private TableChoice choice;
    /** The labels before the choices for the selected row: the arrow keys go through several. */
    private KnownLabels before;
    /** Whether a change is shown, which keeps the selected row. */
    private boolean isChanging;

    private SourceTable source;
    private TableViewer mapping;
    private Combo partner;
    private Text reason;
    /** What the choices of {@link #partner} mean for the selected row, in their order. */
    private final List<Object> partners = new ArrayList<>();

    ColumnsPage(ImportWizard wizard) {
        super(wizard, "import.columns");
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        choice = new TableChoice(area, this::showTable);
        var sash = new SashForm(area, SWT.HORIZONTAL);
        sash.setSashWidth(6);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        source = new SourceTable(column(sash, "import.source"));
        source.onColumn(this::selectColumn);
        var right = column(sash, "import.mapping");
        createMapping(right);
        createPartner(right);
        sash.setWeights(9, 11);
        setControl(area);
    }

    private static Composite column(Composite parent, String key) {
        var column = new Composite(parent, SWT.NONE);
        column.setLayout(new GridLayout());
        ((GridLayout) column.getLayout()).marginWidth = 0;
        label(column, key);
        return column;
    }

    private void createMapping(Composite parent) {
        var holder = new Composite(parent, SWT.NONE);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 200;
        holder.setLayoutData(data);
        var layout = new TableColumnLayout();
        holder.setLayout(layout);
        mapping = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        named(mapping.getTable(), "import.mapping");
        mapping.getTable().setHeaderVisible(true);
        mapping.getTable().setLinesVisible(true);
        mapping.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(mapping);
        mappingColumn(layout, "import.leaf", 5, 0);
        mappingColumn(layout, "import.column", 5, 1);
        mappingColumn(layout, "import.state", 2, 2);
        mapping.addSelectionChangedListener(event -> {
            if (!isChanging) {
                before = table() == null ? null : wizard.session().labels(table());
                showSelected();
            }
        });
        var drop = new DropTarget(mapping.getTable(), DND.DROP_MOVE | DND.DROP_COPY);
        drop.setTransfer(TextTransfer.getInstance());
        drop.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragOver(DropTargetEvent event) {
                event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.item != null && event.item.getData() instanceof Decision decision) {
                    source.dragged(event.data).ifPresent(column -> assign(column, decision.leaf()));
                }
            }
        });
    }

    private void mappingColumn(TableColumnLayout layout, String key, int weight, int index) {
        var column = new TableViewerColumn(mapping, SWT.NONE);
        column.getColumn().setText(RcpMessages.ALL.text(key));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text((Decision) element, index);
            }

            @Override
            public String getToolTipText(Object element) {
                return ((Decision) element).reason();
            }

            @Override
            public Color getBackground(Object element) {
                return DecisionColours.of(((Decision) element).kind());
            }

            @Override
            public Color getForeground(Object element) {
                return Palette.TEXT.colour();
            }
        });
    }

    private String text(Decision decision, int index) {
        return switch (index) {
            case 0 -> decision.leaf().map(ColumnsPage::path).orElse("–");
            case 1 -> decision.column().map(this::name).orElse("–");
            default ->
                RcpMessages.ALL.text("import.state." + decision.kind().name().toLowerCase(Locale.ROOT));
        };
    }

    private static String path(Leaf leaf) {
        return leaf.title().isBlank() ? leaf.name() : line(leaf.title());
    }

    private String name(ShapeColumn column) {
        return RcpMessages.ALL.text(
                "import.column.name",
                table().match().shape().grid().columnName(column.first()),
                line(KnownLabels.of(column)));
    }

    private void createPartner(Composite parent) {
        var row = new Composite(parent, SWT.NONE);
        row.setLayout(new GridLayout(3, false));
        ((GridLayout) row.getLayout()).marginWidth = 0;
        row.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        label(row, "import.partner");
        partner = named(new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY), "import.partner");
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 180;
        partner.setLayoutData(data);
        partner.addListener(SWT.Selection, event -> choosePartner());
        var reset = new Button(row, SWT.PUSH);
        reset.setText(RcpMessages.ALL.text("import.reset"));
        reset.setToolTipText(RcpMessages.ALL.text("import.reset.tip"));
        reset.addListener(
                SWT.Selection, event -> change(table -> wizard.session().reset(table)));
        reason = named(new Text(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI | SWT.V_SCROLL), "import.reason");
        var text = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        text.heightHint = reason.getLineHeight() * 3;
        text.widthHint = 200;
        reason.setLayoutData(text);
        reason.setBackground(parent.getBackground());
    }

    // Content

    @Override
    protected boolean prepare() {
        return wizard.begin();
    }

    @Override
    protected void show() {
        choice.show(wizard.session(), wizard.session().tables());
        showTable();
    }

    @Override
    protected void focus() {
        mapping.getTable().setFocus();
    }

    private FoundTable table() {
        return choice.chosen();
    }

    private void showTable() {
        if (table() != null) {
            source.show(table().match());
            mapping.setInput(table().match().decisions());
            var open = table().match().decisions().stream()
                    .filter(decision -> decision.kind() == Decision.Kind.AMBIGUOUS)
                    .findFirst()
                    .orElse(table().match().decisions().getFirst());
            mapping.setSelection(new StructuredSelection(open), true);
        }
        check();
    }

    private Decision selected() {
        return (Decision) mapping.getStructuredSelection().getFirstElement();
    }

    private void selectColumn(ShapeColumn column) {
        for (var decision : table().match().decisions()) {
            if (decision.column().filter(each -> each == column).isPresent()) {
                mapping.setSelection(new StructuredSelection(decision), true);
            }
        }
    }

    /** Shows the reason of the selected decision, and what may be chosen instead. */
    private void showSelected() {
        var decision = selected();
        reason.setText(decision == null ? "" : decision.reason());
        partner.setEnabled(decision != null);
        if (decision == null) {
            return;
        }
        decision.column().ifPresent(source::reveal);
        offer(decision);
        if (decision.kind() == Decision.Kind.AMBIGUOUS) {
            partner.deselectAll();
        } else {
            partner.select(
                    decision.kind().isTaken()
                            ? partners.indexOf(decision.column().orElseThrow())
                            : 0);
        }
    }

    /** Offers what may be chosen for a row. Items that stay the same are kept: the list may be open. */
    private void offer(Decision decision) {
        partners.clear();
        partners.add(null);
        var texts = new ArrayList<>(List.of(RcpMessages.ALL.text("import.partner.none")));
        if (decision.leaf().isPresent()) {
            for (var column : table().match().shape().columns()) {
                partners.add(column);
                texts.add(name(column));
            }
        } else {
            table().match().template().columns().stream()
                    .filter(leaf -> leaf.name() != null)
                    .forEach(leaf -> {
                        partners.add(leaf);
                        texts.add(path(leaf));
                    });
        }
        if (!List.of(partner.getItems()).equals(texts)) {
            partner.setItems(texts.toArray(String[]::new));
        }
    }

    private void choosePartner() {
        var decision = selected();
        var chosen = partners.get(partner.getSelectionIndex());
        switch (chosen) {
            case ShapeColumn column -> assign(column, decision.leaf());
            case Leaf leaf -> assign(decision.column().orElseThrow(), Optional.of(leaf));
            case null, default ->
                decision.leaf()
                        .ifPresentOrElse(
                                leaf -> change(table -> wizard.session().leave(table, before, leaf)),
                                () -> assign(decision.column().orElseThrow(), Optional.empty()));
        }
    }

    private void assign(ShapeColumn column, Optional<Leaf> leaf) {
        change(table -> wizard.session().assign(table, before, column, leaf));
    }

    /** Makes a change of the table, and shows it while the same row stays selected. */
    private void change(Consumer<FoundTable> change) {
        var table = table();
        wizard.decided();
        wizard.later(() -> change.accept(table), () -> {
            if (table == table()) {
                showChanged(table);
            }
            check();
        });
        check();
    }

    private void showChanged(FoundTable table) {
        var row = mapping.getTable().getSelectionIndex();
        isChanging = true;
        source.show(table.match());
        mapping.setInput(table.match().decisions());
        var last = mapping.getTable().getItemCount() - 1;
        mapping.setSelection(new StructuredSelection(mapping.getElementAt(Math.min(row, last))), true);
        isChanging = false;
        if (!wizard.isBusy()) {
            showSelected();
        }
    }

    private void check() {
        var open = wizard.session().open();
        setMessage(
                open.isEmpty()
                        ? null
                        : RcpMessages.ALL.text(
                                "import.open", open.size(), line(open.getFirst().reason())),
                WARNING);
        setPageComplete(table() != null && open.isEmpty());
        if (getContainer().getCurrentPage() == this) {
            getContainer().updateMessage();
        }
    }
}
