/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.unit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.consolidation.internal.unit.Sender.Evidence;

/** Finds out which unit sent a return: folder, unit of the form, letterhead, file name, in this order. */
public final class SenderFinder {

    private final UnitNames names;

    public SenderFinder(List<Unit> units) {
        names = new UnitNames(units);
    }

    /**
     * Returns the sender of a file.
     *
     * @param path path in the folder of returns, with slashes
     * @param unitName the unit that the form names; an empty string for none
     * @param heading texts above the table
     */
    public Sender find(String path, String unitName, List<String> heading) {
        var parts = path.split("/");
        var file = parts[parts.length - 1];
        var dot = file.lastIndexOf('.');
        var byFolder = folders(parts);
        var byForm = names.find(unitName);
        var candidates = new LinkedHashSet<Unit>();
        var steps = new Evidence[] {Evidence.FOLDER, Evidence.FORM, Evidence.LETTERHEAD, Evidence.FILE};
        for (var step : steps) {
            var found = switch (step) {
                case FOLDER -> byFolder;
                case FORM -> byForm;
                case LETTERHEAD -> letterhead(heading);
                default -> names.inFileName(dot > 0 ? file.substring(0, dot) : file);
            };
            var narrowed = narrowed(found, candidates);
            if (narrowed.size() == 1) {
                var unit = narrowed.iterator().next();
                var contrary = byForm.size() == 1
                        ? byForm.stream()
                                .filter(other -> other.index() != unit.index())
                                .findFirst()
                        : Optional.<Unit>empty();
                return new Sender(Optional.of(unit), step, List.of(), contrary);
            }
            candidates.addAll(found);
        }
        return new Sender(Optional.empty(), Evidence.NONE, new ArrayList<>(candidates), Optional.empty());
    }

    /** Of several units that earlier evidence leaves open, later evidence may only select one. */
    private static Set<Unit> narrowed(Set<Unit> found, Set<Unit> candidates) {
        if (candidates.isEmpty()) {
            return found;
        }
        var both = new LinkedHashSet<>(found);
        both.retainAll(candidates);
        return both;
    }

    private Set<Unit> folders(String[] parts) {
        for (int i = parts.length - 2; i >= 0; i--) {
            var name = parts[i];
            var found = names.inFileName(name.replaceFirst("(?i)\\.zip$", ""));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    /** Returns whether a text names a unit. */
    public boolean isEvidence(String text) {
        return !names.find(text).isEmpty();
    }

    private Set<Unit> letterhead(List<String> heading) {
        var found = new LinkedHashSet<Unit>();
        heading.forEach(line -> found.addAll(names.find(line)));
        return found;
    }
}
