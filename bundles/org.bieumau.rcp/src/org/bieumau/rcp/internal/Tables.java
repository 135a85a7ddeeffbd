/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal;

import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Creates tables with a name for screen readers. */
public final class Tables {

    private Tables() {}

    public static Table create(Composite parent, int style, String key) {
        var table = Names.named(new Table(parent, style | SWT.BORDER | SWT.FULL_SELECTION), RcpMessages.ALL.text(key));
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 60;
        data.widthHint = 100;
        table.setLayoutData(data);
        return table;
    }

    public static TableColumn column(Table table, String title, int width) {
        var column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
        return column;
    }

    /**
     * Lets the last column take the width that the others leave, as GTK does on its own.
     *
     * @param least the width that the column has at least
     */
    public static void growLast(Table table, int least) {
        table.addListener(SWT.Resize, event -> {
            var last = table.getColumnCount() - 1;
            var others = 0;
            for (int i = 0; i < last; i++) {
                others += table.getColumn(i).getWidth();
            }
            var width = Math.max(least, table.getClientArea().width - others);
            if (table.getColumn(last).getWidth() != width) {
                table.getColumn(last).setWidth(width);
            }
        });
    }
}
