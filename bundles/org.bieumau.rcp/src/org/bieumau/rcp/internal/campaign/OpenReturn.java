/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.consolidation.CampaignSession;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.source.SourceFiles;
import org.bieumau.reading.internal.rows.SourcePlace;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;

/** Opens a file of the returns at a place. */
final class OpenReturn {

    /** Folder of the cache with files of archives that were opened. */
    private static final String OPENED = "mo";

    private OpenReturn() {}

    /**
     * Opens a file. It is looked up, and taken out of its archive, off the UI thread.
     *
     * @param name name of the file, as the state of the returns has it
     * @param told called on the UI thread with a sentence if the file cannot be opened
     */
    static void open(IWorkbenchPage page, CampaignSession session, String name, Spot place, Consumer<String> told) {
        var display = page.getWorkbenchWindow().getShell().getDisplay();
        ICoreRunnable work = monitor -> {
            try {
                var found = session.find(name);
                if (found.isEmpty()) {
                    display.asyncExec(() -> told.accept(RcpMessages.ALL.text("campaign.open.missing", name)));
                    return;
                }
                var file = extracted(session, found.get());
                display.asyncExec(() -> SourceFiles.open(page, file, origin(name, place)));
            } catch (ProblemException e) {
                display.asyncExec(() -> told.accept(e.problem().message()));
            } catch (IOException | IllegalArgumentException e) {
                display.asyncExec(
                        () -> told.accept(RcpMessages.ALL.text("campaign.open.failed", name, e.getMessage())));
            }
        };
        Job.createSystem(RcpMessages.ALL.text("campaign.open"), work).schedule();
    }

    /** Returns the file; for one of an archive a copy that only its owner can read. */
    private static Path extracted(CampaignSession session, ReturnFile file) throws IOException {
        if (!file.isInArchive()) {
            return file.path();
        }
        var folder = session.file()
                .cache()
                .resolve(OPENED)
                .resolve(Integer.toHexString(file.name().hashCode()));
        ResultStore.createPrivate(session.file().cache().resolve(OPENED));
        ResultStore.createPrivate(folder);
        var copy = folder.resolve(file.fileName().replaceAll("[\\\\:*?\"<>|]", "_"));
        Files.write(copy, file.bytes());
        ResultStore.restrict(copy, "rw-------");
        return copy;
    }

    static Origin origin(String name, Spot place) {
        return switch (place.kind()) {
            case SHEET ->
                new Origin(
                        name,
                        place.in(name).position(),
                        SourcePlace.text(new Spot(place.kind(), place.part(), 0, 0, "").in(name)),
                        place.address());
            case TABLE ->
                new Origin(
                        name,
                        place.in(name).position(),
                        SourcePlace.text(new Spot(place.kind(), place.part(), 0, 0, "").in(name)),
                        place.row() == 0 ? "" : place.row() + ":" + Math.max(1, place.column()));
            default -> new Origin(name, "", "", "");
        };
    }
}
