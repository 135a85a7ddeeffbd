/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.formatting2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bieumau.model.AddItem;
import org.bieumau.model.Citation;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Prose;
import org.bieumau.model.Rule;
import org.bieumau.model.Section;
import org.bieumau.model.SectionSpec;
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
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;

/**
 * Lays out the text: a line for each column, section and row, what stands between braces indented, single blanks. Line
 * breaks that the author put between settings stay. Prose is never touched: its line breaks and indents mean something.
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
        // The whole file, or an element of it that is written alone.
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

    /** Where a citation, a rule or the head of a column goes on in a further line, this is indented. */
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

    /** The places where a line begins, with how many line breaks a new text has there. */
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
                            || library.getName() != null) {
                        lines.put(textRegionExtensions.previousHiddenRegion(top), 2);
                    }
                }
                case Use use -> lines.put(textRegionExtensions.previousHiddenRegion(use), 1);
                case ColumnItem item when !(item.eContainer() instanceof AddItem) -> ownLine(item, lines, blocks);
                case SectionSpec spec -> ownLine(spec, lines, blocks);
                case TemplateChange change -> ownLine(change, lines, blocks);
                case Rule rule -> ownLine(rule, lines, blocks);
                case Section section -> ownLine(section, lines, blocks);
                case Entry entry -> ownLine(entry, lines, blocks);
                default -> {}
            }
        }
        return lines;
    }

    /** An element has a line, and so has the brace that closes the block around it. */
    private void ownLine(EObject element, Map<IHiddenRegion, Integer> lines, Set<EObject> blocks) {
        lines.put(textRegionExtensions.previousHiddenRegion(element), 1);
        // Once for all that the block holds: a form may have rows in their thousands.
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

    private void spaceBefore(ISemanticRegion region, Map<IHiddenRegion, Integer> lines, IFormattableDocument document) {
        var previous = region.getPreviousSemanticRegion();
        if (previous == null) {
            return;
        }
        if (isInsideProse(region)) {
            if (region.getPreviousHiddenRegion().isUndefined()) {
                newProse(previous, region, document);
            }
            return;
        }
        var line = lines.get(region.getPreviousHiddenRegion());
        if (line != null) {
            document.prepend(region, it -> it.setNewLines(1, line, 2));
        } else if (isGlued(previous, region)) {
            document.prepend(region, it -> it.noSpace());
        } else {
            document.prepend(region, it -> {
                it.oneSpace();
                it.setNewLines(0, 0, 2);
            });
        }
    }

    /** In prose that has no text yet: the tokens stand by themselves, but for the first line and the closing quotes. */
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

    /** Whether a region stands between the quotes of prose. */
    private static boolean isInsideProse(ISemanticRegion region) {
        var prose = EcoreUtil2.getContainerOfType(region.getSemanticElement(), Prose.class);
        return prose != null && !(region.getSemanticElement() == prose && isQuotes(region) && !isClosing(region));
    }

    private static boolean isQuotes(ISemanticRegion region) {
        return region.getText().equals("'''");
    }

    /** The closing quotes stand behind lines, or right behind the opening ones. */
    private static boolean isClosing(ISemanticRegion region) {
        var previous = region.getPreviousSemanticRegion();
        return previous != null
                && EcoreUtil2.getContainerOfType(previous.getSemanticElement(), Prose.class)
                        == region.getSemanticElement();
    }
}
