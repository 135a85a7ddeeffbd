/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens files with LibreOffice, which recalculates workbooks and lays out documents. */
public final class LibreOffice {

    private LibreOffice() {}

    /**
     * Opens a file and saves it in another format.
     *
     * @param format file extension of the format, optionally with a filter, for example {@code pdf} or {@code csv:Text
     *     - txt - csv (StarCalc):44,34,76,1}
     * @param folder where the result is written
     * @return the result; it has the name of the file and the extension of the format
     */
    public static Path convert(Path file, String format, Path folder) throws IOException {
        return convert(List.of(file), format, folder).getFirst();
    }

    /** Opens files and saves them in another format, which is faster than one after the other. */
    public static List<Path> convert(List<Path> files, String format, Path folder) throws IOException {
        try (var profile = new TemporaryFolder("libreoffice")) {
            var arguments = new ArrayList<Object>(List.of(
                    "-env:UserInstallation=" + profile.path().toUri(),
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    format,
                    "--outdir",
                    folder));
            arguments.addAll(files);
            var output = ExternalTool.LIBREOFFICE.run(arguments.toArray());
            var results = files.stream()
                    .map(file -> folder.resolve(result(file.getFileName().toString(), format)))
                    .toList();
            for (var result : results) {
                assertTrue(Files.exists(result), () -> "LibreOffice did not write " + result + ":\n" + output);
            }
            return results;
        }
    }

    /** Returns the name of a converted file. */
    private static String result(String name, String format) {
        return name.substring(0, name.lastIndexOf('.')) + "." + format.replaceFirst(":.*", "");
    }
}
