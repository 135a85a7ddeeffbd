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

/** Creates files of the language in memory. */
final class Files {

    private static final Injector INJECTOR = new BieuStandaloneSetup().createInjectorAndDoEMFRegistration();

    private Files() {}

    /** Returns a file in a resource set of its own; the text may contain errors. */
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

    /** Returns a file in a resource set of its own and asserts that its text has no errors. */
    static XtextResource right(String text) {
        var resource = any(text);
        assertEquals(List.of(), resource.getErrors(), text);
        return resource;
    }
}
