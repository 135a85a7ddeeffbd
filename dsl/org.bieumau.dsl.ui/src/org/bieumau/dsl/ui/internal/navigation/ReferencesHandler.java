/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.navigation;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.ide.internal.navigation.Navigation.Location;
import org.bieumau.dsl.ui.internal.QuickList;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.TextHandler;
import org.bieumau.dsl.ui.internal.outline.OutlineImages;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Lists the definition of the name at the caret and its references in all files of the folder. They are found off the
 * UI thread.
 */
public final class ReferencesHandler extends TextHandler {

    private record Found(String label, Location place) {}

    @Override
    protected void execute(ITextEditor editor, IDocument document, ITextSelection selection) {
        later(
                editor.getSite().getShell(),
                document,
                "job.references",
                resource -> found(resource, selection.getOffset()),
                found -> show(editor, found));
    }

    private static void show(ITextEditor editor, List<Found> found) {
        if (found.isEmpty()) {
            ((IEditorSite) editor.getSite())
                    .getActionBars()
                    .getStatusLineManager()
                    .setErrorMessage(UiMessages.ALL.text("references.none"));
            return;
        }
        new QuickList(
                        editor.getSite().getShell(),
                        UiMessages.ALL.text("list.references", found.size()),
                        found.stream()
                                .map(each -> new QuickList.Item(
                                        each.label(), OutlineImages.of("element"), () -> Places.open(each.place())))
                                .toList())
                .open();
    }

    private static List<Found> found(XtextResource resource, int offset) {
        var found = new ArrayList<Found>();
        for (var place : new Navigation(resource).references(offset)) {
            var root = ((XtextResource) resource.getResourceSet().getResource(place.file(), true))
                    .getParseResult()
                    .getRootNode();
            var text = root.getText();
            var line = NodeModelUtils.getLineAndColumn(root, place.offset()).getLine();
            var start = text.lastIndexOf('\n', place.offset() - 1) + 1;
            var end = text.indexOf('\n', place.offset());
            found.add(new Found(
                    place.file().lastSegment() + ":" + line + "   "
                            + text.substring(start, end < 0 ? text.length() : end)
                                    .strip(),
                    place));
        }
        return found;
    }
}
