/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.CAMPAIGN_UNIT__AGENCY;
import static org.bieumau.model.BieumauPackage.Literals.CAMPAIGN__DEADLINE;
import static org.bieumau.model.BieumauPackage.Literals.CAMPAIGN__MERGE;
import static org.bieumau.model.BieumauPackage.Literals.CAMPAIGN__REMINDER;
import static org.bieumau.model.BieumauPackage.Literals.CAMPAIGN__REPORTS;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN_MERGE__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN_MERGE__FUNCTION;
import static org.bieumau.model.BieumauPackage.Literals.FILE_DECISION__FILE;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;
import static org.bieumau.model.BieumauPackage.Literals.UNIT_DECISION__UNIT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.CampaignFact;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Campaign;
import org.bieumau.model.CampaignUnit;
import org.bieumau.model.ColumnMerge;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.FileDecision;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.MergeMode;
import org.bieumau.model.Named;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.Severity;
import org.bieumau.model.UnitDecision;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Checks campaigns: what would keep returns from being read, assigned to units and merged. */
public final class CampaignChecks {

    private final Consumer<Finding> report;

    public CampaignChecks(Consumer<Finding> report) {
        this.report = report;
    }

    /** Checks a campaign whose references are resolved or null. */
    public void check(Campaign campaign) {
        checkForms(campaign);
        var deadline = campaign.getDeadline();
        if (deadline != null && !deadline.isComplete()) {
            error("CAMPAIGN-DEADLINE", campaign, CAMPAIGN__DEADLINE, deadline);
        }
        if (campaign.getUnits().isEmpty() && campaign.getVocabulary() == null) {
            report.accept(Finding.of("CAMPAIGN-UNITS", Severity.WARNING, campaign, NAMED__NAME, campaign.getName()));
        }
        checkNames(campaign);
        checkColumns(campaign);
        checkDecisions(campaign);
        checkParameters(campaign, campaign.getReminder(), CAMPAIGN__REMINDER);
        campaign.getReports().forEach(each -> checkParameters(campaign, each, CAMPAIGN__REPORTS));
    }

    /** Reports parameters of a document template for which the campaign has no value. */
    private void checkParameters(Campaign campaign, DocumentTemplate template, EStructuralFeature feature) {
        if (template == null || template.eIsProxy()) {
            return;
        }
        var isReport = feature == CAMPAIGN__REPORTS;
        for (var parameter : template.getParameters()) {
            if (parameter.getDefaultValue() == null
                    && CampaignFact.of(parameter, campaign, isReport).isEmpty()) {
                error(
                        "CAMPAIGN-PARAMETER",
                        campaign,
                        feature,
                        template.getName(),
                        parameter.getName(),
                        parameter.getType().getLiteral(),
                        CampaignFact.list(campaign, isReport));
            }
        }
    }

    private void checkForms(Campaign campaign) {
        if (campaign.getMerge() == MergeMode.PROSE) {
            checkOutline(campaign);
            return;
        }
        if (campaign.getTemplates().isEmpty()) {
            error("CAMPAIGN-FORM", campaign, NAMED__NAME, campaign.getName());
            return;
        }
        var template = campaign.getTemplates().getFirst();
        var needsRows = campaign.getMerge() == MergeMode.ADD || campaign.getMerge() == MergeMode.COLUMN_PER_UNIT;
        if (needsRows && !template.eIsProxy() && GivenRows.of(template).all().isEmpty()) {
            error(
                    "CAMPAIGN-ROWS",
                    campaign,
                    CAMPAIGN__MERGE,
                    campaign.getMerge().getLiteral(),
                    template.getName());
        }
    }

    /** Reports a campaign that joins reports without a document that has their headings. */
    private void checkOutline(Campaign campaign) {
        var structure = campaign.getStructure();
        if (structure != null && structure.eIsProxy()) {
            return;
        }
        var outline = switch (structure) {
            case Document document -> document;
            case DocumentTemplate template -> template.getDocument();
            case null, default -> null;
        };
        if (outline == null || !hasHeadings(ResolvedDocument.of(outline).body())) {
            error("CAMPAIGN-OUTLINE", campaign, CAMPAIGN__MERGE, campaign.getName());
        }
    }

