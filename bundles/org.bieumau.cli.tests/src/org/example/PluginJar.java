/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes jars of plug-ins. The classes of {@link Plugins} are renamed to the package <code>org.foreign</code>, so that
 * they can be loaded from the jar alone.
 */
public final class PluginJar {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Adds a service: the contract and a class of {@link Plugins}, with the classes that it extends. */
    public PluginJar with(Class<?> contract, Class<?> plugin) throws IOException {
        for (Class<?> type = plugin; type.getName().startsWith("org.example."); type = type.getSuperclass()) {
            add(type);
        }
        add(Plugins.class);
        return service(contract, foreign(plugin));
    }

    /** Adds a line to a service file. */
    public PluginJar service(Class<?> contract, String className) {
        files.merge(
                "META-INF/services/" + contract.getName(),
                (className + "\n").getBytes(StandardCharsets.UTF_8),
                (all, line) ->
                        (new String(all, StandardCharsets.UTF_8) + className + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Cuts the file of a class in the middle. */
    public PluginJar damaged(Class<?> plugin) {
        files.computeIfPresent(
                foreign(plugin).replace('.', '/') + ".class",
                (name, file) -> java.util.Arrays.copyOf(file, file.length / 2));
        return this;
    }

    private void add(Class<?> type) throws IOException {
        try (var in = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            var file =
                    new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replace("org/example/", "org/foreign/");
            files.put(foreign(type).replace('.', '/') + ".class", file.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Returns the name of a class in the jar. */
    public static String foreign(Class<?> type) {
        return type.getName().replace("org.example.", "org.foreign.");
    }

    /** Writes the jar. */
    public Path write(Path jar) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return jar;
    }
}
