/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.dsl.ide.internal.format.Formatting;
import org.bieumau.dsl.ide.internal.navigation.RowPaths;
import org.bieumau.dsl.ide.internal.template.RowCommands.Change;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.eclipse.xtext.resource.XtextResource;

/** Writes changes of the levels of rows, so that all places of the file still name the same rows. */
final class FollowedPaths {

    /** Translates a change to edits of the text. */
    interface Edits {
        List<TextEdit> of(Change change) throws RefusedException;
    }

    private final XtextResource resource;

    FollowedPaths(XtextResource resource) {
        this.resource = resource;
    }

    /**
     * Returns the edits of a change, and those of the paths that name rows whose paths it changes.
     *
     * @throws RefusedException also if another file of the folder names one of the rows
     */
    List<TextEdit> edits(Edits writer, Change change) throws RefusedException {
        Map<Indicator, String> paths = new IdentityHashMap<>();
        Map<Indicator, String> before = new IdentityHashMap<>();
        var templates = Libraries.named(resource, FormTemplate.class);
        templates.forEach(
                each -> GivenRows.of(each).all().forEach(row -> before.putIfAbsent(row.source(), row.path())));
        var edits = new ArrayList<>(writer.of((changed, library) -> {
            var copies = new HashMap<Indicator, Indicator>();
            before.keySet().forEach(row -> copies.put(row, ModelEdits.copied(row, library, resource)));
            var copiedTemplates = templates.stream()
                    .map(each -> ModelEdits.copied(each, library, resource))
                    .toList();
            change.make(changed, library);
            for (var each : copiedTemplates) {
                var after = GivenRows.of(each);
                copies.forEach((row, copy) -> after.row(copy).ifPresent(given -> paths.putIfAbsent(row, given.path())));
            }
        }));
        Predicate<Indicator> isChanged =
                row -> paths.containsKey(row) && !paths.get(row).equals(before.get(row));
        var elsewhere = RowPaths.elsewhere(resource, isChanged);
        if (elsewhere.isPresent()) {
            throw new RefusedException(
                    "template.row.level", null, elsewhere.get().getURI().lastSegment());
        }
        var written = List.copyOf(edits);
        RowPaths.in(resource, isChanged).stream()
                .map(use -> new TextEdit(use.offset(), use.length(), paths.get(use.row())))
                // The paths in the changed part of the template are already those after the change.
                .filter(edit -> written.stream()
                        .noneMatch(other -> other.offset() <= edit.offset() + edit.length()
                                && other.offset() + other.length() >= edit.offset()))
                .forEach(edits::add);
        edits.sort(Comparator.comparingInt(TextEdit::offset));
        return indented(written, edits);
    }

    /**
     * Returns edits that also indent the rows between those edits that change their levels.
     *
     * @param levels the edits that change levels
     * @param edits these and other edits, in the order of the text
     */
    private List<TextEdit> indented(List<TextEdit> levels, List<TextEdit> edits) {
        if (levels.isEmpty()) {
            return edits;
        }
        var text = resource.getParseResult().getRootNode().getText();
        var after = TextEdit.apply(edits, text);
        var from = levels.getFirst().offset();
        var to = levels.getLast().offset() + levels.getLast().length();
        for (var edit : edits) {
            to += edit.offset() < levels.getLast().offset() + 1 ? edit.text().length() - edit.length() : 0;
        }
        return LineEdits.between(text, Formatting.within(resource, after, lineStart(after, from), lineEnd(after, to)));
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    }

    private static int lineEnd(String text, int offset) {
        var end = text.indexOf('\n', Math.min(offset, text.length()));
        return end < 0 ? text.length() : end;
    }
}
