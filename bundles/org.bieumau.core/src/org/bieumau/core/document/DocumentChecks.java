/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.document;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SYMBOL;
import static org.bieumau.model.BieumauPackage.Literals.MARKER__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__PERSON_NAME;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bieumau.core.expression.EvaluationException;
import org.bieumau.core.form.Names;
import org.bieumau.core.layout.LayoutProfile;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.prose.PlainProse;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.rule.LibraryRules;
import org.bieumau.core.rule.Rules;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.text.CitationText;
import org.bieumau.core.text.DocumentTypes;
import org.bieumau.core.text.Provinces;
import org.bieumau.core.text.Validity;
import org.bieumau.core.text.VietnameseText;
import org.bieumau.model.Appendix;
import org.bieumau.model.Authority;
import org.bieumau.model.Citation;
import org.bieumau.model.CitationRun;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.Dated;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentType;
import org.bieumau.model.LegalBasis;
import org.bieumau.model.Paragraph;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Recipient;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Severity;
import org.bieumau.model.Signature;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Checks a document against the rules of a profile; how grave a finding is, is the profile's to say. */
public final class DocumentChecks {

    private static final Pattern HONOUR = Pattern.compile("(?iu)^(ông|bà|đồng chí|đ/c|(pgs|gs|ts|ths|cn|ks|bs|cử nhân|kỹ sư|bác sĩ|"
            + "thạc sĩ|tiến sĩ|giáo sư|phó giáo sư|nhà giáo)(?!\\p{L}))[.\\s]");
    private static final String END_MARK = "./.";
    private static final Set<String> PARTY_ISSUERS = Set.of("TW", "TU", "BDVTU", "VPTW");
    private static final Set<String> STATE_ISSUERS = Set.of("UBND", "HĐND", "CP", "TTg");

    private final LayoutProfile profile;
    private final Consumer<Finding> report;
    private ResolvedDocument document;

    private DocumentChecks(LayoutProfile profile, Consumer<Finding> report) {
        this.profile = profile;
        this.report = report;
    }

    /** Checks a document against the profile that it is laid out by, and asks the rules of the libraries that reach it. */
    public static void check(Document checked, Consumer<Finding> report) {
        var document = ResolvedDocument.of(checked);
        var registry = Registry.of(checked);
        var profile = registry.profile(document.profileId());
        if (profile.isEmpty()) {
            var known = String.join(", ", registry.profiles().stream().map(LayoutProfileProvider::id).toList());
            report.accept(Finding.of("PROFILE-UNKNOWN", Severity.ERROR, checked, NAMED__NAME, document.profileId(), known));
        }
        profile.ifPresent(rules -> new DocumentChecks(rules, report).check(document));
        ArgumentChecks.check(checked, report);
        var names = Names.ofRule(document);
        for (var rule : LibraryRules.of(document)) {
            try {
                Rules.ask(rule, "DOCUMENT-RULE", names, Map.of(), checked, NAMED__NAME, report);
            } catch (EvaluationException e) {
                report.accept(Finding.of(e.code(), Severity.ERROR, checked, NAMED__NAME, e.arguments()));
            }
        }
    }

    /** Checks a document with what its template brings. */
    void check(ResolvedDocument checked) {
        document = checked;
        checkHead();
        checkSymbol();
        checkAddressees();
        checkFoot();
        checkBases();
        checkText(checked.document());
        checkAppendices();
    }

    private void report(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        profile.severity(code, document.day())
                .ifPresent(severity -> report.accept(Finding.of(code, severity, element, feature, arguments)));
    }

    // Head

    private void checkHead() {
        if (document.date() == null && document.type() != DocumentType.MINUTES) {
            report("DOCUMENT-DATE", document.document(), NAMED__NAME);
        }
        if (document.placeName().isEmpty() && document.agency() != null) {
            report("DOCUMENT-PLACE", document.document(), NAMED__NAME);
        }
        checkValidity(document.agency(), document.agencyNames().title(), document.document());
        if (document.date() != null) {
            checkProvinces(document.agencyNames().title(), document.document(), NAMED__NAME);
            document.addressees().stream().filter(addressee -> addressee.getText() != null)
                    .forEach(addressee -> checkProvinces(addressee.getText(), addressee, null));
        }
    }

