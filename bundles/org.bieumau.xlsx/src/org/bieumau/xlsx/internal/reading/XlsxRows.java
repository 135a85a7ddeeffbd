/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.nio.file.Path;
import java.util.Set;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.data.DataRows;
import org.bieumau.core.spi.RowSourceProvider;

/** Reads the rows of forms from Excel workbooks. The titles of the columns are those of the form. */
public final class XlsxRows implements RowSourceProvider {

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String title() {
        return new XlsxImporter().title();
    }

    @Override
    public Set<String> extensions() {
        return new XlsxImporter().extensions();
    }

    @Override
    public RowSource rows(Path file) {
        return DataRows.ofFile(() -> XlsxTable.open(file));
    }
}
