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
 * The language that the user has chosen: kept where the start script reads it, since it is known before anything of
 * Java runs.
 */
public final class UserLanguage {

    /** The languages that the Studio speaks, the usual one first. */
    public static final List<String> ALL = List.of("vi", "en");

    private final Path file;

    /** That of the user who runs the program. */
    public UserLanguage() {
        this(file(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /** @param file where it is kept */
    public UserLanguage(Path file) {
        this.file = file;
    }

    /** Where a user keeps it, by the system and its environment. */
    public static Path file(String system, Map<String, String> environment, Path home) {
        var folder = system.startsWith("Windows")
                ? Path.of(environment.getOrDefault("APPDATA", home.toString()))
                : environment.getOrDefault("XDG_CONFIG_HOME", "").isEmpty()
                        ? home.resolve(".config")
                        : Path.of(environment.get("XDG_CONFIG_HOME"));
        return folder.resolve("bieumau").resolve("language");
    }

    /** The language that is spoken now: the chosen one as of the start. */
    public static String spoken() {
        var language = Locale.getDefault().getLanguage();
        return ALL.contains(language) ? language : "en";
    }

    /** The chosen language; the usual one where none was chosen, or what is written is none. */
    public String get() {
        try {
            var written = Files.readString(file).strip();
            return ALL.contains(written) ? written : ALL.getFirst();
        } catch (IOException e) {
            return ALL.getFirst();
        }
    }

    /**
     * Chooses a language, from the next start on.
     *
     * @throws IOException if it cannot be kept
     */
    public void set(String language) throws IOException {
        Files.createDirectories(file.getParent());
        WholeFile.write(file, language);
    }
}
