/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__ADDRESSEES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__ARCHIVE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__ATTACHMENTS;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__AUTHORITY_LINE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__BASES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__BODY;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__CIRCULATION;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__CONTACT_LINE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DATE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DRAFT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DRAFTING_UNIT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__JOINT_AGENCIES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__NUMBER;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__PROVINCE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__RECIPIENTS;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SECRECY;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SIGNATURES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT_LINES;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SYMBOL;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__TWO_SIDED;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__UNPUBLISHED;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__URGENCY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.prose.Passage;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.text.Span;
import org.bieumau.model.Addressee;
import org.bieumau.model.AddresseeGroup;
import org.bieumau.model.AddresseeItem;
import org.bieumau.model.Agency;
import org.bieumau.model.Archive;
import org.bieumau.model.Attachment;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.Citation;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Expression;
import org.bieumau.model.Form;
import org.bieumau.model.LegalBasis;
import org.bieumau.model.Library;
import org.bieumau.model.OrganizationalUnit;
import org.bieumau.model.ParameterType;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLiteral;
import org.bieumau.model.Province;
import org.bieumau.model.RecipientItem;
import org.bieumau.model.Secrecy;
import org.bieumau.model.Signature;
import org.bieumau.model.Signer;
import org.bieumau.model.Urgency;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A document combined with its template: settings of the document take precedence over those of the template, and the
 * arguments of the document are the values of the template's parameters.
 */
public final class ResolvedDocument {

    private final Document document;
    private final Document pattern;
    private final Evaluator.Scope scope;

    private ResolvedDocument(Document document) {
        this.document = document;
        var template = document.getTemplate();
        pattern = template == null || template.eIsProxy() ? null : template.getDocument();
        scope = withArguments(Names.of(document));
    }

    public static ResolvedDocument of(Document document) {
        return new ResolvedDocument(document);
    }

    /** Returns the document in the form's file that a form is attached to; empty if there is none. */
    public static Optional<Document> attaching(Form form) {
        if (!(form.eContainer() instanceof Library library)) {
            return Optional.empty();
        }
        return library.getElements().stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .filter(document ->
                        document.getAttachments().stream().anyMatch(attachment -> attachment.getElement() == form))
                .findFirst();
    }

    private Evaluator.Scope withArguments(Evaluator.Scope names) {
        if (pattern == null) {
            return names;
        }
        Map<String, Expression> values = new HashMap<>();
        Map<String, ParameterType> types = new HashMap<>();
        for (var parameter : ((DocumentTemplate) pattern.eContainer()).getParameters()) {
            types.put(parameter.getName(), parameter.getType());
            if (parameter.getDefaultValue() != null) {
                values.put(parameter.getName(), parameter.getDefaultValue());
            }
        }
        for (var argument : document.getArguments()) {
            if (argument.getParameter() != null && !argument.getParameter().eIsProxy() && argument.getValue() != null) {
                values.put(argument.getParameter().getName(), argument.getValue());
            }
        }
        return names.shadowedBy(
                name -> Optional.ofNullable(values.get(name)).map(value -> value(value, types.get(name), names)));
    }

    private static Object value(Expression expression, ParameterType type, Evaluator.Scope names) {
        if (expression instanceof ProseLiteral literal) {
            return new Passage(literal.getProse(), names);
        }
        var value = new Evaluator(names).evaluate(expression);
        var year = type == ParameterType.YEAR ? year(value) : null;
        return year == null ? value : year;
    }

