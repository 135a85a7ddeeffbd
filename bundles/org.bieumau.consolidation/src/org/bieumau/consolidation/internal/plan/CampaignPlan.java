/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.plan;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.model.Agency;
import org.bieumau.model.Campaign;
import org.bieumau.model.CampaignUnit;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnMapping;
import org.bieumau.model.FileDecision;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.MappingItem;
import org.bieumau.model.MergeMode;
import org.bieumau.model.Named;
import org.bieumau.model.RepeatedReturns;
import org.bieumau.model.UnitDecision;
import org.bieumau.reading.internal.match.KnownLabels;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** What a campaign says, with its references resolved: units with all their names, templates, decisions by subject. */
public final class CampaignPlan {

    private final Campaign campaign;
    private final List<FormTemplate> templates;
    private final List<Unit> units = new ArrayList<>();
    private final Map<Named, Unit> bySource = new IdentityHashMap<>();
    private final Map<String, FileDecision> files = new LinkedHashMap<>();
    private final List<UnitDecision> decisions = new ArrayList<>();
    private final @Nullable ResolvedTemplate template;
    private final Outline outline;
    private final @Nullable DocumentTexts texts;

    /** @param campaign a campaign without errors */
    public CampaignPlan(Campaign campaign) {
        this(campaign, null);
    }

    /**
     * @param campaign a campaign without errors
     * @param texts reads reports that are texts in the language; null if they cannot be read
     */
    public CampaignPlan(Campaign campaign, @Nullable DocumentTexts texts) {
        this.campaign = campaign;
        this.texts = texts;
        outline = Outline.of(campaign.getMerge() == MergeMode.PROSE ? campaign.getStructure() : null);
        templates = campaign.getMerge() == MergeMode.PROSE
                ? List.of(outline.template(campaign.getName()))
                : campaign.getTemplates().stream()
                        .filter(each -> !each.eIsProxy())
                        .toList();
        template = templates.isEmpty() ? null : ResolvedTemplate.of(templates.getFirst());
        if (campaign.getVocabulary() != null && !campaign.getVocabulary().eIsProxy()) {
            for (var term : Terms.of(campaign.getVocabulary())) {
                var names = new ArrayList<String>();
                names.add(term.getTitle());
                names.addAll(term.getSynonyms());
                add(term, term.getName(), term.getTitle(), names, "", "");
            }
        }
        campaign.getUnits().forEach(this::add);
        for (var decision : campaign.getDecisions()) {
            switch (decision) {
                case FileDecision file -> files.putIfAbsent(path(file.getFile()), file);
                case UnitDecision unit -> decisions.add(unit);
                default -> {}
            }
        }
    }

    private static String path(String file) {
        return Normalizer.normalize(file == null ? "" : file.replace('\\', '/'), Normalizer.Form.NFC);
    }

    private void add(CampaignUnit unit) {
        var names = new ArrayList<String>();
        var agency = unit.getAgency();
        var title = unit.getTitle();
        var key = unit.getName();
        if (agency != null && !agency.eIsProxy()) {
            addNames(agency, names);
            title = agency.getTitle();
            key = agency.getName();
        }
        if (unit.getTitle() != null) {
            names.add(unit.getTitle());
        }
        names.addAll(unit.getSynonyms());
        names.addAll(unit.getFormerNames());
        var added = add(unit, key, title, names, unit.getCode(), unit.getContact());
        if (agency != null) {
            bySource.putIfAbsent(agency, added);
        }
    }

    private static void addNames(Agency agency, List<String> names) {
        names.add(agency.getTitle());
        names.add(agency.getHeadingName());
        names.add(agency.getShortName());
        names.add(agency.getAbbreviation());
        for (var former : agency.getFormerNames()) {
            names.add(former.getTitle());
            names.add(former.getHeadingName());
            names.add(former.getAbbreviation());
        }
    }

    private Unit add(Named source, String key, String title, Collection<String> names, String code, String contact) {
        var known = new LinkedHashSet<String>();
        names.stream().filter(Objects::nonNull).filter(name -> !name.isBlank()).forEach(known::add);
        var unit = new Unit(
                units.size(),
                key == null ? "" : key,
                title == null ? Objects.requireNonNullElse(key, "") : title,
                List.copyOf(known),
                code == null ? "" : code,
                contact == null ? "" : contact);
        units.add(unit);
        bySource.putIfAbsent(source, unit);
        return unit;
    }

    public Campaign campaign() {
        return campaign;
    }

    public String name() {
        return campaign.getName();
    }

    public MergeMode mode() {
        return mode(campaign);
    }

    /**
     * Returns how returns become one form. If the campaign does not say, printed rows are added up, and other rows are
     * stacked.
     */
    public static MergeMode mode(Campaign campaign) {
        if (campaign.getMerge() != MergeMode.NONE) {
            return campaign.getMerge();
        }
        var templates = campaign.getTemplates();
        return templates.isEmpty()
                        || templates.getFirst().eIsProxy()
                        || GivenRows.of(templates.getFirst()).isEmpty()
                ? MergeMode.STACK
                : MergeMode.ADD;
    }

