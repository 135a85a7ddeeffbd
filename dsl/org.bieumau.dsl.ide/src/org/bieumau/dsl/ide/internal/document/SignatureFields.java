/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AUTHORITY;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AUTHORITY_OF;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__CONFIRMED;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__INSTRUCTION;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__OF_COPY;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__PERSON_NAME;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__POSITION;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__SECOND_POSITION;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__SIGNER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedDocument.Signatory;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.Agency;
import org.bieumau.model.Authority;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Signature;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Reads and writes the signatures of a document or form. */
public final class SignatureFields {

    /**
     * Snapshot of a signature.
     *
     * @param isWritten whether the text has it; a form also shows the signatures of its template, in the same order
     * @param offset the offset of the signature in the text; -1 if it is not written
     */
    public record Signed(List<Field> fields, boolean isWritten, int offset, int length) {

        /** Returns the authority, position and name on one line; empty if there are none. */
        public String label() {
            return Stream.of("authority", "authorityOf", "position", "personName")
                    .flatMap(id -> fields.stream().filter(field -> field.id().equals(PREFIX + id)))
                    .map(field -> field.value().isEmpty() ? field.implied() : field.value())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" – "))
                    .replaceFirst("^(\\S+\\.) – ", "$1 ");
        }

        /** Returns this signature with another value of a field. */
        public Signed with(String id, String value) {
            return new Signed(
                    fields.stream()
                            .map(field -> field.id().equals(id) ? field.with(value) : field)
                            .toList(),
                    true,
                    offset,
                    length);
        }

        /** Returns this signature without its values. */
        public Signed blank(boolean isNowWritten) {
            return new Signed(
                    fields.stream()
                            .map(each -> new Field(
                                    each.id(), each.kind(), "", isWritten ? "" : each.implied(), each.choices(), -1, 0))
                            .toList(),
                    isNowWritten,
                    -1,
                    0);
        }
    }

    static final String PREFIX = "signature.";

    private static final List<EStructuralFeature> FEATURES = List.of(
            SIGNATURE__AUTHORITY,
            SIGNATURE__AUTHORITY_OF,
            SIGNATURE__POSITION,
            SIGNATURE__SECOND_POSITION,
            SIGNATURE__SIGNER,
            SIGNATURE__PERSON_NAME,
            SIGNATURE__AGENCY,
            SIGNATURE__CONFIRMED,
            SIGNATURE__OF_COPY,
            SIGNATURE__INSTRUCTION);

    private SignatureFields() {}

    // Reading

    /**
     * Returns the signatures of a document or form; an empty list if there is no such element. An element without
     * signatures has one that is not written.
     */
    public static List<Signed> of(XtextResource resource, String name) {
        var signatures = new ArrayList<Signed>();
        DetailFields.element(resource, name).ifPresent(element -> {
            var own = signatures(element);
            var implied = implied(element);
            for (int i = 0; i < Math.max(1, Math.max(own.size(), implied.size())); i++) {
                signatures.add(signed(element, i < own.size() ? own.get(i) : null, at(implied, i), resource));
            }
        });
        return signatures;
    }

    private static Signature at(List<Signature> signatures, int index) {
        return index < signatures.size() ? signatures.get(index) : null;
    }

    static List<Signature> signatures(LibraryElement element) {
        return switch (element) {
            case Document document -> document.getSignatures();
            case Form form -> form.getSignatures();
            default -> throw new IllegalArgumentException(element.eClass().getName());
        };
    }

    /**
     * Returns the signatures that apply where the element has none: those of a form's template one by one, those of a
     * document's template if the document has none at all.
     */
    private static List<Signature> implied(LibraryElement element) {
        return switch (element) {
            case Document document
            when document.getSignatures().isEmpty() ->
                ResolvedDocument.of(document).signatures();
            case Form form
            when form.getTemplate() != null && !form.getTemplate().eIsProxy() ->
                ResolvedTemplate.of(form.getTemplate()).signatures();
            default -> List.of();
        };
    }

    private static Signed signed(
            LibraryElement element, Signature signature, Signature implied, XtextResource resource) {
        var node = signature == null ? null : NodeModelUtils.findActualNodeFor(signature);
        return new Signed(
                FEATURES.stream()
                        .map(feature -> FieldValues.field(
                                PREFIX, element, signature, feature, implied(signature, implied, feature), resource))
                        .toList(),
                signature != null,
                node == null ? -1 : node.getOffset(),
                node == null ? 0 : node.getLength());
    }

    /** Returns the value of a feature that is not written: that of the signer, or else of the template. */
    private static Object implied(Signature signature, Signature template, EStructuralFeature feature) {
        for (var each : Stream.of(signature, template).filter(it -> it != null).toList()) {
            var value = feature == SIGNATURE__POSITION
                    ? Signatory.of(each).position()
                    : feature == SIGNATURE__PERSON_NAME
                            ? Signatory.of(each).name()
                            : each.eIsSet(feature) ? each.eGet(feature) : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    // Writing

    /**
     * Writes a field of a signature; an empty value removes it. A signature that is not written yet is added, with
     * empty ones before it if there are fewer.
     *
     * @param index the index of the signature
     * @throws RefusedException if the value is not valid for the field or the text of the file cannot be changed now
     */
    public static List<TextEdit> write(XtextResource resource, String name, int index, String id, String value)
            throws RefusedException {
        var element = DetailFields.existing(resource, name);
        var feature = DetailFields.feature(FEATURES, PREFIX, id);
        var signature = at(signatures(element), index);
        var wanted =
                FieldValues.value(signature == null ? element : signature, feature, FieldValues.clean(value), resource);
        if (signature == null && wanted == null) {
            return List.of();
        }
        return new ModelEdits(resource).of(element, changed -> {
            var signatures = signatures(changed);
            while (signatures.size() <= index) {
                signatures.add(BieumauFactory.eINSTANCE.createSignature());
            }
            FieldValues.set(signatures.get(index), feature, wanted, (Library) changed.eContainer(), resource);
            completeAuthority(signatures.get(index), feature);
        });
    }

    /** Adds an empty signature after the others. */
    public static List<TextEdit> add(XtextResource resource, String name) throws RefusedException {
        return change(resource, name, signatures -> signatures.add(BieumauFactory.eINSTANCE.createSignature()));
    }

    /** Removes a signature; one that is not written stays as it is. */
    public static List<TextEdit> remove(XtextResource resource, String name, int index) throws RefusedException {
        return change(resource, name, signatures -> {
            if (index < signatures.size()) {
                signatures.remove(index);
            }
        });
    }

    /** Moves a signature to the place of another one. */
    public static List<TextEdit> move(XtextResource resource, String name, int from, int to) throws RefusedException {
        return change(resource, name, signatures -> {
            if (from < signatures.size() && to >= 0 && to < signatures.size()) {
                signatures.add(to, signatures.remove(from));
            }
        });
    }

    private static List<TextEdit> change(XtextResource resource, String name, Consumer<List<Signature>> change)
            throws RefusedException {
        return new ModelEdits(resource)
                .of(DetailFields.existing(resource, name), changed -> change.accept(signatures(changed)));
    }

    /** Keeps the authority and the title it applies to together: neither is written without the other. */
    static void completeAuthority(Signature signature, EStructuralFeature feature) {
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

    /** Replaces signers that belong to none of the agencies by their positions and names. */
    static void detachSigners(List<Signature> signatures, Collection<Agency> agencies) {
        for (var signature : signatures) {
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
}
