/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.model.Campaign;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Parameter;
import org.bieumau.model.ParameterType;

/** What a campaign passes to the parameters of its document templates, by their names. */
public enum CampaignFact {
    /** The title of the campaign, or else its name. */
    TITLE("tênĐợt", ParameterType.TEXT, false),
    /** The period; of a parameter of type year, if the period is a year. */
    PERIOD("kỳ", ParameterType.TEXT, false),
    DEADLINE("hạnNộp", ParameterType.DATE, false),
    /** The number of units that have to send a return. */
    UNITS("sốĐơnVị", ParameterType.NUMBER, false),
    /** The number of units that have sent one that counts. */
    SENT("sốĐãNộp", ParameterType.NUMBER, false),
    /** The number of those that sent it after the deadline. */
    LATE("sốNộpTrễ", ParameterType.NUMBER, false),
    /** The number of units that have sent nothing. */
    MISSING("sốChưaNộp", ParameterType.NUMBER, false),
    /** The number of units of whose returns none counts: unreadable, of another period, or not decided. */
    UNCOUNTED("sốChưaTính", ParameterType.NUMBER, false),
    /** The number of errors of the returns that nobody has decided yet. */
    OPEN_ERRORS("sốLỗi", ParameterType.NUMBER, true),
    /** The units that have sent nothing, one on each line. */
    MISSING_UNITS("chưaNộp", ParameterType.PROSE, false),
    /** The consolidated form. */
    RESULT("tổngHợp", ParameterType.FORM, true),
    /** The totals of each unit. */
    BY_UNIT("theoĐơnVị", ParameterType.FORM, true),
    /** The state of the returns. */
    STATUS("tìnhHìnhNộp", ParameterType.FORM, true),
    /** What is to be decided. */
    DIFFERENCES("saiKhác", ParameterType.FORM, true),
    /** The consolidated form of the previous period. */
    PREVIOUS("kỳTrước", ParameterType.FORM, true),
    /** The units by the state of their return. */
    STATUS_CHART("biểuĐồTìnhHình", ParameterType.CHART, true),
    /** The numbers of the first printed row of each unit, or the number of its rows. */
    UNIT_CHART("biểuĐồĐơnVị", ParameterType.CHART, true),
    /** The shares of the sections in the first number, or in the number of rows. */
    SECTION_CHART("biểuĐồLĩnhVực", ParameterType.CHART, true),
    /** The first number, or the number of rows, of this and the previous period, by section or row. */
    PREVIOUS_CHART("biểuĐồKỳTrước", ParameterType.CHART, true);

    private final String parameter;
    private final ParameterType type;
    private final boolean ofResult;

    CampaignFact(String parameter, ParameterType type, boolean ofResult) {
        this.parameter = parameter;
        this.type = type;
        this.ofResult = ofResult;
    }

    /** Returns the name of the parameter. */
    public String parameter() {
        return parameter;
    }

    /** Returns whether the fact is a form or chart of the result. */
    public boolean isElement() {
        return type == ParameterType.FORM || type == ParameterType.CHART;
    }

    /** Returns the fact that a parameter takes; empty if the campaign has none of this name and type. */
    public static Optional<CampaignFact> of(Parameter parameter, Campaign campaign, boolean isReport) {
        return Arrays.stream(values())
                .filter(fact -> fact.parameter.equals(parameter.getName()) && (isReport || !fact.ofResult))
                .filter(fact -> fact.type == parameter.getType()
                        || fact == PERIOD && parameter.getType() == ParameterType.YEAR && isYear(campaign.getPeriod()))
                .filter(fact -> fact.isKnown(campaign))
                .findFirst();
    }

    private static boolean isYear(String period) {
        return period != null && period.matches("\\d{4}");
    }

    private boolean isKnown(Campaign campaign) {
        return switch (this) {
            case PERIOD -> campaign.getPeriod() != null;
            case DEADLINE -> campaign.getDeadline() != null;
            case PREVIOUS -> campaign.getPrevious() != null;
            case PREVIOUS_CHART -> campaign.getPrevious() != null && hasFigures(campaign);
            case UNIT_CHART, BY_UNIT -> hasFigures(campaign);
            case SECTION_CHART -> hasFigures(campaign) && hasSections(campaign);
            default -> true;
        };
    }

    /** Whether units have figures: numbers of printed rows, or a number of rows. */
    private static boolean hasFigures(Campaign campaign) {
        return template(campaign)
                .filter(template -> template.givenRows().isEmpty()
                        || template.columns().stream().anyMatch(CampaignFact::isNumber))
                .isPresent();
    }

    private static boolean hasSections(Campaign campaign) {
        return template(campaign)
                .filter(template -> template.sections().isPresent())
                .isPresent();
    }

    private static Optional<ResolvedTemplate> template(Campaign campaign) {
        return campaign.getTemplates().stream()
                .filter(template -> !template.eIsProxy())
                .findFirst()
                .map(ResolvedTemplate::of);
    }

    /** Returns whether a column has numbers that reports show: a number or an amount of money. */
    public static boolean isNumber(ResolvedTemplate.Leaf leaf) {
        return leaf.name() != null && (leaf.type() == ColumnType.NUMBER || leaf.type() == ColumnType.MONEY);
    }

    /** Returns the parameters that a campaign can pass, with their types, for a message. */
    public static String list(Campaign campaign, boolean isReport) {
        return Arrays.stream(values())
                .filter(fact -> (isReport || !fact.ofResult) && fact.isKnown(campaign))
                .map(fact -> fact.parameter + ": " + fact.type.getLiteral())
                .collect(Collectors.joining(", "));
    }
}
