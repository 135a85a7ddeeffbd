/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.consolidation.internal.status.UnitStatus.State;
import org.bieumau.core.internal.resolved.CampaignFact;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Campaign;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Expression;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Parameter;
import org.bieumau.model.ParameterType;
import org.bieumau.model.Prose;

/** Passes the facts of a campaign to documents, as arguments of their templates. */
final class CampaignFacts {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    /** States of units whose return counts. */
    private static final Set<State> SENT = EnumSet.of(State.ON_TIME, State.LATE, State.SENT);
    /** States of units that have not sent anything. */
    private static final Set<State> UNSENT = EnumSet.of(State.MISSING, State.NOT_DUE);
    /** States of units that have sent something that does not count. */
    private static final Set<State> UNCOUNTED = EnumSet.of(State.UNDECIDED, State.OTHER_PERIOD, State.UNREADABLE);

    private final Campaign campaign;
    private final Returns returns;
    private final OpenProblems problems;
    private final Map<CampaignFact, LibraryElement> elements;

    /**
     * @param problems the problems of the returns
     * @param elements the forms and charts of the result; empty if there is no result
     */
    CampaignFacts(
            Campaign campaign, Returns returns, OpenProblems problems, Map<CampaignFact, LibraryElement> elements) {
        this.campaign = campaign;
        this.returns = returns;
        this.problems = problems;
        this.elements = elements;
    }

    /** Gives a document the arguments that its template takes. */
    void pass(Document document, DocumentTemplate template) {
        for (var parameter : template.getParameters()) {
            CampaignFact.of(parameter, campaign, !elements.isEmpty()).ifPresent(fact -> {
                var argument = MODEL.createArgument();
                argument.setParameter(parameter);
                argument.setValue(value(fact, parameter));
                document.getArguments().add(argument);
            });
        }
    }

    private Expression value(CampaignFact fact, Parameter parameter) {
        return switch (fact) {
            case TITLE -> text(title());
            case PERIOD ->
                parameter.getType() == ParameterType.YEAR
                        ? number(Long.parseLong(campaign.getPeriod()))
                        : text(campaign.getPeriod());
            case DEADLINE -> {
                var date = MODEL.createDateLiteral();
                date.setValue(campaign.getDeadline());
                yield date;
            }
            case UNITS ->
                number(returns.statuses().stream()
                        .filter(unit -> unit.state() != State.EXEMPT)
                        .count());
            case SENT -> number(units(SENT).size());
            case LATE -> number(units(EnumSet.of(State.LATE)).size());
            case MISSING -> number(units(UNSENT).size());
            case UNCOUNTED -> number(units(UNCOUNTED).size());
            case OPEN_ERRORS -> number(problems.errors());
            case MISSING_UNITS -> {
                var literal = MODEL.createProseLiteral();
                literal.setProse(list(units(UNSENT)));
                yield literal;
            }
            case RESULT,
                    BY_UNIT,
                    STATUS,
                    DIFFERENCES,
                    PREVIOUS,
                    STATUS_CHART,
                    UNIT_CHART,
                    SECTION_CHART,
                    PREVIOUS_CHART -> {
                var reference = MODEL.createNameReference();
                reference.setName(elements.get(fact).getName());
                yield reference;
            }
        };
    }

    private String title() {
        return campaign.getTitle() == null ? campaign.getName() : campaign.getTitle();
    }

    private List<UnitStatus> units(Set<State> states) {
        return returns.statuses().stream()
                .filter(unit -> states.contains(unit.state()))
                .toList();
    }

    private static Expression text(String text) {
        var literal = MODEL.createTextLiteral();
        literal.setValue(text);
        return literal;
    }

    private static Expression number(long number) {
        var literal = MODEL.createNumberLiteral();
        literal.setValue(BigDecimal.valueOf(number));
        return literal;
    }

    private static Prose list(List<UnitStatus> units) {
        var prose = MODEL.createProse();
        for (int i = 0; i < units.size(); i++) {
            var run = MODEL.createTextRun();
            run.setText(units.get(i).unit().title() + (i == units.size() - 1 ? "." : ";"));
            var line = MODEL.createParagraph();
            line.setMarker(MODEL.createMarker());
            line.getMarker().setText("-");
            line.getRuns().add(run);
            prose.getLines().add(line);
        }
        return prose;
    }
}
