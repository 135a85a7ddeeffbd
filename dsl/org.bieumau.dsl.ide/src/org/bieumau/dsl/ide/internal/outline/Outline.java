/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Agency;
import org.bieumau.model.Campaign;
import org.bieumau.model.CampaignUnit;
import org.bieumau.model.Chart;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.Decision;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.IndicatorList;
import org.bieumau.model.Mapping;
import org.bieumau.model.MappingItem;
import org.bieumau.model.Named;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.Section;
import org.bieumau.model.Term;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Computes the outline of a file: its elements, the columns of templates, the sections and rows of forms, and the
 * headings of documents.
 */
public final class Outline {

    private static final int MAX_LABEL_LENGTH = 80;

    private Outline() {}

    /** Returns the items of a file; an empty list if the file has no model. */
    public static List<OutlineItem> of(XtextResource resource) {
        return Libraries.library(resource)
                .map(library ->
                        library.getElements().stream().map(Outline::item).toList())
                .orElse(List.of());
    }

    private static OutlineItem item(EObject element) {
        return item(element, label(element), children(element));
    }

    private static OutlineItem item(EObject element, String label, List<OutlineItem> children) {
        var node = NodeModelUtils.findActualNodeFor(element);
        return new OutlineItem(
                label,
                element.eClass().getName(),
                node == null ? 0 : node.getOffset(),
                node == null ? 0 : node.getLength(),
                children);
    }

    private static List<OutlineItem> children(EObject element) {
        return switch (element) {
            case FormTemplate template ->
                items(Stream.of(template.getItems(), template.getIndicatorLists(), template.getRules())
                        .flatMap(each -> each.stream()));
            case IndicatorList list -> items(list.getIndicators().stream());
            case Indicator indicator -> items(indicator.getIndicators().stream());
            case Mapping mapping -> items(mapping.getItems().stream());
            case Campaign campaign ->
                items(Stream.concat(campaign.getUnits().stream(), campaign.getDecisions().stream()));
            case ColumnGroup group -> items(group.getItems().stream());
            case Vocabulary vocabulary -> items(vocabulary.getTerms().stream());
            case Form form -> items(Stream.concat(form.getSections().stream(), form.getEntries().stream()));
            case Section section -> items(section.getEntries().stream());
            case DocumentTemplate template ->
                template.getDocument() == null
                        ? List.of()
                        : headings(template.getDocument().getBody());
            case Document document -> headings(document.getBody());
            default -> List.of();
        };
    }

    private static List<OutlineItem> items(Stream<? extends EObject> elements) {
        return elements.map(Outline::item).toList();
    }

    private static String label(EObject element) {
        return shortened(
                switch (element) {
                    case Document document -> DocumentTypes.name(document.getType()) + " " + name(document);
                    case Agency agency -> agency.getTitle() == null ? name(agency) : agency.getTitle();
                    case Chart chart -> chart.getTitle() == null ? name(chart) : chart.getTitle();
                    case ColumnItem column -> column.getTitle() == null ? name(column) : column.getTitle();
                    case Term term -> term.getTitle() == null ? name(term) : term.getTitle();
                    case Section section -> FormRows.name(section);
                    case IndicatorList list ->
                        list.getTerm() != null && list.getTerm().getTitle() != null
                                ? list.getTerm().getTitle()
                                : list.getSectionTitle() != null
                                        ? list.getSectionTitle()
                                        : IdeMessages.ALL.text("outline.printedRows");
                    case Indicator indicator -> title(indicator);
                    case MappingItem item -> item.getLabel() == null ? "" : item.getLabel();
                    case CampaignUnit unit
                    when unit.getAgency() != null && !unit.getAgency().eIsProxy() -> label(unit.getAgency());
                    case CampaignUnit unit -> unit.getTitle() == null ? name(unit) : unit.getTitle();
                    case Decision decision -> text(decision);
                    case Entry entry
                    when entry.getIndicator() != null && !entry.getIndicator().eIsProxy() ->
                        title(entry.getIndicator());
                    case Entry entry ->
                        entry.getTitle() == null
                                ? Integer.toString(1
                                        + ((List<?>) entry.eContainer().eGet(entry.eContainingFeature()))
                                                .indexOf(entry))
                                : entry.getTitle();
                    case Named named -> name(named);
                    default -> element.eClass().getName();
                });
    }

    /** Returns the text of a decision on one line. */
    private static String text(Decision decision) {
        var node = NodeModelUtils.findActualNodeFor(decision);
        return node == null ? "" : NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ");
    }

    private static String title(Indicator row) {
        var title = row.getTitle() == null ? name(row) : row.getTitle();
        return row.getOrdinal() == null ? title : row.getOrdinal() + " " + title;
    }

    private static String name(Named element) {
        return element.getName() == null ? "" : element.getName();
    }

    private static String shortened(String label) {
        return label.length() <= MAX_LABEL_LENGTH ? label : label.substring(0, MAX_LABEL_LENGTH - 1) + "…";
    }

    // Nested headings

    private record Heading(Paragraph paragraph, DivisionLevel level, List<OutlineItem> children) {}

    private static List<OutlineItem> headings(Prose body) {
        var top = new ArrayList<OutlineItem>();
        Deque<Heading> open = new ArrayDeque<>();
        if (body != null) {
            for (var line : body.getLines()) {
                if (line instanceof Paragraph paragraph
                        && paragraph.getMarker() != null
                        && paragraph.getMarker().getLevel() != null
                        && paragraph.getMarker().getLevel().getValue() <= DivisionLevel.CLAUSE_VALUE) {
                    close(open, paragraph.getMarker().getLevel(), top);
                    open.push(new Heading(paragraph, paragraph.getMarker().getLevel(), new ArrayList<>()));
                }
            }
        }
        close(open, DivisionLevel.PART, top);
        return top;
    }

    /** Closes the open headings that a new heading ends: those of the same or a lower outline level. */
    private static void close(Deque<Heading> open, DivisionLevel level, List<OutlineItem> top) {
        while (!open.isEmpty() && open.peek().level().getValue() >= level.getValue()) {
            var heading = open.pop();
            var text = heading.paragraph().getMarker().getText() + " " + PlainProse.text(heading.paragraph());
            (open.isEmpty() ? top : open.peek().children())
                    .add(item(heading.paragraph(), shortened(text.strip()), heading.children()));
        }
    }
}
