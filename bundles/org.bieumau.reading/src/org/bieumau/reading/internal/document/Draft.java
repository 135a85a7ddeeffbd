/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.role.RoledText;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.values.ProperCase;

/** A document while it is built, with what was decided about it. */
final class Draft {

    private final RoledText text;
    private final int part;
    private final Environment environment;
    private final Document document = BieumauFactory.eINSTANCE.createDocument();
    private final Document main;
    private final List<LibraryElement> elements;
    private final Set<String> uses;
    private final List<Problem> problems;
    private final Set<String> names;
    private final Map<ProseLine, Place> places;
    private LayoutProfile profile;

    /** @param names names of elements that are taken */
    Draft(RoledText text, int part, Environment environment, Set<String> names) {
        this.text = text;
        this.part = part;
        this.environment = environment;
        this.names = names;
        main = document;
        elements = new ArrayList<>();
        uses = new LinkedHashSet<>();
        problems = new ArrayList<>();
        places = new IdentityHashMap<>();
    }

    private Draft(Draft copied, int part) {
        this.part = part;
        text = copied.text;
        environment = copied.environment;
        names = copied.names;
        main = copied.document;
        elements = copied.elements;
        uses = copied.uses;
        problems = copied.problems;
        places = copied.places;
        profile = copied.profile;
    }

    /**
     * Returns a draft of what certifies a copy of the document. Its letterhead, recipients and signature are read as
     * those of a document, by the rules that hold for the document.
     */
    Draft ofCopy(int part) {
        return new Draft(this, part);
    }

    boolean isOfCopy() {
        return main != document;
    }

    RoledText text() {
        return text;
    }

    /** Returns the case of names as the file writes them. */
    ProperCase properCase() {
        return new ProperCase(text.lines().map(Line::text));
    }

    int part() {
        return part;
    }

    Environment environment() {
        return environment;
    }

    Document document() {
        return document;
    }

    /** Returns the document that is copied; {@link #document()} unless this is the draft of a copy. */
    Document main() {
        return main;
    }

    /** Elements that the document refers to. */
    List<LibraryElement> elements() {
        return elements;
    }

    Set<String> uses() {
        return uses;
    }

    /** Returns where the lines of prose are in the file. */
    Map<ProseLine, Place> places() {
        return places;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Returns a name that no other element has. */
    String name(String wanted) {
        var unique = wanted;
        for (int i = 2; !names.add(unique); i++) {
            unique = wanted + "_" + i;
        }
        return unique;
    }

    /** Determines the layout profile, once agency and date are known. */
    void settle() {
        profile = ResolvedDocument.of(document).profile(environment).orElseThrow();
    }

    LayoutProfile profile() {
        return profile;
    }

    String rule(Key key) {
        return profile.text(key, day());
    }

    List<String> words(Key key) {
        return profile.words(key, day());
    }

    Look look(Component component) {
        return profile.style(component, day()).look();
    }

    private LocalDate day() {
        return ResolvedDocument.of(main).day(profile);
    }

    void warn(String code, Place place, Object... arguments) {
        problems.add(new Problem(code, Severity.WARNING, ReadingMessages.ALL.text(code, arguments), place));
    }

    void tell(String code, Place place, Object... arguments) {
        problems.add(new Problem(code, Severity.INFO, ReadingMessages.ALL.text(code, arguments), place));
    }

    /** Keeps lines whose text has no place in the document. */
    void leave(List<Line> lines) {
        lines.forEach(line -> leave(line.paragraph().place(), line.text()));
    }

    void leave(Place place, String left) {
        if (!left.isBlank()) {
            document.getLeftovers()
                    .add(org.bieumau.core.internal.resolved.Leftovers.of(
                            org.bieumau.reading.internal.rows.SourcePlace.text(place), left.strip()));
        }
    }

    /** Hands the lines that are left of a copy over to the document. */
    void keepLeftovers() {
        main.getLeftovers().addAll(List.copyOf(document.getLeftovers()));
    }
}
