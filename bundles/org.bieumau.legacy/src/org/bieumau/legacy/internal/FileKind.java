/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;

/**
 * The kind of a file, determined from its content. The extension may be wrong: some programs save web pages as <code>
 * .doc</code> or <code>.xls</code>.
 */
enum FileKind {
    /** A compound file ([MS-CFB]): an old Office file, or an encrypted new one. */
    COMPOUND,
    HTML;

    /** Maximum size of a file. POI needs several times as much memory. */
    private static final int MEGABYTES = 64;

    private static final int START = 4096;
    private static final String COMPOUND_START = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    /**
     * Returns the kind of a file that can be read.
     *
     * @throws ProblemException if the file cannot be read; the problem names its kind
     * @throws IOException if the file cannot be read
     */
    static FileKind of(Path file) throws IOException, ProblemException {
        var place = Place.of(file.toString());
        var name = file.getFileName().toString();
        if (name.startsWith("~$")) {
            throw LegacyMessages.common(place, "FILE-LOCK");
        }
        var size = Files.size(file);
        if (size == 0) {
            throw LegacyMessages.common(place, "FILE-EMPTY");
        }
        if (size > MEGABYTES * 1L << 20) {
            throw LegacyMessages.limit(place, "limit.fileSize", MEGABYTES);
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(START);
        }
        var start = new String(bytes, StandardCharsets.ISO_8859_1);
        if (start.startsWith(COMPOUND_START)) {
            return COMPOUND;
        }
        return ofText(start.replace("\u0000", "").toLowerCase(Locale.ROOT), file, place);
    }

    private static FileKind ofText(String start, Path file, Place place) throws ProblemException {
        var extension = extension(file);
        var isSheet = extension.startsWith(".xl");
        if (start.startsWith("pk")) {
            throw ofZip(file, place, extension);
        }
        if (start.startsWith("{\\rtf")) {
            throw LegacyMessages.own(place, "FILE-SAVE-AS", LegacyMessages.ALL.text("kind.rtf"), ".docx");
        }
        if (start.startsWith("mime-version:")) {
            throw LegacyMessages.own(
                    place, "FILE-SAVE-AS", LegacyMessages.ALL.text("kind.mht"), isSheet ? ".xlsx" : ".docx");
        }
        if (start.contains("progid=\"excel.sheet\"") || start.contains("progid=\"word.document\"")) {
            throw LegacyMessages.own(
                    place,
                    "FILE-SAVE-AS",
                    LegacyMessages.ALL.text("kind.xml"),
                    start.contains("excel.sheet") ? ".xlsx" : ".docx");
        }
        if (start.matches("(?s).*<(!doctype html|html|head|body|table|meta|div|p|h[1-6])[\\s>].*")) {
            return HTML;
        }
        throw LegacyMessages.common(place, "FILE-NOT-OFFICE", extension);
    }

    private static ProblemException ofZip(Path file, Place place, String extension) {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var name = entries.nextElement().getName();
                if (name.startsWith("xl/")) {
                    return other(place, extension, "kind.newWorkbook", ".xlsx");
                }
                if (name.startsWith("word/")) {
                    return other(place, extension, "kind.newDocument", ".docx");
                }
            }
            return LegacyMessages.common(place, "FILE-NOT-OFFICE", extension);
        } catch (IOException e) {
            return LegacyMessages.common(place, "FILE-NOT-OFFICE", extension);
        }
    }

    /** Returns the problem of a file with the extension of another kind. */
    static ProblemException other(Place place, String extension, String kind, String better) {
        return LegacyMessages.own(place, "FILE-OTHER-FORMAT", extension, LegacyMessages.ALL.text(kind), better);
    }

    /** Returns the extension of a file with its dot, in lower case; an empty string if it has none. */
    static String extension(Path file) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }
}
