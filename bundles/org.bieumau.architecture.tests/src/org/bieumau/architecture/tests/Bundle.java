/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.architecture.tests;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiled bundle of the project.
 *
 * @param folder the folder with its sources
 * @param name the symbolic name
 * @param classes the classes
 * @param generated the names of the top-level classes with generated source
 * @param requires the names of the required bundles
 * @param exports the friends of each exported package: {@link #EVERYBODY} for API, empty for x-internal
 */
record Bundle(
        Path folder,
        String name,
        JavaClasses classes,
        Set<String> generated,
        Set<String> requires,
        Map<String, Set<String>> exports) {

    /** The friends of a package that is exported to everybody. */
    static final Set<String> EVERYBODY = Set.of("*");

    private static final Pattern EXPORT = Pattern.compile("([\\w.]+)((?:;[\\w-]+:?=(?:\"[^\"]*\"|[^,;]*))*)(?:,|$)");
    private static final Pattern FRIENDS = Pattern.compile("x-friends:=\"([^\"]*)\"");

    /** Returns all bundles with sources, except those with tests. */
    static List<Bundle> all() {
        var bundles = new ArrayList<Bundle>();
        for (var folder : List.of("../../bundles", "../../dsl")) {
            try (var children = Files.list(Path.of(folder))) {
                children.filter(child -> !child.getFileName().toString().endsWith(".tests")
                                && Files.isRegularFile(child.resolve("META-INF/MANIFEST.MF"))
                                && (Files.isDirectory(child.resolve("src"))
                                        || Files.isDirectory(child.resolve("src-gen"))))
                        .sorted()
                        .forEach(child -> bundles.add(read(child)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bundles;
    }

    private static Bundle read(Path folder) {
        try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            var manifest = new Manifest(in).getMainAttributes();
            var requires = manifest.getValue("Require-Bundle");
            var exports = manifest.getValue("Export-Package");
            return new Bundle(
                    folder,
                    folder.getFileName().toString(),
                    new ClassFileImporter().importPath(folder.resolve("target/classes")),
                    generated(folder.resolve("src-gen")),
                    requires(requires == null ? "" : requires),
                    exports(exports == null ? "" : exports));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> generated(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return Set.of();
        }
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file)
                            .toString()
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> requires(String header) {
        return Set.of(
                header.replaceAll("\\s|\"[^\"]*\"", "").replaceAll(";[^,]*", "").split(","));
    }

    private static Map<String, Set<String>> exports(String header) {
        var exports = new HashMap<String, Set<String>>();
        EXPORT.matcher(header.replaceAll("\\s", "")).results().forEach(found -> {
            var friends = FRIENDS.matcher(found.group(2));
            if (friends.find()) {
                exports.put(found.group(1), Set.of(friends.group(1).split(",")));
            } else {
                exports.put(found.group(1), found.group(2).contains("x-internal") ? Set.of() : EVERYBODY);
            }
        });
        return exports;
    }

    /** Returns whether the bundle registers an implementation of a service. */
    boolean provides(String service) {
        return Files.isRegularFile(folder.resolve("src/META-INF/services").resolve(service));
    }

    /** Returns whether a class is written by hand. */
    boolean isHandWritten(JavaClass type) {
        return !generated.contains(type.getName().replaceFirst("\\$.*", ""));
    }

    /** Returns the names of the packages of this bundle. */
    Stream<String> packages() {
        return classes.stream().map(JavaClass::getPackageName).distinct();
    }
}
