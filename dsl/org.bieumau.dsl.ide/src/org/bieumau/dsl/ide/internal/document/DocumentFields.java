/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__ADDRESSEES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__BASES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__CIRCULATION;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DATE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DRAFT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DRAFTING_UNIT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__JOINT_AGENCIES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__NUMBER;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__RECIPIENTS;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SECRECY;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SYMBOL;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__URGENCY;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AUTHORITY;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AUTHORITY_OF;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__INSTRUCTION;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__PERSON_NAME;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__POSITION;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__SIGNER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.text.Span;
import org.bieumau.dsl.internal.edit.Literals;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Addressee;
import org.bieumau.model.AddresseeGroup;
import org.bieumau.model.Agency;
import org.bieumau.model.Authority;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Citation;
import org.bieumau.model.Document;
import org.bieumau.model.LegalBasis;
import org.bieumau.model.Library;
import org.bieumau.model.Named;
import org.bieumau.model.OrganizationalUnit;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.Signature;
import org.bieumau.model.Signer;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/**
 * Reads and writes the settings of a document as fields of a page: header, addressees, legal bases, recipients and
 * signature.
 */
public final class DocumentFields {

    /** Input type of a field. */
    public enum Kind {
        LINE,
        /** One of the choices, given by its label; empty for none. */
        CHOICE,
        /** One item per line. */
        LINES
    }

    /**
     * Snapshot of a field, which does not change when the file changes.
     *
     * @param id the name of the model feature, such as <code>placeName</code>, with the prefix <code>signature.</code>
     *     for the signature
     * @param value the value in the text; empty if none is written
     * @param implied the value that applies if none is written, taken from the template, the agency or the signer;
     *     empty if there is none
     * @param choices the labels of the available choices
     * @param offset the offset of the value in the text; -1 if none is written
     */
    public record Field(
            String id, Kind kind, String value, String implied, List<String> choices, int offset, int length) {}

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    private static final String SIGNATURE = "signature.";
    /** A group on one line: <code>Các Sở { Tài chính; Nội vụ } (để phối hợp)</code>. */
    private static final Pattern GROUP =
            Pattern.compile("(?<lead>[^{}]*?)\\s*\\{(?<members>[^{}]*)\\}\\s*(?:\\((?<note>.*)\\))?");

    private static final List<EStructuralFeature> OF_DOCUMENT = List.of(
            DOCUMENT__AGENCY,
            DOCUMENT__JOINT_AGENCIES,
            DOCUMENT__DRAFTING_UNIT,
            DOCUMENT__NUMBER,
            DOCUMENT__SYMBOL,
            DOCUMENT__PLACE_NAME,
            DOCUMENT__DATE,
            DOCUMENT__SUBJECT,
            DOCUMENT__SECRECY,
            DOCUMENT__URGENCY,
            DOCUMENT__CIRCULATION,
            DOCUMENT__DRAFT,
            DOCUMENT__ADDRESSEES,
            DOCUMENT__BASES,
            DOCUMENT__RECIPIENTS);
    private static final List<EStructuralFeature> OF_SIGNATURE = List.of(
            SIGNATURE__AUTHORITY,
            SIGNATURE__AUTHORITY_OF,
            SIGNATURE__POSITION,
            SIGNATURE__SIGNER,
            SIGNATURE__PERSON_NAME,
            SIGNATURE__INSTRUCTION);

    private DocumentFields() {}

    /** Returns the names of the documents in a file. */
    public static List<String> documents(XtextResource resource) {
        return Libraries.named(resource, Document.class).stream()
                .map(Named::getName)
                .toList();
    }

    /**
     * Returns the fields of a document, followed by those of its first signature; an empty list if there is no such
     * document.
     */
    public static List<Field> of(XtextResource resource, String name) {
        var fields = new ArrayList<Field>();
        Libraries.named(resource, Document.class, name).ifPresent(document -> {
            OF_DOCUMENT.forEach(feature -> fields.add(field("", document, document, feature, resource)));
            var signature = document.getSignatures().isEmpty()
                    ? null
                    : document.getSignatures().get(0);
            OF_SIGNATURE.forEach(feature -> fields.add(field(SIGNATURE, document, signature, feature, resource)));
        });
        return fields;
    }

