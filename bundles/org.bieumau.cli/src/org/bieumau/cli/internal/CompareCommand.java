/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.compare.Comparison;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.spi.Exporter;
import org.bieumau.dsl.ide.internal.imports.UsedLibraries;
import org.bieumau.dsl.internal.problem.KeptOutput;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two documents by division and task, or two forms by row and column. */
@Command(name = "compare", mixinStandardHelpOptions = true, showDefaultValues = true)
final class CompareCommand implements Callable<ExitCode> {

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "compare.A")
    private String earlier;

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "compare.B")
    private String later;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "compare.output")
    private Path output;

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "compare.report")
    private Output report = Output.TEXT;

    @Option(names = "--force", descriptionKey = "output.force")
    private boolean force;

    @Mixin
    private CommonOptions common;

    private BieuReader reader;

    /** Formats in which differences are printed. */
    enum Output {
        TEXT,
        JSON
    }

    @Override
    public ExitCode call() throws ProblemException {
        var libraries = new ArrayList<>(common.libraries());
        libraries.add(Path.of("").toAbsolutePath());
        reader = new BieuReader(libraries, common.registry());
        var one = element(earlier, libraries);
        var other = element(later, libraries);
        if (one instanceof Document != other instanceof Document) {
            common.print(Problem.error(CliMessages.ALL, "COMPARE-KINDS", null, earlier, later));
            return ExitCode.USAGE;
        }
        var profile = common.registry().profile(LayoutProfile.DEFAULT).orElseThrow();
        try {
            var comparison = Comparison.of(one, other, profile);
            print(comparison);
            if (output != null) {
                write(comparison);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(output == null ? Path.of(earlier) : output, e), e);
        }
    }

    private void print(Comparison comparison) {
        if (report == Output.JSON) {
            common.out()
                    .println(new GsonBuilder()
                            .setPrettyPrinting()
                            .disableHtmlEscaping()
                            .create()
                            .toJson(comparison.records()));
        } else {
            comparison.lines().forEach(common.out()::println);
            common.err().println(comparison.summary());
        }
    }

    /** Writes the table of differences as text or in the format of the extension of the file. */
    private void write(Comparison comparison) throws IOException, ProblemException {
        var file = reader.write(comparison.table());
        var name = output.getFileName().toString();
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("bieu")) {
            TextOutput.write(output, file.text(), force);
            return;
        }
        var exporter = common.registry().exporter(extension);
        if (exporter.isEmpty()) {
            throw new ProblemException(ExportRun.unknownFormat(common.registry(), extension));
        }
        var form = file.element(Form.class, Comparison.FORM).orElseThrow();
        export(form, exporter.get());
    }

    private void export(Form form, Exporter exporter) throws IOException, ProblemException {
        var plan = new ExportPlan(common.registry(), output.getFileName().toString(), null);
        for (var each : plan.outputs(form, List.of(exporter), true)) {
            var kept = force ? Optional.<Problem>empty() : KeptOutput.problem(each, output);
            if (kept.isPresent()) {
                throw new ProblemException(kept.get());
            }
            try (var progress =
                    new ConsoleProgress(common.err(), output.getFileName().toString())) {
                plan.write(each, output, progress);
            }
        }
    }

    /** Returns the document or form that an argument names: FILE, FILE#ELEMENT, or a Word document. */
    private LibraryElement element(String argument, List<Path> libraries) throws ProblemException {
        var hash = argument.lastIndexOf('#');
        var file = Path.of(hash < 0 ? argument : argument.substring(0, hash));
        var name = hash < 0 ? null : argument.substring(hash + 1);
        var elements = file.toString().toLowerCase(Locale.ROOT).endsWith(".bieu")
                ? reader.read(file).elements()
                : imported(file, libraries);
        var candidates = elements.stream()
                .filter(each -> each instanceof Document || each instanceof Form)
                .filter(each -> name == null || name.equals(each.getName()))
                .toList();
        var documents = candidates.stream().filter(Document.class::isInstance).toList();
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (documents.size() == 1) {
            return documents.getFirst();
        }
        var names = elements.stream()
                .filter(each -> each instanceof Document || each instanceof Form)
                .map(LibraryElement::getName)
                .collect(Collectors.joining(", "));
        throw new ProblemException(Problem.error(
                CliMessages.ALL,
                candidates.isEmpty() ? "COMPARE-NOTHING" : "COMPARE-SEVERAL",
                Place.of(file.toString()),
                file,
                names));
    }

    private List<? extends LibraryElement> imported(Path file, List<Path> libraries) throws ProblemException {
        var documents = new DocumentChoice(common, reader, file, libraries, List.of());
        var result = documents.read(documents.items(file), file, new HashSet<>());
        var library = BieumauFactory.eINSTANCE.createLibrary();
        library.setLanguageVersion("2");
        result.uses().forEach(name -> UsedLibraries.add(library, name));
        library.getElements().addAll(result.elements());
        return reader.write(library).elements();
    }
}
