/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.read.ReturnReader;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.status.ReturnIndex;
import org.bieumau.consolidation.internal.status.ReturnSummary;
import org.bieumau.consolidation.spi.ConsolidationEngine.Work;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.ProblemException;

/** Reads files, or takes what an earlier run has read of the same content. */
final class ReadWork implements Work<ReturnFile, ReturnIndex> {

    private static final long serialVersionUID = 1L;

    private final Site site;
    private final transient RunProgress progress;
    private final transient AtomicInteger done = new AtomicInteger();
    private final boolean fresh;

    ReadWork(Site site, boolean fresh, RunProgress progress) {
        this.site = site;
        this.fresh = fresh;
        this.progress = progress;
    }

    /** Called on another machine, which has no progress to tell. */
    private Object readResolve() {
        return new ReadWork(site, fresh, RunProgress.NONE);
    }

    @Override
    public ReturnIndex empty() {
        return new ReturnIndex();
    }

    @Override
    public ReturnIndex merge(ReturnIndex one, ReturnIndex other) {
        return one.merge(other);
    }

    @Override
    public ReturnIndex apply(ReturnFile file) throws IOException {
        var index = read(file);
        index.all().forEach(progress::summarized);
        return index;
    }

    private ReturnIndex read(ReturnFile file) throws IOException {
        var problem = file.problem();
        if (problem != null) {
            tell(file, false, 1);
            return failed(file, "", problem, ConsolidationMessages.ALL.text(problem, file.name(), "?"));
        }
        byte[] bytes;
        try {
            bytes = site.storage().bytes(file);
        } catch (IOException | IllegalArgumentException e) {
            tell(file, false, 1);
            return failed(
                    file,
                    "",
                    "CONS-UNREADABLE",
                    ConsolidationMessages.ALL.text("CONS-UNREADABLE", file.name(), FileFailure.reason(e)));
        }
        var sha256 = ReturnReader.sha256(bytes);
        var key = site.reader().key(sha256, file.extension());
        var known = fresh ? Optional.<ReturnContent>empty() : site.store().get(key);
        var content = known.orElse(null);
        if (content == null) {
            try {
                content = site.reader().read(bytes, file, site.storage().original(file));
                site.store().put(key, content);
            } catch (ProblemException e) {
                tell(file, false, 1);
                return failed(file, sha256, e.problem().code(), e.problem().message());
            } catch (RuntimeException | StackOverflowError e) {
                tell(file, false, 1);
                return failed(
                        file,
                        sha256,
                        "CONS-UNREADABLE",
                        ConsolidationMessages.ALL.text("CONS-UNREADABLE", file.name(), e));
            }
        }
        var errors =
                (int) content.problems().stream().filter(ReturnProblem::isError).count();
        var problems = (int)
                content.problems().stream().filter(ReturnProblem::isReported).count();
        tell(file, known.isPresent(), errors);
        return ReturnIndex.of(new ReturnSummary(
                file.name(),
                sha256,
                key,
                file.modified(),
                file.isInArchive(),
                "",
                "",
                content.edition(),
                content.unitName(),
                content.heading().stream().filter(site.senders()::isEvidence).toList(),
                content.period(),
                content.measureUnit(),
                digest(content),
                content.rows().stream().map(ReturnRow::section).distinct().toList(),
                content.rows().size(),
                content.leftovers().size(),
                problems,
                errors));
    }

    private void tell(ReturnFile file, boolean cached, int errors) {
        if (!progress.read(done.incrementAndGet(), file.name(), cached, errors)) {
            throw new CancellationException();
        }
    }

    private static ReturnIndex failed(ReturnFile file, String sha256, String code, String message) {
        return ReturnIndex.of(
                ReturnSummary.failed(file.name(), sha256, file.modified(), file.isInArchive(), code, message));
    }

    /** Returns a digest of the rows without their places, so that a file that was only saved again is equal. */
    private static String digest(ReturnContent content) {
        var text = new StringBuilder();
        for (var row : content.rows()) {
            text.append(List.of(row.section(), row.given(), row.parent(), row.title()));
            new TreeMap<>(row.cells())
                    .forEach((column, value) -> text.append(column)
                            .append('\t')
                            .append(value.kind())
                            .append('\t')
                            .append(value.text())
                            .append('\n'));
        }
        return ReturnReader.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
