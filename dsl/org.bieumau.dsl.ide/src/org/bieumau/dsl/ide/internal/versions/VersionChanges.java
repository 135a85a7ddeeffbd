/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.versions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bieumau.consolidation.internal.compare.Comparison;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.edit.Differences;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The differences between two versions of a file: its documents by division and its forms by row and column, as <code>
 * bieumau compare</code> finds them, and everything else by line.
 */
public final class VersionChanges {

    /** The kind of a difference. */
    public enum Kind {
        ADDED,
        DROPPED,
        CHANGED,
        MOVED,
        RENAMED
    }

    /**
     * A difference.
     *
     * @param place the element, and the division, row or line in it
     * @param earlier the text in the earlier version; empty if it is new
     * @param later the text in the later version; empty if it is gone
     */
    public record Change(Kind kind, String place, String earlier, String later) {

        /** Returns the kind in words. */
        public String title() {
            return IdeMessages.ALL.text("version." + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private final List<Change> changes = new ArrayList<>();

    private VersionChanges() {}

    /**
     * Compares two versions of a file. Slow for long files.
     *
     * @param file the file, whose folder has the libraries that it uses
     */
    public static List<Change> of(Path file, String earlier, String later) {
        var found = new VersionChanges();
        var before = lines(earlier);
        var after = lines(later);
        if (!before.equals(after)) {
            try {
                found.compare(elements(file, earlier), elements(file, later));
            } catch (ProblemException | RuntimeException e) {
                // A version that cannot be read is compared line by line.
                found.changes.clear();
            }
            if (found.changes.isEmpty()) {
                found.addLines("", before, after);
            }
        }
        return List.copyOf(found.changes);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::stripTrailing).toList();
    }

    /** Returns the elements by their names. */
    private static Map<String, LibraryElement> elements(Path file, String text) throws ProblemException {
        // The file itself may not exist any more.
        var read = new BieuReader(List.of(file.toAbsolutePath().getParent())).read(text);
        if (read.problems().stream().anyMatch(problem -> problem.code().startsWith("SYNTAX"))) {
            throw new IllegalStateException("syntax");
        }
        var elements = new LinkedHashMap<String, LibraryElement>();
        read.elements().forEach(element -> elements.putIfAbsent(String.valueOf(element.getName()), element));
        return elements;
    }

    private void compare(Map<String, LibraryElement> earlier, Map<String, LibraryElement> later) {
        later.forEach((name, element) -> {
            var before = earlier.get(name);
            if (before == null) {
                changes.add(new Change(Kind.ADDED, name, "", text(element)));
            } else {
                compare(name, before, element);
            }
        });
        earlier.forEach((name, element) -> {
            if (!later.containsKey(name)) {
                changes.add(new Change(Kind.DROPPED, name, text(element), ""));
            }
        });
    }

    private void compare(String name, LibraryElement earlier, LibraryElement later) {
        var before = lines(text(earlier));
        var after = lines(text(later));
        if (before.equals(after)) {
            return;
        }
        var count = changes.size();
        if (earlier instanceof Document && later instanceof Document
                || earlier instanceof Form && later instanceof Form) {
            try {
                var profile = Registry.of(later).profile(LayoutProfile.DEFAULT).orElseThrow();
                for (var each : Comparison.of(earlier, later, profile).records()) {
                    changes.add(change(name, each));
                }
            } catch (IOException | RuntimeException e) {
                // Unfinished elements and forms with data sources are compared line by line.
                changes.subList(count, changes.size()).clear();
            }
        }
        if (changes.size() == count) {
            addLines(name, before, after);
        }
    }

    private static Change change(String name, Map<String, Object> entry) {
        var kind = Kind.valueOf(entry.get("kind").toString().toUpperCase(Locale.ROOT));
        return new Change(
                kind,
                place(name, entry.get("group").toString(), entry.get("place").toString()),
                entry.get("earlier").toString(),
                entry.get("later").toString());
    }

    private static String place(String... parts) {
        var used = new ArrayList<String>();
        for (var part : parts) {
            // The number of a division is also in its heading.
            if (!part.isBlank() && used.stream().noneMatch(each -> each.startsWith(part))) {
                used.add(part);
            }
        }
        return String.join(" · ", used);
    }

    private void addLines(String name, List<String> earlier, List<String> later) {
        for (var run : Differences.of(earlier, later, String::equals)) {
            var before = String.join("\n", earlier.subList(run.from(), run.to()));
            var after = String.join("\n", later.subList(run.otherFrom(), run.otherTo()));
            changes.add(new Change(
                    before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.DROPPED : Kind.CHANGED,
                    place(name, IdeMessages.ALL.text("version.line", run.otherFrom() + 1)),
                    before,
                    after));
        }
    }

    private static String text(LibraryElement element) {
        var node = NodeModelUtils.findActualNodeFor(element);
        return node == null ? "" : node.getText().strip();
    }
}