    /** A province that went into another issues no documents any more, and receives none. */
    private void checkProvinces(String name, EObject element, EStructuralFeature feature) {
        for (var merged : Provinces.former(name)) {
            report("PROVINCE-MERGED", element, feature, merged.name(), merged.into().title(document.day()));
        }
    }

    /** Agencies and signers come and go; a document of their time is theirs. */
    private void checkValidity(Dated dated, String name, EObject element) {
        if (dated != null && !Validity.holds(dated, document.date())) {
            report("VALIDITY", element, null, name, Validity.written(dated.getValidFrom()), Validity.written(dated.getValidTo()),
                    document.date());
        }
    }

    private void checkSymbol() {
        var type = DocumentTypes.abbreviation(document.type());
        if (document.symbol() == null) {
            if (document.type() == DocumentType.OFFICIAL_LETTER && document.draftingUnit() == null) {
                report("SYMBOL-UNIT", document.document(), NAMED__NAME);
            }
            return;
        }
        var groups = document.symbol().replaceFirst("^[/-]", "").split("[-/]");
        if (type.isEmpty()) {
            if (DocumentTypes.isAbbreviation(groups[0])) {
                report("SYMBOL-LETTER", document.document(), DOCUMENT__SYMBOL, groups[0]);
            }
        } else if (!groups[0].equals(type)) {
            report("SYMBOL-TYPE", document.document(), DOCUMENT__SYMBOL, groups[0], DocumentTypes.name(document.type()), type);
        }
        var agency = document.agencyNames().abbreviation();
        if (!agency.isEmpty() && !List.of(groups).contains(agency)) {
            report("SYMBOL-AGENCY", document.document(), DOCUMENT__SYMBOL, agency);
        }
    }

    private void checkAddressees() {
        if (document.addressees().isEmpty()) {
            if (document.type() == DocumentType.OFFICIAL_LETTER) {
                report("ADDRESSEE-MISSING", document.document(), NAMED__NAME);
            }
            return;
        }
        var first = document.recipients().isEmpty() ? null : document.recipients().getFirst();
        if (first != null && !(first instanceof Recipient recipient && recipient.getText() != null
                && VietnameseText.fold(recipient.getText()).startsWith("nhu tren"))) {
            report("ADDRESSEE-AS-ABOVE", first, null);
        }
    }

    // Foot

    private void checkFoot() {
        if (document.archive() == null) {
            report("ARCHIVE-MISSING", document.document(), NAMED__NAME);
        } else if (document.type() == DocumentType.OFFICIAL_LETTER && !document.draftingUnitCode().isEmpty()
                && !document.archiveUnits().contains(document.draftingUnitCode())) {
            report("ARCHIVE-UNIT", document.archive(), null, document.draftingUnitCode());
        }
        if (document.signatures().isEmpty()) {
            report("SIGNATURE-MISSING", document.document(), NAMED__NAME);
        }
        document.signatures().forEach(this::check);
    }

    private void check(Signature signature) {
        var signatory = ResolvedDocument.Signatory.of(signature);
        var position = signatory.position();
        var name = signatory.name();
        var head = signature.getAuthorityOf();
        checkValidity(signatory.signer(), name, signature);
        if (signature.getAuthority() == Authority.FOR_HEAD
                && (position == null || head != null && VietnameseText.fold(position).equals(VietnameseText.fold(head)))) {
            report("SIGNATURE-DEPUTY", signature, null, head == null ? "" : VietnameseText.capitals(head));
        }
        if (name != null && HONOUR.matcher(name).find()) {
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
            default -> citation.getNumber() == null || citation.getDate() == null || citation.getSubject() == null
                    || citation.getIssuer() == null && citation.getIssuerName() == null;
        };
    }

    private void checkText(Document checked) {
        var endMarks = 0;
        Set<Citation> cited = new HashSet<>();
        for (var each = EcoreUtil.<EObject>getAllContents(checked, true); each.hasNext();) {
            switch (each.next()) {
                case Prose prose -> checkDivisions(prose.getLines(), null);
                case CitationRun run -> checkCited(run.getCitation(), run, cited);
                case LegalBasis basis -> {
                    checkCited(basis.getCitation(), basis, cited);
                    checkText(basis.getText(), basis);
                }
                case TextRun run -> {
                    checkText(run.getText(), run);
                    endMarks += count(run.getText());
                    if (endMarks > 1 && count(run.getText()) > 0 && !isInAppendix(run)) {
                        report("END-MARK-TWICE", run, null);
                    }
                }
                default -> { }
            }
        }
    }

