/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bieumau.core.internal.export.WholeFile;
import org.eclipse.core.runtime.Platform;

/**
 * Files that a user gives to a Studio that is running: a second Studio with the same workspace writes their names into
 * a folder of the workspace and ends. The first one reads and deletes them.
 */
public final class OpenRequests {

    private static final String SUFFIX = ".open";
    /** How long a running Studio may take to read a request. macOS looks for changes of a folder every few seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private OpenRequests() {}

    /** Returns the folder for the requests in a workspace. */
    public static Path folder(Path workspace) {
        return workspace.resolve(".metadata/.plugins/org.bieumau.rcp/open");
    }

    /**
     * Asks the Studio that uses a workspace to open files, and to show its window.
     *
     * @return whether it has read the request
     * @throws IOException if the request cannot be written
     */
    public static boolean send(Path folder, List<Path> files) throws IOException {
        Files.createDirectories(folder);
        var request =
                folder.resolve(System.nanoTime() + "-" + ProcessHandle.current().pid() + SUFFIX);
        WholeFile.write(
                request, String.join("\n", files.stream().map(Path::toString).toList()));
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (Files.exists(request) && System.nanoTime() < end) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The file is deleted by the one that reads it, so it is either read or withdrawn.
        return !Files.deleteIfExists(request);
    }

    /** Has requests read until the Studio ends. Requests that are there already are obsolete. */
    static void receive(Path folder, Consumer<List<Path>> opened) {
        var thread = new Thread(() -> watch(folder, opened), "open requests");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Path folder, Consumer<List<Path>> opened) {
        try (var service = folder.getFileSystem().newWatchService()) {
            Files.createDirectories(folder);
            for (var request : requests(folder)) {
                Files.deleteIfExists(request);
            }
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (true) {
                var key = service.take();
                key.pollEvents();
                for (var request : requests(folder)) {
                    var files = read(request);
                    if (Files.deleteIfExists(request)) {
                        opened.accept(files);
                    }
                }
                key.reset();
            }
        } catch (IOException e) {
            Platform.getLog(OpenRequests.class).warn(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Path> requests(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> read(Path request) throws IOException {
        return files(Files.readString(request, StandardCharsets.UTF_8).lines().toList());
    }

    /** Returns the files among the arguments of the program. The value of an option is none. */
    public static List<Path> files(List<String> arguments) {
        var files = new ArrayList<Path>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.isBlank()
                    || argument.startsWith("-")
                    || i > 0 && arguments.get(i - 1).startsWith("-")) {
                continue;
            }
            try {
                files.add(Path.of(argument).toAbsolutePath().normalize());
            } catch (InvalidPathException e) {
                Platform.getLog(OpenRequests.class).warn(e.getMessage(), e);
            }
        }
        return files;
    }
}
