/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import static org.bieumau.model.BieumauPackage.Literals.ADDRESSEE__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__NUMBER;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DRAFT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__NUMBER;
import static org.bieumau.model.BieumauPackage.Literals.LEGAL_BASIS__CITATION;
import static org.bieumau.model.BieumauPackage.Literals.RECIPIENT__AGENCY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.internal.edit.Literals;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.model.Addressee;
import org.bieumau.model.AddresseeGroup;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.LegalBasis;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Named;
import org.bieumau.model.OrganizationalUnit;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.Signer;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Converts between the values of the model and the texts of the fields. */
final class FieldValues {

    private FieldValues() {}

    // Reading

    /**
     * Returns the field of a feature.
     *
     * @param owner the element that has the feature; null if it does not exist yet
     * @param element the document or form it belongs to
     * @param implied the value that applies if none is written, or null
     */
    static Field field(
            String prefix,
            LibraryElement element,
            EObject owner,
            EStructuralFeature feature,
            Object implied,
            XtextResource resource) {
        var nodes = owner == null ? List.<INode>of() : NodeModelUtils.findNodesForFeature(owner, feature);
        var offset = nodes.isEmpty() ? -1 : nodes.getFirst().getOffset();
        var length = nodes.isEmpty() ? 0 : nodes.getLast().getEndOffset() - offset;
        var value = owner == null || !owner.eIsSet(feature) ? null : owner.eGet(feature);
        var kind = kind(feature);
        List<String> choices = switch (kind) {
            case CHOICE ->
                feature instanceof EReference reference
                        ? List.copyOf(candidates(owner == null ? element : owner, reference, resource)
                                .keySet())
                        : Literals.of((EEnum) feature.getEType());
            default -> List.of();
        };
        var shown = value == null ? shown(implied) : "";
        return new Field(
                prefix + feature.getName(),
                kind,
                shown(value, owner, feature),
                shown.equals("-") ? "" : shown,
                choices,
                offset,
                length);
    }

    private static Field.Kind kind(EStructuralFeature feature) {
        if (feature.isMany()) {
            return Field.Kind.LINES;
        }
        if (feature.getEType() == EcorePackage.Literals.EBOOLEAN) {
            return Field.Kind.CHECK;
        }
        return feature instanceof EReference || feature.getEType() instanceof EEnum
                ? Field.Kind.CHOICE
                : Field.Kind.LINE;
    }

    /** Returns the possible targets of a reference by label. */
    private static Map<String, EObject> candidates(EObject owner, EReference reference, XtextResource resource) {
        var candidates = new LinkedHashMap<String, EObject>();
        for (var each : resource.getResourceServiceProvider()
                .get(IScopeProvider.class)
                .getScope(owner, reference)
                .getAllElements()) {
            if (!each.getEObjectOrProxy().eIsProxy() && each.getName().getSegmentCount() == 1) {
                candidates.putIfAbsent(label(each.getEObjectOrProxy()), each.getEObjectOrProxy());
            }
        }
        return candidates;
    }

    static String label(EObject element) {
        var title = switch (element) {
            case Agency agency -> agency.getTitle();
            case OrganizationalUnit unit -> unit.getTitle();
            case Signer signer -> signer.getPersonName();
            default -> null;
        };
        var name = element instanceof Named named && named.getName() != null ? named.getName() : "";
        return title == null || title.isBlank() ? name : title + " (" + name + ")";
    }

    /** Returns a value as it is shown in a field; empty for null. */
    static String shown(Object value) {
        return shown(value, null, null);
    }

