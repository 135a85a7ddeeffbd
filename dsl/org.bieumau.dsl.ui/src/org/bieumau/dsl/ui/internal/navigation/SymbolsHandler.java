/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.navigation;

import org.bieumau.dsl.ide.internal.navigation.Symbols;
import org.bieumau.dsl.ui.internal.QuickList;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.TextHandler;
import org.bieumau.dsl.ui.internal.outline.OutlineImages;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Lists the definitions of all files, to be found with or without diacritics, and opens the one that is picked. The
 * files are read off the UI thread.
 */
public final class SymbolsHandler extends TextHandler {

    @Override
    protected void execute(ITextEditor editor, IDocument document, ITextSelection selection) {
        var shell = editor.getSite().getShell();
        later(
                shell,
                document,
                "job.symbols",
                Symbols::of,
                symbols -> new QuickList(
                                shell,
                                UiMessages.ALL.text("list.symbols", symbols.size()),
                                symbols.stream()
                                        .map(symbol -> new QuickList.Item(
                                                symbol.label() + "   "
                                                        + symbol.place().file().lastSegment(),
                                                OutlineImages.of(symbol.kind()),
                                                () -> Places.open(symbol.place())))
                                        .toList())
                        .open());
    }
}
