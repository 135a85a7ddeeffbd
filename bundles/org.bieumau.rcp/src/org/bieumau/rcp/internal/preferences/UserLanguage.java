/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bieumau.core.internal.export.WholeFile;

/**
 * The language chosen by the user. It is stored in a file that the start script reads, because it must be known before
 * Java starts.
 */
public final class UserLanguage {

    /** The ISO 639 codes of the languages of the Studio, the default one first. */
    public static final List<String> ALL = List.of("vi", "en");

    private final Path file;

    /** Creates the setting of the user who runs the program. */
    public UserLanguage() {
        this(file(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /**
     * Creates a setting stored in the given file.
     *
     * @param file a file that contains the code of a language; it need not exist
     */
    public UserLanguage(Path file) {
        this.file = file;
    }

    /**
     * Returns the file <code>bieumau/language</code> that stores the language of a user. On Windows it is below the
     * folder in APPDATA, or below the home folder if that is not set. On other systems it is below the folder in
     * XDG_CONFIG_HOME, or below <code>.config</code> in the home folder if that is not set.
     *
     * @param system the name of the operating system, as in the system property <code>os.name</code>
     * @param environment the environment variables
     * @param home the home folder of the user
     */
    public static Path file(String system, Map<String, String> environment, Path home) {
        var folder = system.startsWith("Windows")
                ? Path.of(environment.getOrDefault("APPDATA", home.toString()))
                : environment.getOrDefault("XDG_CONFIG_HOME", "").isEmpty()
                        ? home.resolve(".config")
                        : Path.of(environment.get("XDG_CONFIG_HOME"));
        return folder.resolve("bieumau").resolve("language");
    }

    /** Returns the language that the Studio was started in; English if the locale is none of its languages. */
    public static String spoken() {
        var language = Locale.getDefault().getLanguage();
        return ALL.contains(language) ? language : "en";
    }

    /** Returns the chosen language; the default one if none was chosen or the stored code is unknown. */
    public String get() {
        try {
            var written = Files.readString(file).strip();
            return ALL.contains(written) ? written : ALL.getFirst();
        } catch (IOException e) {
            return ALL.getFirst();
        }
    }

    /**
     * Stores a language, which takes effect at the next start.
     *
     * @throws IOException if the file cannot be written
     */
    public void set(String language) throws IOException {
        Files.createDirectories(file.getParent());
        WholeFile.write(file, language);
    }
}
