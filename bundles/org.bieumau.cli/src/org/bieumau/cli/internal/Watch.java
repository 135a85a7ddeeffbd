/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;

/** Runs a command, and again each time a file changes that it may have read, until the process is stopped. */
final class Watch {

    /** One run of the command. */
    @FunctionalInterface
    interface Step {
        ExitCode run() throws ProblemException;
    }

    /** Maximum search depth, the same as for libraries. */
    private static final int DEPTH = 4;
    /** Maximum number of folders, so that a file in the home folder does not watch all of it. */
    private static final int FOLDERS = 500;
    /** Pause after a change, in ms, since many editors write a file in several steps. */
    private static final int PAUSE = 10;
    /** Extensions of the files that commands read. Written files must not start the command again. */
    private static final List<String> READ = List.of(".bieu", ".tsv", ".csv");

    private final Set<Path> files;
    private final Set<Path> folders = new LinkedHashSet<>();

    /**
     * @param files the files that the command was given
     * @param libraries the files and folders in which it looks up libraries
     */
    Watch(List<Path> files, List<Path> libraries) {
        this.files = files.stream().map(Watch::absolute).collect(Collectors.toSet());
        this.files.forEach(file -> folders.add(file.getParent()));
        libraries.stream()
                .map(Watch::absolute)
                .forEach(library -> folders.add(Files.isDirectory(library) ? library : library.getParent()));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Runs the step until the thread is interrupted, and returns the last outcome. */
    ExitCode run(Step step) throws ProblemException {
        var folder = folders.iterator().next();
        try (var service = folder.getFileSystem().newWatchService()) {
            register(service);
            var outcome = step.run();
            while (changed(service)) {
                outcome = step.run();
                register(service);
            }
            return outcome;
        } catch (IOException e) {
            var place = Place.of(folder.toString());
            throw new ProblemException(
                    Problem.error(CliMessages.ALL, "WATCH-FAILED", place, folder, FileFailure.reason(e)), e);
        }
    }

    private void register(WatchService service) throws IOException {
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var below = Files.find(folder, DEPTH, (path, attributes) -> attributes.isDirectory())) {
                for (var each : below.limit(FOLDERS).toList()) {
                    each.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            }
        }
    }

    /** Waits for a change and returns true; returns false if the thread is interrupted. */
    private boolean changed(WatchService service) {
        try {
            var isChanged = false;
            while (!isChanged) {
                isChanged = take(service.take());
            }
            Thread.sleep(PAUSE);
            for (var key = service.poll(); key != null; key = service.poll()) {
                take(key);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean take(WatchKey key) {
        var isChanged = false;
        for (var event : key.pollEvents()) {
            isChanged |= !(event.context() instanceof Path name) || isRead(((Path) key.watchable()).resolve(name));
        }
        key.reset();
        return isChanged;
    }

    private boolean isRead(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return files.contains(file) || READ.stream().anyMatch(name::endsWith);
    }
}
