/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.pack.PackHeader;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that all commands share. */
final class CommonOptions {

    @Option(
            names = {"-l", "--library"},
            paramLabel = "PATH",
            descriptionKey = "library")
    private List<Path> libraries = List.of();

    @Option(names = "--plugins", paramLabel = "DIR", descriptionKey = "plugins")
    private Path plugins;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    List<Path> libraries() {
        return libraries;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    void print(Problem problem) {
        err().println(problem);
    }

    /**
     * Returns the installed plug-ins and those in the folder of <code>--plugins</code>. Prints a problem for each
     * plug-in that cannot be loaded.
     */
    Registry registry() {
        if (plugins == null) {
            return reported(Registry.installed());
        }
        var registry = Registry.load(pluginLoader());
        addPacks(registry);
        return reported(registry);
    }

    private Registry reported(Registry registry) {
        registry.problems().forEach(this::print);
        return registry;
    }

    /** Adds the packs without Java: the folders with a pack header. */
    private void addPacks(Registry registry) {
        try (var folders = Files.list(plugins)) {
            for (var folder : folders.filter(each -> Files.isRegularFile(each.resolve(PackHeader.FILE)))
                    .sorted()
                    .toList()) {
                try {
                    registry.add(ProvincePack.class, new FolderPack(folder));
                } catch (IOException e) {
                    print(Problem.error(
                            CliMessages.ALL, "PACK-UNREADABLE", Place.of(folder.toString()), folder, e.getMessage()));
                }
            }
        } catch (IOException e) {
            // pluginLoader has reported that the folder cannot be read.
        }
    }

    private ClassLoader pluginLoader() {
        var jars = new ArrayList<URL>();
        try (var files = Files.list(plugins)) {
            for (var jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            print(Problem.error(CliMessages.ALL, "PLUGINS-UNREADABLE", Place.of(plugins.toString()), plugins));
        }
        return new URLClassLoader(jars.toArray(URL[]::new), CommonOptions.class.getClassLoader());
    }
}
