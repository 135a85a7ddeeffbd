/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.CellReader;
import org.bieumau.core.internal.value.DateOrder;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.ide.internal.consolidation.Verdict.DecidedCell;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Campaign;
import org.bieumau.model.FileDecision;
import org.bieumau.model.Library;
import org.bieumau.model.Named;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Term;
import org.bieumau.model.UnitDecision;
import org.bieumau.model.Value;
import org.eclipse.xtext.resource.XtextResource;

/** Translates decisions of the office to edits of the text of a campaign. */
public final class CampaignCommands {

    /**
     * A decision that is to be written.
     *
     * @param reason the reason; blank for none
     */
    public record Decide(String campaign, Verdict verdict, String reason) {

        /** See {@link CampaignCommands#decide}. */
        public List<TextEdit> edits(XtextResource resource) throws RefusedException {
            return new CampaignCommands(resource, campaign).decide(verdict, reason);
        }
    }

    /** A folder of the returns that is to be written. */
    public record SetFolder(String campaign, String folder) {

        /** See {@link CampaignCommands#setFolder}. */
        public List<TextEdit> edits(XtextResource resource) throws RefusedException {
            return new CampaignCommands(resource, campaign).setFolder(folder);
        }
    }

    private final XtextResource resource;
    private final String name;

    /**
     * @param resource the file, with the model of its current text
     * @param name the name of the campaign
     */
    public CampaignCommands(XtextResource resource, String name) {
        this.resource = resource;
        this.name = name;
    }

    /**
     * Writes a decision. It replaces an earlier one about the same file, unit or value.
     *
     * @param reason the reason, for those who read the decision later; blank for none
     * @throws RefusedException if the campaign, unit, row or column is no longer there, a value does not fit its
     *     column, or the text cannot be changed now
     */
    public List<TextEdit> decide(Verdict verdict, String reason) throws RefusedException {
        return change(campaign -> new Decider(campaign, reason.isBlank() ? null : reason.strip()).decide(verdict));
    }

    /** Names the folder of the returns. */
    public List<TextEdit> setFolder(String folder) throws RefusedException {
        return change(campaign -> campaign.setFolder(folder));
    }

    private List<TextEdit> change(Consumer<Campaign> change) throws RefusedException {
        return new ModelEdits(resource)
                .of((Library library) -> change.accept(library.getElements().stream()
                        .filter(each -> each instanceof Campaign && name.equals(each.getName()))
                        .map(Campaign.class::cast)
                        .findFirst()
                        .orElseThrow(() -> refused("decide.gone", name))));
    }

    /** The message is for the user. */
    private static IllegalArgumentException refused(String key, Object... arguments) {
        return new IllegalArgumentException(IdeMessages.ALL.text(key, arguments));
    }

    /** Adds decisions to the copy of a campaign. */
    private static final class Decider {

        private final Campaign campaign;
        private final CampaignPlan plan;
        private final String reason;

        Decider(Campaign campaign, String reason) {
            this.campaign = campaign;
            this.reason = reason;
            plan = new CampaignPlan(campaign);
        }

        void decide(Verdict verdict) {
            switch (verdict) {
                case Verdict.NoReturn(var file) -> {
                    var decision = of(file);
                    decision.setUnit(null);
                    decision.setReceived(null);
                    decision.setIgnored(true);
                }
                case Verdict.SentBy(var file, var unit) -> {
                    var decision = of(file);
                    decision.setIgnored(false);
                    decision.setUnit(unit(unit));
                }
                case Verdict.ReceivedOn(var file, var day) -> {
                    var decision = of(file);
                    decision.setIgnored(false);
                    decision.setReceived(PartialDate.of(day));
                }
                case Verdict.Exempt(var unit) -> {
                    var source = unit(unit);
                    remove(each -> each.getUnit() == source && each.isExempt());
                    add(source).setExempt(true);
                }
                case Verdict.TakeFile(var unit, var file) -> {
                    var source = unit(unit);
                    remove(each -> each.getUnit() == source && each.getFile() != null);
                    add(source).setFile(file);
                }
                case Verdict.Keep(var cell, var text) -> {
                    var value = value(column(cell), text);
                    about(cell).setValue(value);
                }
                case Verdict.Accept(var cell) -> about(cell).setAccepted(true);
            }
        }

