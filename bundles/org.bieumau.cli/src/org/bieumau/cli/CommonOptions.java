/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.FolderPack;
import org.bieumau.core.spi.PackHeader;
import org.bieumau.core.spi.ProvincePack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands understand. */
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

    /** What is installed, with the plug-ins of the folder; those that cannot be loaded are reported. */
    Registry registry() {
        return plugins == null ? reported(Registry.installed()) : ownRegistry();
    }

    /** The same, which nobody else has. */
    Registry ownRegistry() {
        var registry = Registry.load(pluginLoader());
        if (plugins != null) {
            addPacks(registry);
        }
        return reported(registry);
    }

    private Registry reported(Registry registry) {
        registry.problems().forEach(this::print);
        return registry;
    }

    /** Packs without Java: the folders with a header. */
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
            // The class loader has said so.
        }
    }

    private ClassLoader pluginLoader() {
        var own = CommonOptions.class.getClassLoader();
        if (plugins == null) {
            return own;
        }
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
        return new URLClassLoader(jars.toArray(URL[]::new), own);
    }
}
