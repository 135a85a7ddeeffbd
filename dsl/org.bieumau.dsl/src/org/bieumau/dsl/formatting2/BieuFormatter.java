/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.formatting2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.bieumau.model.AddItem;
import org.bieumau.model.ColumnItem;
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
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Lays out the text: a line for each column, section and row, what stands between braces indented, single blanks. Line
 * breaks that the author put between settings stay. Prose is never touched: its line breaks and indents mean something.
 */
public class BieuFormatter extends AbstractJavaFormatter {

    private static final String INDENT = "    ";

    @Override
    protected void initialize(FormatterRequest request) {
        request.setPreferences(new MapBasedPreferenceValues(request.getPreferences(),
                Map.of(FormatterPreferenceKeys.indentation.getId(), INDENT)));
        super.initialize(request);
    }

    @Override
    public void format(Object root, IFormattableDocument document) {
        var library = switch (root) {
            case XtextResource resource when !resource.getContents().isEmpty() -> resource.getContents().get(0);
            case EObject object -> object;
            default -> null;
        };
        if (!(library instanceof Library)) {
            return;
        }
        Deque<ISemanticRegion> braces = new ArrayDeque<>();
        for (var region : textRegionExtensions.allSemanticRegions(library)) {
            if (isInsideProse(region)) {
                continue;
            }
            spaceBefore(region, document);
            if (region.getText().equals("{")) {
                braces.push(region);
            } else if (region.getText().equals("}") && !braces.isEmpty()) {
                document.interior(braces.pop(), region, it -> it.indent());
            }
        }
        for (var each = EcoreUtil2.eAllContents(library).iterator(); each.hasNext();) {
            ownLine(each.next(), document);
        }
    }

    /** What a line of its own is given. */
    private void ownLine(EObject element, IFormattableDocument document) {
        switch (element) {
            case LibraryElement top when top.eContainer() instanceof Library library -> {
                if (library.getElements().get(0) != top || !library.getUses().isEmpty() || library.getName() != null) {
                    document.prepend(top, it -> it.setNewLines(1, 2, 2));
                }
            }
            case Use use -> document.prepend(use, it -> it.setNewLines(1, 1, 2));
            case ColumnItem item -> lineIn(item, document);
            case SectionSpec spec -> lineIn(spec, document);
            case TemplateChange change -> lineIn(change, document);
            case Rule rule -> lineIn(rule, document);
            case Section section -> lineIn(section, document);
            case Entry entry -> lineIn(entry, document);
            default -> { }
        }
    }

    private void lineIn(EObject element, IFormattableDocument document) {
        if (element.eContainer() instanceof AddItem) {
            return;
        }
        document.prepend(element, it -> it.setNewLines(1, 1, 2));
        var close = closingBrace(element.eContainer());
        if (close != null) {
            document.prepend(close, it -> it.setNewLines(1, 1, 1));
        }
    }

    private ISemanticRegion closingBrace(EObject block) {
        ISemanticRegion last = null;
        for (var region : textRegionExtensions.regionFor(block).keywords("}")) {
            last = region;
        }
        return last;
    }

    private void spaceBefore(ISemanticRegion region, IFormattableDocument document) {
        var previous = region.getPreviousSemanticRegion();
        if (previous == null || isInsideProse(previous) && !isQuotes(previous)) {
            return;
        }
        if (isGlued(previous, region)) {
            document.prepend(region, it -> {
                it.noSpace();
                it.lowPriority();
            });
        } else {
            document.prepend(region, it -> {
                it.oneSpace();
                it.setNewLines(0, 0, 2);
                it.lowPriority();
            });
        }
    }

    private static boolean isGlued(ISemanticRegion left, ISemanticRegion right) {
        return switch (right.getText()) {
            case ",", ":", ")", "]", "." -> true;
            case "(" -> right.getSemanticElement() instanceof FunctionCall;
            default -> switch (left.getText()) {
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
        return previous != null && EcoreUtil2.getContainerOfType(previous.getSemanticElement(), Prose.class) == region.getSemanticElement();
    }
}
