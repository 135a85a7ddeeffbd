/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;
import org.bieumau.reading.internal.message.ReadingMessages;

/** Reads files of other programs with the importer for their extension. */
public final class SourceFile {

    /** Maximum number of paragraphs and rows kept of a text, thousands of pages. */
    private static final int MOST_ITEMS = 1_000_000;

    private SourceFile() {}

    /** Returns whether the name of a file is that of a workbook, which has no documents. */
    public static boolean isWorkbook(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(xl[st]x?|xl[st]m|csv)");
    }

    /**
     * Reads a file as a whole.
     *
     * @throws ProblemException if no importer reads such files, or this one cannot be read
     */
    public static SourceContent read(Path file, Registry registry, Progress progress) throws ProblemException {
        check(file, registry);
        var importer = importer(registry, file);
        SourceContent content;
        try (var items = importer.open(file, progress)) {
            content = SourceContent.read(items);
        } catch (IOException e) {
            throw new ProblemException(unreadable(file, e), e);
        }
        if (!content.complete()) {
            throw problem("READ-TOO-LARGE", file, null, file);
        }
        return content;
    }

    /** Returns the problem that a file cannot be read. */
    public static Problem unreadable(Path file, IOException e) {
        return Problem.error(
                ReadingMessages.ALL, "FILE-UNREADABLE", Place.of(file.toString()), file, FileFailure.reason(e));
    }

    /**
     * Reads all items of a file.
     *
     * @throws ProblemException if no importer reads such files, or this one cannot be read
     */
    public static List<SourceItem> items(Path file, Registry registry, Progress progress) throws ProblemException {
        check(file, registry);
        var all = new ArrayList<SourceItem>();
        try (var items = importer(registry, file).open(file, progress)) {
            for (var item = items.next(); item != null && all.size() < MOST_ITEMS; item = items.next()) {
                all.add(item);
            }
        } catch (IOException e) {
            throw new ProblemException(unreadable(file, e), e);
        }
        if (all.size() == MOST_ITEMS) {
            throw problem("READ-TOO-LARGE", file, null, file);
        }
        return all;
    }

    private static void check(Path file, Registry registry) throws ProblemException {
        if (Files.isDirectory(file)) {
            throw problem("READ-FOLDER", file, null, file, example(file, extensions(registry)));
        }
        if (!Files.exists(file)) {
            throw problem("FILE-MISSING", file, new NoSuchFileException(file.toString()), file);
        }
    }

    /** Returns the pattern of the files in a folder that can be read, or of Word files if there are none. */
    private static String example(Path folder, Set<String> extensions) {
        try (var files = Files.list(folder)) {
            return folder.resolve("*.")
                    + files.filter(Files::isRegularFile)
                            .map(SourceFile::extension)
                            .filter(extensions::contains)
                            .min(Comparator.naturalOrder())
                            .orElse("docx");
        } catch (IOException e) {
            return folder.resolve("*.docx").toString();
        }
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Set<String> extensions(Registry registry) {
        var known = new TreeSet<String>();
        registry.importers().forEach(importer -> known.addAll(extensions(registry, importer)));
        return known;
    }

    private static Set<String> extensions(Registry registry, Importer importer) {
        return registry.call(importer, () -> Set.copyOf(importer.extensions())).orElse(Set.of());
    }

    private static Importer importer(Registry registry, Path file) throws ProblemException {
        var extension = extension(file);
        for (var importer : registry.importers()) {
            if (extensions(registry, importer).contains(extension)) {
                return importer;
            }
        }
        throw problem("READ-FORMAT", file, null, file.getFileName(), String.join(", ", extensions(registry)));
    }

    private static ProblemException problem(String code, Path file, Exception cause, Object... arguments) {
        return new ProblemException(
                Problem.error(ReadingMessages.ALL, code, Place.of(file.toString()), arguments), cause);
    }
}
