/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__ADDRESSEES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__BASES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.model.Addressee;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Citation;
import org.bieumau.model.Library;
import org.bieumau.model.Recipient;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Writes addressees, legal bases and recipients, given as lines of text. */
final class ItemLines {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    /** A group on one line: <code>Các Sở { Tài chính; Nội vụ } (để phối hợp)</code>. */
    private static final Pattern GROUP =
            Pattern.compile("(?<lead>[^{}]*?)\\s*\\{(?<members>[^{}]*)\\}\\s*(?:\\((?<note>.*)\\))?");

    private ItemLines() {}

    /** Returns the lines of a text that are not blank. */
    static List<String> of(String text) {
        return text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    /** Returns the lines of the items of a document or copy. */
    static List<String> of(EObject owner, EStructuralFeature feature) {
        return ((List<?>) owner.eGet(feature)).stream().map(FieldValues::shown).toList();
    }

    /**
     * Replaces the items of a document or copy by those of the lines. Items that do not change stay the same elements.
     *
     * @param lines the lines of the items before
     */
    @SuppressWarnings("unchecked")
    static void write(EObject owner, EStructuralFeature feature, List<String> lines, String written, Library library) {
        var items = (List<EObject>) owner.eGet(feature);
        var all = List.copyOf(items);
        var before = new ArrayList<>(items);
        var now = new ArrayList<EObject>();
        for (var line : of(written)) {
            var known = before.stream()
                    .filter(each -> lines.get(all.indexOf(each)).equals(line))
                    .findFirst();
            known.ifPresent(before::remove);
            now.add(known.orElseGet(() -> item(feature, line, library)));
        }
        if (!now.equals(items)) {
            items.removeIf(each -> !now.contains(each));
            for (int i = 0; i < now.size(); i++) {
                if (i >= items.size() || items.get(i) != now.get(i)) {
                    items.remove(now.get(i));
                    items.add(i, now.get(i));
                }
            }
        }
    }

    private static EObject item(EStructuralFeature feature, String line, Library library) {
        var group = GROUP.matcher(line);
        if (feature == DOCUMENT__ADDRESSEES) {
            if (group.matches()) {
                var addressees = MODEL.createAddresseeGroup();
                addressees.setLead(group.group("lead").isEmpty() ? null : group.group("lead"));
                members(group).forEach(name -> addressees.getMembers().add(addressee(name, library)));
                addressees.setNote(group.group("note"));
                return addressees;
            }
            return addressee(line, library);
        }
        if (feature == DOCUMENT__BASES) {
            var basis = MODEL.createLegalBasis();
            var citation = library.getElements().stream()
                    .filter(each -> each instanceof Citation && line.equals("[" + each.getName() + "]"))
                    .findFirst();
            citation.ifPresentOrElse(each -> basis.setCitation((Citation) each), () -> basis.setText(line));
            return basis;
        }
        if (group.matches() && group.group("lead").isEmpty()) {
            var recipients = MODEL.createRecipientGroup();
            members(group).forEach(name -> recipients.getMembers().add(recipient(name, library)));
            recipients.setNote(group.group("note"));
            return recipients;
        }
        return recipient(line, library);
    }

    private static List<String> members(Matcher group) {
        return Stream.of(group.group("members").split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Addressee addressee(String name, Library library) {
        var addressee = MODEL.createAddressee();
        agency(name, library).ifPresentOrElse(addressee::setAgency, () -> addressee.setText(name));
        return addressee;
    }

    private static Recipient recipient(String name, Library library) {
        var recipient = MODEL.createRecipient();
        agency(name, library).ifPresentOrElse(recipient::setAgency, () -> recipient.setText(name));
        return recipient;
    }

    /** Returns the agency of the file with a label, to write it in a group again. */
    private static Optional<Agency> agency(String label, Library library) {
        return library.getElements().stream()
                .filter(each ->
                        each instanceof Agency && FieldValues.label(each).equals(label))
                .map(Agency.class::cast)
                .findFirst();
    }
}
