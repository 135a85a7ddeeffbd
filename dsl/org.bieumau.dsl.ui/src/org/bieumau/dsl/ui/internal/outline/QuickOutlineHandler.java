/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.outline;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.ide.internal.outline.Outline;
import org.bieumau.dsl.ide.internal.outline.OutlineItem;
import org.bieumau.dsl.ui.internal.QuickList;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.TextHandler;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** Shows the outline of the file in a popup over the editor to navigate by. */
public final class QuickOutlineHandler extends TextHandler {

    @Override
    protected void execute(ITextEditor editor, IDocument document, ITextSelection selection) {
        var shell = editor.getSite().getShell();
        later(shell, document, "list.outline", Outline::of, outline -> {
            var items = new ArrayList<QuickList.Item>();
            collect(outline, 0, editor, items);
            new QuickList(shell, UiMessages.ALL.text("list.outline"), items).open();
        });
    }

    private static void collect(List<OutlineItem> outline, int depth, ITextEditor editor, List<QuickList.Item> items) {
        for (var item : outline) {
            items.add(new QuickList.Item(
                    "    ".repeat(depth) + item.label(),
                    OutlineImages.of(item.kind()),
                    () -> editor.selectAndReveal(item.offset(), 0)));
            collect(item.children(), depth + 1, editor, items);
        }
    }
}
