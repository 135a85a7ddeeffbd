/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SYMBOL;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__PERSON_NAME;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_RUN__TEXT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.law.Validity;
import org.bieumau.core.internal.resolved.DocumentName;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.ProfileChecks;
import org.bieumau.core.text.Span;
import org.bieumau.model.Agency;
import org.bieumau.model.Attachment;
import org.bieumau.model.Authority;
import org.bieumau.model.Citation;
import org.bieumau.model.Dated;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Form;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.RecipientItem;
import org.bieumau.model.Severity;
import org.bieumau.model.Signature;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Checks a document against the rules of a layout profile, which also determines the severity of each problem. */
public final class DocumentChecks {

    private static final Pattern RECIPIENT_MARKS = Pattern.compile("^[-–+]\\s*|\\s*[;.]+$");

    private final LayoutProfile profile;
    private final Consumer<Finding> report;
    private ResolvedDocument document;

    private DocumentChecks(LayoutProfile profile, Consumer<Finding> report) {
        this.profile = profile;
        this.report = report;
    }

    /**
     * Checks a document against its layout profile, checks the arguments for its template, and evaluates the rules of
     * libraries and packs that apply to it.
     */
    public static void check(Document checked, Consumer<Finding> report) {
        var document = ResolvedDocument.of(checked);
        var environment = Environment.of(checked);
        var profile = document.profile(environment);
        if (profile.isEmpty()) {
            var id = document.profileId();
            report.accept(environment
                    .profileFailure(id)
                    .map(reason -> Finding.of("PROFILE-MALFORMED", Severity.ERROR, checked, NAMED__NAME, id, reason))
                    .orElseGet(() -> Finding.of(
                            "PROFILE-UNKNOWN",
                            Severity.ERROR,
                            checked,
                            NAMED__NAME,
                            id,
                            String.join(", ", environment.profileNames()))));
        }
        profile.ifPresent(rules -> new DocumentChecks(rules, report).check(document));
        ArgumentChecks.check(checked, report);
        var names = Names.ofRule(document);
        LibraryRules.of(document)
                .forEach(rule -> new RuleCheck(rule, "DOCUMENT-RULE", names, report).ask(checked, NAMED__NAME));
    }

    /** Checks a document, with its template applied. */
    void check(ResolvedDocument checked) {
        document = checked;
        ProfileChecks.of(profile, document.day(profile))
                .forEach(each -> report(
                        each.code(),
                        document.document(),
                        NAMED__NAME,
                        each.arguments().toArray()));
        checkHead();
        checkSymbol();
        checkAddressees();
        checkFoot();
        checkBases();
        new TextChecks(checked, profile, this::report).check();
        if (checked.type() == DocumentType.PLAN) {
            new PlanChecks(checked, profile, this::report).check();
        }
        checkAttachments();
    }

    private void report(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report(new Spot(element, feature, null), code, arguments);
    }

    private void report(Spot spot, String code, Object... arguments) {
        profile.check(code, document.day(profile)).ifPresent(check -> {
            var finding = Finding.of(code, check.severity(), spot.element(), spot.feature(), arguments)
                    .at(spot.range());
            report.accept(check.severity() == Severity.VIOLATION ? finding.because(profile.source(check)) : finding);
        });
    }

    private List<String> words(Key key) {
        return profile.words(key, document.day(profile));
    }

    private boolean isOneOf(Key key) {
        return profile.documentTypes(key, document.day(profile)).contains(document.type());
    }

    // Letterhead