    /** Returns a number from 1 to 9999 as a year; null for any other value. */
    public static Year year(Object value) {
        if (value instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(9999)) <= 0) {
            return Year.of(number.intValueExact());
        }
        return value instanceof Year year ? year : null;
    }

    /** Returns a setting of the document, or else of the template; the default value if neither sets it. */
    private Object setting(EStructuralFeature feature) {
        return document.eIsSet(feature) || pattern == null ? document.eGet(feature) : pattern.eGet(feature);
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(EStructuralFeature feature) {
        return (List<T>) setting(feature);
    }

    /** Returns the document without its template. */
    public Document document() {
        return document;
    }

    /** Returns the scope of the expressions in its text. */
    public Evaluator.Scope scope() {
        return scope;
    }

    public DocumentType type() {
        return document.getType();
    }

    /** Returns the issuing agency; null if none is given or it cannot be found. */
    public Agency agency() {
        return setting(DOCUMENT__AGENCY) instanceof Agency agency && !agency.eIsProxy() ? agency : null;
    }

    /** Returns the issuing agencies, the leading one first; several in a joint document. */
    public List<Agency> agencies() {
        return Stream.concat(Stream.ofNullable(agency()), this.<Agency>list(DOCUMENT__JOINT_AGENCIES).stream())
                .filter(agency -> !agency.eIsProxy())
                .toList();
    }

    /**
     * Returns the names of the issuing agencies on the date of the document; empty texts without an agency. Several
     * headings and abbreviations are joined by hyphens.
     */
    public AgencyNames agencyNames() {
        var names = agencies().stream()
                .map(agency -> AgencyNames.at(agency, date()))
                .toList();
        var titles = names.stream().map(AgencyNames::title).toList();
        return new AgencyNames(
                titles.size() < 2
                        ? String.join("", titles)
                        : String.join(", ", titles.subList(0, titles.size() - 1)) + " và " + titles.getLast(),
                names.stream().map(AgencyNames::heading).collect(Collectors.joining("\u00A0- ")),
                names.stream().map(AgencyNames::issuer).collect(Collectors.joining("\u00A0- ")),
                names.stream().map(AgencyNames::abbreviation).collect(Collectors.joining("-")));
    }

    /** Returns the agency that a signature of a joint document signs for; empty in other documents. */
    public Optional<Agency> agency(Signature signature) {
        var agencies = agencies();
        if (agencies.size() < 2) {
            return Optional.empty();
        }
        if (signature.getAgency() != null && !signature.getAgency().eIsProxy()) {
            return Optional.of(signature.getAgency());
        }
        var signer = Signatory.of(signature).signer();
        if (signer != null && signer.eContainer() instanceof Agency agency) {
            return Optional.of(agency);
        }
        var index = signatures().indexOf(signature);
        return index >= 0 && index < agencies.size() ? Optional.of(agencies.get(index)) : Optional.empty();
    }

    /**
     * Returns the province whose rules and layout apply: the one that the document names, or else that of its agency,
     * or else the assumed province; null if none is known.
     */
    public Province province() {
        return setting(DOCUMENT__PROVINCE) instanceof Province province && !province.eIsProxy()
                ? province
                : Provinces.ofAgency(agency())
                        .orElseGet(
                                () -> Environment.of(document).assumedProvince().orElse(null));
    }

    /**
     * Returns the id of its layout profile: that of its agency, or else of its province, or else that of state
     * documents.
     */
    public String profileId() {
        if (agency() != null && agency().getProfile() != null) {
            return agency().getProfile();
        }
        var code = province() == null || province().getCode() == null
                ? ""
                : province().getCode();
        return Environment.of(document).profileOfProvince(code).orElse(LayoutProfile.DEFAULT);
    }

    /** Returns its layout profile: of the profiles of its regime, the one that is in force on its day. */
    public Optional<LayoutProfile> profile(Environment environment) {
        return environment.profile(profileId(), date() == null ? null : date().latest());
    }

    /** Returns the drafting unit; null if there is none or it cannot be found. */
    public OrganizationalUnit draftingUnit() {
        return setting(DOCUMENT__DRAFTING_UNIT) instanceof OrganizationalUnit unit && !unit.eIsProxy() ? unit : null;
    }

    /** Returns the code of the drafting unit in the symbol and in the line «Lưu»; empty without a unit. */
    public String draftingUnitCode() {
        var unit = draftingUnit();
        return unit == null
                ? ""
                : unit.getAbbreviation() != null
                        ? unit.getAbbreviation()
                        : unit.getName() == null ? "" : unit.getName();
    }

    /** Returns the number as written; empty if it is not assigned yet. */
    public String number() {
        return setting(DOCUMENT__NUMBER) instanceof String number ? number : "";
    }

    /** Returns the symbol set by hand; null if it is formed from type, agency and unit. */
    public String symbol() {
        return (String) setting(DOCUMENT__SYMBOL);
    }

    /** Returns the date of issue; null if there is none yet. */
    public PartialDate date() {
        return (PartialDate) setting(DOCUMENT__DATE);
    }

    /**
     * Returns the day whose rules apply: the last day that the date can mean; without a date the first day of the
     * profile.
     */
    public LocalDate day(LayoutProfile profile) {
        return date() == null ? profile.firstDay() : date().latest();
    }

    /** Returns the place of issue; empty if unknown. */
    public String placeName() {
        var place = (String) setting(DOCUMENT__PLACE_NAME);
        if (place == null && agency() != null) {
            place = agency().getPlaceName();
        }
        return place == null ? "" : place;
    }

    /** Returns the lines of the subject; empty if there is none. */
    public List<List<Span>> subject() {
        var own = document.eIsSet(DOCUMENT__SUBJECT) || document.eIsSet(DOCUMENT__SUBJECT_LINES) ? document : pattern;
        if (own == null) {
            return List.of();
        }
        if (own.getSubjectLines() != null) {
            return new ProseReader(scope)
                    .readParagraphs(own.getSubjectLines()).stream()
                            .map(ProseParagraph::spans)
                            .toList();
        }
        return own.getSubject() == null ? List.of() : List.of(Span.marked(own.getSubject()));
    }

    /** Returns type and subject on one line, for the properties of a file. */
    public String title() {
        var title = new StringBuilder(DocumentTypes.name(type()));
        subject().forEach(line -> {
            title.append(' ').append(Span.text(line));
        });
        return title.toString();
    }

    /** Returns the deciding authority as printed above the bases of a decision, or null. */
    public String authorityLine() {
        return (String) setting(DOCUMENT__AUTHORITY_LINE);
    }

    public Secrecy secrecy() {
        return (Secrecy) setting(DOCUMENT__SECRECY);
    }

    public Urgency urgency() {
        return (Urgency) setting(DOCUMENT__URGENCY);
    }

    /** Returns the note on circulation, or null. */
    public String circulation() {
        return (String) setting(DOCUMENT__CIRCULATION);
    }

    /** Returns the number of the draft; empty for a final document. */
    public Optional<Integer> draft() {
        return Optional.ofNullable((Integer) setting(DOCUMENT__DRAFT));
    }

    /** Returns whether the document must not be published in the media. */
    public boolean isUnpublished() {
        return (Boolean) setting(DOCUMENT__UNPUBLISHED);
    }

    /** Returns whether the document is printed on both sides of the paper. */
    public boolean isTwoSided() {
        return (Boolean) setting(DOCUMENT__TWO_SIDED);
    }

    /** Returns whether the address of the agency is printed at the bottom of a page. */
    public boolean hasContactLine() {
        return (Boolean) setting(DOCUMENT__CONTACT_LINE);
    }

    /** Returns the addressees and groups of addressees, as they are printed. */
    public List<AddresseeItem> addresseeItems() {
        return list(DOCUMENT__ADDRESSEES);
    }

    /** Returns all addressees, those of groups included. */
    public List<Addressee> addressees() {
        return addresseeItems().stream()
                .flatMap(item -> item instanceof AddresseeGroup group
                        ? group.getMembers().stream()
                        : Stream.of((Addressee) item))
                .toList();
    }

    public List<LegalBasis> bases() {
        return list(DOCUMENT__BASES);
    }

    /** Returns the body text, or null. */
    public Prose body() {
        return (Prose) setting(DOCUMENT__BODY);
    }

    public List<RecipientItem> recipients() {
        return list(DOCUMENT__RECIPIENTS);
    }

    /** Returns the line «Lưu», or null. */
    public Archive archive() {
        return (Archive) setting(DOCUMENT__ARCHIVE);
    }

    /**
     * Returns the units that keep a copy: those in the line «Lưu». If it names a single unit, usually the archive (VT),
     * the drafting unit is added, so that the line agrees with the symbol.
     */
    public List<String> archiveUnits() {
        if (archive() == null) {
            return List.of();
        }
        var units = archive().getUnits().stream().filter(Objects::nonNull).toList();
        return units.size() == 1 && !draftingUnitCode().isEmpty() && !units.contains(draftingUnitCode())
                ? List.of(units.get(0), draftingUnitCode())
                : units;
    }

    public List<Signature> signatures() {
        return list(DOCUMENT__SIGNATURES);
    }

    /** Returns the copies that are certified and issued. A template has none. */
    public List<CertifiedCopy> certifiedCopies() {
        return document.getCertifiedCopies();
    }

    public List<Attachment> attachments() {
        return list(DOCUMENT__ATTACHMENTS);
    }

    /**
     * Returns the reference to this document that its attachments print. It is built from the document itself, so that
     * number, date and issuer always agree.
     *
     * @param numberAndSymbol number and symbol, see {@link Symbols#reference}
     */
    public Reference reference(String numberAndSymbol) {
        return new Reference(type(), numberAndSymbol, date(), agencyNames().title());
    }

    /**
     * A signatory: the data of the signature take precedence over those of the signer.
     *
     * @param position the position; null if none is given
     * @param name the name; null if none is given
     * @param signer the signer of the agency, or null
     */
    public record Signatory(String position, String name, Signer signer) {

        public static Signatory of(Signature signature) {
            var signer =
                    signature.getSigner() == null || signature.getSigner().eIsProxy() ? null : signature.getSigner();
            return new Signatory(
                    signature.getPosition() == null && signer != null ? signer.getPosition() : signature.getPosition(),
                    signature.getPersonName() == null && signer != null
                            ? signer.getPersonName()
                            : signature.getPersonName(),
                    signer);
        }
    }

    /** The document that a form or appendix refers to. */
    public record Reference(DocumentType type, String number, PartialDate date, String issuer) {

        /**
         * Returns the line below the title of an appendix or form that refers to the document; an empty string if the
         * profile requires none.
         */
        public String line(LayoutProfile profile, LocalDate day) {
            var text = Citations.reference(type, number, profile.text(Key.CITATION_DATE, day), date, issuer);
            return Unbroken.protect(profile.text(Key.APPENDIX_REFERENCE, day).replace("{văn bản}", text));
        }

        /** Returns the document that a citation refers to. */
        public static Reference of(Citation citation) {
            return new Reference(
                    citation.getType(), citation.getNumber(), citation.getDate(), Citations.issuer(citation));
        }
    }
}
