/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.rcp.internal.WorkspaceFolders;
import org.bieumau.rcp.internal.preferences.StudioPreferences;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Shell;

/**
 * The user's choices for an export. They are kept for each file, so that it can be exported again.
 *
 * @param formats the ids of the formats
 * @param name the pattern of the names of the outputs; empty for the default names
 */
record ExportChoices(List<String> formats, Path folder, String name) {

    ExportChoices {
        formats = List.copyOf(formats);
        name = name.strip();
    }

    private static IEclipsePreferences kept() {
        return InstanceScope.INSTANCE.getNode("org.bieumau.rcp/exports");
    }

    /** Returns the choices for the last export of a file; empty if it has not been exported. */
    static Optional<ExportChoices> of(Path file) {
        var parts = kept().get(file.toString(), "").split("\n", 3);
        try {
            return parts.length == 3
                    ? Optional.of(new ExportChoices(List.of(parts[0].split(",")), Path.of(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Keeps the choices for a file. */
    void keep(Path file) {
        kept().put(file.toString(), String.join("\n", String.join(",", formats), folder.toString(), name));
    }

    /**
     * Exports files.
     *
     * @param texts the texts that the editors show, which are exported in place of the saved ones
     * @param shell the window that asks about data sources
     * @throws java.util.concurrent.CancellationException if the monitor was cancelled
     */
    ExportFiles.Result export(
            List<Path> files,
            Map<Path, String> texts,
            Predicate<Path> replaces,
            Shell shell,
            IProgressMonitor monitor) {
        var data = new StudioData(new DataDialogs(shell), monitor);
        var reader = new BieuReader(List.of(), Registry.installed().withDataAccess(data));
        reader.open(texts);
        var exporters = formats.stream()
                .map(Registry.installed()::exporter)
                .flatMap(Optional::stream)
                .toList();
        var options = new ExportRun.Options(
                List.of(), null, StudioPreferences.isStrict(), name.isEmpty() ? null : name, true);
        var result = ExportFiles.run(reader, files, exporters, folder, options, replaces, monitor);
        WorkspaceFolders.refresh(folder);
        return result;
    }
}
