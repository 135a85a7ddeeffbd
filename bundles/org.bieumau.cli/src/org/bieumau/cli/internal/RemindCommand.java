/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.ide.internal.consolidation.ReminderLetter;
import org.bieumau.dsl.ide.internal.consolidation.WrittenTexts;
import org.bieumau.dsl.library.ExportRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the letter that reminds units of their return. */
@Command(name = "remind", mixinStandardHelpOptions = true, showDefaultValues = true)
final class RemindCommand implements Callable<ExitCode> {

    @Mixin
    private CampaignOptions campaign;

    @Option(names = "--each", descriptionKey = "remind.each")
    private boolean each;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "campaign.output")
    private Path output;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        var file = campaign.open(common);
        var problems = new ArrayList<Problem>();
        var folder = output == null ? file.results() : output;
        var run = campaign.prepare(file, folder, true, common, problems::add);
        if (run.isEmpty()) {
            problems.forEach(common::print);
            return ExitCode.PROBLEMS;
        }
        var returns = run.get().read(common);
        if (ReminderLetter.reminded(returns).isEmpty()) {
            common.err().println(CliMessages.ALL.text("remind.nobody"));
            return ExitCode.DONE;
        }
        var letter = folder.resolve(ReminderLetter.fileName(file) + ".bieu");
        write(
                file,
                letter,
                ReminderLetter.text(file, returns, each, run.get().settings().today()));
        common.out().println(letter);
        var what = new ExportRun.Options(List.of(), null, false, null, each);
        return new Export(common, folder, List.of("docx"), what, Map.of(), force, false).run(List.of(letter));
    }

    /** Writes the text of the letter; one that somebody has edited is kept. */
    private void write(CampaignFile file, Path letter, String text) throws ProblemException {
        try {
            var letters = WrittenTexts.letters(file);
            Files.createDirectories(letter.toAbsolutePath().getParent());
            if (!force && letters.isEdited(letter) && !Files.readString(letter).equals(text)) {
                throw new ProblemException(
                        Problem.error(CliMessages.ALL, "REMIND-EXISTS", Place.of(letter.toString()), letter));
            }
            WholeFile.write(letter, text);
            letters.add(letter, text);
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(letter, e), e);
        }
    }
}