    private static boolean hasHeadings(Prose body) {
        return body != null
                && body.getLines().stream()
                        .anyMatch(line -> line instanceof Paragraph paragraph
                                && paragraph.getMarker() != null
                                && paragraph.getMarker().getLevel() != null
                                && paragraph.getMarker().getLevel().compareTo(DivisionLevel.DASH) < 0);
    }

    /** Reports names that two units share, since a return with such a name could be of either. */
    private void checkNames(Campaign campaign) {
        var owners = new HashMap<String, CampaignUnit>();
        for (var unit : campaign.getUnits()) {
            for (var name : new HashSet<>(names(unit).map(VietnameseText::fold).toList())) {
                var owner = owners.putIfAbsent(name, unit);
                if (owner != null) {
                    error(
                            "CAMPAIGN-UNIT-TWICE",
                            unit,
                            unit.getAgency() == null ? NAMED__NAME : CAMPAIGN_UNIT__AGENCY,
                            title(unit),
                            title(owner));
                    break;
                }
            }
        }
    }

    private static String title(CampaignUnit unit) {
        return names(unit).findFirst().orElse("");
    }

    /** Returns the names of a unit, the printed one first. */
    private static Stream<String> names(CampaignUnit unit) {
        var names = new ArrayList<String>();
        if (unit.getTitle() != null) {
            names.add(unit.getTitle());
        }
        if (unit.getAgency() != null && !unit.getAgency().eIsProxy()) {
            names.add(unit.getAgency().getTitle());
        }
        names.addAll(unit.getSynonyms());
        names.addAll(unit.getFormerNames());
        return names.stream().filter(name -> name != null && !name.isBlank());
    }

    private void checkColumns(Campaign campaign) {
        var seen = new HashSet<Object>();
        for (var merge : campaign.getColumnMerges()) {
            var column = merge.getColumn();
            if (column == null || column.eIsProxy()) {
                continue;
            }
            if (!seen.add(column)) {
                error("CAMPAIGN-COLUMN-TWICE", merge, COLUMN_MERGE__COLUMN, column.getName());
            }
            checkFunction(merge);
        }
    }

    private void checkFunction(ColumnMerge merge) {
        var type = merge.getColumn().getType();
        var fits = switch (merge.getFunction()) {
            case SUM -> type == ColumnType.NUMBER || type == ColumnType.MONEY || type == ColumnType.COMPUTED;
            case MINIMUM, MAXIMUM ->
                type == ColumnType.NUMBER
                        || type == ColumnType.MONEY
                        || type == ColumnType.COMPUTED
                        || type == ColumnType.DATE;
            case RECOMPUTE -> type == ColumnType.COMPUTED || merge.getColumn().getExpected() != null;
            default -> true;
        };
        if (!fits) {
            var code = merge.getFunction() == MergeFunction.RECOMPUTE ? "CAMPAIGN-FORMULA" : "CAMPAIGN-FUNCTION";
            error(
                    code,
                    merge,
                    COLUMN_MERGE__FUNCTION,
                    merge.getColumn().getName(),
                    merge.getFunction().getLiteral());
        }
    }

    private void checkDecisions(Campaign campaign) {
        var seen = new HashSet<List<Object>>();
        for (var decision : campaign.getDecisions()) {
            switch (decision) {
                case FileDecision file -> {
                    if (file.getFile() != null && !seen.add(List.of(file.getFile()))) {
                        error("DECISION-TWICE", file, FILE_DECISION__FILE, file.getFile());
                    }
                }
                case UnitDecision unit -> {
                    if (unit.getUnit() != null && !unit.getUnit().eIsProxy() && !seen.add(subject(unit))) {
                        error("DECISION-TWICE", unit, UNIT_DECISION__UNIT, name(unit.getUnit()));
                    }
                }
                default -> {}
            }
        }
    }

    /** Returns what a decision is about: the return of a unit, or one of its cells. */
    private static List<Object> subject(UnitDecision decision) {
        var column = decision.getColumn();
        return column == null
                ? List.of(decision.getUnit())
                : List.of(
                        decision.getUnit(),
                        column,
                        decision.getIndicator() == null ? decision.getRow() : decision.getIndicator(),
                        decision.getTitle() == null ? "" : decision.getTitle());
    }

    private static String name(Named unit) {
        return unit instanceof CampaignUnit each ? title(each) : unit.getName();
    }

    private void error(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report.accept(Finding.of(code, Severity.ERROR, element, feature, arguments));
    }
}
