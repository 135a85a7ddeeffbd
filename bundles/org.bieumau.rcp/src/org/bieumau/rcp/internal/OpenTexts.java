/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bieumau.dsl.ui.internal.document.OpenDocument;

/** The texts that the editors show, which need not be saved. */
public final class OpenTexts {

    private OpenTexts() {}

    /** Returns the texts of the open files by their absolute and normalized paths. Called on the UI thread. */
    public static Map<Path, String> now() {
        Map<Path, String> texts = new HashMap<>();
        for (var open : OpenDocument.all()) {
            if (open.path() != null) {
                texts.put(normal(open.path()), open.document().get());
            }
        }
        return texts;
    }

    /** Returns a path as the key of a text. */
    public static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