    private void checkHead() {
        if (document.date() == null && document.type() != DocumentType.MINUTES) {
            report("DOCUMENT-DATE", document.document(), NAMED__NAME);
        }
        if (document.placeName().isEmpty() && document.agency() != null) {
            report("DOCUMENT-PLACE", document.document(), NAMED__NAME);
        }
        var own = document.agency() == null ? null : document.agency().getPlaceName();
        if (own != null && !VietnameseText.fold(own).equals(VietnameseText.fold(document.placeName()))) {
            report("PLACE-AGENCY", document.document(), DOCUMENT__PLACE_NAME, document.placeName(), own);
        }
        var subject =
                String.join(" ", document.subject().stream().map(Span::text).toList());
        var letter = document.type() == DocumentType.OFFICIAL_LETTER;
        var labels = WordPattern.of(words(letter ? Key.LETTER_SUBJECT_LABELS : Key.SUBJECT_LABELS));
        if (Pattern.compile("(?iu)^" + labels + "(?!\\p{L})")
                .matcher(subject.strip())
                .find()) {
            report("SUBJECT-LABEL", document.document(), NAMED__NAME);
        }
        if (document.authorityLine() == null && isOneOf(Key.AUTHORITY_TYPES)) {
            report("DOCUMENT-AUTHORITY", document.document(), NAMED__NAME, DocumentTypes.name(document.type()));
        }
        document.agencies().forEach(this::checkIssuer);
        document.agencies()
                .forEach(agency -> checkValidity(
                        agency, AgencyNames.at(agency, document.date()).title(), document.document()));
        if (document.date() != null) {
            checkProvinces(document.agencyNames().title(), document.document(), NAMED__NAME);
            document.addressees().stream()
                    .filter(addressee -> addressee.getText() != null)
                    .forEach(addressee -> checkProvinces(addressee.getText(), addressee, null));
        }
        document.addressees().stream()
                .filter(addressee ->
                        addressee.getAgency() != null && !addressee.getAgency().eIsProxy())
                .forEach(addressee -> checkValidity(
                        addressee.getAgency(), addressee.getAgency().getTitle(), addressee));
    }

    /**
     * Reports provinces that were merged into another one, and so neither issue nor receive documents any more. The
     * validity of the check in the profile limits it to documents after the merger.
     */
    private void checkProvinces(String name, EObject element, EStructuralFeature feature) {
        for (var merged : Provinces.former(name)) {
            report(
                    "PROVINCE-MERGED",
                    element,
                    feature,
                    merged.name(),
                    merged.into().title(document.day(profile)));
        }
    }

    /** Checks that an agency or signer is valid on the date of the document. */
    private void checkValidity(Dated dated, String name, EObject element) {
        checkValidity(dated, name, element, document.date());
    }

    /** @param date the date of the document, or of a copy; null if it has none yet */
    private void checkValidity(Dated dated, String name, EObject element, PartialDate date) {
        if (dated != null && !Validity.holds(dated, date)) {
            report(
                    "VALIDITY",
                    element,
                    null,
                    name,
                    Validity.written(dated.getValidFrom()),
                    Validity.written(dated.getValidTo()),
                    date);
        }
    }

    private void checkSymbol() {
        var types = Symbols.codes(document, profile);
        if (document.symbol() == null) {
            if (document.type() == DocumentType.OFFICIAL_LETTER && document.draftingUnit() == null) {
                report("SYMBOL-UNIT", document.document(), NAMED__NAME);
            }
            return;
        }
        var groups = document.symbol().replaceFirst("^[/-]", "").split("[-/]");
        // The abbreviation of a joint document may say so: KHLT.
        var type = document.agencies().size() > 1 ? groups[0].replaceFirst("LT$", "") : groups[0];
        if (types.isEmpty()) {
            if (DocumentTypes.isAbbreviation(groups[0])) {
                report("SYMBOL-LETTER", document.document(), DOCUMENT__SYMBOL, groups[0]);
            }
        } else if (!types.contains(type)) {
            report(
                    "SYMBOL-TYPE",
                    document.document(),
                    DOCUMENT__SYMBOL,
                    groups[0],
                    DocumentTypes.name(document.type()),
                    types.getFirst());
        }
        for (var each : document.agencies()) {
            var agency = AgencyNames.at(each, document.date()).abbreviation();
            if (!agency.isEmpty() && !List.of(groups).contains(agency)) {
                report("SYMBOL-AGENCY", document.document(), DOCUMENT__SYMBOL, agency);
            }
        }
    }

