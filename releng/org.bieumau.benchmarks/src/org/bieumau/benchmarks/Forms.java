/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.NumberValue;
import org.bieumau.model.TextValue;

/** Writes a table as a form of Biểu Mẫu. */
final class Forms {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    private static final Registry REGISTRY = Registry.installed();

    private Forms() {}

    /** @param format the id of the exporter */
    static Writer writer(String format) {
        return new Writer("Biểu Mẫu", (table, out) -> write(format, table, out));
    }

    private static void write(String format, Table table, OutputStream out) throws IOException {
        var profile = REGISTRY.profile("nd30").orElseThrow();
        var layout = Layout.ofRows(form(table), profile, target -> new Rows(table, target.columns()));
        REGISTRY.exporter(format).orElseThrow().export(layout, out, Progress.NONE);
    }

    private static Form form(Table table) {
        var template = MODEL.createFormTemplate();
        template.setTitle(table.title());
        for (var column : table.columns()) {
            template.getItems().add(column(column));
        }
        var form = MODEL.createForm();
        form.setTemplate(template);
        return form;
    }

    private static Column column(Table.Column of) {
        var column = MODEL.createColumn();
        column.setTitle(of.title());
        column.setType(
                switch (of.kind()) {
                    case ORDINAL -> ColumnType.ORDINAL;
                    case NAME, SENTENCE -> ColumnType.TEXT;
                    case NUMBER -> ColumnType.NUMBER;
                    case MONEY -> ColumnType.MONEY;
                });
        return column;
    }

    /** Supplies the same entry for each row, with other values. */
    private static final class Rows implements RowSource.Rows {

        private final Table table;
        private final Entry entry = MODEL.createEntry();
        private int row;

        Rows(Table table, List<? extends FormColumn> columns) {
            this.table = table;
            for (int i = 1; i < columns.size(); i++) {
                var cell = MODEL.createCell();
                cell.setColumn(columns.get(i).source());
                cell.setValue(
                        table.value(0, i) instanceof BigDecimal ? MODEL.createNumberValue() : MODEL.createTextValue());
                entry.getCells().add(cell);
            }
        }

        @Override
        public RowSource.SourcedEntry next() {
            if (row == table.count()) {
                return null;
            }
            for (int i = 1; i < table.columns().size(); i++) {
                switch (entry.getCells().get(i - 1).getValue()) {
                    case NumberValue number -> number.setNumber((BigDecimal) table.value(row, i));
                    case TextValue text -> text.setText((String) table.value(row, i));
                    default -> throw new IllegalStateException();
                }
            }
            row++;
            return new RowSource.SourcedEntry(null, entry);
        }

        @Override
        public void close() {}
    }
}
