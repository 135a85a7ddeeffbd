/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.Applicable;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.Leftovers;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.ide.internal.table.TableCommands;
import org.bieumau.dsl.ide.internal.table.TableCommands.Change;
import org.bieumau.dsl.internal.conversion.ProseText;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Leftover;
import org.bieumau.model.Prose;
import org.bieumau.model.Section;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Moves a leftover of a form into an empty cell of the row that was read from the same row of the file; one of a
 * document to the end of the text.
 */
final class LeftoverFixes {

    /** Number of cells that are offered. */
    private static final int OFFERED = 8;

    private static final String QUOTES = "'''";

    private static final Pattern ROW = Pattern.compile("[A-Z]{1,3}(\\d+)$|(?:dòng|row) (\\d+)");

    private final XtextResource resource;
    private final String text;

    LeftoverFixes(XtextResource resource, String text) {
        this.resource = resource;
        this.text = text;
    }

    /**
     * Returns the fixes: one for each empty cell that can take the text, and one that deletes it. If no cell can take
     * the text, there is no fix, so that the command that fixes all unambiguous problems never deletes it.
     */
    List<QuickFix> of(Leftover leftover) {
        if (leftover.eContainer() instanceof Document document) {
            return ofDocument(leftover, document);
        }
        if (!(leftover.eContainer() instanceof Form form)
                || form.getTemplate() == null
                || form.getTemplate().eIsProxy()) {
            return List.of();
        }
        var template = ResolvedTemplate.of(form.getTemplate());
        var fixes = new ArrayList<QuickFix>();
        row(leftover, form)
                .ifPresent(entry -> template.columns().stream()
                        .filter(column -> isFree(entry, column, template))
                        .limit(OFFERED)
                        .forEach(column ->
                                moved(leftover, form, entry, column, template).ifPresent(fixes::add)));
        if (!fixes.isEmpty()) {
            var deleted = deletion(leftover);
            fixes.add(new QuickFix(IdeMessages.ALL.text("fix.leftover.delete"), deleted));
        }
        return fixes;
    }

    /** There is no fix without a text, for the same reason as above. */
    private List<QuickFix> ofDocument(Leftover leftover, Document document) {
        var body = document.getBody();
        if (body == null || Leftovers.text(leftover).isBlank() || !endsOnItsOwnLine(body)) {
            return List.of();
        }
        var edits = new ArrayList<>(List.of(appended(leftover, body), deletion(leftover)));
        edits.sort(Comparator.comparingInt(TextEdit::offset));
        return List.of(
                new QuickFix(
                        IdeMessages.ALL.text("fix.leftover.append"),
                        TextEdit.between(text, TextEdit.apply(edits, text))),
                new QuickFix(IdeMessages.ALL.text("fix.leftover.delete"), deletion(leftover)));
    }

    private boolean endsOnItsOwnLine(Prose body) {
        var end = NodeModelUtils.findActualNodeFor(body).getEndOffset() - QUOTES.length();
        return text.substring(text.lastIndexOf('\n', end - 1) + 1, end).isBlank();
    }

    /** Returns the edit that adds the lines of a leftover at the end of prose, as paragraphs without marks. */
    private TextEdit appended(Leftover leftover, Prose body) {
        var node = NodeModelUtils.findActualNodeFor(body);
        var end = node.getEndOffset() - QUOTES.length();
        var indentation = Indentation.at(text, end);
        var first = body.getLines().isEmpty()
                ? null
                : NodeModelUtils.findActualNodeFor(body.getLines().getFirst());
        var lines = Leftovers.text(leftover)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> ProseText.atLineStart(ProseText.write(line.strip())))
                .map(line -> (first == null ? indentation + "    " : Indentation.at(text, first.getOffset())) + line)
                .collect(Collectors.joining("\n"));
        return new TextEdit(text.lastIndexOf('\n', end - 1) + 1, 0, lines + "\n");
    }

    /** Returns the row of the form that was read from the row of the file in which the leftover was found. */
    private static Optional<Entry> row(Leftover leftover, Form form) {
        var found = ROW.matcher(leftover.getPlace() == null ? "" : leftover.getPlace());
        if (!found.find()) {
            return Optional.empty();
        }
        var row = Integer.parseInt(found.group(1) != null ? found.group(1) : found.group(2));
        return Applicable.entries(form).stream()
                .filter(entry -> entry.getProvenance() != null
                        && entry.getProvenance().getRow() == row
                        && Origin.source(entry.getProvenance())
                                .filter(source -> source.getPart() == null
                                        || leftover.getPlace().startsWith(source.getPart()))
                                .isPresent())
                .findFirst();
    }

    private static boolean isFree(Entry entry, Leaf column, ResolvedTemplate template) {
        return column.name() != null
                && column.type() != ColumnType.ORDINAL
                && column.type() != ColumnType.COMPUTED
                && Entries.value(entry, column, template).isEmpty();
    }

    private Optional<QuickFix> moved(
            Leftover leftover, Form form, Entry entry, Leaf column, ResolvedTemplate template) {
        var written = Leftovers.text(leftover);
        try {
            var edits = new ArrayList<>(new TableCommands(resource, form.getName())
                    .write(List.of(new Change(id(entry, form, template), column.index(), written))));
            edits.add(deletion(leftover));
            edits.sort(Comparator.comparingInt(TextEdit::offset));
            return Optional.of(new QuickFix(
                    IdeMessages.ALL.text("fix.leftover.move", column.title()),
                    TextEdit.between(text, TextEdit.apply(edits, text))));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static Id id(Entry entry, Form form, ResolvedTemplate template) {
        var section =
                entry.eContainer() instanceof Section each ? form.getSections().indexOf(each) : -1;
        return template.givenRows()
                .row(entry.getIndicator())
                .map(row -> new Id(section, -2, row.path()))
                .orElseGet(() -> new Id(
                        section,
                        (section < 0
                                        ? form.getEntries()
                                        : form.getSections().get(section).getEntries())
                                .indexOf(entry)));
    }

    /** Returns the edit that deletes a leftover, with its line if nothing else is on it. */
    private TextEdit deletion(Leftover leftover) {
        var node = NodeModelUtils.findActualNodeFor(leftover);
        var start = node.getOffset();
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        var end = node.getEndOffset();
        if (start > 0 && text.charAt(start - 1) == '\n' && end < text.length() && text.charAt(end) == '\n') {
            end++;
        } else if (start < node.getOffset()) {
            start++;
        }
        return new TextEdit(start, end - start, "");
    }
}
