/* SPDX-License-Identifier: EPL-2.0 */
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Lists the contributions in an Equinox with the bundles of a folder and additional jars, as registered at the
 * extension points: one line per kind, with the class names. Without arguments, lists the contributions on the class
 * path, as registered for {@link ServiceLoader}.
 */
public final class Extensions {

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            list((bundle, name) -> Class.forName(name), "installed");
            return;
        }
        var storage = Files.createTempDirectory("equinox");
        var framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        "osgi.framework.useSystemProperties",
                        "false"));
        framework.init();
        var files = new ArrayList<Path>();
        try (var folder = Files.list(Path.of(arguments[0]))) {
            folder.filter(file -> file.toString().endsWith(".jar")
                            && !file.getFileName().toString().startsWith("org.eclipse.osgi_"))
                    .sorted()
                    .forEach(files::add);
        }
        for (var jar : List.of(arguments).subList(1, arguments.length)) {
            files.add(Path.of(jar));
        }
        var bundles = new ArrayList<Bundle>();
        for (var file : files) {
            bundles.add(framework.getBundleContext().installBundle(file.toUri().toString()));
        }
        framework.start();
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
        for (var bundle : bundles) {
            if (bundle.getSymbolicName().matches("org\\.eclipse\\.equinox\\.(common|registry)")) {
                bundle.start();
            }
        }
        list(
                (name, type) -> {
                    for (var bundle : bundles) {
                        if (bundle.getSymbolicName().equals(name)) {
                            return bundle.loadClass(type);
                        }
                    }
                    throw new ClassNotFoundException(type);
                },
                "ofExtensions");
        framework.stop();
        framework.waitForStop(10_000);
        System.exit(0);
    }

    /** Finds a class of a bundle. */
    private interface Classes {

        Class<?> load(String bundle, String name) throws ClassNotFoundException;
    }

    private static void list(Classes classes, String how) throws Exception {
        var registry = classes.load("org.bieumau.core", "org.bieumau.core.registry.Registry");
        var found = registry.getMethod(how).invoke(null);
        for (var kind : List.of(
                "exporters",
                "importers",
                "rowSources",
                "databases",
                "functionProviders",
                "validators",
                "provinces",
                "profiles")) {
            var names = new TreeSet<String>();
            for (var each : (List<?>) registry.getMethod(kind).invoke(found)) {
                names.add(each.getClass().getName());
            }
            System.out.println(kind + " " + names);
        }
        var engine = classes.load("org.bieumau.consolidation", "org.bieumau.consolidation.spi.ConsolidationEngine");
        var names = new TreeSet<String>();
        for (var each : (List<?>) registry.getMethod("contributions", Class.class, String.class)
                .invoke(found, engine, engine.getField("POINT").get(null))) {
            names.add(each.getClass().getName());
        }
        System.out.println("engines " + names);
        System.out.println("problems " + registry.getMethod("problems").invoke(found));
    }
}
