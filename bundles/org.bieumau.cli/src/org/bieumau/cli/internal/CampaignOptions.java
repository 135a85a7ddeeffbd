/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.engine.Engines;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.library.BieuReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments that select a campaign and its returns. */
final class CampaignOptions {

    /** Maximum number of units that a message names. */
    private static final int NAMED = 5;

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})|(\\d{4})-(\\d{2})-(\\d{2})");

    @Parameters(index = "0", paramLabel = "FILE[#NAME]", descriptionKey = "campaign.FILE")
    private String file;

    @Parameters(index = "1..*", paramLabel = "DIR|ZIP", descriptionKey = "campaign.DIR")
    private List<Path> roots = List.of();

    @Option(names = "--only", paramLabel = "UNIT", descriptionKey = "campaign.only")
    private List<String> only = List.of();

    @Option(names = "--fresh", descriptionKey = "campaign.fresh")
    private boolean fresh;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "campaign.as-of")
    private String asOf;

    @Option(names = "--engine", paramLabel = "ID", descriptionKey = "campaign.engine", defaultValue = Engines.DEFAULT)
    private String engine;

    /** Opens the campaign. */
    CampaignFile open(CommonOptions common) throws ProblemException {
        var hash = file.lastIndexOf('#');
        var path = Path.of(hash < 0 ? file : file.substring(0, hash));
        var libraries = new ArrayList<>(common.libraries());
        var reader = new BieuReader(libraries, common.registry());
        return CampaignFile.open(reader, path, hash < 0 ? null : file.substring(hash + 1));
    }

    /**
     * Prepares a run of a campaign.
     *
     * @param output folder of the results
     * @param isStatus whether the run tells the state of the returns, which depends on the day
     * @param problems receives the problems of the text
     * @return empty if the text has errors, which keep the campaign from being run
     */
    Optional<CampaignRun> prepare(
            CampaignFile campaign, Path output, boolean isStatus, CommonOptions common, Consumer<Problem> problems)
            throws ProblemException {
        campaign.file().problems().forEach(problems);
        if (campaign.file().hasErrors()) {
            return Optional.empty();
        }
        var plan = campaign.plan();
        var settings = settings(campaign, plan, output, isStatus);
        return Optional.of(new CampaignRun(campaign, settings, consolidation(plan, common)));
    }

    private Settings settings(CampaignFile campaign, CampaignPlan plan, Path output, boolean isStatus)
            throws ProblemException {
        return new Settings(
                campaign.roots(roots),
                List.of(campaign.results(), campaign.cache().getParent(), output),
                campaign.cache(),
                only(plan),
                fresh,
                day(isStatus));
    }

    /** A result must not depend on the day of the run unless the user gives it; a status may. */
    private LocalDate day(boolean isStatus) {
        if (asOf == null) {
            return isStatus ? LocalDate.now() : null;
        }
        var match = DATE.matcher(asOf);
        try {
            if (match.matches()) {
                return match.group(1) != null
                        ? LocalDate.of(number(match.group(3)), number(match.group(2)), number(match.group(1)))
                        : LocalDate.of(number(match.group(4)), number(match.group(5)), number(match.group(6)));
            }
        } catch (DateTimeException e) {
            // Reported below.
        }
        throw new CommonOptions.UsageException(Problem.error(CliMessages.ALL, "CAMPAIGN-DATE", null, asOf));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private Set<Integer> only(CampaignPlan plan) {
        var chosen = new HashSet<Integer>();
        for (var name : only) {
            var exact = plan.named(name);
            var found = exact.isEmpty() ? partly(name, plan) : exact;
            if (found.size() != 1) {
                var near = found.isEmpty()
                        ? Similar.nearest(name, plan.units(), CampaignOptions::names, NAMED)
                        : found.stream().limit(NAMED).toList();
                var known = near.stream()
                        .map(unit -> unit.key() + " «" + unit.title() + "»")
                        .collect(Collectors.joining(", "));
                throw new CommonOptions.UsageException(
                        Problem.error(CliMessages.ALL, "CAMPAIGN-UNIT", null, name, known));
            }
            chosen.add(found.getFirst().index());
        }
        return chosen;
    }

    /** Returns the units with names that end with the words of a text, or else those that contain them. */
    private static List<Unit> partly(String text, CampaignPlan plan) {
        var words = " " + VietnameseText.fold(text);
        if (words.isBlank()) {
            return List.of();
        }
        var ending = plan.units().stream()
                .filter(unit -> unit.names().stream()
                        .anyMatch(name -> VietnameseText.fold(name).endsWith(words)))
                .toList();
        return ending.size() == 1
                ? ending
                : plan.units().stream()
                        .filter(unit -> unit.names().stream()
                                .anyMatch(name -> (" " + VietnameseText.fold(name) + " ").contains(words + " ")))
                        .toList();
    }

    private static List<String> names(Unit unit) {
        var names = new ArrayList<>(unit.names());
        names.add(unit.key());
        return names;
    }

    private Consolidation consolidation(CampaignPlan plan, CommonOptions common) throws ProblemException {
        var registry = common.registry();
        var found = Engines.find(engine, registry);
        if (found.isEmpty()) {
            var known =
                    Engines.all(registry).stream().map(ConsolidationEngine::id).collect(Collectors.joining(", "));
            throw new CommonOptions.UsageException(
                    Problem.error(CliMessages.ALL, "ENGINE-UNKNOWN", null, engine, known));
        }
        return new Consolidation(plan, registry, found.get());
    }
}
