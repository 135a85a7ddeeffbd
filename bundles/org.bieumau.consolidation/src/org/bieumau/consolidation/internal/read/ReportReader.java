/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bieumau.consolidation.internal.plan.DocumentTexts;
import org.bieumau.consolidation.internal.plan.Outline;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.Leftovers;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Document;
import org.bieumau.model.Named;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.reading.internal.document.DocumentImport;
import org.bieumau.reading.internal.document.KnownForms;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.role.RoledText;

/** Reads the report of a unit: what it wrote under each heading of the outline. */
public final class ReportReader {

    /** Number of texts of the letterhead that may name the unit. */
    private static final int MOST_HEADING = 24;

    private final Outline outline;
    private final Registry registry;
    private final Optional<DocumentTexts> texts;

    /** @param texts reads reports that are .bieu files */
    public ReportReader(Outline outline, Registry registry, Optional<DocumentTexts> texts) {
        this.outline = outline;
        this.registry = registry;
        this.texts = texts;
    }

    ReturnContent read(Path file, byte[] bytes, String name) throws ProblemException {
        if (texts.isPresent() && name.toLowerCase(Locale.ROOT).endsWith(".bieu")) {
            var read = texts.get().read(new String(bytes, StandardCharsets.UTF_8), name);
            return content(read.document(), List.of(), Map.of(), read.problems());
        }
        var items = SourceFile.items(file, registry, Progress.NONE);
        var reading = new DocumentImport(registry, List.of(), KnownForms.NONE).read(items, "", "x", new HashSet<>());
        var heading = reading.text()
                .lines()
                .filter(line -> line.part() == 0)
                .takeWhile(line -> !line.role().isText())
                .map(RoledText.Line::text)
                .filter(text -> !text.isBlank())
                .limit(MOST_HEADING)
                .toList();
        return content(reading.document(), heading, reading.places(), reading.problems());
    }

    private ReturnContent content(
            Document document, List<String> heading, Map<ProseLine, Place> places, List<Problem> found) {
        var resolved = ResolvedDocument.of(document);
        var rows = new ReportRows(outline);
        rows.add(lines(resolved.body(), resolved, places));
        for (var attachment : resolved.attachments()) {
            if (attachment.getAppendix() != null) {
                var appendix = attachment.getAppendix();
                rows.addPart(
                        "Phụ lục " + (appendix.getTitle() == null ? "" : appendix.getTitle()),
                        lines(appendix.getBody(), resolved, places));
            } else {
                var element = attachment.getElement();
                rows.add(List.of(new ReportLine(
                        null, "", element instanceof Named named ? named.getName() : "", Spot.NONE, true)));
            }
        }
        document.getLeftovers().forEach(left -> rows.addRest(left.getPlace() + ": " + Leftovers.text(left), Spot.NONE));
        var problems = new ArrayList<ReturnProblem>();
        found.forEach(problem -> problems.add(new ReturnProblem(
                problem.code(), problem.severity().getName(), problem.message(), Spot.of(problem.place()), -1, "")));
        problems.addAll(rows.problems());
        var agency = resolved.agency();
        return new ReturnContent(
                0,
                agency == null || agency.getTitle() == null ? "" : agency.getTitle(),
                heading,
                "",
                "",
                rows.tables(),
                rows.rows(),
                List.of(),
                problems);
    }

    private static List<ReportLine> lines(Prose prose, ResolvedDocument document, Map<ProseLine, Place> places) {
        return prose == null ? List.of() : ReportLine.of(new ProseReader(document.scope()).read(prose), places);
    }
}
