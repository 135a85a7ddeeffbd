/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.internal.library.Fixes;
import org.bieumau.dsl.internal.library.LegacyText;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.dsl.library.SilencedProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports the problems of files. */
@Command(name = "validate", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ValidateCommand implements Callable<ExitCode> {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files;

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "report", defaultValue = "text")
    private Report report;

    @Option(names = "--province", paramLabel = "ID", descriptionKey = "province")
    private String province;

    @Option(names = "--fix", descriptionKey = "fix")
    private boolean fix;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Option(names = "--watch", descriptionKey = "watch")
    private boolean watch;

    @Option(names = "--allow-data", descriptionKey = "allow-data")
    private boolean allowData;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        var registry = common.registry();
        if (province != null) {
            registry = registry.assumingProvince(common.provinceCode(province));
        }
        var reader = new BieuReader(common.libraries(), registry.withDataAccess(new ConsoleData(allowData)));
        return watch ? new Watch(files, common.libraries()).run(() -> validate(reader)) : validate(reader);
    }

    private ExitCode validate(BieuReader reader) throws ProblemException {
        reader.refresh();
        var problems = new ArrayList<Problem>();
        var silenced = new ArrayList<SilencedProblem>();
        var stopped = false;
        var failed = false;
        for (var file : files) {
            try {
                if (fix && Files.isRegularFile(file)) {
                    fix(file);
                }
                var read = reader.read(file);
                problems.addAll(read.problems());
                silenced.addAll(read.silenced());
                var ofData = read.dataProblems();
                problems.addAll(ofData);
                stopped |=
                        !read.obstacles(strict).isEmpty() || ofData.stream().anyMatch(problem -> problem.stops(strict));
            } catch (ProblemException e) {
                problems.add(e.problem());
                failed = true;
            }
        }
        problems.forEach(common::told);
        report.write(problems, silenced, common.out());
        if (failed) {
            return ExitCode.FAILED;
        }
        return stopped ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    /**
     * Migrates a file to the current version of the language, and converts it to Unicode in NFC. Keeps the old file,
     * see {@link WholeFile#backUp}.
     */
    private void fix(Path file) throws ProblemException {
        try {
            var text = Files.readString(file);
            var decoded = LegacyText.of(text).map(LegacyText::decoded).orElse(text);
            var fixed = Fixes.migrate(Fixes.compose(decoded));
            if (!fixed.equals(text)) {
                var backup = WholeFile.backUp(file);
                WholeFile.write(file, fixed);
                common.err().println(CliMessages.ALL.text("validate.fixed", file, backup));
            }
        } catch (NoSuchFileException | CharacterCodingException e) {
            // The reader reports this as a problem with a code.
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file, e), e);
        }
    }
}
