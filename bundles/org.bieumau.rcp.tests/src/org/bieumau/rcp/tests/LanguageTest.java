/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Checks the translations of the platform. {@link TourTest} finds texts that have no translation. */
class LanguageTest {

    private static final String TRANSLATION = ".nl_vi";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

    @Test
    void everyTranslationIsInstalled() throws IOException {
        try (var folders = Files.list(Path.of("../translations"))) {
            assertEquals(
                    folders.map(folder -> folder.getFileName().toString())
                            .filter(name -> name.endsWith(TRANSLATION))
                            .collect(Collectors.toSet()),
                    translations().map(Bundle::getSymbolicName).collect(Collectors.toSet()));
        }
    }

    /**
     * A translation under a key or in a file that the platform does not have is never used. A translation that lacks a
     * placeholder loses the value inserted there.
     */
    @Test
    void everyTranslationMatchesAPlatformTextAndItsPlaceholders() throws Exception {
        var files = 0;
        var unused = new ArrayList<String>();
        for (var fragment : translations().toList()) {
            var host = Platform.getHosts(fragment)[0];
            for (var file : Collections.list(fragment.findEntries("/", "*_vi.properties", true))) {
                var english = properties(
                        host.getResource(file.getPath().substring(1).replace("_vi.properties", ".properties")));
                properties(file).forEach((key, text) -> {
                    var original = english.getProperty(key.toString());
                    if (original == null || !placeholders(original).equals(placeholders(text.toString()))) {
                        unused.add(fragment.getSymbolicName() + file.getPath() + " " + key);
                    }
                });
                files++;
            }
        }
        assertTrue(files > 20, files + " files");
        assertEquals(List.of(), unused);
    }

    private static Stream<Bundle> translations() {
        return Arrays.stream(FrameworkUtil.getBundle(LanguageTest.class)
                        .getBundleContext()
                        .getBundles())
                .filter(bundle -> bundle.getSymbolicName().endsWith(TRANSLATION));
    }

    private static Properties properties(URL file) throws IOException {
        var properties = new Properties();
        if (file != null) {
            try (var in = file.openStream()) {
                properties.load(in);
            }
        }
        return properties;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
