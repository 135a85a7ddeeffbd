/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** Fills the menu bar and the tool bar of a window. */
final class StudioActions extends ActionBarAdvisor {

    private IWorkbenchWindow window;

    StudioActions(IActionBarConfigurer configurer) {
        super(configurer);
    }

    private IWorkbenchAction action(ActionFactory factory) {
        var known = getAction(factory.getId());
        if (known instanceof IWorkbenchAction action) {
            return action;
        }
        var action = factory.create(window);
        var text = RcpMessages.ALL.text("action." + factory.getId());
        if (!text.startsWith("action.")) {
            action.setText(text);
            action.setToolTipText(text.replace("&", "").replace("…", ""));
        }
        register(action);
        return action;
    }

    @Override
    protected void makeActions(IWorkbenchWindow window) {
        this.window = window;
    }

    @Override
    @SuppressWarnings("deprecation") // The command in place of MAXIMIZE has no name in the menu.
    protected void fillMenuBar(IMenuManager menuBar) {
        var file = menu("menu.file", IWorkbenchActionConstants.M_FILE);
        var fresh = menu("menu.new", "new");
        fresh.add(ContributionItemFactory.NEW_WIZARD_SHORTLIST.create(window));
        file.add(fresh);
        file.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
        file.add(new Separator("open.ext"));
        file.add(new Separator());
        add(file, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        file.add(new Separator());
        add(file, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL, ActionFactory.REVERT);
        file.add(new GroupMarker(IWorkbenchActionConstants.SAVE_EXT));
        file.add(new Separator());
        add(file, ActionFactory.RENAME, ActionFactory.REFRESH);
        file.add(new Separator("export.ext"));
        file.add(new Separator());
        add(file, ActionFactory.PROPERTIES);
        // In a submenu of its own: among other items, the list would remove the items after it.
        var recent = menu("menu.recent", "recent");
        recent.add(ContributionItemFactory.REOPEN_EDITORS.create(window));
        file.add(recent);
        file.add(new Separator());
        add(file, ActionFactory.QUIT);
        menuBar.add(file);

        var edit = menu("menu.edit", IWorkbenchActionConstants.M_EDIT);
        add(edit, ActionFactory.UNDO, ActionFactory.REDO);
        edit.add(new Separator());
        addCommand(edit, ActionFactory.CUT);
        addCommand(edit, ActionFactory.COPY);
        addCommand(edit, ActionFactory.PASTE);
        add(edit, ActionFactory.DELETE);
        addCommand(edit, ActionFactory.SELECT_ALL);
        edit.add(new Separator());
        add(edit, ActionFactory.FIND);
        edit.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        edit.add(new Separator(IWorkbenchActionConstants.EDIT_END));
        edit.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menuBar.add(edit);

        menuBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));

        var windows = menu("menu.window", IWorkbenchActionConstants.M_WINDOW);
        var views = menu("menu.views", "views");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        windows.add(views);
        add(windows, ActionFactory.RESET_PERSPECTIVE);
        windows.add(new Separator());
        add(windows, ActionFactory.NEXT_EDITOR, ActionFactory.PREVIOUS_EDITOR, ActionFactory.MAXIMIZE);
        windows.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        add(windows, ActionFactory.PREFERENCES);
        menuBar.add(windows);

        var help = menu("menu.help", IWorkbenchActionConstants.M_HELP);
        if (window.getWorkbench().getIntroManager().hasIntro()) {
            add(help, ActionFactory.INTRO);
        }
        help.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        help.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        help.add(new Separator(IWorkbenchActionConstants.HELP_END));
        add(help, ActionFactory.ABOUT);
        menuBar.add(help);
    }

    private static MenuManager menu(String key, String id) {
        return new MenuManager(RcpMessages.ALL.text(key), id);
    }

    private void add(IMenuManager menu, ActionFactory... factories) {
        for (var factory : factories) {
            menu.add(action(factory));
        }
    }

    /**
     * Adds the command of an action instead of the action itself. The command also applies to the field that has the
     * focus; the action applies only to the text of an editor.
     */
    private void addCommand(IMenuManager menu, ActionFactory factory) {
        var action = action(factory);
        var parameter = new CommandContributionItemParameter(
                window, action.getId(), factory.getCommandId(), CommandContributionItem.STYLE_PUSH);
        parameter.label = action.getText();
        parameter.icon = action.getImageDescriptor();
        parameter.disabledIcon = action.getDisabledImageDescriptor();
        menu.add(new CommandContributionItem(parameter));
    }

    @Override
    protected void fillCoolBar(ICoolBarManager coolBar) {
        var file = new ToolBarManager(coolBar.getStyle());
        file.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
        file.add(action(ActionFactory.SAVE));
        file.add(action(ActionFactory.SAVE_ALL));
        file.add(new Separator());
        file.add(action(ActionFactory.UNDO));
        file.add(action(ActionFactory.REDO));
        file.add(new GroupMarker("export.ext"));
        coolBar.add(new ToolBarContributionItem(file, IWorkbenchActionConstants.TOOLBAR_FILE));
        coolBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }
}
