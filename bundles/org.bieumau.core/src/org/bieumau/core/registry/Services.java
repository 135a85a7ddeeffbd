/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads the service files of a contract (<code>META-INF/services/…</code>, as {@link java.util.ServiceLoader} defines
 * them). In contrast to a service loader, each failure is attributed to a jar, and does not affect the services after
 * it.
 */
final class Services {

    /**
     * A line of a service file.
     *
     * @param className the class that it names
     * @param source the name of the jar or folder with the file
     */
    record Service(String className, String source) {

        String name() {
            return Program.name(className, source);
        }
    }

    private Services() {}

    /**
     * Returns the services of a contract, each class once.
     *
     * @param failed receives the name of a jar whose service file cannot be read, and the reason
     */
    static List<Service> of(Class<?> contract, ClassLoader loader, BiConsumer<String, Throwable> failed) {
        var services = new ArrayList<Service>();
        var path = "META-INF/services/" + contract.getName();
        try {
            var known = new HashSet<String>();
            for (var urls = loader.getResources(path); urls.hasMoreElements(); ) {
                var url = urls.nextElement();
                var source = Program.fileName(url);
                try {
                    for (var name : names(url)) {
                        if (known.add(name)) {
                            services.add(new Service(name, source));
                        }
                    }
                } catch (IOException e) {
                    failed.accept(source, e);
                }
            }
        } catch (IOException e) {
            failed.accept(path, e);
        }
        return services;
    }

    private static List<String> names(URL url) throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false);
        try (var reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }
}
