/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.imports.ElementName;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.reading.internal.draw.TemplateDrawing;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.shape.ShapeFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes form templates of the tables of an existing form. */
@Command(name = "draw", mixinStandardHelpOptions = true, showDefaultValues = true)
final class DrawCommand implements Callable<ExitCode> {

    /** Begins the comments at lines that may be wrong. */
    private static final String DOUBT = "  // ? ";

    @Parameters(paramLabel = "FILE", descriptionKey = "import.FILE")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "import.output")
    private Path output;

    @Option(names = "--force", descriptionKey = "output.force")
    private boolean force;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        var text = text();
        if (text.isEmpty()) {
            common.print(Problem.error(CliMessages.ALL, "DRAW-NOTHING", Place.of(file.toString())));
            return ExitCode.PROBLEMS;
        }
        var library = new BieuReader(common.libraries(), common.registry()).read(text);
        var doubted = doubted(text, library.problems());
        if (output == null) {
            common.out().print(doubted);
            common.out().flush();
        } else {
            TextOutput.write(output, doubted, force);
        }
        var doubts = doubted.lines().filter(line -> line.contains(DOUBT)).count();
        if (doubts > 0) {
            common.err().println(CliMessages.ALL.text("draw.doubts", doubts));
        }
        return library.hasErrors() ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    /** Returns a text with the problems that a check of it finds, each as a comment at its line. */
    private static String doubted(String text, List<Problem> problems) {
        var lines = new ArrayList<>(text.lines().toList());
        for (var problem : problems) {
            if (problem.place() instanceof Place.Text place && place.line() > 0) {
                lines.set(
                        place.line() - 1,
                        lines.get(place.line() - 1)
                                + (lines.get(place.line() - 1).contains(DOUBT) ? "; " : DOUBT)
                                + problem.message());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns the text of a library with a template for each table; an empty string if there is no table. */
    private String text() throws ProblemException {
        var used = new HashSet<String>();
        var templates = new StringBuilder();
        try (var progress = new ConsoleProgress(common.err(), file.getFileName().toString())) {
            var content = SourceFile.read(file, common.registry(), progress);
            for (var grid : content.grids()) {
                var before =
                        content.textsBefore(grid, each -> ShapeFinder.find(each).isPresent());
                for (var shape : ShapeFinder.all(grid)) {
                    templates
                            .append("\n// ")
                            .append(CliMessages.ALL.text(
                                    "draw.from",
                                    file.getFileName(),
                                    grid.place().position()))
                            .append('\n')
                            .append(TemplateDrawing.of(shape, before, ElementName.of(file, used), grid.name()));
                    // A table below another one in the same grid has its title between them.
                    before = List.of();
                }
            }
        }
        return templates.isEmpty() ? "" : "phiên bản 2\nthư viện " + libraryName() + "\n" + templates;
    }

    private String libraryName() {
        var name = VietnameseText.fold(ElementName.of(file, new HashSet<>())).toLowerCase(Locale.ROOT);
        return "mau." + name.replaceAll("[^a-z0-9]", "");
    }
}