    private void checkAddressees() {
        if (document.addressees().isEmpty()) {
            var type = document.type();
            if (isOneOf(Key.ADDRESSED_TYPES)) {
                report("ADDRESSEE-MISSING", document.document(), NAMED__NAME, DocumentTypes.name(type));
            } else if (isOneOf(Key.SUPERIOR_ADDRESSED_TYPES)) {
                superiorAmongRecipients()
                        .ifPresent(name -> report("ADDRESSEE-SUPERIOR", document.document(), NAMED__NAME, name));
            }
            return;
        }
        if (isOneOf(Key.UNADDRESSED_TYPES)) {
            report("ADDRESSEE-UNEXPECTED", document.addressees().getFirst(), null, DocumentTypes.name(document.type()));
        }
        var first =
                document.recipients().isEmpty() ? null : document.recipients().getFirst();
        if (first != null
                && !(first instanceof Recipient recipient
                        && recipient.getText() != null
                        && VietnameseText.fold(recipient.getText())
                                .startsWith(VietnameseText.fold(profile.text(Key.AS_ABOVE, document.day(profile)))))) {
            report("ADDRESSEE-AS-ABOVE", first, null);
        }
    }

    /**
     * Reports an abbreviated name of an issuer that is declared in the same file. A name of a library may be meant for
     * the letterhead of subordinate agencies.
     */
    private void checkIssuer(Agency agency) {
        var names = AgencyNames.at(agency, document.date());
        if (!names.issuer().equals(names.heading())
                && agency.eResource() == document.document().eResource()) {
            report("ISSUER-ABBREVIATED", document.document(), NAMED__NAME, names.heading(), names.issuer());
        }
    }

    /** Returns the name of a recipient that is superior to the issuing agency, directly or indirectly. */
    private Optional<String> superiorAmongRecipients() {
        var superiors = new ArrayList<String>();
        var seen = new HashSet<Agency>();
        for (var each = document.agency();
                each != null && !each.eIsProxy() && seen.add(each);
                each = each.getSuperior()) {
            var names = AgencyNames.at(each, document.date());
            if (each != document.agency()) {
                superiors.add(VietnameseText.fold(names.title()));
                superiors.add(VietnameseText.fold(names.heading()));
            }
        }
        return DocumentName.RECIPIENTS.texts(document).stream()
                .filter(name -> superiors.contains(VietnameseText.fold(name)))
                .findFirst();
    }

    // Foot

    private void checkFoot() {
        if (document.archive() == null) {
            report("ARCHIVE-MISSING", document.document(), NAMED__NAME);
        } else if (document.type() == DocumentType.OFFICIAL_LETTER
                && !document.draftingUnitCode().isEmpty()
                && !document.archiveUnits().contains(document.draftingUnitCode())) {
            report("ARCHIVE-UNIT", document.archive(), null, document.draftingUnitCode());
        }
        document.recipients().forEach(item -> check(item, document.date()));
        if (document.signatures().isEmpty()) {
            report("SIGNATURE-MISSING", document.document(), NAMED__NAME);
        }
        document.signatures().forEach(signature -> check(signature, document.date()));
        for (var copy : document.certifiedCopies()) {
            copy.getRecipients().forEach(item -> check(item, copy.getDate()));
            if (copy.getSignature() != null) {
                check(copy.getSignature(), copy.getDate());
            }
        }
        new CopyChecks(document, profile, this::report, report).check();
    }

    private void check(RecipientItem item, PartialDate date) {
        (item instanceof RecipientGroup group ? group.getMembers() : List.of((Recipient) item))
                .forEach(recipient -> check(recipient, date));
    }

