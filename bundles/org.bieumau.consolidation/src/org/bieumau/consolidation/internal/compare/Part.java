/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.model.DivisionLevel;
import org.jspecify.annotations.Nullable;

/** A numbered part of a document, or a paragraph without a number. */
final class Part {

    private final @Nullable Part parent;
    private final @Nullable DivisionLevel level;
    private final String label;
    private final Wording wording;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param parent the part around it; null for the whole document
     * @param level null for a paragraph without a number
     * @param label the printed number, such as «II.»; empty if there is none
     */
    Part(@Nullable Part parent, @Nullable DivisionLevel level, String label, String text) {
        this.parent = parent;
        this.level = level;
        this.label = label;
        wording = new Wording(text);
        if (parent != null) {
            parent.parts.add(this);
        }
    }

    @Nullable
    Part parent() {
        return parent;
    }

    @Nullable
    DivisionLevel level() {
        return level;
    }

    List<Part> parts() {
        return parts;
    }

    Wording wording() {
        return wording;
    }

    /** Returns the text with its number. */
    String text() {
        return label.isEmpty() ? wording.text() : label + " " + wording.text();
    }

    /** Returns this part and all parts within it, in order. */
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
    }

    /** Returns the text of this part and of all parts within it, a line each. */
    List<String> lines() {
        return all().map(Part::text).toList();
    }

    /** Returns the outermost part around this one below the whole document; this part itself if it is outermost. */
    Part outermost() {
        return parent == null || parent.parent == null ? this : parent.outermost();
    }

    /**
     * Returns the numbers from the outermost part to this one, such as «II.3.a». A dash or plus has none of its own,
     * and an «Điều» needs no number of the parts around it.
     */
    String place() {
        var own = switch (level) {
            case null -> "";
            case DASH, PLUS -> "";
            case ARTICLE -> label.replaceAll("\\.$", "");
            default -> label.replaceAll("[.)]+$", "");
        };
        var outer = parent == null || level == DivisionLevel.ARTICLE ? "" : parent.place();
        return outer.isEmpty() ? own : own.isEmpty() ? outer : outer + "." + own;
    }
}
