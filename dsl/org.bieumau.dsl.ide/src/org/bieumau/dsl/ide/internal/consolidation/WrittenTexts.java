/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.core.internal.export.WholeFile;

/** The list of files that were written for a campaign, with digests of the texts that the office may edit. */
public final class WrittenTexts {

    private final Path list;

    private WrittenTexts(Path list) {
        this.list = list;
    }

    /** Returns the list of results. */
    static WrittenTexts results(CampaignFile file) {
        return new WrittenTexts(file.cache().resolve("ket-qua.txt"));
    }

    /** Returns the list of letters, which are no results and are kept when these are deleted. */
    public static WrittenTexts letters(CampaignFile file) {
        return new WrittenTexts(file.cache().resolve("don-doc.txt"));
    }

    /** Returns whether a text is not the one that was written last. */
    public boolean isEdited(Path target) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        var line = target.toAbsolutePath() + "\t" + digest(Files.readString(target));
        return !lines().contains(line);
    }

    /** Adds a text that the office may edit. */
    public void add(Path target, String text) throws IOException {
        add(List.of(target), Map.of(target, text));
    }

    /**
     * Adds files.
     *
     * @param editable the texts of those that the office may edit
     */
    void add(Collection<Path> written, Map<Path, String> editable) throws IOException {
        var lines = new TreeSet<>(lines());
        for (var path : written) {
            var line = path.toAbsolutePath().toString();
            lines.removeIf(each -> each.equals(line) || each.startsWith(line + "\t"));
            lines.add(editable.containsKey(path) ? line + "\t" + digest(editable.get(path)) : line);
        }
        ResultStore.createPrivate(list.getParent());
        WholeFile.write(list, String.join("\n", lines) + "\n");
        ResultStore.restrict(list, "rw-------");
    }

    /** Returns the files. */
    List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        lines().forEach(line -> files.add(Path.of(line.split("\t")[0])));
        return files;
    }

    private List<String> lines() throws IOException {
        return Files.isRegularFile(list) ? Files.readAllLines(list) : List.of();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