    private static Field field(
            String prefix, Document document, EObject owner, EStructuralFeature feature, XtextResource resource) {
        var nodes = owner == null ? List.<INode>of() : NodeModelUtils.findNodesForFeature(owner, feature);
        var offset = nodes.isEmpty() ? -1 : nodes.getFirst().getOffset();
        var length = nodes.isEmpty() ? 0 : nodes.getLast().getEndOffset() - offset;
        var value = owner == null || !owner.eIsSet(feature) ? null : owner.eGet(feature);
        var kind = feature.isMany()
                ? Kind.LINES
                : feature instanceof EReference || feature.getEType() instanceof EEnum ? Kind.CHOICE : Kind.LINE;
        List<String> choices = switch (kind) {
            case CHOICE ->
                feature instanceof EReference reference
                        ? List.copyOf(
                                candidates(document, owner, reference, resource).keySet())
                        : Literals.of((EEnum) feature.getEType());
            default -> List.of();
        };
        return new Field(
                prefix + feature.getName(),
                kind,
                shown(value),
                value == null ? implied(document, feature) : "",
                choices,
                offset,
                length);
    }

    private static String implied(Document document, EStructuralFeature feature) {
        var resolved = ResolvedDocument.of(document);
        var signature =
                resolved.signatures().isEmpty() ? null : resolved.signatures().get(0);
        var implied = shown(
                switch (feature.getName()) {
                    case "agency" -> resolved.agency();
                    case "jointAgencies" -> resolved.agencies().stream().skip(1).toList();
                    case "draftingUnit" -> resolved.draftingUnit();
                    case "placeName" -> resolved.placeName();
                    case "date" -> resolved.date();
                    case "subject" ->
                        resolved.subject().stream()
                                .flatMap(List::stream)
                                .map(Span::text)
                                .collect(Collectors.joining(" "));
                    case "secrecy" -> resolved.secrecy();
                    case "urgency" -> resolved.urgency();
                    case "circulation" -> resolved.circulation();
                    case "draft" -> resolved.draft().orElse(null);
                    case "addressees" -> resolved.addresseeItems();
                    case "bases" -> resolved.bases();
                    case "recipients" -> resolved.recipients();
                    case "authority" ->
                        signature == null || !signature.eIsSet(SIGNATURE__AUTHORITY) ? null : signature.getAuthority();
                    case "authorityOf" -> signature == null ? null : signature.getAuthorityOf();
                    case "signer" -> signature == null ? null : signature.getSigner();
                    case "position" ->
                        signature == null
                                ? null
                                : ResolvedDocument.Signatory.of(signature).position();
                    case "personName" ->
                        signature == null
                                ? null
                                : ResolvedDocument.Signatory.of(signature).name();
                    default -> null;
                });
        return implied.equals("-") ? "" : implied;
    }

    /** Returns the possible targets of a reference by label. */
    private static Map<String, EObject> candidates(
            Document document, EObject owner, EReference reference, XtextResource resource) {
        var candidates = new LinkedHashMap<String, EObject>();
        for (var each : resource.getResourceServiceProvider()
                .get(IScopeProvider.class)
                .getScope(owner == null ? document : owner, reference)
                .getAllElements()) {
            if (!each.getEObjectOrProxy().eIsProxy() && each.getName().getSegmentCount() == 1) {
                candidates.putIfAbsent(label(each.getEObjectOrProxy()), each.getEObjectOrProxy());
            }
        }
        return candidates;
    }

    private static String label(EObject element) {
        var title = switch (element) {
            case Agency agency -> agency.getTitle();
            case OrganizationalUnit unit -> unit.getTitle();
            case Signer signer -> signer.getPersonName();
            default -> null;
        };
        var name = element instanceof Named named ? named.getName() : "";
        return title == null || title.isBlank() ? name : title + " (" + name + ")";
    }

