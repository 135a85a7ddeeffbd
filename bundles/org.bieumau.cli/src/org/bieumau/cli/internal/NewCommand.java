/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.starter.Starter;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.ExportRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates the pack of a province: a folder with a header and .bieu files, or a Maven project with Java classes. */
@Command(name = "new", mixinStandardHelpOptions = true, showDefaultValues = true)
final class NewCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "ID", descriptionKey = "ID")
    private String id;

    @Option(names = "--province", paramLabel = "NAME", descriptionKey = "province.name", required = true)
    private String province;

    @Option(names = "--java", descriptionKey = "java")
    private boolean java;

    @Option(names = "--package", paramLabel = "NAME", descriptionKey = "package")
    private String javaPackage;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "new.output")
    private Path output;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() {
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
            for (var file : (java ? starter.javaFiles() : starter.packFiles()).entrySet()) {
                var target = folder.resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                WholeFile.write(target, file.getValue());
                common.out().println(target);
            }
        } catch (IOException e) {
            common.print(ExportRun.unwritable(folder, e));
            return ExitCode.FAILED;
        }
        common.err().println(CliMessages.ALL.text(java ? "new.java" : "new.pack", folder, id, parent(folder)));
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
