/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.formatting2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.model.AddIndicator;
import org.bieumau.model.AddItem;
import org.bieumau.model.Campaign;
import org.bieumau.model.CampaignUnit;
import org.bieumau.model.ChartSeries;
import org.bieumau.model.Citation;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.ColumnMerge;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.Decision;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.Expression;
import org.bieumau.model.FormSource;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.Indicator;
import org.bieumau.model.IndicatorChange;
import org.bieumau.model.IndicatorList;
import org.bieumau.model.Leftover;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.MappingItem;
import org.bieumau.model.Prose;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Rule;
import org.bieumau.model.Section;
import org.bieumau.model.SectionSpec;
import org.bieumau.model.SourceColumn;
import org.bieumau.model.TemplateChange;
import org.bieumau.model.UnaryExpression;
import org.bieumau.model.Use;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;

/**
 * Formats .bieu text: each column, section and row on its own line, the content of braces indented, single spaces
 * between words. Keeps the author's line breaks between settings. Never changes prose, whose line breaks and
 * indentation are significant.
 */
public class BieuFormatter extends AbstractJavaFormatter {

    private static final String INDENT = "    ";

    @Override
    protected void initialize(FormatterRequest request) {
        request.setPreferences(new MapBasedPreferenceValues(
                request.getPreferences(), Map.of(FormatterPreferenceKeys.indentation.getId(), INDENT)));
        super.initialize(request);
    }

    @Override
    public void format(Object root, IFormattableDocument document) {
        // The root is the whole file, or a single element of it that is serialized by itself.
        var written = getRequest().getTextRegionAccess().regionForRootEObject();
        var library = written == null ? null : written.getSemanticElement();
        if (library == null) {
            return;
        }
        var lines = ownLines(library);
        Deque<ISemanticRegion> braces = new ArrayDeque<>();
        for (var region : textRegionExtensions.allSemanticRegions(library)) {
            spaceBefore(region, lines, document);
            if (isInsideProse(region)) {
                continue;
            }
            if (region.getText().equals("{")) {
                braces.push(region);
            } else if (region.getText().equals("}") && !braces.isEmpty()) {
                document.interior(braces.pop(), region, it -> it.indent());
            }
        }
        for (var each = EcoreUtil2.eAllContents(library).iterator(); each.hasNext(); ) {
            continuedLines(each.next(), document);
        }
    }

    @Override
    protected List<ITextReplacement> postProcess(IFormattableDocument document, List<ITextReplacement> replacements) {
        // The text of an incomplete model has no regions and stays as it is, see BieuTextRegions.
        return getRequest().getTextRegionAccess().regionForRootEObject() == null
                ? replacements
                : super.postProcess(document, replacements);
    }

    /** Indents the continuation lines of a citation, a rule or the head of a column. */
    private void continuedLines(EObject element, IFormattableDocument document) {
        var region = textRegionExtensions.regionForEObject(element);
        var last = switch (element) {
            case Citation citation -> region.getNextHiddenRegion();
            case Rule rule -> region.getNextHiddenRegion();
            case Column column -> {
                var open = textRegionExtensions.regionFor(column).keyword("{");
                yield open == null ? region.getNextHiddenRegion() : open.getPreviousHiddenRegion();
            }
            default -> null;
        };
        if (last != null) {
            document.set(
                    region.getPreviousHiddenRegion().getNextSemanticRegion().getNextHiddenRegion(),
                    last,
                    it -> it.indent());
        }
    }

    /** Returns the positions at which a line begins, each with the number of line breaks there in a new text. */
    private Map<IHiddenRegion, Integer> ownLines(EObject root) {
        var lines = new HashMap<IHiddenRegion, Integer>();
        var blocks = new HashSet<EObject>();
        for (var each = EcoreUtil2.eAllContents(root).iterator(); each.hasNext(); ) {
            var element = each.next();
            switch (element) {
                case LibraryElement top
                when top.eContainer() == root && root instanceof Library library -> {
                    if (library.getElements().get(0) != top
                            || !library.getUses().isEmpty()
                            || library.getName() != null
                            || library.getLanguageVersion() != null) {
                        lines.put(textRegionExtensions.previousHiddenRegion(top), 2);
                    }
                }
                case Use use -> lines.put(textRegionExtensions.previousHiddenRegion(use), 1);
                case ColumnItem item when !(item.eContainer() instanceof AddItem) -> ownLine(item, lines, blocks);
                case SectionSpec spec -> ownLine(spec, lines, blocks);
                case TemplateChange change -> ownLine(change, lines, blocks);
                case IndicatorList list -> ownLine(list, lines, blocks);
                case Indicator indicator
                when !(indicator.eContainer() instanceof AddIndicator) -> ownLine(indicator, lines, blocks);
                case IndicatorChange change -> ownLine(change, lines, blocks);
                case FormSource source -> {
                    ownLine(source, lines, blocks);
                    for (var setting : textRegionExtensions.regionFor(source).keywords("mã", "phần", "đầu", "phiên")) {
                        lines.put(setting.getPreviousHiddenRegion(), 1);
                    }
                }
                case SourceColumn column -> ownLine(column, lines, blocks);
                case Leftover leftover -> ownLine(leftover, lines, blocks);
                case ChartSeries series -> ownLine(series, lines, blocks);
                case MappingItem item -> ownLine(item, lines, blocks);
                case Campaign campaign -> closingBraces(campaign, lines);
                case CampaignUnit unit -> ownLine(unit, lines, blocks);
                case ColumnMerge merge -> ownLine(merge, lines, blocks);
                case Decision decision -> ownLine(decision, lines, blocks);
                case Rule rule -> ownLine(rule, lines, blocks);
                case Section section -> ownLine(section, lines, blocks);
                case Entry entry -> ownLine(entry, lines, blocks);
                default -> {}
            }
        }
        return lines;
    }

