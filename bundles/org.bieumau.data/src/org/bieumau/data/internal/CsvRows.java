/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import java.nio.file.Path;
import java.util.Set;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.data.DataRows;
import org.bieumau.core.spi.RowSourceProvider;

/** Reads rows from CSV files, whose first line has the labels of the columns. */
public final class CsvRows implements RowSourceProvider {

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String title() {
        return DataMessages.ALL.text("csv");
    }

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv");
    }

    @Override
    public RowSource rows(Path file) {
        return DataRows.ofFile(() -> CsvTable.open(file));
    }
}
