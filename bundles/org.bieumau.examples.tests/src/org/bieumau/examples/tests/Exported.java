/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;

/** Exports the first document of an example. */
final class Exported {

    private Exported() {}

    static byte[] of(String example, String format, Path folder) throws Exception {
        Examples.copyTo(folder);
        var library = new BieuReader(List.of())
                .read(folder.resolve(example + ".bieu"))
                .library();
        var document = library.getElements().stream()
                .filter(Document.class::isInstance)
                .findFirst()
                .orElseThrow();
        var registry = Registry.load(Exported.class.getClassLoader());
        var out = new ByteArrayOutputStream();
        registry.exporter(format)
                .orElseThrow()
                .export(Layout.of(document, registry.profile("nd30").orElseThrow()), out, Progress.NONE);
        return out.toByteArray();
    }
}
