/* SPDX-License-Identifier: EPL-2.0 */
import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.core.registry.Registry;
import org.bieumau.examples.internal.Examples;

/**
 * Copies the example files into the folder of the system property <code>folder</code>, and checks that the packs they
 * use are installed.
 */
public final class ExampleFiles {

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(System.getProperty("folder"));
        for (var file : Examples.copyTo(folder)) {
            if (Files.size(file) < 100) {
                throw new IllegalStateException(file.toString());
            }
        }
        var registry = Registry.installed();
        if (registry.provinces().size() != 4 || !registry.problems().isEmpty()) {
            throw new IllegalStateException(registry.provinces() + ", " + registry.problems());
        }
    }
}
