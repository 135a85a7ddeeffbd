/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.dsl.internal.library.BieuReader;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;

/** Writes the forms and documents of files, each whole or not at all. */
final class Export {

    private final CommonOptions common;
    private final Path output;
    private final List<String> formats;
    private final List<String> elements;
    private final String profile;
    private final Map<String, String> options;
    private Registry registry;
    private int exit = Main.DONE;

    /**
     * @param formats the ids of the formats; all that fit when empty
     * @param elements the names of the elements; all forms and documents when empty
     * @param profile the id of the layout profile, or null for that of each issuing agency
     * @param options what the exporters are told
     */
    Export(
            CommonOptions common,
            Path output,
            List<String> formats,
            List<String> elements,
            String profile,
            Map<String, String> options) {
        this.common = common;
        this.output = output;
        this.formats = formats;
        this.elements = elements;
        this.profile = profile;
        this.options = options;
    }

    /** @return the exit code */
    int run(List<Path> files) {
        registry = common.registry();
        if (profile != null && registry.profile(profile).isEmpty()) {
            var known = String.join(
                    ", ",
                    registry.profiles().stream().map(LayoutProfileProvider::id).toList());
            common.print(Problem.error(CliMessages.ALL, "PROFILE-OPTION", null, profile, known));
            return Main.USAGE;
        }
        var exporters = new ArrayList<Exporter>();
        for (var format : formats) {
            var exporter = registry.exporter(format);
            if (exporter.isEmpty()) {
                var known = String.join(
                        ", ", registry.exporters().stream().map(Exporter::id).toList());
                common.print(Problem.error(CliMessages.ALL, "FORMAT-UNKNOWN", null, format, known));
                return Main.USAGE;
            }
            exporters.add(exporter.get());
        }
        if (formats.isEmpty()) {
            exporters.addAll(registry.exporters());
        }
        try {
            exporters.replaceAll(exporter -> exporter.with(options));
        } catch (IllegalArgumentException e) {
            common.print(Problem.error(CliMessages.ALL, "EXPORT-OPTION", null, e.getMessage()));
            return Main.USAGE;
        }
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            common.print(unwritable(output, e));
            return Main.FAILED;
        }
        var reader = new BieuReader(common.libraries(), registry);
        for (var file : files) {
            try {
                export(file, reader.read(file), exporters);
            } catch (ProblemException e) {
                common.print(e.problem());
                exit = Main.FAILED;
            }
        }
        return exit;
    }

    private void export(Path file, BieuReader.Result result, List<Exporter> exporters) throws ProblemException {
        result.problems().forEach(common::print);
        if (result.hasErrors() || result.library() == null) {
            common.err().println(CliMessages.ALL.text("export.skipped", file));
            exit = Math.max(exit, Main.PROBLEMS);
            return;
        }
        var chosen = chosen(file, result.library());
        if (chosen.isEmpty() && elements.isEmpty()) {
            common.err().println(CliMessages.ALL.text("export.nothing", file));
        }
        var plan = new ExportPlan(registry, file.getFileName().toString(), profile);
        for (var element : chosen) {
            for (var each : plan.outputs(element, exporters, chosen.size())) {
                write(plan, each);
            }
        }
    }

    /** The elements that were asked for; else those that are written usually. */
    private List<LibraryElement> chosen(Path file, Library library) {
        if (elements.isEmpty()) {
            return ExportPlan.usual(library);
        }
        var all = ExportPlan.all(library);
        var chosen = all.stream()
                .filter(element -> elements.contains(element.getName()))
                .toList();
        if (chosen.isEmpty()) {
            var names =
                    String.join(", ", all.stream().map(LibraryElement::getName).toList());
            exit = Math.max(exit, Main.USAGE);
            common.print(Problem.error(
                    CliMessages.ALL, "ELEMENT-UNKNOWN", Place.of(file.toString()), String.join(", ", elements), names));
        }
        return chosen;
    }

    private void write(ExportPlan plan, ExportPlan.Output file) throws ProblemException {
        var target = file.in(output);
        try (var progress =
                new ConsoleProgress(common.err(), target.getFileName().toString())) {
            plan.write(file, target, progress);
        } catch (IOException e) {
            throw new ProblemException(unwritable(target, e), e);
        }
        common.out().println(target);
        plan.leftOut(file).forEach(common::print);
    }

    static Problem unwritable(Path target, IOException e) {
        var reason = e.getMessage() == null || e.getMessage().equals(target.toString())
                ? e.getClass().getSimpleName()
                : e.getMessage();
        return Problem.error(CliMessages.ALL, "OUTPUT-UNWRITABLE", Place.of(target.toString()), target, reason);
    }
}
