/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.pack.PackHeader;

/** A folder of plug-ins: jars, and the folders of packs without Java. The folder itself may be such a pack. */
final class PluginFolder {

    private final List<URL> jars = new ArrayList<>();
    private final List<FolderPack> packs = new ArrayList<>();

    /**
     * Reads a folder.
     *
     * @param failed receives the jars and packs that cannot be read, or the folder if it has none, with the reason
     * @throws IOException if the folder cannot be read
     */
    PluginFolder(Path folder, BiConsumer<Path, Exception> failed) throws IOException {
        var files = new ArrayList<Path>();
        files.add(folder);
        try (var children = Files.list(folder)) {
            children.sorted().forEach(files::add);
        }
        var found = false;
        for (var file : files) {
            try {
                if (Files.isRegularFile(file.resolve(PackHeader.FILE))) {
                    found = true;
                    packs.add(new FolderPack(file));
                } else if (isJar(file)) {
                    found = true;
                    checkJar(file);
                    jars.add(file.toUri().toURL());
                }
            } catch (IOException | Failure.ContractException e) {
                failed.accept(file, e);
            }
        }
        if (!found) {
            failed.accept(folder, new Failure.ContractException("plugin.none"));
        }
    }

    private static boolean isJar(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(file);
    }

    /** Checks that a jar has a readable directory, since class loaders ignore a jar that has none. */
    private static void checkJar(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            if (jar.size() == 0) {
                throw new Failure.ContractException("plugin.empty");
            }
        } catch (IOException e) {
            throw new Failure.ContractException("plugin.damaged", e.getMessage());
        }
    }

    ClassLoader loader() {
        return new PluginLoader(jars, Registry.class.getClassLoader());
    }

    List<FolderPack> packs() {
        return packs;
    }
}
