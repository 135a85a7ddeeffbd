/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the file that the selected cell of a form was read from, at its place. */
public final class OpenSourceHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor) {
            var origin = editor.shownPage()
                    .filter(GridPage.class::isInstance)
                    .flatMap(page -> ((GridPage) page).selectedOrigin());
            editor.showMessage(origin.isPresent() ? null : RcpMessages.ALL.text("source.none"));
            origin.ifPresent(each -> SourceFiles.open(editor.getSite().getPage(), file(editor, each), each));
        }
        return null;
    }

    /** Returns the file, which is relative to the folder of the form; null if its name is no path. */
    private static Path file(BieuEditor editor, Origin origin) {
        try {
            var path = Path.of(origin.file());
            var form = editor.open().path();
            return form == null ? path : form.resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
