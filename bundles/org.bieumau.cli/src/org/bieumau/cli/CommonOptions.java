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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands understand. */
final class CommonOptions {

    @Option(names = {"-l", "--library"}, paramLabel = "PATH", descriptionKey = "library")
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

    /** What is installed, with the plug-ins of the folder; those that fail are reported. */
    Registry registry() {
        var registry = Registry.load(pluginLoader());
        registry.problems().forEach(this::print);
        return registry;
    }

    private ClassLoader pluginLoader() {
        var own = CommonOptions.class.getClassLoader();
        if (plugins == null) {
            return own;
        }
        var jars = new ArrayList<URL>();
        try (var files = Files.list(plugins)) {
            for (var jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
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
