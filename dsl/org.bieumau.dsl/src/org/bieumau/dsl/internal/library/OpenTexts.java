/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;

/** Loads files that are open in an editor from their texts there. */
final class OpenTexts extends URIHandlerImpl {

    private final Map<URI, String> texts = new HashMap<>();

    OpenTexts(Map<Path, String> texts) {
        texts.forEach((file, text) -> this.texts.put(LibraryIndex.uri(file), text));
    }

    @Override
    public boolean canHandle(URI uri) {
        return texts.containsKey(uri);
    }

    @Override
    public InputStream createInputStream(URI uri, Map<?, ?> options) {
        return new ByteArrayInputStream(texts.get(uri).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean exists(URI uri, Map<?, ?> options) {
        return true;
    }
}
