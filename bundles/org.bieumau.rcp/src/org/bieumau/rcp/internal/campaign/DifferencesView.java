/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.Selection;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.dsl.ide.internal.consolidation.Choice;
import org.bieumau.dsl.ide.internal.consolidation.DifferenceCase;
import org.bieumau.dsl.ide.internal.consolidation.DifferenceCase.SourceRow;
import org.bieumau.dsl.ide.internal.consolidation.DifferenceCase.SourceTable;
import org.bieumau.dsl.ide.internal.consolidation.Verdict;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.model.Severity;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.Tables;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Sash;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** What the office must decide: a list, and beside it the sources of the selected difference with the choices. */
final class DifferencesView {

    /** What the view asks for. */
    interface Actions {

        /** Finds the sources and choices of a difference, off the UI thread, and calls {@link #show} with them. */
        void selected(Difference difference);

        /** Writes a decision into the campaign. */
        void decide(Verdict verdict, String reason);

        /** Opens a file of the returns at a place. */
        void open(String file, Spot place);

        /** Returns the units of the campaign. */
        List<Unit> units();
    }

    /** Which differences are listed. */
    private enum Shown {
        OPEN(each -> each.isOpen() && each.severity() != Severity.INFO),
        DECIDED(each -> !each.isOpen()),
        KNOWN(each -> each.isOpen() && each.severity() == Severity.INFO),
        ALL(each -> true);

        private final Predicate<Difference> includes;

        Shown(Predicate<Difference> includes) {
            this.includes = includes;
        }
    }

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final int NAME_WIDTH = 100;
    private static final int VALUE_WIDTH = 90;
    /** Most characters of a label before a field. */
    private static final int LABEL = 44;

    private final Actions actions;
    private final SashForm control;
    private final Combo kinds;
    private final Table list;
    private final Text message;
    private final SashForm sources;
    private final ScrolledComposite scrolled;
    private final Composite choices;
    private final Text reason;
    private List<Difference> all = List.of();
    private List<Difference> shown = List.of();
    private List<Unit> units = List.of();
    private Difference selected;
    /** The choices of the selected difference. */
    private List<Choice> offered = List.of();

