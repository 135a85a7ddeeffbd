/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.bieumau.cli.Main;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.junit.jupiter.api.Test;

/** Plain Java and Eclipse list the same. This runs in Eclipse, with the class loader of the command line for plain Java. */
class RegistryTest {

    private static List<String> ids(Registry registry) {
        assertEquals(List.of(), registry.problems());
        return Stream.concat(registry.exporters().stream().map(Exporter::id),
                registry.profiles().stream().map(LayoutProfileProvider::id)).toList();
    }

    @Test
    void extensionPointsAndServicesListTheSame() {
        assertEquals(List.of("docx", "xlsx", "nd30"), ids(Registry.ofExtensions()));
        assertEquals(ids(Registry.ofExtensions()), ids(Registry.ofServices(Main.class.getClassLoader())));
    }
}
