/* SPDX-License-Identifier: EPL-2.0 */
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Removes the signatures from the jars in a folder. Java does not archive classes of signed jars, and the signed jars
 * of Eclipse contain most of the classes that the program loads.
 */
final class Unsign {

    private static final Pattern SIGNATURE = Pattern.compile("[^/]+\\.(SF|RSA|DSA|EC)");

    private Unsign() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (var jar : jars) {
                unsign(jar);
            }
        }
    }

    private static void unsign(Path jar) throws IOException {
        // A jar without signatures stays unchanged.
        try (var content = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            var folder = content.getPath("META-INF");
            if (!Files.isDirectory(folder)) {
                return;
            }
            try (var files = Files.newDirectoryStream(
                    folder,
                    file -> SIGNATURE.matcher(file.getFileName().toString()).matches())) {
                for (var file : files) {
                    Files.delete(file);
                }
            }
        }
    }
}
