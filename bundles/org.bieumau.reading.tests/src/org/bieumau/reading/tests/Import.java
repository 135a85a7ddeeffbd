/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import java.nio.file.Path;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.rows.FormImport;
import org.bieumau.reading.internal.rows.FormReading;

/** Reads files into forms. */
public final class Import {

    private Import() {}

    public static SourceContent content(Path file) throws Exception {
        return SourceFile.read(file, Registry.installed(), Progress.NONE);
    }

    public static FormReading read(Path file, FormTemplate template) throws Exception {
        return read(content(file), template);
    }

    public static FormReading read(SourceContent content, FormTemplate template) throws Exception {
        return new FormImport().with(template, new KnownLabels()).read(content, "a");
    }
}
