/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.RowBuilder;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.consolidation.internal.status.UnitStatus.State;
import org.bieumau.core.internal.law.Validity;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.PartialDate;
import org.eclipse.emf.ecore.EObject;

/**
 * The letter that reminds units of their return (<i>công văn đôn đốc</i>): one to all, or one to each. It is a document
 * by the template of the campaign, or else by a built-in one that is written with it, so that the office can change its
 * words.
 */
public final class ReminderLetter {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    /** States of the units that are reminded. */
    private static final Set<State> REMINDED = EnumSet.of(State.MISSING, State.OTHER_PERIOD, State.UNREADABLE);
    /** Largest number of units that are addressees; more are listed in a form that is attached. */
    private static final int MOST_ADDRESSEES = 10;

    /** The addressee of a letter with a list of units. */
    private static final String LISTED = "Các đơn vị trong danh sách kèm theo";

    private final CampaignFile file;
    private final CampaignPlan plan;
    private final Returns returns;
    private final Library library = MODEL.createLibrary();

    private ReminderLetter(CampaignFile file, Returns returns) {
        this.file = file;
        plan = file.plan();
        this.returns = returns;
        library.setLanguageVersion("2");
    }

    /**
     * Returns the units that are reminded: those that have sent nothing, or nothing that can be read and is of the
     * period of the campaign.
     */
    public static List<UnitStatus> reminded(Returns returns) {
        return returns.statuses().stream()
                .filter(status -> REMINDED.contains(status.state()))
                .toList();
    }

    /** Returns the name of the file of the letter, without extension. */
    public static String fileName(CampaignFile file) {
        return file.campaign().getName() + "-don-doc";
    }

    /**
     * Returns the text of the letter.
     *
     * @param each whether each unit gets a letter of its own, rather than all the same
     * @param day the day of the run; the letter has its month, and an open day
     * @throws ProblemException if neither the campaign nor its template has an agency that sends the letter
     */
    public static String text(CampaignFile file, Returns returns, boolean each, LocalDate day) throws ProblemException {
        return new ReminderLetter(file, returns).text(each, day);
    }

    private String text(boolean each, LocalDate day) throws ProblemException {
        var units = reminded(returns);
        var template = template();
        var agency = Optional.ofNullable(file.campaign().getAgency()).filter(it -> !it.eIsProxy());
        if (agency.isEmpty() && template.getDocument().getAgency() == null) {
            throw new ProblemException(Problem.error(
                    IdeMessages.ALL,
                    "CAMPAIGN-AGENCY",
                    Place.of(file.path().toString()),
                    file.campaign().getName()));
        }
        var used = new ArrayList<EObject>(List.of(template));
        agency.ifPresent(used::add);
        units.forEach(unit -> plan.agency(unit.unit()).ifPresent(used::add));
        var copies = new Copies(library, used.toArray(EObject[]::new));
        var letter = MODEL.createDocument();
        letter.setName(file.campaign().getName() + "_ĐônĐốc");
        letter.setTemplate(copies.of(template));
        letter.setType(letter.getTemplate().getDocument().getType());
        letter.setDate(new PartialDate(0, day.getMonthValue(), day.getYear()));
        agency.ifPresent(it -> letter.setAgency(copies.of(it)));
        agency.ifPresent(it -> sign(letter, letter.getAgency(), day));
        new CampaignFacts(file.campaign(), returns, new OpenProblems(), Map.of()).pass(letter, letter.getTemplate());
        if (each) {
            letter.setRows(list(units));
            addressCurrentUnit(letter);
        } else if (units.size() > MOST_ADDRESSEES) {
            var attachment = MODEL.createAttachment();
            attachment.setElement(list(units));
            letter.getAttachments().add(attachment);
            var addressee = MODEL.createAddressee();
            addressee.setText(LISTED);
            letter.getAddressees().add(addressee);
        } else {
            units.forEach(unit -> address(letter, unit, copies));
        }
        library.getElements().add(letter);
        return file.reader().write(library).text();
    }

    private DocumentTemplate template() throws ProblemException {
        var own = file.campaign().getReminder();
        if (own != null && !own.eIsProxy()) {
            return own;
        }
        return builtIn(DocumentTemplate.class, file.campaign().getDeadline() == null ? "ĐônĐốcKhôngHạn" : "ĐônĐốc");
    }

    private <T extends LibraryElement> T builtIn(Class<T> type, String name) throws ProblemException {
        return Resources.element(file.reader(), "dondoc.bieu", type, name);
    }

    /** Adds the list of units as a form. */
    private Form list(List<UnitStatus> units) throws ProblemException {
        var source = builtIn(FormTemplate.class, "ChưaNộp");
        var template = new Copies(library, source).of(source);
        template.setName(file.campaign().getName() + "_MẫuChưaNộp");
        var form = MODEL.createForm();
        form.setName(file.campaign().getName() + "_ChưaNộp");
        form.setTemplate(template);
        library.getElements().add(form);
        var rows = new RowBuilder(ResolvedTemplate.of(template));
        for (var unit : units) {
            var cells = Map.of(
                    "đơnVị", Datum.text(unit.unit().title()),
                    "tìnhTrạng", Datum.text(ConsolidationMessages.ALL.text("unit." + unit.state())));
            rows.add(form, "", new ReturnRow("", "", "", "", -1, 0, new LinkedHashMap<>(cells)));
        }
        return form;
    }

    /** Adds the signature of the agency's only signer on that day; the office adds it if there are several. */
    private static void sign(Document letter, Agency agency, LocalDate day) {
        var signers = agency.getSigners().stream()
                .filter(signer -> Validity.holds(signer, PartialDate.of(day)))
                .toList();
        if (signers.size() == 1
                && letter.getTemplate().getDocument().getSignatures().isEmpty()) {
            var signature = MODEL.createSignature();
            signature.setSigner(signers.getFirst());
            letter.getSignatures().add(signature);
        }
    }

    private void address(Document letter, UnitStatus status, Copies copies) {
        var addressee = MODEL.createAddressee();
        plan.agency(status.unit())
                .ifPresentOrElse(
                        agency -> addressee.setAgency(copies.of(agency)),
                        () -> addressee.setText(status.unit().title()));
        letter.getAddressees().add(addressee);
    }

    /** Addresses the letter to the unit of the current row. */
    private static void addressCurrentUnit(Document letter) {
        var row = MODEL.createNameReference();
        row.setName("dòng");
        var unit = MODEL.createMemberAccess();
        unit.setOwner(row);
        unit.setName("đơnVị");
        var run = MODEL.createInterpolationRun();
        run.setExpression(unit);
        var line = MODEL.createParagraph();
        line.getRuns().add(run);
        var prose = MODEL.createProse();
        prose.getLines().add(line);
        var addressee = MODEL.createAddressee();
        addressee.setLine(prose);
        letter.getAddressees().add(addressee);
    }
}
