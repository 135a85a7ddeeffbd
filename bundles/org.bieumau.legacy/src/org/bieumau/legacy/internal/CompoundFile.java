/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;

/** Opens compound files with POI, and reports a problem if one cannot be opened. */
final class CompoundFile {

    private static final Set<String> WORKBOOKS = Set.of("Workbook", "WORKBOOK", "Book", "BOOK");
    private static final String DOCUMENT = "WordDocument";
    private static final String ENCRYPTED = "EncryptedPackage";

    private CompoundFile() {}

    /** Reads an open file. */
    interface Reading<T> {
        T read(POIFSFileSystem files) throws IOException, ProblemException;
    }

    /** Reads a workbook. */
    static <T> T workbook(Path file, Reading<T> reading) throws IOException, ProblemException {
        return read(file, ".xlsx", files -> {
            var names = files.getRoot().getEntryNames();
            if (names.contains(DOCUMENT)) {
                throw FileKind.other(Place.of(file.toString()), FileKind.extension(file), "kind.document", ".doc");
            }
            check(file, names.stream().anyMatch(WORKBOOKS::contains), ".xlsx");
            return reading.read(files);
        });
    }

    /** Reads a document of a word processor. */
    static <T> T document(Path file, Reading<T> reading) throws IOException, ProblemException {
        return read(file, ".docx", files -> {
            var names = files.getRoot().getEntryNames();
            if (names.stream().anyMatch(WORKBOOKS::contains)) {
                throw FileKind.other(Place.of(file.toString()), FileKind.extension(file), "kind.workbook", ".xls");
            }
            check(file, names.contains(DOCUMENT), ".docx");
            return reading.read(files);
        });
    }

    private static void check(Path file, boolean isRight, String better) throws ProblemException {
        if (!isRight) {
            throw LegacyMessages.own(
                    Place.of(file.toString()), "FILE-SAVE-AS", LegacyMessages.ALL.text("kind.unknown"), better);
        }
    }

    private static <T> T read(Path file, String better, Reading<T> reading) throws IOException, ProblemException {
        var place = Place.of(file.toString());
        try (var files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntry(ENCRYPTED)) {
                throw LegacyMessages.common(place, "FILE-ENCRYPTED");
            }
            return reading.read(files);
        } catch (EncryptedDocumentException e) {
            throw LegacyMessages.common(place, "FILE-ENCRYPTED");
        } catch (OldFileFormatException e) {
            throw LegacyMessages.own(place, "FILE-SAVE-AS", LegacyMessages.ALL.text("kind.ancient"), better);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI throws exceptions of all kinds for a damaged file. The file itself was readable before.
            throw damaged(file);
        }
    }

    /** Returns the problem of a damaged file. */
    static ProblemException damaged(Path file) {
        return LegacyMessages.common(Place.of(file.toString()), "FILE-DAMAGED", FileKind.extension(file));
    }
}