    private void check(Recipient recipient, PartialDate date) {
        if (recipient.getText() != null
                && RECIPIENT_MARKS.matcher(recipient.getText().strip()).find()) {
            report(
                    "RECIPIENT-MARK",
                    recipient,
                    null,
                    recipient.getText(),
                    RECIPIENT_MARKS.matcher(recipient.getText().strip()).replaceAll(""));
        }
        if (recipient.getAgency() != null && !recipient.getAgency().eIsProxy()) {
            checkValidity(recipient.getAgency(), recipient.getAgency().getTitle(), recipient, date);
        }
    }

    private void check(Signature signature, PartialDate date) {
        var signatory = ResolvedDocument.Signatory.of(signature);
        var position = signatory.position();
        var name = signatory.name();
        var head = signature.getAuthorityOf();
        checkValidity(signatory.signer(), name, signature, date);
        if (signature.getAuthority() == Authority.FOR_HEAD
                && (position == null
                        || head != null && VietnameseText.fold(position).equals(VietnameseText.fold(head)))) {
            report("SIGNATURE-DEPUTY", signature, null, head == null ? "" : VietnameseText.capitals(head));
        }
        var honour = Pattern.compile("(?iu)^" + WordPattern.of(words(Key.HONOURS)) + "[.\\s]");
        if (name != null && honour.matcher(name).find()) {
            report("SIGNATURE-HONOUR", signature, SIGNATURE__PERSON_NAME, name);
        }
    }

    // Text

    private void checkBases() {
        for (var basis : document.bases()) {
            var citation = basis.getCitation();
            if (citation != null && !citation.eIsProxy() && isIncomplete(citation)) {
                report("CITATION-INCOMPLETE", basis, null, citation.getName());
            }
        }
    }

    private static boolean isIncomplete(Citation citation) {
        return switch (citation.getType()) {
            case LAW, CODE, ORDINANCE -> citation.getSubject() == null;
            default ->
                citation.getNumber() == null
                        || citation.getDate() == null
                        || citation.getSubject() == null
                        || citation.getIssuer() == null && citation.getIssuerName() == null;
        };
    }

    private void checkAttachments() {
        if (document.body() == null) {
            return;
        }
        var folded = VietnameseText.fold(String.join(" ", PlainProse.paragraphs(document.body())));
        var mentioned = words(Key.ATTACHMENT_MENTIONS).stream()
                .map(VietnameseText::fold)
                .anyMatch(folded::contains);
        if (!mentioned && !document.attachments().isEmpty()) {
            report("APPENDIX-UNMENTIONED", document.attachments().getFirst(), null);
        }
        checkFormLabels();
    }

    /** Checks that each form that the text mentions by its number is attached. */
    private void checkFormLabels() {
        var labels = document.attachments().stream()
                .map(Attachment::getElement)
                .filter(each -> each instanceof Form && !each.eIsProxy())
                .map(form -> ((Form) form).getTemplate())
                .filter(template -> template != null && !template.eIsProxy())
                .map(template -> ResolvedTemplate.of(template).label())
                .filter(label -> !label.isEmpty())
                .toList();
        if (labels.isEmpty()) {
            return;
        }
        var mention = Pattern.compile("(?iu)(?<!\\p{L})" + WordPattern.of(words(Key.FORM_LABELS)) + "\\s(\\d+)");
        var numbers = labels.stream().map(label -> label.replaceAll("\\D", "")).toList();
        for (var each = EcoreUtil.<EObject>getAllContents(document.body(), true); each.hasNext(); ) {
            if (each.next() instanceof TextRun run && run.getText() != null) {
                mention.matcher(run.getText())
                        .results()
                        .filter(found -> !numbers.contains(found.group(1)))
                        .forEach(found -> report(
                                new Spot(run, TEXT_RUN__TEXT, null).at(found.start(), found.end()),
                                "ATTACHMENT-LABEL",
                                found.group(),
                                String.join(", ", labels)));
            }
        }
    }
}
