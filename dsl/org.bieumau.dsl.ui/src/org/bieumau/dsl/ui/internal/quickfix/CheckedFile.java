/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.quickfix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.bieumau.dsl.ide.internal.quickfix.QuickFix;
import org.bieumau.dsl.ide.internal.quickfix.QuickFixes;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.xtext.validation.Issue;

/** Text, model and problems of a file: of its text in the editor if the file is open, otherwise of its text on disk. */
record CheckedFile(Path path, String text, LiveFile file, List<Issue> problems) {

    /** Reads and checks a file; empty if the file is gone or the check was cancelled. */
    static Optional<CheckedFile> of(IResource resource, BooleanSupplier cancelled) {
        if (resource.getLocation() == null) {
            return Optional.empty();
        }
        var path = resource.getLocation().toPath();
        try {
            var text = text(path);
            var file = new LiveFile(path, text, List.of(), Registry.installed());
            return file.problems(cancelled).map(problems -> new CheckedFile(path, text, file, problems));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the text of a file: in the editor if it is open, otherwise on disk. */
    static String text(Path path) throws IOException {
        var open = OpenDocument.of(path);
        if (open.isPresent()) {
            return open.get().document().get();
        }
        var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Returns whether the text has not changed since it was read. */
    boolean isCurrent() {
        try {
            return text(path).equals(text);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the quick fixes for the problem of a marker. */
    List<QuickFix> fixes(IMarker marker) {
        return problem(marker)
                .map(issue -> file.read(resource -> QuickFixes.of(resource, issue)))
                .orElse(List.of());
    }

    /**
     * Edits with the number of markers whose problems they fix.
     *
     * @param elsewhere edits of other files
     */
    record Fixed(List<TextEdit> edits, List<EditElsewhere> elsewhere, int markers) {}

    /**
     * Returns the edits that fix the problems of several markers. One edit may fix several problems.
     *
     * @param label the label of the quick fix to apply to problems with more than one
     */
    Fixed fixes(List<IMarker> markers, String label) {
        var issues =
                markers.stream().flatMap(marker -> problem(marker).stream()).toList();
        return file.read(resource -> {
            var edits = QuickFixes.ofAll(resource, issues, label);
            var fixed = issues.stream()
                    .filter(issue -> QuickFixes.edit(resource, issue, label)
                            .filter(edits::contains)
                            .isPresent())
                    .count();
            var others = issues.stream()
                    .flatMap(issue -> QuickFixes.of(resource, issue).stream())
                    .filter(fix -> fix.file() != null && fix.label().equals(label))
                    .map(fix -> EditElsewhere.of(fix, resource))
                    .toList();
            return new Fixed(edits, others.stream().distinct().toList(), (int) fixed + others.size());
        });
    }

    /**
     * Returns the problem of a marker: the one with the same message nearest to the offset of the marker, since the
     * text may have been edited after the marker was set.
     */
    private Optional<Issue> problem(IMarker marker) {
        var offset = marker.getAttribute(IMarker.CHAR_START, 0);
        return problems.stream()
                .filter(issue ->
                        ProblemAnnotation.displayMessage(issue).equals(marker.getAttribute(IMarker.MESSAGE, "")))
                .min(Comparator.comparingInt(issue -> Math.abs(issue.getOffset() - offset)));
    }
}
