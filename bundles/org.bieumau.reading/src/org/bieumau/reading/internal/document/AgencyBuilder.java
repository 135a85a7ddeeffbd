/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauFactory;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.values.ProperCase;

/**
 * Finds the issuing bodies of a letterhead among those of known libraries; makes agencies of the printed names if there
 * are none.
 */
final class AgencyBuilder {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    private final Draft draft;
    private final List<KnownAgency> known;
    private final ProperCase names;
    private final List<Agency> made = new ArrayList<>();

    AgencyBuilder(Draft draft, List<KnownAgency> known, ProperCase names) {
        this.draft = draft;
        this.known = known;
        this.names = names;
    }

    /** A printed body. */
    private record Printed(String superior, String name) {}

    void build() {
        var bodies = printed();
        for (var body : bodies) {
            var agency = find(body);
            if (draft.document().getAgency() == null) {
                draft.document().setAgency(agency);
            } else {
                draft.document().getJointAgencies().add(agency);
            }
        }
    }

    /** Returns the issuing bodies. Several in one document are joined by hyphens; each may be below its superior. */
    private List<Printed> printed() {
        var bodies = new ArrayList<Printed>();
        var superior = "";
        var name = "";
        for (var line :
                draft.text().lines().filter(each -> each.part() == draft.part()).toList()) {
            if (line.role() == Role.SUPERIOR) {
                if (!name.isEmpty()) {
                    add(superior, name, bodies);
                    superior = "";
                    name = "";
                }
                superior = join(superior, line);
            } else if (line.role() == Role.ISSUER) {
                name = join(name, line);
            }
        }
        add(superior, name, bodies);
        return bodies;
    }

    private static void add(String superior, String name, List<Printed> bodies) {
        for (var each : name.split("(?<=[\\s\u00A0])-(\\s+|$)")) {
            if (!each.isBlank()) {
                bodies.add(new Printed(superior, each.strip()));
            }
        }
    }

    private static String join(String name, Line line) {
        return (name + " " + line.text()).strip();
    }

    /** Returns the agency that a copy names without its superior. */
    Agency find(String name) {
        return find(new Printed("", name));
    }

    private Agency find(Printed body) {
        var own = own().filter(each -> fits(each, body)).findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        var found = known.stream().filter(each -> fits(each.agency(), body)).toList();
        var best = found.size() > 1
                ? found.stream().filter(each -> isHere(each.agency())).toList()
                : found;
        // Several bodies of one document are those of one library.
        best = best.stream().anyMatch(this::isUsed)
                ? best.stream().filter(this::isUsed).toList()
                : best;
        if (best.isEmpty() || best.size() > 1 && body.superior.isEmpty()) {
            return make(body.superior, body.name);
        }
        draft.uses().add(best.getFirst().library());
        return best.getFirst().agency();
    }

    /** Returns the agencies that the document names. */
    private Stream<Agency> own() {
        return Stream.of(
                        Stream.ofNullable(draft.main().getAgency()),
                        draft.main().getJointAgencies().stream(),
                        defined())
                .flatMap(agencies -> agencies);
    }

    /** Returns the agencies that are defined beside the document. */
    private Stream<Agency> defined() {
        return draft.elements().stream().filter(Agency.class::isInstance).map(Agency.class::cast);
    }

    private boolean fits(Agency agency, Printed body) {
        var names = AgencyNames.at(agency, draft.document().getDate());
        return draft.isOfCopy() && body.superior.isEmpty()
                ? alike(names.issuer(), body.name) || alike(names.title(), body.name)
                : alike(names.issuer(), body.name) && alike(superior(agency), body.superior);
    }

    private boolean isUsed(KnownAgency agency) {
        return draft.uses().contains(agency.library());
    }

    private static boolean alike(String name, String printed) {
        return VietnameseText.fold(VietnameseText.capitals(name)).equals(VietnameseText.fold(printed))
                && VietnameseText.spelledAlike(VietnameseText.capitals(name), VietnameseText.capitals(printed));
    }

    private String superior(Agency agency) {
        return agency.getSuperior() == null || agency.getSuperior().eIsProxy()
                ? ""
                : AgencyNames.at(agency.getSuperior(), draft.document().getDate())
                        .heading();
    }

    private boolean isHere(Agency agency) {
        return agency.getPlaceName() != null
                && agency.getPlaceName().equals(draft.document().getPlaceName());
    }

    private Agency make(String superior, String name) {
        var agency = BieumauFactory.eINSTANCE.createAgency();
        agency.setTitle(names.of(name));
        if (!superior.isEmpty()) {
            agency.setSuperior(defined()
                    .filter(each -> alike(each.getTitle(), superior))
                    .findFirst()
                    .orElseGet(() -> make("", superior)));
        }
        agency.setName(draft.name(identifier(agency.getTitle())));
        made.add(agency);
        draft.elements().add(agency);
        return agency;
    }

    private static String identifier(String title) {
        var name = new StringBuilder();
        WORD.matcher(title).results().forEach(word -> name.append(VietnameseText.capitalised(word.group())));
        return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "CơQuan" + name : name.toString();
    }

    /** Returns the agencies that were made of printed names. */
    List<Agency> made() {
        return made;
    }
}