        private static String path(String file) {
            return Normalizer.normalize(file.replace('\\', '/'), Normalizer.Form.NFC);
        }

        /** Returns the decision about a file, which is added if there is none. */
        private FileDecision of(String file) {
            var decision = campaign.getDecisions().stream()
                    .filter(FileDecision.class::isInstance)
                    .map(FileDecision.class::cast)
                    .filter(each ->
                            each.getFile() != null && path(each.getFile()).equals(path(file)))
                    .findFirst()
                    .orElseGet(() -> {
                        var added = BieumauFactory.eINSTANCE.createFileDecision();
                        added.setFile(file);
                        campaign.getDecisions().add(added);
                        return added;
                    });
            if (reason != null) {
                decision.setReason(reason);
            }
            return decision;
        }

        private Named unit(String key) {
            return Stream.concat(
                            campaign.getVocabulary() == null
                                            || campaign.getVocabulary().eIsProxy()
                                    ? Stream.<Term>empty()
                                    : Terms.of(campaign.getVocabulary()).stream(),
                            campaign.getUnits().stream())
                    .filter(each -> !key.isEmpty()
                            && plan.unit(each)
                                    .filter(unit -> unit.key().equals(key))
                                    .isPresent())
                    .findFirst()
                    .orElseThrow(() -> refused("decide.unit", key));
        }

        private Leaf column(DecidedCell cell) {
            return plan.template().columns().stream()
                    .filter(leaf -> cell.column().equals(leaf.name()))
                    .findFirst()
                    .orElseThrow(() -> refused("decide.column", cell.column()));
        }

        /** Texts of people are in the Vietnamese style. */
        private static Value value(Leaf column, String text) {
            var reading = new CellReader(column.source(), column.type(), NumberStyle.VIETNAMESE, DateOrder.DAY_FIRST)
                    .read(text.strip());
            if (reading.value() == null || !reading.fits()) {
                throw refused("decide.value", text.strip(), column.title());
            }
            return reading.value();
        }

        /** Returns a new decision about a cell. */
        private UnitDecision about(DecidedCell cell) {
            var source = unit(cell.unit());
            var column = column(cell);
            var indicator = plan.template().givenRows().row(cell.given()).map(row -> row.source());
            remove(each -> each.getUnit() == source
                    && each.getColumn() == column.source()
                    && (indicator.isPresent()
                            ? each.getIndicator() == indicator.get()
                            : each.getIndicator() == null && isAbout(each, cell)));
            var decision = add(source);
            decision.setColumn(column.source());
            indicator.ifPresentOrElse(decision::setIndicator, () -> {
                if (cell.title().isEmpty()) {
                    decision.setRow(cell.row());
                } else {
                    decision.setTitle(cell.title());
                }
            });
            return decision;
        }

        private static boolean isAbout(UnitDecision decision, DecidedCell cell) {
            return decision.getTitle() == null
                    ? decision.getRow() == cell.row()
                    : VietnameseText.fold(decision.getTitle()).equals(VietnameseText.fold(cell.title()));
        }

        private void remove(Predicate<UnitDecision> isReplaced) {
            campaign.getDecisions().removeIf(each -> each instanceof UnitDecision unit && isReplaced.test(unit));
        }

        private UnitDecision add(Named unit) {
            var decision = BieumauFactory.eINSTANCE.createUnitDecision();
            decision.setUnit(unit);
            decision.setReason(reason);
            campaign.getDecisions().add(decision);
            return decision;
        }
    }
}
