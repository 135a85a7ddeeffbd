/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the fragments that translate the Eclipse platform. Each folder must be a module and part of the feature. */
class TranslationsTest {

    private static final Path FOLDER = Path.of("../translations");
    private static final Path FEATURE = Path.of("../../features/org.bieumau.translations.feature");

    @Test
    void everyFragmentIsBuiltAndInstalled() throws IOException {
        var fragments = fragments();
        assertEquals(fragments, names(FOLDER.resolve("pom.xml"), "<module>([^<]+)</module>"));
        assertEquals(fragments, names(FEATURE.resolve("feature.xml"), "<plugin id=\"([^\"]+)\""));
        assertEquals(fragments, names(FEATURE.resolve("pom.xml"), "<artifactId>([^<]+\\.nl_vi)</artifactId>"));
    }

    @Test
    void everyFragmentIsNamedAfterItsHost() throws IOException {
        for (var name : fragments()) {
            try (var in = Files.newInputStream(FOLDER.resolve(name).resolve("META-INF/MANIFEST.MF"))) {
                var manifest = new Manifest(in).getMainAttributes();
                assertEquals(name, manifest.getValue("Bundle-SymbolicName"));
                assertEquals(name, manifest.getValue("Fragment-Host") + ".nl_vi");
            }
        }
    }

    @Test
    void everyFragmentPacksItsProperties() throws IOException {
        for (var name : fragments()) {
            try (var in = Files.newInputStream(FOLDER.resolve(name).resolve("build.properties"))) {
                assertEquals("META-INF/,**/*_vi.properties", properties(in).getProperty("bin.includes"), name);
            }
        }
    }

    private static Set<String> fragments() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("META-INF")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties properties(InputStream in) throws IOException {
        var properties = new Properties();
        properties.load(in);
        return properties;
    }

    private static Set<String> names(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
