/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        try (var profile = new TemporaryFolder("libreoffice")) {
            var output = ExternalTool.LIBREOFFICE.run(
                    "-env:UserInstallation=" + profile.path().toUri(),
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    format,
                    "--outdir",
                    folder,
                    file);
            var name = file.getFileName().toString();
            var extension = format.replaceFirst(":.*", "");
            var result = folder.resolve(name.substring(0, name.lastIndexOf('.')) + "." + extension);
            assertTrue(Files.exists(result), () -> "LibreOffice did not write " + result + ":\n" + output);
            return result;
        }
    }
}
