/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.ExportRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Exports the forms and documents of files. */
@Command(name = "export", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ExportCommand implements Callable<ExitCode> {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files;

    @Option(
            names = {"-e", "--element"},
            paramLabel = "NAME",
            descriptionKey = "element")
    private List<String> elements = List.of();

    @Option(
            names = {"-f", "--format"},
            split = ",",
            paramLabel = "ID",
            descriptionKey = "format")
    private List<String> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "output",
            defaultValue = ".")
    private Path output;

    @Option(names = "--profile", paramLabel = "ID", descriptionKey = "profile")
    private String profile;

    @Option(names = "--option", paramLabel = "KEY=VALUE", descriptionKey = "option")
    private Map<String, String> options = Map.of();

    @Option(names = "--name", paramLabel = "PATTERN", descriptionKey = "name")
    private String name;

    @Option(names = "--each", paramLabel = "dòng", descriptionKey = "each", converter = EachConverter.class)
    private Each each;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Option(names = "--allow-data", descriptionKey = "allow-data")
    private boolean allowData;

    @Option(names = "--watch", descriptionKey = "watch")
    private boolean watch;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        var what = new ExportRun.Options(elements, profile, strict, name, each == Each.ROW);
        var export = new Export(common, output, formats, what, options, force, allowData);
        return watch ? new Watch(files, common.libraries()).run(() -> export.run(files)) : export.run(files);
    }

    /** What a document is exported for each of. */
    enum Each {
        ROW
    }

    /** Accepts «dòng» with or without diacritics. */
    private static final class EachConverter implements ITypeConverter<Each> {

        @Override
        public Each convert(String value) {
            if (!Set.of("dong", "row").contains(VietnameseText.fold(value))) {
                throw new TypeConversionException(value);
            }
            return Each.ROW;
        }
    }
}
