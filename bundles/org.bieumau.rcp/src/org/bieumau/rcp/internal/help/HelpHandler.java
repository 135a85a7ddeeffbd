/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.help;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the help on the selected problem or, if none is selected, on the active page of the editor. */
public final class HelpHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        var problem = problem(HandlerUtil.getCurrentSelection(event));
        try {
            var view = (HelpView) HandlerUtil.getActiveWorkbenchWindowChecked(event)
                    .getActivePage()
                    .showView(HelpView.ID);
            problem.map(HelpBook::problem).ifPresentOrElse(view::show, view::followEditor);
            return null;
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }

    /** Returns the code of the problem that is selected in the view Problems. */
    private static Optional<String> problem(ISelection selection) {
        return selection instanceof IStructuredSelection structured
                ? Optional.ofNullable(Adapters.adapt(structured.getFirstElement(), IMarker.class))
                        .map(marker -> marker.getAttribute("code", null))
                : Optional.empty();
    }
}