    private static boolean isInAppendix(EObject element) {
        while (element != null && !(element instanceof Appendix)) {
            element = element.eContainer();
        }
        return element != null;
    }

    private static int count(String text) {
        return text == null ? 0 : text.split(Pattern.quote(END_MARK), -1).length - 1;
    }

    /** A phần, chương, mục or tiểu mục has its title in the next line, the others behind their number. */
    private void checkDivisions(List<ProseLine> lines, ProseLine after) {
        for (int i = 0; i < lines.size(); i++) {
            var next = i + 1 < lines.size() ? lines.get(i + 1) : after;
            switch (lines.get(i)) {
                case Paragraph paragraph when paragraph.getMarker() != null && paragraph.getMarker().getLevel() != null
                        && paragraph.getRuns().isEmpty() -> {
                    var titled = switch (paragraph.getMarker().getLevel()) {
                        case PART, CHAPTER, SECTION, SUBSECTION -> next instanceof Paragraph title && title.getMarker() == null;
                        default -> false;
                    };
                    if (!titled) {
                        report("DIVISION-TITLE", paragraph.getMarker(), MARKER__TEXT, paragraph.getMarker().getText());
                    }
                }
                case ConditionalLines conditional -> checkDivisions(conditional.getLines(), next);
                case RepeatedLines repeated -> checkDivisions(repeated.getLines(), next);
                default -> { }
            }
        }
    }

    private void checkCited(Citation citation, EObject mention, Set<Citation> cited) {
        if (citation == null || citation.eIsProxy() || !cited.add(citation)) {
            return;
        }
        var name = DocumentTypes.name(citation.getType());
        if (citation.getDate() != null) {
            checkLater(citation.getDate(), name + " " + citation.getNumber(), mention);
        }
        if (citation.getNumber() != null) {
            CitationText.find(name + " số " + citation.getNumber()).forEach(found -> checkCode(found, mention));
        }
        checkText(citation.getSubject(), mention);
    }

    /** What is cited must be there before what cites it; a blank day may be any. */
    private void checkLater(PartialDate cited, String what, EObject mention) {
        var date = document.date();
        if (date != null && cited.earliest().isAfter(date.latest())) {
            report("CITATION-LATER", mention, null, what, cited, date);
        }
    }

    /** Citations and dates in plain text. */
    private void checkText(String text, EObject element) {
        if (text == null || text.length() < 8) {
            return;
        }
        for (var found : CitationText.find(text)) {
            checkCode(found, element);
            if (found.date() != null) {
                checkLater(found.date(), text.substring(found.start(), found.end()), element);
            }
        }
        for (var date : CitationText.misspelledDates(text)) {
            report("DATE-PADDING", element, null, text.substring(date.start(), date.end()), date.expected());
        }
    }

    /** The symbol begins with the abbreviation of the type, that of a state letter with no type's. */
    private void checkCode(CitationText.Found found, EObject element) {
        var expected = DocumentTypes.citedAbbreviation(found.type(), found.isPartys());
        var code = found.codes().getFirst();
        if (expected.isEmpty() ? DocumentTypes.isAbbreviation(code) : !code.equals(expected)) {
            if (found.type() == DocumentType.OFFICIAL_LETTER && !found.isPartys()) {
                report("SYMBOL-LETTER", element, null, code);
            } else {
                report("CITATION-TYPE", element, null, code, DocumentTypes.name(found.type()), expected);
            }
        }
        var issuer = found.codes().getLast();
        if (!found.isPartys() && PARTY_ISSUERS.contains(issuer) || found.isPartys() && STATE_ISSUERS.contains(issuer)) {
            report("CITATION-SEPARATOR", element, null, issuer, found.isPartys() ? "/" : "-");
        }
    }

    private void checkAppendices() {
        if (document.body() == null) {
            return;
        }
        var folded = VietnameseText.fold(String.join(" ", PlainProse.paragraphs(document.body())));
        var mentioned = List.of("phu luc", "kem theo", "dinh kem", "bieu mau").stream().anyMatch(folded::contains);
        if (!mentioned && !document.attachments().isEmpty()) {
            report("APPENDIX-UNMENTIONED", document.attachments().getFirst(), null);
        }
    }
}
