/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Checks the API: the packages that are exported to everybody, and the types that their signatures show. */
class ApiTest {

    private static List<Bundle> bundles() {
        return Arrays.stream(FrameworkUtil.getBundle(ApiTest.class)
                        .getBundleContext()
                        .getBundles())
                .toList();
    }

    private static List<Bundle> own() {
        return bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.bieumau.")
                        && !bundle.getSymbolicName().endsWith(".tests")
                        && !bundle.getSymbolicName().endsWith(".source"))
                .toList();
    }

    /** Returns the packages that a bundle exports to everybody. */
    private static Set<String> api(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE).stream()
                .filter(ApiTest::isOpen)
                .map(each -> (String) each.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOpen(BundleCapability exported) {
        return !exported.getDirectives().containsKey("x-internal")
                && !exported.getDirectives().containsKey("x-friends");
    }

    /** The API packages. A package that is added here must be kept compatible. */
    private static final Set<String> API = Set.of(
            "org.bieumau.checking",
            "org.bieumau.checking.report",
            "org.bieumau.consolidation.spi",
            "org.bieumau.core.check",
            "org.bieumau.core.document",
            "org.bieumau.core.environment",
            "org.bieumau.core.expression",
            "org.bieumau.core.form",
            "org.bieumau.core.layout",
            "org.bieumau.core.pack",
            "org.bieumau.core.problem",
            "org.bieumau.core.profile",
            "org.bieumau.core.registry",
            "org.bieumau.core.source",
            "org.bieumau.core.spi",
            "org.bieumau.core.text",
            "org.bieumau.dsl.library",
            "org.bieumau.model",
            "org.bieumau.model.util");

    @Test
    void onlyApiPackagesAreExportedToEverybody() {
        assertTrue(own().size() >= 14, own()::toString);
        assertEquals(
                new TreeSet<>(API),
                own().stream().flatMap(bundle -> api(bundle).stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void signaturesOfApiTypesUseOnlyApiTypes() throws Exception {
        var leaks = new TreeSet<String>();
        var classes = 0;
        for (var bundle : own()) {
            for (var name : api(bundle)) {
                var entries = bundle.findEntries(name.replace('.', '/'), "*.class", false);
                for (var entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
                    var type = bundle.loadClass(
                            name + "." + entry.getPath().replaceFirst(".*/", "").replace(".class", ""));
                    if (isVisible(type)) {
                        classes++;
                        shown(type).stream()
                                .filter(each -> each.getPackageName().startsWith("org.bieumau.")
                                                && !API.contains(each.getPackageName())
                                        || each.getPackageName().startsWith("org.bieumau.") && !isVisible(each))
                                .forEach(each -> leaks.add(type.getName() + " shows " + each.getName()));
                    }
                }
            }
        }
        assertTrue(classes > 100, "classes: " + classes);
        assertEquals(Set.of(), leaks);
    }

    private static boolean isVisible(Class<?> type) {
        for (var each = type; each != null; each = each.getDeclaringClass()) {
            if (!Modifier.isPublic(each.getModifiers()) && !Modifier.isProtected(each.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the types in the visible signature of a class: its interfaces, and the types of its public and protected
     * fields, parameters, results and exceptions.
     */
    private static Set<Class<?>> shown(Class<?> type) {
        var types = new ArrayList<Type>();
        types.addAll(Arrays.asList(type.getGenericInterfaces()));
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> isShown(field.getModifiers()))
                .forEach(field -> types.add(field.getGenericType()));
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isShown(method.getModifiers()) && !method.isSynthetic())
                .forEach(method -> types.add(method.getGenericReturnType()));
        Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(each -> isShown(each.getModifiers()) && !each.isSynthetic())
                .forEach(each -> {
                    types.addAll(Arrays.asList(each.getGenericParameterTypes()));
                    types.addAll(Arrays.asList(each.getGenericExceptionTypes()));
                });
        var classes = new HashSet<Class<?>>();
        types.forEach(each -> collect(each, classes));
        return classes;
    }

    private static boolean isShown(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static void collect(Type type, Set<Class<?>> classes) {
        switch (type) {
            case Class<?> each -> classes.add(each.isArray() ? each.getComponentType() : each);
            case ParameterizedType each -> {
                collect(each.getRawType(), classes);
                Arrays.stream(each.getActualTypeArguments()).forEach(argument -> collect(argument, classes));
            }
            case GenericArrayType each -> collect(each.getGenericComponentType(), classes);
            case WildcardType each -> Arrays.stream(each.getUpperBounds()).forEach(bound -> collect(bound, classes));
            default -> {}
        }
    }

    /** Packs of provinces use only the API of core, and the model, which core re-exports. */
    @Test
    void provincesRequireOnlyCore() {
        for (var bundle : own()) {
            if (bundle.getSymbolicName().startsWith("org.bieumau.province.")) {
                assertEquals("org.bieumau.core", bundle.getHeaders().get("Require-Bundle"), bundle.getSymbolicName());
            }
        }
    }

    @Test
    void bomAndFeaturesListEveryBundle() throws Exception {
        var modules =
                names("../../releng/pom.xml", "<module>\\.\\./(?:bundles|dsl)/(org\\.bieumau\\.[a-z0-9.]+)</module>")
                        .stream()
                        .filter(name -> !name.endsWith(".tests") && !name.endsWith(".testing") && !needsOsgi(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                modules,
                names(
                        "../../releng/org.bieumau.bom/pom.xml",
                        "<artifactId>(org\\.bieumau\\.(?!bom)[a-z.]+)</artifactId>"));
        var features = names("../../features/org.bieumau.runtime.feature/feature.xml", "<plugin id=\"([^\"]+)\"");
        features.addAll(names("../../features/org.bieumau.provinces.feature/feature.xml", "<plugin id=\"([^\"]+)\""));
        features.removeIf(ApiTest::needsOsgi);
        assertEquals(modules, features);
    }

    private static Set<String> names(String file, String pattern) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns whether a bundle needs a workbench or serves OSGi alone. Such a bundle is not published as a library for
     * plain Java.
     */
    private static boolean needsOsgi(String bundle) {
        try {
            var folder = Path.of("../../" + (bundle.startsWith("org.bieumau.dsl") ? "dsl/" : "bundles/") + bundle);
            return Files.readString(folder.resolve("META-INF/MANIFEST.MF"))
                    .matches("(?s).*( org\\.eclipse\\.ui,|Fragment-Host:|Bundle-Activator:).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
