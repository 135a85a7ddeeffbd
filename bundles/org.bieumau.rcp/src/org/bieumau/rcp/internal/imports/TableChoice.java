/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.util.List;
import org.bieumau.dsl.ide.internal.imports.FoundTable;
import org.bieumau.dsl.ide.internal.imports.ImportSession;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** Chooses one of the tables that are imported. */
final class TableChoice {

    private final Combo combo;
    private List<FoundTable> tables = List.of();

    TableChoice(Composite parent, Runnable changed) {
        var row = new Composite(parent, SWT.NONE);
        row.setLayout(new GridLayout(2, false));
        ((GridLayout) row.getLayout()).marginWidth = 0;
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        ImportPage.label(row, "import.which");
        combo = ImportPage.named(new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY), "import.which");
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 300;
        combo.setLayoutData(data);
        combo.addListener(SWT.Selection, event -> changed.run());
    }

    void show(ImportSession session, List<FoundTable> shown) {
        var index = combo.getSelectionIndex();
        tables = shown;
        combo.setItems(shown.stream()
                .map(table -> RcpMessages.ALL.text(
                        "import.which.table",
                        session.file(table).path().getFileName(),
                        table.place(),
                        FilesPage.title(table)))
                .toArray(String[]::new));
        combo.setEnabled(shown.size() > 1);
        if (!shown.isEmpty()) {
            combo.select(Math.clamp(index, 0, shown.size() - 1));
        }
    }

    /** Returns the chosen table; null if there is none. */
    FoundTable chosen() {
        var index = combo.getSelectionIndex();
        return index < 0 || index >= tables.size() ? null : tables.get(index);
    }
}
