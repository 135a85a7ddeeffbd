/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bieumau.dsl.BieuStandaloneSetup;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/** Files of the language in memory. */
final class Files {

    private static final Injector INJECTOR = new BieuStandaloneSetup().createInjectorAndDoEMFRegistration();

    private Files() {}

    /** A file with a set of its own, whatever its text is. */
    static XtextResource any(String text) {
        var resource = INJECTOR.getInstance(XtextResource.class);
        resource.setURI(URI.createURI("memory:/a.bieu"));
        INJECTOR.getInstance(XtextResourceSet.class).getResources().add(resource);
        try {
            resource.load(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resource;
    }

    /** The same of a text without errors. */
    static XtextResource right(String text) {
        var resource = any(text);
        assertEquals(List.of(), resource.getErrors(), text);
        return resource;
    }
}