    DifferencesView(Composite parent, Actions actions) {
        this.actions = actions;
        control = new SashForm(parent, SWT.HORIZONTAL);
        var left = area(control, 2);
        new Label(left, SWT.NONE).setText(RcpMessages.ALL.text("campaign.show"));
        kinds = new Combo(left, SWT.DROP_DOWN | SWT.READ_ONLY);
        kinds.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        kinds.addListener(SWT.Selection, event -> filter());
        list = Tables.create(left, SWT.VIRTUAL | SWT.SINGLE, "campaign.differences");
        ((GridData) list.getLayoutData()).horizontalSpan = 2;
        Tables.column(list, RcpMessages.ALL.text("campaign.difference.unit"), 112);
        Tables.column(list, RcpMessages.ALL.text("campaign.difference.message"), 175);
        Tables.column(list, RcpMessages.ALL.text("campaign.difference.decided"), 118);
        list.addListener(SWT.SetData, event -> fill((TableItem) event.item, shown.get(event.index)));
        list.addListener(SWT.Selection, event -> select());
        list.addListener(SWT.DefaultSelection, event -> {
            if (selected != null && !selected.file().isEmpty()) {
                actions.open(selected.file(), selected.place());
            }
        });

        var right = area(control, 1);
        message = Names.named(
                new Text(right, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI | SWT.V_SCROLL),
                RcpMessages.ALL.text("campaign.difference.message"));
        message.setBackground(right.getBackground());
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.heightHint = message.getLineHeight() * 3;
        data.widthHint = 200;
        message.setLayoutData(data);
        sources = new SashForm(right, SWT.HORIZONTAL);
        sources.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scrolled = new ScrolledComposite(right, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        choices = new Composite(scrolled, SWT.NONE);
        var row = new RowLayout();
        row.marginLeft = row.marginTop = row.marginBottom = 0;
        row.center = true;
        choices.setLayout(row);
        scrolled.setContent(choices);
        scrolled.addListener(SWT.Resize, event -> layoutChoices());
        reason = Names.named(new Text(right, SWT.BORDER), RcpMessages.ALL.text("campaign.reason"));
        reason.setMessage(RcpMessages.ALL.text("campaign.reason"));
        reason.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        control.setWeights(42, 58);
        show(List.of(), List.of());
    }

    private static Composite area(Composite parent, int columns) {
        var area = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(columns, false);
        layout.marginWidth = 4;
        layout.marginHeight = 2;
        layout.verticalSpacing = 3;
        area.setLayout(layout);
        return area;
    }

    Control control() {
        return control;
    }

    // The list

    void show(List<Difference> differences, List<Unit> newUnits) {
        all = List.copyOf(differences);
        units = List.copyOf(newUnits);
        var index = Math.max(0, kinds.getSelectionIndex());
        var items = new ArrayList<String>();
        for (var each : Shown.values()) {
            items.add(
                    RcpMessages.ALL.text("campaign.differences." + each.name().toLowerCase(Locale.ROOT), count(each)));
        }
        if (!List.of(kinds.getItems()).equals(items)) {
            kinds.setItems(items.toArray(String[]::new));
        }
        kinds.select(index);
        filter();
    }

    private long count(Shown kind) {
        return all.stream().filter(kind.includes).count();
    }

    /** Returns the number of differences that somebody must decide. */
    long open() {
        return count(Shown.OPEN);
    }

    private void filter() {
        var kind = Shown.values()[Math.max(0, kinds.getSelectionIndex())];
        var before = selected;
        var position = list.getSelectionIndex();
        shown = all.stream().filter(kind.includes).toList();
        list.setItemCount(shown.size());
        list.clearAll();
        var index = before == null ? -1 : find(before);
        if (index < 0 && position >= 0 && !shown.isEmpty()) {
            // The next one, if the selected one has been decided.
            index = Math.min(position, shown.size() - 1);
        }
        list.deselectAll();
        if (index >= 0) {
            list.select(index);
        }
        select();
    }

    private int find(Difference difference) {
        for (int i = 0; i < shown.size(); i++) {
            var each = shown.get(i);
            if (each.code().equals(difference.code())
                    && each.unit() == difference.unit()
                    && each.file().equals(difference.file())
                    && each.row() == difference.row()
                    && each.column().equals(difference.column())
                    && each.message().equals(difference.message())) {
                return i;
            }
        }
        return -1;
    }

    private void fill(TableItem item, Difference each) {
        item.setText(
                new String[] {unit(each), each.message(), each.decided() == null ? severity(each) : each.decided()});
        if (each.isOpen() && each.severity() != Severity.INFO) {
            item.setBackground(
                    2, each.severity() == Severity.ERROR ? Palette.WRONG.colour() : Palette.DOUBTFUL.colour());
            item.setForeground(2, Palette.TEXT.colour());
        }
    }

    private static String severity(Difference each) {
        return RcpMessages.ALL.text(
                "campaign.severity." + each.severity().getName().toLowerCase(Locale.ROOT));
    }

    private String unit(Difference each) {
        if (each.unit() >= 0 && each.unit() < units.size()) {
            return units.get(each.unit()).title();
        }
        return each.file().isEmpty() ? RcpMessages.ALL.text("campaign.difference.whole") : each.file();
    }

    private void select() {
        var index = list.getSelectionIndex();
        var now = index < 0 || index >= shown.size() ? null : shown.get(index);
        if (now == null || selected == null || !now.equals(selected)) {
            reason.setText("");
        }
        selected = now;
        message.setText(selected == null ? RcpMessages.ALL.text("campaign.difference.none") : selected.message());
        if (selected == null) {
            show(null, new DifferenceCase(List.of(), List.of()));
        } else {
            actions.selected(selected);
        }
    }

    // The selected difference

    /** Shows the sources and choices of a difference, if it is still the selected one. */
    void show(Difference difference, DifferenceCase found) {
        if (difference != selected) {
            return;
        }
        for (var each : sources.getChildren()) {
            // The form reuses its sashes.
            if (!(each instanceof Sash)) {
                each.dispose();
            }
        }
        var tables = found.sources().stream().map(this::source).toList();
        sources.layout();
        tables.forEach(DifferencesView::fit);
        offered = found.choices();
        offer(offered);
        scrolled.getParent().layout();
    }

    private void offer(List<Choice> offers) {
        for (var each : choices.getChildren()) {
            each.dispose();
        }
        offers.forEach(this::choice);
        reason.setEnabled(!offers.isEmpty());
        layoutChoices();
    }

    /** Offers to decide about a cell of the return that the user has selected, rather than that of the difference. */
    private void offer(SourceRow row, int column) {
        if (row.values().isEmpty()) {
            return;
        }
        var value = row.values().get(Math.clamp(column - 1, 0, row.values().size() - 1));
        var offers = new ArrayList<Choice>(offered);
        offers.removeIf(Choice.OtherValue.class::isInstance);
        offers.add(value);
        offer(offers);
    }

    private void layoutChoices() {
        var width = Math.max(100, scrolled.getClientArea().width);
        var size = choices.computeSize(width, SWT.DEFAULT);
        scrolled.setMinSize(width, size.y);
        // The size may be that of the choices before.
        choices.layout();
        var data = (GridData) scrolled.getLayoutData();
        var height = choices.getChildren().length == 0 ? 0 : Math.min(size.y, 76);
        if (data.heightHint != height) {
            data.heightHint = height;
            scrolled.getParent().layout();
        }
    }

    /** Gives the first column the width that the others leave. */
    private static void fit(Table table) {
        var others = VALUE_WIDTH * (table.getColumnCount() - 1);
        table.getColumn(0)
                .setWidth(Math.clamp(
                        table.getClientArea().width - others, NAME_WIDTH, table.getColumnCount() == 1 ? 600 : 300));
    }

    private Table source(SourceTable source) {
        var area = new Composite(sources, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        area.setLayout(layout);
        var title = new Label(area, SWT.NONE);
        title.setText(source.title().replace("&", "&&"));
        title.setToolTipText(source.title());
        title.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        var table = Names.named(new Table(area, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION), source.title());
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        for (int i = 0; i < source.columns().size(); i++) {
            Tables.column(table, source.columns().get(i).replaceAll("\\s+", " "), VALUE_WIDTH);
        }
        var first = -1;
        for (var row : source.rows()) {
            var item = new TableItem(table, SWT.NONE);
            item.setText(row.cells().stream()
                    .map(text -> text.replaceAll("\\s+", " "))
                    .toArray(String[]::new));
            item.setData(row);
            if (row.marked() >= 0) {
                first = first < 0 ? table.getItemCount() - 1 : first;
                for (int i = 0; i < row.cells().size(); i++) {
                    item.setBackground(i, i == row.marked() ? Palette.WRONG.colour() : Palette.DOUBTFUL.colour());
                    item.setForeground(i, Palette.TEXT.colour());
                }
            }
        }
        if (first >= 0) {
            var row = (SourceRow) table.getItem(first).getData();
            table.setTopIndex(Math.max(0, first - 2));
            table.showColumn(table.getColumn(row.marked()));
        }
        var column = new int[] {1};
        table.addListener(SWT.MouseDown, event -> {
            for (int i = 0; i < table.getColumnCount(); i++) {
                var item = table.getItem(new Point(event.x, event.y));
                column[0] = item != null && item.getBounds(i).contains(event.x, event.y) ? i : column[0];
            }
        });
        table.addListener(SWT.Selection, event -> offer((SourceRow) ((TableItem) event.item).getData(), column[0]));
        table.addListener(SWT.DefaultSelection, event -> {
            if (((TableItem) event.item).getData() instanceof SourceRow row
                    && !row.file().isEmpty()) {
                actions.open(row.file(), row.place());
            }
        });
        return table;
    }

    private void choice(Choice choice) {
        switch (choice) {
            case Choice.Ready(var label, var verdict) ->
                button(label).addListener(SWT.Selection, event -> decide(() -> Optional.of(verdict)));
            case Choice.OtherValue(var cell, var label, var proposed) -> {
                var name = new Label(choices, SWT.NONE);
                name.setText((label.length() > LABEL ? label.substring(0, LABEL) + "…" : label).replace("&", "&&"));
                name.setToolTipText(label);
                var field = field("campaign.value", proposed, 90);
                on(
                        field,
                        button(RcpMessages.ALL.text("campaign.keep")),
                        () -> field.getText().isBlank()
                                ? Optional.empty()
                                : Optional.of(new Verdict.Keep(cell, field.getText())));
            }
            case Choice.OtherDay(var file, var proposed) -> {
                var field = field("campaign.day", proposed == null ? "" : Selection.written(proposed), 90);
                on(
                        field,
                        button(RcpMessages.ALL.text("campaign.receivedOn")),
                        () -> day(field.getText()).map(day -> new Verdict.ReceivedOn(file, day)));
            }
            case Choice.OtherUnit(var file) -> {
                var field = new Combo(choices, SWT.DROP_DOWN | SWT.READ_ONLY);
                Names.named(field, RcpMessages.ALL.text("campaign.unit.unit"));
                var known = actions.units().stream()
                        .filter(unit -> !unit.key().isEmpty())
                        .toList();
                field.setItems(known.stream().map(Unit::title).toArray(String[]::new));
                field.setLayoutData(new RowData(190, SWT.DEFAULT));
                button(RcpMessages.ALL.text("campaign.sentBy"))
                        .addListener(
                                SWT.Selection,
                                event -> decide(() -> field.getSelectionIndex() < 0
                                        ? Optional.empty()
                                        : Optional.of(new Verdict.SentBy(
                                                file,
                                                known.get(field.getSelectionIndex())
                                                        .key()))));
            }
        }
    }

    private Button button(String label) {
        var button = new Button(choices, SWT.PUSH);
        button.setText(label.replace("&", "&&"));
        return button;
    }

    private Text field(String key, String text, int width) {
        var field = Names.named(new Text(choices, SWT.BORDER), RcpMessages.ALL.text(key));
        field.setMessage(RcpMessages.ALL.text(key));
        field.setText(text.replaceAll("\\s+", " "));
        field.setLayoutData(new RowData(width, SWT.DEFAULT));
        return field;
    }

    /** The button, and Enter in the field, write the decision. */
    private void on(Text field, Button button, Supplier<Optional<? extends Verdict>> verdict) {
        button.addListener(SWT.Selection, event -> decide(verdict));
        field.addListener(SWT.DefaultSelection, event -> decide(verdict));
    }

    private void decide(Supplier<? extends Optional<? extends Verdict>> verdict) {
        verdict.get().ifPresent(each -> actions.decide(each, reason.getText()));
    }

    private static Optional<LocalDate> day(String text) {
        var match = DAY.matcher(text.strip());
        try {
            return match.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(match.group(3)),
                            Integer.parseInt(match.group(2)),
                            Integer.parseInt(match.group(1))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    void setFocus() {
        list.setFocus();
    }
}