    /**
     * Returns a value as it is shown in a field; empty for null. A name that cannot be resolved is shown as it is
     * written.
     *
     * @param owner the element that has the value, or null
     */
    private static String shown(Object value, EObject owner, EStructuralFeature feature) {
        return switch (value) {
            case null -> "";
            case Boolean isSet -> isSet ? Field.CHECKED : "";
            case List<?> items -> shown(items, owner, feature);
            case Addressee addressee when addressee.getLine() != null -> PlainProse.text(addressee.getLine());
            case Addressee addressee ->
                addressee.getAgency() != null
                        ? target(addressee, ADDRESSEE__AGENCY)
                        : String.valueOf(addressee.getText());
            case LegalBasis basis ->
                basis.getCitation() != null
                        ? "[" + target(basis, LEGAL_BASIS__CITATION) + "]"
                        : String.valueOf(basis.getText());
            case Recipient recipient ->
                (recipient.getAgency() != null
                                ? target(recipient, RECIPIENT__AGENCY)
                                : String.valueOf(recipient.getText()))
                        + note(recipient.getNote());
            case AddresseeGroup group ->
                (group.getLead() == null ? "" : group.getLead() + " ")
                        + group(group.getMembers())
                        + note(group.getNote());
            case RecipientGroup group -> group(group.getMembers()) + note(group.getNote());
            case Enumerator literal -> literal.getLiteral();
            case EObject element when element.eIsProxy() && owner != null -> written(owner, feature, 0);
            case EObject element -> label(element);
            default -> value.toString();
        };
    }

    private static String shown(List<?> items, EObject owner, EStructuralFeature feature) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i) instanceof EObject element && element.eIsProxy() && owner != null
                        ? written(owner, feature, i)
                        : shown(items.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String target(EObject owner, EReference reference) {
        var target = (EObject) owner.eGet(reference);
        return target.eIsProxy() ? written(owner, reference, 0) : label(target);
    }

    /** Returns the text of a value in the file. */
    private static String written(EObject owner, EStructuralFeature feature, int index) {
        var nodes = NodeModelUtils.findNodesForFeature(owner, feature);
        return index < nodes.size() ? NodeModelUtils.getTokenText(nodes.get(index)) : "";
    }

    private static String group(List<?> members) {
        return "{ " + members.stream().map(FieldValues::shown).collect(Collectors.joining("; ")) + " }";
    }

    private static String note(String note) {
        return note == null ? "" : " (" + note + ")";
    }

    // Writing

    static String clean(String value) {
        return VietnameseText.nfc(value).replace("\r", "").strip();
    }

    /**
     * Converts the text of a field to a value of the feature; an empty text becomes null.
     *
     * @throws RefusedException if the text is not valid for the feature
     */
    static Object value(EObject owner, EStructuralFeature feature, String written, XtextResource resource)
            throws RefusedException {
        if (written.isEmpty()) {
            return null;
        }
        if (feature instanceof EReference reference) {
            return target(owner, reference, written, resource);
        }
        if (feature.getEType() == EcorePackage.Literals.EBOOLEAN) {
            return Boolean.valueOf(written);
        }
        if (feature.getEType() instanceof EEnum literals) {
            return Literals.value(literals, written);
        }
        if (feature.getEType() == BieumauPackage.Literals.PARTIAL_DATE) {
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
        if ((feature == DOCUMENT__NUMBER || feature == CERTIFIED_COPY__NUMBER) && !written.matches("\\d+|…")) {
            throw new RefusedException("number", null, written);
        }
        return written.replaceAll("\\s*\\n\\s*", " ");
    }

    /**
     * Returns the target of a reference with a label.
     *
     * @throws RefusedException if there is none
     */
    static EObject target(EObject owner, EReference reference, String label, XtextResource resource)
            throws RefusedException {
        var target = candidates(owner, reference, resource).get(label);
        if (target == null) {
            throw new RefusedException("choice", null, label);
        }
        return target;
    }

    /** Sets a feature of an element in a copy of the library; null removes its value. */
    static void set(EObject owner, EStructuralFeature feature, Object value, Library library, XtextResource resource) {
        if (value == null) {
            owner.eUnset(feature);
        } else {
            owner.eSet(
                    feature, value instanceof EObject element ? ModelEdits.copied(element, library, resource) : value);
        }
    }
}
