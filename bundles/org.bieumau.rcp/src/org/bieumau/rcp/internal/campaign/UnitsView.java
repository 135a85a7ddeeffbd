/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.Tables;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The units with their state, and the files of unknown units. */
final class UnitsView {

    /**
     * A line of the table.
     *
     * @param status the state of the unit; null for a file of an unknown unit
     * @param file the file that a double click opens; an empty string for none
     */
    record Line(UnitStatus status, List<String> texts, String file) {

        boolean isOf(UnitKind kind) {
            return kind == null || status != null && kind.includes(status);
        }

        boolean contains(String folded) {
            return texts.stream().anyMatch(text -> VietnameseText.fold(text).contains(folded));
        }
    }

    /** What the view asks for. */
    interface Actions {

        /** Opens a file of the returns. */
        void open(String file);

        /** Asks why a unit need not send a return, and writes it. */
        void exempt(UnitStatus status);
    }

    private static final int[] WIDTHS = {190, 215, 90, 170, 130, 240};
    private static final int STATE = 1;

    private final Composite control;
    private final ReturnsChart chart;
    private final Combo kinds;
    private final Text search;
    private final Table table;
    private final List<UnitKind> offered = new ArrayList<>();
    private List<Line> lines = List.of();
    private List<Line> shown = List.of();

    UnitsView(Composite parent, Actions actions) {
        control = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(3, false);
        layout.marginWidth = 4;
        layout.marginHeight = 2;
        layout.verticalSpacing = 3;
        control.setLayout(layout);
        chart = new ReturnsChart(control, this::choose);
        ((GridData) chart.control().getLayoutData()).horizontalSpan = 3;
        new Label(control, SWT.NONE).setText(RcpMessages.ALL.text("campaign.show"));
        kinds = new Combo(control, SWT.DROP_DOWN | SWT.READ_ONLY);
        kinds.setLayoutData(new GridData(240, SWT.DEFAULT));
        kinds.addListener(SWT.Selection, event -> filter());
        search = new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        Names.named(search, RcpMessages.ALL.text("campaign.search"));
        search.setMessage(RcpMessages.ALL.text("campaign.search"));
        search.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        search.addListener(SWT.Modify, event -> filter());
        table = Tables.create(control, SWT.VIRTUAL | SWT.SINGLE, "campaign.units");
        ((GridData) table.getLayoutData()).horizontalSpan = 3;
        var keys = List.of("unit", "state", "received", "file", "contact", "note");
        for (int i = 0; i < WIDTHS.length; i++) {
            Tables.column(table, RcpMessages.ALL.text("campaign.unit." + keys.get(i)), WIDTHS[i]);
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, shown.get(event.index)));
        table.addListener(
                SWT.DefaultSelection,
                event ->
                        selected().filter(line -> !line.file().isEmpty()).ifPresent(line -> actions.open(line.file())));
        menu(actions);
        show(List.of(), Optional.empty());
    }

    private void menu(Actions actions) {
        var menu = new Menu(table);
        item(menu, "campaign.open", line -> actions.open(line.file()));
        item(menu, "campaign.exempt", line -> actions.exempt(line.status()));
        menu.addListener(SWT.Show, event -> {
            var line = selected();
            menu.getItem(0)
                    .setEnabled(line.filter(each -> !each.file().isEmpty()).isPresent());
            menu.getItem(1)
                    .setEnabled(line.filter(each ->
                                    each.status() != null && each.status().state() == UnitStatus.State.MISSING)
                            .isPresent());
        });
        table.setMenu(menu);
    }

    private void item(Menu menu, String key, Consumer<Line> action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(RcpMessages.ALL.text(key));
        item.addListener(SWT.Selection, event -> selected().ifPresent(action));
    }

    Composite control() {
        return control;
    }

    private Optional<Line> selected() {
        var index = table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }

    private static void fill(TableItem item, Line line) {
        item.setText(line.texts().toArray(String[]::new));
        item.setBackground(
                STATE, line.status() == null ? UnitKind.UNREADABLE.colour() : UnitKind.colour(line.status()));
        item.setForeground(STATE, Palette.TEXT.colour());
    }

    /** Shows units; the first lines are units, the others files of unknown units. */
    void show(List<Line> newLines, Optional<LocalDate> deadline) {
        lines = List.copyOf(newLines);
        var statuses = lines.stream()
                .map(Line::status)
                .filter(status -> status != null)
                .toList();
        chart.show(statuses, deadline);
        offer(UnitKind.counts(statuses), statuses.size());
        filter();
    }

    /** Offers the kinds that there are, with their numbers. */
    private void offer(Map<UnitKind, Integer> counts, int all) {
        var before = kind();
        offered.clear();
        offered.add(null);
        var items = new ArrayList<>(List.of(RcpMessages.ALL.text("campaign.kind.all", all)));
        for (var kind : UnitKind.values()) {
            if (counts.get(kind) > 0 || kind == before) {
                offered.add(kind);
                items.add(RcpMessages.ALL.text("campaign.kind", kind.title(), counts.get(kind)));
            }
        }
        if (!List.of(kinds.getItems()).equals(items)) {
            kinds.setItems(items.toArray(String[]::new));
        }
        kinds.select(Math.max(0, offered.indexOf(before)));
    }

    /** Returns the kind that is shown; null for all. */
    private UnitKind kind() {
        var index = kinds.getSelectionIndex();
        return index < 0 || index >= offered.size() ? null : offered.get(index);
    }

    /** Shows the units of one kind; those of all kinds if it was chosen before. */
    private void choose(UnitKind kind) {
        kinds.select(kind == kind() ? 0 : Math.max(0, offered.indexOf(kind)));
        filter();
    }

    private void filter() {
        var kind = kind();
        var wanted = VietnameseText.fold(search.getText().strip());
        var selection = selected();
        shown = lines.stream()
                .filter(line -> line.isOf(kind) && (wanted.isEmpty() || line.contains(wanted)))
                .toList();
        table.setItemCount(shown.size());
        table.clearAll();
        selection.ifPresent(before -> {
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).texts().getFirst().equals(before.texts().getFirst())
                        && shown.get(i).file().equals(before.file())) {
                    table.select(i);
                    return;
                }
            }
            table.deselectAll();
        });
    }

    /** Returns what the chart shows in words, for tests. */
    String chartText() {
        return chart.text();
    }

    void setFocus() {
        table.setFocus();
    }
}
