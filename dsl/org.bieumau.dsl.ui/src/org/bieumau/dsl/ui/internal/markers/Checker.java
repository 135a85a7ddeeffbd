/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.markers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.table.RowPlace;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.SilencedProblem;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.bieumau.model.Severity;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Keeps the markers of saved files in the Problems view up to date. When a file changes, it and the other files in its
 * folder, which may refer to it, are checked again. Projects need no setup for this.
 */
public final class Checker implements IResourceChangeListener {

    private static final String MARKER = "org.bieumau.dsl.ui.problem";
    private static final String CODE = "code";
    private static final int DELAY = 300;

    private final Set<IFile> waiting = new LinkedHashSet<>();
    private final Job job = Job.create(UiMessages.ALL.text("job.check"), (ICoreRunnable) this::check);

    /** Starts watching the workspace and checks all files in it. */
    public static void start() {
        var checker = new Checker();
        ResourcesPlugin.getWorkspace().addResourceChangeListener(checker, IResourceChangeEvent.POST_CHANGE);
        checker.add(ResourcesPlugin.getWorkspace().getRoot());
    }

    /** Returns the code of the problem of a marker; empty if the marker is not one of ours. */
    public static String code(IMarker marker) {
        return marker.getAttribute(CODE, "");
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(delta -> {
                var content = delta.getKind() != IResourceDelta.CHANGED
                        || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
                if (delta.getResource() instanceof IFile file && isOurs(file) && content) {
                    add(file.getParent());
                }
                return true;
            });
        } catch (CoreException e) {
            Platform.getLog(Checker.class).log(e.getStatus());
        }
    }

    private static boolean isOurs(IFile file) {
        return "bieu".equals(file.getFileExtension());
    }

    private void add(IResource folder) {
        try {
            synchronized (waiting) {
                folder.accept(resource -> {
                    if (resource instanceof IFile file && isOurs(file)) {
                        waiting.add(file);
                    }
                    return true;
                });
                if (!waiting.isEmpty()) {
                    job.schedule(DELAY);
                }
            }
        } catch (CoreException e) {
            // The folder has been deleted meanwhile, with its files.
        }
    }

    private void check(IProgressMonitor monitor) throws CoreException {
        List<IFile> files;
        synchronized (waiting) {
            files = new ArrayList<>(waiting);
            waiting.clear();
        }
        var progress = SubMonitor.convert(monitor, files.size());
        var reader = new BieuReader(List.of(), Registry.installed());
        for (var file : files) {
            if (progress.isCanceled()) {
                return;
            }
            progress.subTask(file.getName());
            if (file.exists() && file.getLocation() != null) {
                var problems = problems(reader, file.getLocation().toPath());
                ResourcesPlugin.getWorkspace().run(step -> mark(file, problems), file, IWorkspace.AVOID_UPDATE, null);
            }
            progress.worked(1);
        }
    }

    /**
     * A problem and its place.
     *
     * @param place the place as the user sees it; empty to tell the line
     */
    private record Placed(Problem problem, Optional<String> place) {}

    private static List<Placed> problems(BieuReader reader, Path file) {
        try {
            var read = reader.read(file);
            return Stream.concat(
                            read.problems().stream(), read.silenced().stream().map(Checker::note))
                    .map(problem -> new Placed(
                            problem,
                            problem.place() instanceof Place.Text at
                                    ? RowPlace.of(read.library(), at.offset())
                                    : Optional.empty()))
                    .toList();
        } catch (ProblemException e) {
            return List.of(new Placed(e.problem(), Optional.empty()));
        }
    }

    /** Returns a silenced problem as a note, so that the Problems view lists it. */
    private static Problem note(SilencedProblem silenced) {
        var problem = silenced.problem();
        return new Problem(
                problem.code(),
                Severity.INFO,
                UiMessages.ALL.text("silenced", silenced.reason(), problem.message()),
                problem.place());
    }

    /** Replaces the markers of a file. Markers of problems that are still there stay, and with them their selection. */
    private static void mark(IFile file, List<Placed> problems) throws CoreException {
        if (!file.exists()) {
            return;
        }
        var before = new ArrayList<>(List.of(file.findMarkers(MARKER, true, IResource.DEPTH_ZERO)));
        for (var problem : problems) {
            var attributes = attributes(problem);
            if (!removeMarked(attributes, before)) {
                file.createMarker(MARKER, attributes);
            }
        }
        for (var marker : before) {
            marker.delete();
        }
    }

    /** Removes a marker with the given attributes from a list, and returns whether there was one. */
    private static boolean removeMarked(Map<String, Object> attributes, List<IMarker> markers) throws CoreException {
        for (var marker : markers) {
            if (attributes.equals(marker.getAttributes())) {
                return markers.remove(marker);
            }
        }
        return false;
    }

    private static Map<String, Object> attributes(Placed placed) {
        var problem = placed.problem();
        var attributes = new HashMap<String, Object>();
        attributes.put(
                IMarker.SEVERITY,
                switch (problem.severity()) {
                    case ERROR -> IMarker.SEVERITY_ERROR;
                    case VIOLATION, WARNING -> IMarker.SEVERITY_WARNING;
                    case INFO -> IMarker.SEVERITY_INFO;
                });
        attributes.put(
                IMarker.MESSAGE,
                ProblemAnnotation.displayMessage(problem.severity(), problem.code(), problem.message()));
        attributes.put(CODE, problem.code());
        switch (problem.place()) {
            case Place.Text at -> {
                attributes.put(IMarker.LINE_NUMBER, Math.max(1, at.line()));
                attributes.put(IMarker.CHAR_START, Math.max(0, at.offset()));
                attributes.put(IMarker.CHAR_END, Math.max(0, at.offset()) + Math.max(0, at.length()));
            }
            case Place at -> attributes.put(IMarker.LOCATION, at.position());
            case null -> {}
        }
        placed.place().ifPresent(name -> attributes.put(IMarker.LOCATION, name));
        return attributes;
    }
}
