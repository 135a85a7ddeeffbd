/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/**
 * Connects the menu commands with the active page. Undo, redo and revert always apply to the text. Commands that only
 * make sense for the text, such as cut and copy, are connected on the Source page only.
 */
public final class BieuEditorContributor extends MultiPageEditorActionBarContributor {

    private static final List<String> ALWAYS =
            List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId(), ActionFactory.REVERT.getId());
    private static final List<String> OF_TEXT = List.of(
            ActionFactory.CUT.getId(),
            ActionFactory.COPY.getId(),
            ActionFactory.PASTE.getId(),
            ActionFactory.DELETE.getId(),
            ActionFactory.SELECT_ALL.getId());

    private BieuEditor editor;
    private List<CommittingAction> actions = List.of();

    @Override
    public void setActiveEditor(IEditorPart part) {
        editor = part instanceof BieuEditor bieu ? bieu : null;
        super.setActiveEditor(part);
    }

    @Override
    public void setActivePage(IEditorPart page) {
        var bars = getActionBars();
        var text = editor == null ? null : editor.textEditor();
        actions.forEach(CommittingAction::dispose);
        actions = text == null
                ? List.of()
                : ALWAYS.stream()
                        .map(id -> new CommittingAction(editor, id, action(text, id)))
                        .toList();
        ALWAYS.forEach(id -> bars.setGlobalActionHandler(id, null));
        actions.forEach(action -> bars.setGlobalActionHandler(action.id(), action));
        OF_TEXT.forEach(id ->
                bars.setGlobalActionHandler(id, editor != null && editor.isTextShown() ? action(text, id) : null));
        bars.setGlobalActionHandler(ActionFactory.FIND.getId(), editor == null ? null : new FindAction(editor));
        bars.updateActionBars();
    }

    /** Opens the bar to find and replace, on all pages. */
    private static final class FindAction extends Action {

        private final BieuEditor editor;

        FindAction(BieuEditor editor) {
            this.editor = editor;
            setActionDefinitionId(ActionFactory.FIND.getCommandId());
        }

        @Override
        public void run() {
            editor.find(false);
        }
    }

    /** Called when what is being typed in an editor has changed. */
    void typed(BieuEditor changed) {
        if (changed == editor) {
            actions.forEach(CommittingAction::update);
        }
    }

    @Override
    public void dispose() {
        actions.forEach(CommittingAction::dispose);
        super.dispose();
    }

    private static IAction action(ITextEditor text, String id) {
        return text == null
                ? null
                : text.getAction(
                        id.equals(ActionFactory.REVERT.getId()) ? ITextEditorActionConstants.REVERT_TO_SAVED : id);
    }
}
