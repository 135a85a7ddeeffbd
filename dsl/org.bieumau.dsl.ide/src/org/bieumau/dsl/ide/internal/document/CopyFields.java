/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__DATE;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__FORM;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__NUMBER;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__RECIPIENTS;
import static org.bieumau.model.BieumauPackage.Literals.CERTIFIED_COPY__SIGNED_AT;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AUTHORITY;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AUTHORITY_OF;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__PERSON_NAME;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__POSITION;

import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedDocument.Signatory;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.CopyForm;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.bieumau.model.Signature;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.resource.XtextResource;

/** Reads and writes the first certified copy of a document; further copies are edited as text. */
public final class CopyFields {

    /** Prefix of the ids of the fields. */
    public static final String PREFIX = "copy.";

    private static final String OF_SIGNATURE = PREFIX + SignatureFields.PREFIX;

    private static final List<EStructuralFeature> COPY = List.of(
            CERTIFIED_COPY__FORM,
            CERTIFIED_COPY__AGENCY,
            CERTIFIED_COPY__NUMBER,
            CERTIFIED_COPY__PLACE_NAME,
            CERTIFIED_COPY__DATE,
            CERTIFIED_COPY__SIGNED_AT,
            CERTIFIED_COPY__RECIPIENTS);
    private static final List<EStructuralFeature> SIGNATURE =
            List.of(SIGNATURE__AUTHORITY, SIGNATURE__AUTHORITY_OF, SIGNATURE__POSITION, SIGNATURE__PERSON_NAME);

    private CopyFields() {}

    /**
     * Returns the fields of the first copy of a document, empty fields if there is no copy; an empty list for a form.
     */
    public static List<Field> of(XtextResource resource, String name) {
        if (!(DetailFields.element(resource, name).orElse(null) instanceof Document document)) {
            return List.of();
        }
        var copy = first(document);
        var signature = copy == null ? null : copy.getSignature();
        return Stream.concat(
                        COPY.stream()
                                .map(feature -> FieldValues.field(
                                        PREFIX, document, copy, feature, implied(copy, feature), resource)),
                        SIGNATURE.stream()
                                .map(feature -> FieldValues.field(
                                        OF_SIGNATURE,
                                        document,
                                        signature,
                                        feature,
                                        implied(signature, feature),
                                        resource)))
                .toList();
    }

    private static CertifiedCopy first(Document document) {
        return document.getCertifiedCopies().isEmpty()
                ? null
                : document.getCertifiedCopies().getFirst();
    }

    private static Object implied(CertifiedCopy copy, EStructuralFeature feature) {
        return feature == CERTIFIED_COPY__PLACE_NAME
                        && copy != null
                        && copy.getAgency() != null
                        && !copy.getAgency().eIsProxy()
                ? copy.getAgency().getPlaceName()
                : null;
    }

    private static Object implied(Signature signature, EStructuralFeature feature) {
        if (signature == null) {
            return null;
        }
        var signatory = Signatory.of(signature);
        return feature == SIGNATURE__POSITION
                ? signatory.position()
                : feature == SIGNATURE__PERSON_NAME ? signatory.name() : null;
    }

    /**
     * Writes a field of the first copy. The first value creates the copy, and an empty form removes it.
     *
     * @throws RefusedException if the value is not valid for the field or the text of the file cannot be changed now
     */
    public static List<TextEdit> write(XtextResource resource, String name, String id, String value)
            throws RefusedException {
        var document = (Document) DetailFields.existing(resource, name);
        var copy = first(document);
        var written = FieldValues.clean(value);
        if (copy == null && written.isEmpty()) {
            return List.of();
        }
        var ofSignature = id.startsWith(OF_SIGNATURE);
        var feature = DetailFields.feature(ofSignature ? SIGNATURE : COPY, ofSignature ? OF_SIGNATURE : PREFIX, id);
        if (feature == CERTIFIED_COPY__RECIPIENTS) {
            var lines = copy == null ? List.<String>of() : ItemLines.of(copy, feature);
            return new ModelEdits(resource)
                    .of(
                            document,
                            changed -> ItemLines.write(
                                    existing(changed), feature, lines, written, (Library) changed.eContainer()));
        }
        var wanted = FieldValues.value(copy == null ? document : copy, feature, written, resource);
        return new ModelEdits(resource).of(document, changed -> {
            var library = (Library) changed.eContainer();
            if (feature == CERTIFIED_COPY__FORM && wanted == null) {
                changed.getCertifiedCopies().removeFirst();
            } else if (ofSignature) {
                var signature = signature(existing(changed));
                FieldValues.set(signature, feature, wanted, library, resource);
                SignatureFields.completeAuthority(signature, feature);
            } else {
                FieldValues.set(existing(changed), feature, wanted, library, resource);
            }
        });
    }

    private static CertifiedCopy existing(Document document) {
        if (document.getCertifiedCopies().isEmpty()) {
            var copy = BieumauFactory.eINSTANCE.createCertifiedCopy();
            copy.setForm(CopyForm.TRUE_COPY);
            document.getCertifiedCopies().add(copy);
        }
        return document.getCertifiedCopies().getFirst();
    }

    private static Signature signature(CertifiedCopy copy) {
        if (copy.getSignature() == null) {
            copy.setSignature(BieumauFactory.eINSTANCE.createSignature());
        }
        return copy.getSignature();
    }
}
