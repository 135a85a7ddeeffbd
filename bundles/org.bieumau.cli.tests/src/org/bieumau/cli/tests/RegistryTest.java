/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.DatabaseProvider;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.core.spi.RowSourceProvider;
import org.bieumau.core.spi.Validator;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

/**
 * Checks that plain Java and Eclipse find the same contributions: each service of {@link java.util.ServiceLoader} is
 * also registered at an extension point, and vice versa.
 */
class RegistryTest {

    @Test
    void extensionPointsListTheInstalledContributions() {
        var registry = Registry.ofExtensions();
        assertEquals(List.of(), registry.problems());
        assertContains(List.of("docx", "html", "pdf", "xlsx", "xml"), registry.exporters(), Exporter::id);
        assertContains(List.of("hd05", "hd36", "nd30"), registry.profiles(), LayoutProfileProvider::id);
        assertContains(List.of("chung", "hungyen", "quangngai", "quangtri"), registry.provinces(), ProvincePack::id);
        assertContains(List.of("doc", "docx", "html", "xls", "xlsx"), registry.importers(), Importer::id);
        assertContains(List.of("csv", "json", "xlsx"), registry.rowSources(), RowSourceProvider::id);
        assertContains(List.of("jdbc"), registry.databases(), DatabaseProvider::id);
        assertContains(List.of("local"), engines(registry), ConsolidationEngine::id);
    }

    @Test
    void servicesAndExtensionsAreTheSame() throws IOException {
        var registry = Registry.ofExtensions();
        assertEquals(services(Exporter.class), names(registry.exporters()));
        assertEquals(services(LayoutProfileProvider.class), names(registry.profiles()));
        assertEquals(services(ProvincePack.class), names(registry.provinces()));
        assertEquals(services(Validator.class), names(registry.validators()));
        assertEquals(services(FunctionProvider.class), names(registry.functionProviders()));
        assertEquals(services(Importer.class), names(registry.importers()));
        assertEquals(services(RowSourceProvider.class), names(registry.rowSources()));
        assertEquals(services(DatabaseProvider.class), names(registry.databases()));
        assertEquals(services(ConsolidationEngine.class), names(engines(registry)));
    }

    private static List<ConsolidationEngine> engines(Registry registry) {
        return registry.contributions(ConsolidationEngine.class, ConsolidationEngine.POINT);
    }

    private static <T> void assertContains(List<String> ids, List<T> contributions, Function<T, String> id) {
        var found = contributions.stream().map(id).toList();
        assertTrue(found.containsAll(ids), found::toString);
    }

    private static Set<String> names(List<?> contributions) {
        return contributions.stream().map(c -> c.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the names of the classes that the bundles register for ServiceLoader. */
    private static Set<String> services(Class<?> contract) throws IOException {
        var names = new TreeSet<String>();
        for (var bundle :
                FrameworkUtil.getBundle(RegistryTest.class).getBundleContext().getBundles()) {
            var entry = bundle.getEntry("META-INF/services/" + contract.getName());
            if (entry != null) {
                try (var in = entry.openStream()) {
                    Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+"))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }
}
