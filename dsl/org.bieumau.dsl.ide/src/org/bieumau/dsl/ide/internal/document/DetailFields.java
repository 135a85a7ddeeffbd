/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__ADDRESSEES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__AUTHORITY_LINE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__BASES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__CIRCULATION;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__CONTACT_LINE;
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
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__TWO_SIDED;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__UNPUBLISHED;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__URGENCY;
import static org.bieumau.model.BieumauPackage.Literals.FORM__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.FORM__ATTACHED_TO;
import static org.bieumau.model.BieumauPackage.Literals.FORM__DATE;
import static org.bieumau.model.BieumauPackage.Literals.FORM__MEASURE_UNIT;
import static org.bieumau.model.BieumauPackage.Literals.FORM__PERIOD;
import static org.bieumau.model.BieumauPackage.Literals.FORM__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.FORM__UNIT_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.text.Span;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Agency;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Named;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Reads and writes the settings of a document as fields of a page (header, addressees, legal bases, recipients), and
 * those of a filled form (unit, period, place, date). {@link SignatureFields} has their signatures.
 */
public final class DetailFields {

    private static final String OF_FORM = "form.";

    private static final List<EStructuralFeature> DOCUMENT = List.of(
            DOCUMENT__AGENCY,
            DOCUMENT__JOINT_AGENCIES,
            DOCUMENT__DRAFTING_UNIT,
            DOCUMENT__NUMBER,
            DOCUMENT__SYMBOL,
            DOCUMENT__PLACE_NAME,
            DOCUMENT__DATE,
            DOCUMENT__SUBJECT,
            DOCUMENT__AUTHORITY_LINE,
            DOCUMENT__SECRECY,
            DOCUMENT__URGENCY,
            DOCUMENT__CIRCULATION,
            DOCUMENT__DRAFT,
            DOCUMENT__CONTACT_LINE,
            DOCUMENT__UNPUBLISHED,
            DOCUMENT__TWO_SIDED,
            DOCUMENT__ADDRESSEES,
            DOCUMENT__BASES,
            DOCUMENT__RECIPIENTS);
    private static final List<EStructuralFeature> FORM = List.of(
            FORM__AGENCY,
            FORM__UNIT_NAME,
            FORM__PERIOD,
            FORM__MEASURE_UNIT,
            FORM__PLACE_NAME,
            FORM__DATE,
            FORM__ATTACHED_TO);

    private DetailFields() {}

    // Reading

    /** Returns the names of the documents and of the filled forms in a file, documents first. */
    public static List<String> elements(XtextResource resource) {
        return Stream.<LibraryElement>concat(
                        Libraries.named(resource, Document.class).stream(),
                        Libraries.named(resource, Form.class).stream())
                .map(Named::getName)
                .distinct()
                .toList();
    }

    /** Returns the document or form with a name; a document if there are both. */
    static Optional<LibraryElement> element(XtextResource resource, String name) {
        return Libraries.named(resource, Document.class, name)
                .map(LibraryElement.class::cast)
                .or(() -> Libraries.named(resource, Form.class, name));
    }

    static LibraryElement existing(XtextResource resource, String name) throws RefusedException {
        return element(resource, name).orElseThrow(() -> new RefusedException("document", null, name));
    }

    /** Returns the fields of a document or form; an empty list if there is no such element. */
    public static List<Field> of(XtextResource resource, String name) {
        return element(resource, name)
                .map(element -> features(element).stream()
                        .map(feature -> FieldValues.field(
                                prefix(element), element, element, feature, implied(element, feature), resource))
                        .toList())
                .orElse(List.of());
    }

    private static String prefix(LibraryElement element) {
        return element instanceof Form ? OF_FORM : "";
    }

    private static List<EStructuralFeature> features(LibraryElement element) {
        return element instanceof Form ? FORM : DOCUMENT;
    }