    private static String shown(Object value) {
        return switch (value) {
            case null -> "";
            case List<?> items -> items.stream().map(DocumentFields::shown).collect(Collectors.joining("\n"));
            case Addressee addressee ->
                addressee.getAgency() != null ? label(addressee.getAgency()) : String.valueOf(addressee.getText());
            case LegalBasis basis ->
                basis.getCitation() != null
                        ? "[" + basis.getCitation().getName() + "]"
                        : String.valueOf(basis.getText());
            case Recipient recipient ->
                (recipient.getAgency() != null ? label(recipient.getAgency()) : String.valueOf(recipient.getText()))
                        + note(recipient.getNote());
            case AddresseeGroup group ->
                (group.getLead() == null ? "" : group.getLead() + " ")
                        + group(group.getMembers())
                        + note(group.getNote());
            case RecipientGroup group -> group(group.getMembers()) + note(group.getNote());
            case Enumerator literal -> literal.getLiteral();
            case EObject element -> label(element);
            default -> value.toString();
        };
    }

    private static String group(List<?> members) {
        return "{ " + members.stream().map(DocumentFields::shown).collect(Collectors.joining("; ")) + " }";
    }

    private static String note(String note) {
        return note == null ? "" : " (" + note + ")";
    }

    // Writing

    /**
     * Writes a field; an empty value removes it. Items of a multi-line field that do not change keep their text.
     *
     * @throws RefusedException if the value is not valid for the field or the text of the file cannot be changed now
     */
    public static List<TextEdit> write(XtextResource resource, String name, String id, String value)
            throws RefusedException {
        var document = Libraries.named(resource, Document.class, name)
                .orElseThrow(() -> new RefusedException("document", null, name));
        var ofSignature = id.startsWith(SIGNATURE);
        var feature = (ofSignature ? OF_SIGNATURE : OF_DOCUMENT)
                .stream()
                        .filter(each -> id.endsWith("." + each.getName()) || id.equals(each.getName()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(id));
        var written = VietnameseText.nfc(value).replace("\r", "").strip();
        var signature = document.getSignatures().isEmpty()
                ? null
                : document.getSignatures().get(0);
        var wanted = feature.isMany()
                ? null
                : single(resource, document, ofSignature ? signature : document, feature, written);
        if (ofSignature && signature == null && wanted == null) {
            return List.of();
        }
        var agencies = feature == DOCUMENT__JOINT_AGENCIES ? agencies(resource, document, written) : List.<EObject>of();
        var index = Libraries.library(resource).orElseThrow().getElements().indexOf(document);
        return new ModelEdits(resource).of(library -> {
            var changed = (Document) library.getElements().get(index);
            if (feature == DOCUMENT__JOINT_AGENCIES) {
                changed.getJointAgencies().clear();
                agencies.forEach(agency ->
                        changed.getJointAgencies().add((Agency) ModelEdits.copied(agency, library, resource)));
                leadByTheFirst(changed);
            } else if (feature.isMany()) {
                lines(changed, feature, written, library);
            } else if (ofSignature) {
                if (changed.getSignatures().isEmpty()) {
                    changed.getSignatures().add(MODEL.createSignature());
                }
                set(changed.getSignatures().get(0), feature, wanted, library, resource);
                completeAuthority(changed.getSignatures().get(0), feature);
            } else {
                set(changed, feature, wanted, library, resource);
                if (feature == DOCUMENT__AGENCY) {
                    leadByTheFirst(changed);
                    detach(changed);
                }
            }
        });
    }

    private static List<EObject> agencies(XtextResource resource, Document document, String written)
            throws RefusedException {
        var candidates = candidates(document, document, DOCUMENT__JOINT_AGENCIES, resource);
        var agencies = new ArrayList<EObject>();
        for (var line : written.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            if (!candidates.containsKey(line)) {
                throw new RefusedException("choice", null, line);
            }
            agencies.add(candidates.get(line));
        }
        return agencies;
    }

    /** Makes the first joint agency the leading one if the document has no other. */
    private static void leadByTheFirst(Document document) {
        if (document.getAgency() == null && !document.getJointAgencies().isEmpty()) {
            document.setAgency(document.getJointAgencies().removeFirst());
        }
    }

    /** Keeps the authority and the title it applies to together: neither is written without the other. */
    private static void completeAuthority(Signature signature, EStructuralFeature feature) {
        if (feature == SIGNATURE__AUTHORITY) {
            if (!signature.eIsSet(SIGNATURE__AUTHORITY)) {
                signature.eUnset(SIGNATURE__AUTHORITY_OF);
            } else if (signature.getAuthorityOf() == null) {
                signature.setAuthorityOf("");
            }
        } else if (feature == SIGNATURE__AUTHORITY_OF) {
            if (signature.getAuthorityOf() == null && signature.eIsSet(SIGNATURE__AUTHORITY)) {
                signature.setAuthorityOf("");
            } else if (signature.getAuthorityOf() != null && !signature.eIsSet(SIGNATURE__AUTHORITY)) {
                signature.setAuthority(Authority.FOR_HEAD);
            }
        }
    }

    /**
     * Removes the references to members of the former agency: the drafting unit is dropped, signers are replaced by
     * their names.
     */
    private static void detach(Document document) {
        var agencies = ResolvedDocument.of(document).agencies();
        var unit = document.getDraftingUnit();
        if (unit != null
                && agencies.stream().noneMatch(agency -> agency.getUnits().contains(unit))) {
            document.setDraftingUnit(null);
        }
        for (var signature : document.getSignatures()) {
            var signer = signature.getSigner();
            if (signer != null
                    && !signer.eIsProxy()
                    && agencies.stream().noneMatch(agency -> agency.getSigners().contains(signer))) {
                signature.setSigner(null);
                signature.setPosition(signature.getPosition() == null ? signer.getPosition() : signature.getPosition());
                signature.setPersonName(
                        signature.getPersonName() == null ? signer.getPersonName() : signature.getPersonName());
            }
        }
    }

    private static void set(
            EObject owner, EStructuralFeature feature, Object value, Library library, XtextResource resource) {
        if (value == null) {
            owner.eUnset(feature);
        } else {
            owner.eSet(
                    feature, value instanceof EObject element ? ModelEdits.copied(element, library, resource) : value);
        }
    }

    private static Object single(
            XtextResource resource, Document document, EObject owner, EStructuralFeature feature, String written)
            throws RefusedException {
        if (written.isEmpty()) {
            return null;
        }
        if (feature instanceof EReference reference) {
            var found = candidates(document, owner, reference, resource).get(written);
            if (found == null) {
                throw new RefusedException("choice", null, written);
            }
            return found;
        }
        if (feature.getEType() instanceof EEnum literals) {
            return Literals.value(literals, written);
        }
        if (feature == DOCUMENT__DATE) {
            try {
                return PartialDate.valueOf(written);
            } catch (RuntimeException e) {
                throw new RefusedException("date", e, written);
            }
        }
        if (feature == DOCUMENT__DRAFT) {
            if (!written.matches("\\d{1,4}")) {
                throw new RefusedException("template.number", null, written);
            }
            return Integer.valueOf(written);
        }
        if (feature == DOCUMENT__NUMBER && !written.matches("\\d+|…")) {
            throw new RefusedException("number", null, written);
        }
        return written.replaceAll("\\s*\\n\\s*", " ");
    }

    @SuppressWarnings("unchecked")
    private static void lines(Document document, EStructuralFeature feature, String written, Library library) {
        var items = (List<EObject>) document.eGet(feature);
        var before = new ArrayList<>(items);
        var now = new ArrayList<EObject>();
        for (var line : written.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            var known = before.stream().filter(each -> shown(each).equals(line)).findFirst();
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

    /** Returns the agency of the file with a label, as in a group that is written anew. */
    private static Optional<Agency> agency(String label, Library library) {
        return library.getElements().stream()
                .filter(each -> each instanceof Agency && label(each).equals(label))
                .map(Agency.class::cast)
                .findFirst();
    }
}