    /** Puts an element on its own line, and the closing brace of its block, too. */
    private void ownLine(EObject element, Map<IHiddenRegion, Integer> lines, Set<EObject> blocks) {
        lines.put(textRegionExtensions.previousHiddenRegion(element), 1);
        // Only once per block, since a form may have thousands of rows.
        if (blocks.add(element.eContainer())) {
            ISemanticRegion close = null;
            for (var region :
                    textRegionExtensions.regionFor(element.eContainer()).keywords("}")) {
                close = region;
            }
            if (close != null) {
                lines.put(close.getPreviousHiddenRegion(), 1);
            }
        }
    }

    /** Puts the closing braces of the blocks in a campaign on their own lines. */
    private void closingBraces(Campaign campaign, Map<IHiddenRegion, Integer> lines) {
        for (var close : textRegionExtensions.regionFor(campaign).keywords("}")) {
            if (!close.getPreviousSemanticRegion().getText().equals("{")) {
                lines.put(close.getPreviousHiddenRegion(), 1);
            }
        }
    }

    private void spaceBefore(ISemanticRegion region, Map<IHiddenRegion, Integer> lines, IFormattableDocument document) {
        var previous = region.getPreviousSemanticRegion();
        if (previous == null) {
            return;
        }
        if (isInsideProse(region)) {
            if (region.getPreviousHiddenRegion().isUndefined()) {
                if (isCode(previous) && isCode(region)) {
                    if (isGlued(previous, region)) {
                        document.prepend(region, it -> it.noSpace());
                    } else {
                        document.prepend(region, it -> it.oneSpace());
                    }
                } else {
                    newProse(previous, region, document);
                }
            }
            return;
        }
        var line = lines.get(region.getPreviousHiddenRegion());
        if (line != null) {
            document.prepend(region, it -> it.setNewLines(1, line, 2));
        } else if (isGlued(previous, region)) {
            document.prepend(region, it -> it.noSpace());
        } else if (region.getPreviousHiddenRegion().isUndefined()
                && new NewLines(textRegionExtensions).beginAt(region)) {
            document.prepend(region, it -> it.setNewLines(1));
        } else {
            document.prepend(region, it -> {
                it.oneSpace();
                it.setNewLines(0, 0, 2);
            });
        }
    }

    /**
     * Formats prose that has no text yet. Its tokens contain their own whitespace, except before the first line and the
     * closing quotes.
     */
    private static void newProse(ISemanticRegion previous, ISemanticRegion region, IFormattableDocument document) {
        if (isQuotes(previous) && !isQuotes(region)) {
            document.prepend(region, it -> {
                it.setNewLines(1);
                it.noIndentation();
            });
        } else if (isQuotes(region)) {
            document.prepend(region, it -> it.setSpace(INDENT));
        } else {
            document.prepend(region, it -> {
                it.noSpace();
                it.noIndentation();
            });
        }
    }

    /** Returns whether a token in prose belongs to an expression, or to the line that begins a block. */
    private static boolean isCode(ISemanticRegion region) {
        return !region.getText().isBlank()
                && switch (region.getSemanticElement()) {
                    case Expression expression -> true;
                    case ConditionalLines lines -> true;
                    case RepeatedLines lines -> true;
                    default -> false;
                };
    }

    private static boolean isGlued(ISemanticRegion left, ISemanticRegion right) {
        return switch (right.getText()) {
            case ",", ":", ")", "]", "." -> true;
            case "(" ->
                switch (right.getSemanticElement()) {
                    case FunctionCall call -> true;
                    case DocumentTemplate template -> true;
                    case Document document -> true;
                    default -> false;
                };
            default ->
                switch (left.getText()) {
                    case "(", "[", "." -> true;
                    case "-" -> left.getSemanticElement() instanceof UnaryExpression;
                    default -> false;
                };
        };
    }

    /** Returns whether a region is between the quotes of prose, or is the closing quotes. */
    private static boolean isInsideProse(ISemanticRegion region) {
        var prose = EcoreUtil2.getContainerOfType(region.getSemanticElement(), Prose.class);
        return prose != null && !(region.getSemanticElement() == prose && isQuotes(region) && !isClosing(region));
    }

    private static boolean isQuotes(ISemanticRegion region) {
        return region.getText().equals("'''");
    }

    /** Returns whether quotes close their prose: they follow its lines, or directly its opening quotes. */
    private static boolean isClosing(ISemanticRegion region) {
        var previous = region.getPreviousSemanticRegion();
        return previous != null
                && EcoreUtil2.getContainerOfType(previous.getSemanticElement(), Prose.class)
                        == region.getSemanticElement();
    }
}