    static EStructuralFeature feature(List<EStructuralFeature> features, String prefix, String id) {
        return features.stream()
                .filter(each -> id.equals(prefix + each.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    private static Object implied(LibraryElement element, EStructuralFeature feature) {
        return element instanceof Form form ? implied(form, feature) : implied((Document) element, feature);
    }

    private static Object implied(Document document, EStructuralFeature feature) {
        var resolved = ResolvedDocument.of(document);
        return switch (feature.getName()) {
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
            case "authorityLine" -> resolved.authorityLine();
            case "secrecy" -> resolved.secrecy();
            case "urgency" -> resolved.urgency();
            case "circulation" -> resolved.circulation();
            case "draft" -> resolved.draft().orElse(null);
            case "contactLine" -> resolved.hasContactLine();
            case "unpublished" -> resolved.isUnpublished();
            case "twoSided" -> resolved.isTwoSided();
            case "addressees" -> resolved.addresseeItems();
            case "bases" -> resolved.bases();
            case "recipients" -> resolved.recipients();
            default -> null;
        };
    }

    private static Object implied(Form form, EStructuralFeature feature) {
        if (feature == FORM__MEASURE_UNIT
                && form.getTemplate() != null
                && !form.getTemplate().eIsProxy()) {
            return ResolvedTemplate.of(form.getTemplate()).measureUnit();
        }
        return feature == FORM__PLACE_NAME
                        && form.getAgency() != null
                        && !form.getAgency().eIsProxy()
                ? form.getAgency().getPlaceName()
                : null;
    }

    // Writing

    /**
     * Writes a field; an empty value removes it. Items of a multi-line field that do not change keep their text.
     *
     * @throws RefusedException if the value is not valid for the field or the text of the file cannot be changed now
     */
    public static List<TextEdit> write(XtextResource resource, String name, String id, String value)
            throws RefusedException {
        var element = existing(resource, name);
        var feature = feature(features(element), prefix(element), id);
        var written = FieldValues.clean(value);
        if (feature == DOCUMENT__JOINT_AGENCIES) {
            return writeJointAgencies(resource, (Document) element, written);
        }
        if (feature.isMany()) {
            var lines = ItemLines.of((Document) element, feature);
            return new ModelEdits(resource)
                    .of(
                            (Document) element,
                            changed ->
                                    ItemLines.write(changed, feature, lines, written, (Library) changed.eContainer()));
        }
        var wanted = FieldValues.value(element, feature, written, resource);
        return new ModelEdits(resource).of(element, changed -> {
            FieldValues.set(changed, feature, wanted, (Library) changed.eContainer(), resource);
            if (changed instanceof Form form) {
                complete(form, feature);
            } else if (feature == DOCUMENT__AGENCY) {
                leadByTheFirst((Document) changed);
                detach((Document) changed);
            }
        });
    }

    private static List<TextEdit> writeJointAgencies(XtextResource resource, Document document, String written)
            throws RefusedException {
        var agencies = new ArrayList<Agency>();
        for (var line : ItemLines.of(written)) {
            agencies.add((Agency) FieldValues.target(document, DOCUMENT__JOINT_AGENCIES, line, resource));
        }
        return new ModelEdits(resource).of(document, changed -> {
            changed.getJointAgencies().clear();
            agencies.forEach(agency -> changed.getJointAgencies()
                    .add(ModelEdits.copied(agency, (Library) changed.eContainer(), resource)));
            leadByTheFirst(changed);
        });
    }

    /** Makes the first joint agency the leading one if the document has no other. */
    private static void leadByTheFirst(Document document) {
        if (document.getAgency() == null && !document.getJointAgencies().isEmpty()) {
            document.setAgency(document.getJointAgencies().removeFirst());
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
        SignatureFields.detachSigners(document.getSignatures(), agencies);
    }

    /** Keeps one unit only, which is either an agency or a name. */
    private static void complete(Form form, EStructuralFeature feature) {
        if (feature == FORM__AGENCY && form.getAgency() != null) {
            form.setUnitName(null);
        } else if (feature == FORM__UNIT_NAME && form.getUnitName() != null) {
            form.setAgency(null);
        }
        if (feature == FORM__AGENCY || feature == FORM__UNIT_NAME) {
            SignatureFields.detachSigners(
                    form.getSignatures(), Stream.ofNullable(form.getAgency()).toList());
        }
    }
}
