/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.plan.DocumentTexts;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Campaign;
import org.bieumau.model.Document;
import org.bieumau.model.MergeMode;
import org.jspecify.annotations.Nullable;

/** A campaign in a .bieu file, with its folders: returns, results, and what earlier runs have read. */
public final class CampaignFile {

    /** Name of the folder of results, next to the file. */
    public static final String RESULTS = "ket-qua";
    /** Name of the folder with what earlier runs have read, next to the file. */
    public static final String CACHE = ".bieumau-dot";

    private final BieuReader reader;
    private final BieuFile file;
    private final Path path;
    private final Campaign campaign;

    private CampaignFile(BieuReader reader, BieuFile file, Path path, Campaign campaign) {
        this.reader = reader;
        this.file = file;
        this.path = path;
        this.campaign = campaign;
    }

    /**
     * Opens a campaign.
     *
     * @param name name of the campaign; null for the only one of the file
     * @throws ProblemException if the file cannot be read, or has no such campaign, or several
     */
    public static CampaignFile open(BieuReader reader, Path path, @Nullable String name) throws ProblemException {
        var file = reader.read(path);
        var all = file.elements().stream()
                .filter(Campaign.class::isInstance)
                .map(Campaign.class::cast)
                .toList();
        var found = name == null
                ? all
                : all.stream().filter(each -> name.equals(each.getName())).toList();
        if (found.size() != 1) {
            var names = all.stream().map(Campaign::getName).collect(Collectors.joining(", "));
            var code = all.isEmpty() ? "CAMPAIGN-NONE" : found.isEmpty() ? "CAMPAIGN-UNKNOWN" : "CAMPAIGN-SEVERAL";
            throw new ProblemException(
                    Problem.error(IdeMessages.ALL, code, Place.of(path.toString()), name == null ? "" : name, names));
        }
        var campaign = found.getFirst();
        if (campaign.getStructure() != null && campaign.getMerge() != MergeMode.PROSE) {
            throw new ProblemException(
                    Problem.error(IdeMessages.ALL, "CAMPAIGN-MODE", Place.of(path.toString()), campaign.getName()));
        }
        return new CampaignFile(reader, file, path, campaign);
    }

    public BieuReader reader() {
        return reader;
    }

    public BieuFile file() {
        return file;
    }

    public Path path() {
        return path;
    }

    public Campaign campaign() {
        return campaign;
    }

    public CampaignPlan plan() {
        return new CampaignPlan(campaign, this::document);
    }

    /** Reads the report of a unit that is a .bieu file. */
    private synchronized DocumentTexts.Text document(String text, String name) throws ProblemException {
        var read = reader.read(text);
        var documents = read.elements().stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
        if (documents.size() != 1) {
            throw new ProblemException(Problem.error(IdeMessages.ALL, "CAMPAIGN-REPORT", Place.of(name), name));
        }
        return new DocumentTexts.Text(
                documents.getFirst(),
                read.problems().stream().filter(Problem::isError).toList());
    }

    /** Returns the folder of the file. */
    public Path folder() {
        return path.toAbsolutePath().getParent();
    }

    /** Returns the folder of results, unless the user chose another one. */
    public Path results() {
        return folder().resolve(RESULTS);
    }

    /** Returns the folder with what earlier runs have read. */
    public Path cache() {
        return folder().resolve(CACHE).resolve(campaign.getName());
    }

    /**
     * Returns where the returns are: what the user chose, or else the folder of the campaign.
     *
     * @throws ProblemException if one of them is missing, or none is known
     */
    public List<Path> roots(List<Path> chosen) throws ProblemException {
        var roots = new ArrayList<>(chosen);
        if (roots.isEmpty() && campaign.getFolder() != null) {
            roots.add(folder().resolve(campaign.getFolder()));
        }
        if (roots.isEmpty()) {
            throw new ProblemException(
                    Problem.error(IdeMessages.ALL, "CAMPAIGN-FOLDER", Place.of(path.toString()), campaign.getName()));
        }
        for (var root : roots) {
            if (!Files.exists(root)) {
                throw new ProblemException(
                        Problem.error(IdeMessages.ALL, "CAMPAIGN-FOLDER-MISSING", Place.of(path.toString()), root));
            }
        }
        return roots;
    }
}