    public RepeatedReturns repeated() {
        return campaign.getRepeated();
    }

    /** Returns the period; an empty string for none. */
    public String period() {
        return campaign.getPeriod() == null ? "" : campaign.getPeriod();
    }

    /** Returns the last day on which a return is in time. */
    public Optional<LocalDate> deadline() {
        return Optional.ofNullable(campaign.getDeadline())
                .filter(date -> date.isComplete())
                .map(date -> date.latest());
    }

    public List<Unit> units() {
        return Collections.unmodifiableList(units);
    }

    /** Returns the unit that an element of the model stands for. */
    public Optional<Unit> unit(@Nullable Named source) {
        return Optional.ofNullable(source).map(bySource::get);
    }

    /** Returns the agency that a unit is; empty if it is given by its name only. */
    public Optional<Agency> agency(Unit unit) {
        return bySource.entrySet().stream()
                .filter(each -> each.getKey() instanceof Agency agency
                        && !agency.eIsProxy()
                        && each.getValue().equals(unit))
                .map(each -> (Agency) each.getKey())
                .findFirst();
    }

    /** Returns the units that a name given by the user fits: key, title, another name or code. */
    public List<Unit> named(String name) {
        var wanted = VietnameseText.fold(name);
        var exact = units.stream().filter(unit -> unit.key().equals(name)).toList();
        return exact.isEmpty()
                ? units.stream()
                        .filter(unit -> VietnameseText.fold(unit.key()).equals(wanted)
                                || unit.code().equals(name)
                                || unit.names().stream()
                                        .anyMatch(each ->
                                                VietnameseText.fold(each).equals(wanted)))
                        .toList()
                : exact;
    }

    /** Returns the current template first, then older editions. */
    public List<FormTemplate> templates() {
        return templates;
    }

    /** Returns the current template. */
    public ResolvedTemplate template() {
        return Objects.requireNonNull(template);
    }

    /** Returns the decision about a file. */
    public Optional<FileDecision> decision(String file) {
        return Optional.ofNullable(files.get(path(file)));
    }

    /** Returns the decisions about files, by path. */
    public Map<String, FileDecision> fileDecisions() {
        return Collections.unmodifiableMap(files);
    }

    /** Returns the decisions about units and values. */
    public List<UnitDecision> decisions() {
        return Collections.unmodifiableList(decisions);
    }

    /** Returns whether a unit need not send a return. */
    public boolean isExempt(Unit unit) {
        return decisions.stream().anyMatch(each -> each.isExempt() && isAbout(each, unit));
    }

    /** Returns the file that holds if a unit sent several returns. */
    public Optional<String> chosenFile(Unit unit) {
        return decisions.stream()
                .filter(each -> each.getFile() != null && isAbout(each, unit))
                .map(each -> path(each.getFile()))
                .findFirst();
    }

    public boolean isAbout(UnitDecision decision, Unit unit) {
        return unit(decision.getUnit())
                .filter(each -> each.index() == unit.index())
                .isPresent();
    }

    /** Returns the labels that the campaign assigns to the columns of a template. */
    public KnownLabels known(FormTemplate of) {
        var known = new KnownLabels();
        var resolved = ResolvedTemplate.of(of);
        for (var item : mappingItems()) {
            if (item instanceof ColumnMapping column && column.getLabel() != null) {
                var target = column.isIgnored() ? Optional.<Column>empty() : column(column, resolved);
                if (!column.isIgnored() && target.isEmpty()) {
                    continue;
                }
                if (column.getPlace() == null) {
                    known.add(column.getLabel(), target);
                } else {
                    known.add(column.getLabel(), column.getPlace(), target);
                }
            } else {
                known.add(item);
            }
        }
        return known;
    }

    private static Optional<Column> column(ColumnMapping mapping, ResolvedTemplate template) {
        var name = mapping.getColumn() == null ? null : mapping.getColumn().getName();
        return template.columns().stream()
                .filter(leaf -> leaf.source() == mapping.getColumn()
                        || leaf.name() != null && leaf.name().equals(name))
                .map(leaf -> leaf.source())
                .findFirst();
    }

    /** Returns the decisions about labels, the campaign's own first. */
    public List<MappingItem> mappingItems() {
        var items = new ArrayList<MappingItem>(campaign.getMappingItems());
        campaign.getMappings().stream()
                .filter(mapping -> !mapping.eIsProxy())
                .forEach(mapping -> items.addAll(mapping.getItems()));
        return items;
    }

    /** Returns the headings that reports follow; they are empty unless reports are joined. */
    public Outline outline() {
        return outline;
    }

    /** Returns what reads reports that are texts in the language. */
    public Optional<DocumentTexts> texts() {
        return Optional.ofNullable(texts);
    }

    /** Returns elements of the model on which the reading of a return depends, besides the templates. */
    public List<? extends EObject> readWith() {
        var elements = new ArrayList<EObject>(mappingItems());
        if (campaign.getMerge() == MergeMode.PROSE && campaign.getStructure() != null) {
            elements.add(campaign.getStructure());
        }
        return elements;
    }
}
