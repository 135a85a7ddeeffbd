/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import java.nio.file.Path;
import java.util.Set;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.data.DataRows;
import org.bieumau.core.spi.RowSourceProvider;

/** Reads rows from JSON files: an array of objects, or an object with an array for each section. */
public final class JsonRows implements RowSourceProvider {

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String title() {
        return DataMessages.ALL.text("json");
    }

    @Override
    public Set<String> extensions() {
        return Set.of("json");
    }

    @Override
    public RowSource rows(Path file) {
        return DataRows.ofFile(() -> JsonTable.open(file));
    }
}
