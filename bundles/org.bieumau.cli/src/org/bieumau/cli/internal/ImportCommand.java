/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.imports.Digest;
import org.bieumau.dsl.ide.internal.imports.ElementName;
import org.bieumau.dsl.ide.internal.imports.FoundTemplate;
import org.bieumau.dsl.ide.internal.imports.UsedLibraries;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.reading.internal.document.DocumentImport;
import org.bieumau.reading.internal.document.DocumentReading;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.rows.FormImport;
import org.bieumau.reading.internal.rows.FormReading;
import org.bieumau.reading.internal.shape.ShapeDump;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files of Word and Excel into forms. */
@Command(name = "import", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ImportCommand implements Callable<ExitCode> {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "import.FILE")
    private List<Path> files;

    @Option(names = "--form", paramLabel = "NAME", descriptionKey = "import.form")
    private String form;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "import.output")
    private Path output;

    @Option(names = "--map", paramLabel = "FILE", descriptionKey = "map")
    private Path map;

    @Option(names = "--explain", descriptionKey = "explain")
    private boolean explain;

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "report")
    private Report report;

    @Option(names = "--dump", paramLabel = "FORMAT", descriptionKey = "dump")
    private Dump dump;

    @Option(names = "--force", descriptionKey = "output.force")
    private boolean force;

    @Mixin
    private CommonOptions common;

    /** Formats in which the tables found in a file are printed. */
    enum Dump {
        JSON
    }

    @Override
    public ExitCode call() throws ProblemException {
        return dump == null ? new Run().run() : dump();
    }

    private SourceContent content(Path file) throws ProblemException {
        try (var progress = new ConsoleProgress(common.err(), file.getFileName().toString())) {
            return SourceFile.read(file, common.registry(), progress);
        }
    }

    private ExitCode dump() {
        var failed = false;
        var entries = new ArrayList<Map<String, Object>>();
        for (var file : files) {
            try {
                entries.addAll(new ShapeDump(file.getFileName().toString()).of(content(file)));
            } catch (ProblemException e) {
                common.print(e.problem());
                failed = true;
            }
        }
        common.out()
                .println(new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(entries));
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** One run that reads forms. */
    private final class Run {

        private final BieuReader reader;
        private final List<FoundTemplate> templates;
        private final DocumentChoice documents;
        private final MappingFile mapping;
        private final Library library = BieumauFactory.eINSTANCE.createLibrary();
        private final Set<String> used = new HashSet<>();
        private final List<Problem> problems = new ArrayList<>();
        private boolean failed;

        Run() throws ProblemException {
            var here = (output == null ? Path.of("x.bieu") : output)
                    .toAbsolutePath()
                    .normalize();
            var libraries = libraries(here);
            reader = new BieuReader(libraries, common.registry());
            templates = new TemplateChoice(common, reader, here, libraries).find(form);
            documents = new DocumentChoice(common, reader, here, libraries, templates);
            mapping = new MappingFile(map, reader, templates, problems::add);
            library.setLanguageVersion("2");
        }

        /** The file that is written sees the libraries of its own folder; those of the current folder may be meant. */
        private List<Path> libraries(Path here) {
            var libraries = new ArrayList<>(common.libraries());
            Stream.of(here.getParent(), Path.of("").toAbsolutePath())
                    .distinct()
                    .filter(Files::isDirectory)
                    .forEach(libraries::add);
            return libraries;
        }

        ExitCode run() throws ProblemException {
            // A mapping with errors would be used in part.
            for (var file : problems.stream().anyMatch(Problem::isError) ? List.<Path>of() : files) {
                try {
                    read(file);
                } catch (ProblemException e) {
                    problems.add(e.problem());
                    failed |= !e.problem().code().startsWith("READ-NO-");
                }
            }
            var stopped = problems.stream().anyMatch(Problem::isError);
            if (report != null) {
                problems.forEach(common::told);
                report.write(problems, List.of(), common.out());
            } else {
                problems.forEach(common::print);
            }
            if (!stopped) {
                write();
            }
            return failed ? ExitCode.FAILED : stopped ? ExitCode.PROBLEMS : ExitCode.DONE;
        }

        private void read(Path file) throws ProblemException {
            if (form != null || SourceFile.isWorkbook(file)) {
                readForm(file);
                return;
            }
            var items = documents.items(file);
            if (DocumentImport.isDocument(items)) {
                add(documents.read(items, file, used), file);
                return;
            }
            try {
                readForm(file);
            } catch (ProblemException e) {
                throw e.problem().code().startsWith("READ-NO-") ? DocumentImport.none(items, file.toString()) : e;
            }
        }

        private void readForm(Path file) throws ProblemException {
            var reading = new FormImport();
            for (var each : templates) {
                reading.with(each.template(), mapping.of(each.template()));
            }
            var result = reading.read(content(file), file.toString());
            var template = result.form().getTemplate();
            var chosen = templates.stream()
                    .filter(each -> each.template() == template)
                    .findFirst()
                    .orElseThrow();
            problems.addAll(result.problems());
            if (explain) {
                result.matches()
                        .forEach(match -> match.decisions()
                                .forEach(decision -> common.err().println(decision.reason())));
            }
            mapping.write(chosen, result.matches());
            add(result, chosen, file);
        }

        private void add(DocumentReading result, Path file) throws ProblemException {
            problems.addAll(result.problems());
            if (explain) {
                result.text()
                        .lines()
                        .filter(line -> !line.text().isEmpty())
                        .forEach(line -> common.err()
                                .println(
                                        line.paragraph().place().position() + ": " + line.role() + ": " + line.text()));
            }
            result.uses().forEach(name -> UsedLibraries.add(library, name));
            var digest = digest(file);
            for (var element : result.elements()) {
                if (element instanceof Form form) {
                    form.getSources().forEach(source -> source.setSha256(digest));
                }
                library.getElements().add(element);
            }
        }

        private void add(FormReading result, FoundTemplate chosen, Path file) throws ProblemException {
            result.form().setName(ElementName.of(file, used));
            var digest = digest(file);
            result.form().getSources().forEach(source -> source.setSha256(digest));
            UsedLibraries.add(library, chosen.library());
            library.getElements().add(result.form());
        }

        private void write() throws ProblemException {
            var text = reader.write(library).text();
            if (output == null) {
                if (report == null) {
                    common.out().print(text);
                    common.out().flush();
                }
                return;
            }
            TextOutput.write(output, text, force);
        }

        private String digest(Path file) throws ProblemException {
            try {
                return Digest.sha256(file);
            } catch (IOException e) {
                throw new ProblemException(ExportRun.unwritable(file, e), e);
            }
        }
    }
}
