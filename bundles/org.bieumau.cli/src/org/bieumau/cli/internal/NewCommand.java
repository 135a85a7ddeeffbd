/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.starter.NewDocument;
import org.bieumau.core.internal.starter.NewDocument.Issuer;
import org.bieumau.core.internal.starter.NewDocument.Signer;
import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.core.internal.starter.Starter;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.DocumentType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates the pack of a province, or a file with a document, a form or a form template. */
@Command(name = "new", mixinStandardHelpOptions = true, showDefaultValues = true)
final class NewCommand implements Callable<ExitCode> {

    private static final String PACK = "pack";
    private static final String FORM = "form";
    private static final String TEMPLATE = "template";

    /** Types of documents that have an English word on the command line. */
    private static final Map<String, DocumentType> DOCUMENTS =
            Map.of("letter", DocumentType.OFFICIAL_LETTER, "report", DocumentType.REPORT, "plan", DocumentType.PLAN);

    private static final List<String> KINDS = List.of(PACK, "letter", "report", "plan", TEMPLATE, FORM);

    @Parameters(arity = "1..2", paramLabel = "KIND NAME", descriptionKey = "new.what")
    private List<String> what;

    @Option(names = "--province", paramLabel = "NAME", descriptionKey = "province.name")
    private String province;

    @Option(names = "--java", descriptionKey = "java")
    private boolean java;

    @Option(names = "--package", paramLabel = "NAME", descriptionKey = "package")
    private String javaPackage;

    @Option(names = "--agency", paramLabel = "NAME", descriptionKey = "new.agency", defaultValue = "")
    private String agency;

    @Option(names = "--place", paramLabel = "NAME", descriptionKey = "new.place", defaultValue = "")
    private String place;

    @Option(names = "--to", paramLabel = "NAME", descriptionKey = "new.to", defaultValue = "")
    private String addressee;

    @Option(names = "--label", paramLabel = "TEXT", descriptionKey = "new.label", defaultValue = "")
    private String label;

    @Option(names = "--period", paramLabel = "TEXT", descriptionKey = "new.period", defaultValue = "")
    private String period;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            descriptionKey = "new.output")
    private Path output;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws ProblemException {
        var kind = what.size() == 1 ? PACK : what.getFirst().toLowerCase(Locale.ROOT);
        var name = what.getLast().strip();
        var type = Optional.ofNullable(DOCUMENTS.get(kind)).or(() -> NewDocument.ofId(NewFile.fileName(kind)));
        if (type.isEmpty() && !KINDS.contains(kind)) {
            throw wrong(
                    "new.kind",
                    what.getFirst(),
                    String.join(", ", KINDS),
                    NewDocument.types().stream().map(NewDocument::id).collect(Collectors.joining(", ")));
        }
        if (what.size() == 1 && KINDS.contains(name) || name.isEmpty()) {
            throw wrong("usage.missing", "NAME");
        }
        return switch (kind) {
            case PACK -> createPack(name);
            case FORM -> createForm(name);
            case TEMPLATE -> create(name, NewFile.formTemplate(name, label));
            default -> create(name, document(type.orElseThrow(), name).text());
        };
    }

    private NewDocument document(DocumentType type, String subject) {
        return new NewDocument(type, new Issuer.Described(agency, place, ""), subject, addressee, new Signer("", ""));
    }

    private ParameterException wrong(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), CliMessages.ALL.text(key, arguments));
    }

    private ExitCode createForm(String name) throws ProblemException {
        var templates = TemplateCatalogue.of(Path.of("x.bieu").toAbsolutePath(), common.libraries(), common.registry());
        var template = TemplateChoice.one(templates, name, common.libraries());
        return create(fileTitle(template), template.form(agency, period));
    }

    private String fileTitle(Template template) {
        return (template.label().isBlank() ? template.name() : template.label()) + " " + period;
    }

    private ExitCode create(String title, String text) {
        var name = NewFile.fileName(title);
        var file = Path.of((name.isEmpty() ? "x" : name) + ".bieu");
        if (output != null) {
            file = output.toString().endsWith(".bieu") ? output : output.resolve(file);
        }
        if (Files.exists(file)) {
            common.print(Problem.error(CliMessages.ALL, "OUTPUT-EXISTS", Place.of(file.toString()), file));
            return ExitCode.FAILED;
        }
        var created = write(file, Map.of("", text));
        if (created == ExitCode.DONE) {
            common.err().println(CliMessages.ALL.text("new.file", file));
        }
        return created;
    }

    private ExitCode createPack(String id) {
        if (province == null) {
            throw wrong("usage.missing", "--province");
        }
        var known = Provinces.ofName(province);
        if (known.isEmpty()) {
            var names = String.join(
                    ", ", Provinces.all().stream().map(Provinces.Province::name).toList());
            common.print(Problem.error(CliMessages.ALL, "PROVINCE-UNKNOWN", null, province, names));
            return ExitCode.USAGE;
        }
        Starter starter;
        try {
            starter = new Starter(id, javaPackage == null ? Starter.usualPackage(id) : javaPackage, known.get());
        } catch (IllegalArgumentException e) {
            common.print(Problem.error(CliMessages.ALL, "STARTER-ID", null, id));
            return ExitCode.USAGE;
        }
        var folder = output == null ? Path.of(id) : output;
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                common.print(Problem.error(CliMessages.ALL, "OUTPUT-EXISTS", Place.of(folder.toString()), folder));
                return ExitCode.FAILED;
            }
            var created = write(folder, java ? starter.javaFiles() : starter.packFiles());
            if (created == ExitCode.DONE) {
                common.err().println(CliMessages.ALL.text(java ? "new.java" : "new.pack", folder, id, parent(folder)));
            }
            return created;
        } catch (IOException e) {
            common.print(ExportRun.unwritable(folder, e));
            return ExitCode.FAILED;
        }
    }

    /** Writes files, given by their paths in a folder; an empty path is the folder itself, which then is a file. */
    private ExitCode write(Path folder, Map<String, String> files) {
        for (var each : files.entrySet()) {
            var target = folder.resolve(each.getKey());
            try {
                Files.createDirectories(target.toAbsolutePath().getParent());
                WholeFile.write(target, each.getValue());
            } catch (IOException e) {
                common.print(ExportRun.unwritable(target, e));
                return ExitCode.FAILED;
            }
            common.out().println(target);
        }
        return ExitCode.DONE;
    }

    private static Path parent(Path folder) {
        var parent = folder.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
