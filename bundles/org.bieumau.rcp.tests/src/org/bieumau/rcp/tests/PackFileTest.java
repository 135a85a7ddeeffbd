/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bieumau.dsl.ui.internal.document.PackFile;
import org.eclipse.emf.common.util.URI;
import org.junit.jupiter.api.Test;

/** The editor input for a file of a pack. */
class PackFileTest {

    @Test
    void nameAndPathHaveTheCharactersOfTheFile() {
        for (var address : List.of("bieumau:/goi/m%E1%BA%ABu/s%E1%BB%91%201.bieu", "bieumau:/goi/mẫu/số 1.bieu")) {
            var file = new PackFile(URI.createURI(address));
            assertEquals("số 1.bieu", file.getName());
            assertEquals("/goi/mẫu/số 1.bieu", file.getFullPath().toString());
        }
    }

    @Test
    void contentsAreThoseOfThePack() throws Exception {
        try (var contents = new PackFile(URI.createURI("bieumau:/quangngai/danvan.bieu")).getContents()) {
            var text = new String(contents.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("thư viện"), text);
        }
    }
}
