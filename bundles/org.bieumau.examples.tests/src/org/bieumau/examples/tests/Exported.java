/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;

/** Exports documents of the examples. */
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
        return export(Layout.of(document, registry.profile("nd30").orElseThrow()), format, registry);
    }

    /** Exports a document of an example by the layout profile of its agency and its day. */
    static byte[] byOwnProfile(String example, String element, String format, Path folder) throws Exception {
        Examples.copyTo(folder);
        return byOwnProfile(folder.resolve(example + ".bieu"), element, format);
    }

    static byte[] byOwnProfile(Path file, String element, String format) throws Exception {
        var registry = Registry.load(Exported.class.getClassLoader());
        var document = new BieuReader(List.of(), registry)
                .read(file).library().getElements().stream()
                        .filter(each -> element.equals(each.getName()))
                        .map(Document.class::cast)
                        .findFirst()
                        .orElseThrow();
        var profile = ResolvedDocument.of(document).profile(registry).orElseThrow();
        return export(Layout.of(document, profile), format, registry);
    }

    private static byte[] export(Layout layout, String format, Registry registry) throws Exception {
        var out = new ByteArrayOutputStream();
        registry.exporter(format).orElseThrow().export(layout, out, Progress.NONE);
        return out.toByteArray();
    }
}
