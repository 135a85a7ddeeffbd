/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.examples.internal.Examples;
import org.bieumau.rcp.internal.campaign.CampaignPage;
import org.bieumau.rcp.internal.imports.ImportWizard;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.wizards.IWizardCategory;
import org.eclipse.ui.wizards.IWizardDescriptor;

/** Opens all pages, views, wizards, preference pages and harmless dialogues of the Studio one after the other. */
final class Tour {

    /** Looks at what is open. */
    @FunctionalInterface
    interface Visitor {

        /**
         * @param place the name of the page, view or dialogue
         * @param shown the window or the dialogue that shows it
         */
        void visit(String place, Shell shown);
    }

    /** Commands that open a dialogue while the Source page of a file is shown. */
    private static final List<String> DIALOGUES = List.of(
            "org.eclipse.ui.edit.text.goto.line",
            "org.bieumau.dsl.ui.quickOutline",
            "org.bieumau.dsl.ui.symbols",
            "org.bieumau.rcp.export",
            "org.eclipse.ui.file.saveAs",
            "org.eclipse.ui.file.properties",
            "org.eclipse.ui.newWizard",
            "org.eclipse.ui.views.showView",
            "org.eclipse.ui.help.aboutAction",
            "org.eclipse.ui.file.close");

    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

    /** How long a dialogue may take to open, in ms. */
    private static final int PATIENCE = 20_000;

    private final Studio studio;
    private final Visitor visitor;
    private final Shell window;
    private boolean isAwaiting;
    private boolean isOver;

    Tour(Studio studio, Visitor visitor) {
        this.studio = studio;
        this.visitor = visitor;
        window = studio.page().getWorkbenchWindow().getShell();
    }

    /** Visits everything. */
    void all() throws Exception {
        closeMessages();
        try {
            welcome();
            var project = studio.examples();
            preferences();
            wizards(project);
            editors(project);
            views();
            dialogues(project);
        } finally {
            isOver = true;
        }
        // Without an installation by p2, its preference pages log errors.
        studio.forgetErrors();
    }

    /**
     * Closes messages that no place waits for, such as that a preference page cannot be left: the page of the software
     * sites is invalid where the Studio was not installed by p2.
     */
    private void closeMessages() {
        var display = Display.getCurrent();
        display.timerExec(100, new Runnable() {
            @Override
            public void run() {
                for (var shell : display.getShells()) {
                    if (!isAwaiting && shell.getData() instanceof MessageDialog) {
                        shell.close();
                    }
                }
                if (!isOver) {
                    display.timerExec(100, this);
                }
            }
        });
    }

    private void visit(String place, Shell shown) {
        Studio.spin(60);
        visitor.visit(place, shown);
    }

    /** Visits the welcome page. */
    void welcome() {
        var manager = PlatformUI.getWorkbench().getIntroManager();
        var intro = manager.showIntro(studio.page().getWorkbenchWindow(), false);
        visit("welcome", window);
        manager.closeIntro(intro);
    }

    /** Visits each page of a form, a document and a campaign. */
    void editors(IProject project) throws Exception {
        pages(project, "quangngai-2021-dangky", InfoPage.ID, GridPage.ID, TemplatePage.ID, PagesPage.ID);
        pages(project, "quangngai-2022-congvan", InfoPage.ID, ProsePage.ID);
        pages(project, Examples.CAMPAIGNS.getFirst(), CampaignPage.ID);
    }

    private void pages(IProject project, String name, String... pages) throws Exception {
        var editor = (BieuEditor) studio.open(project.getFile(name + ".bieu"));
        visit(name + " text", window);
        for (var id : pages) {
            Studio.settle((ElementPage<?>) editor.show(id));
            visit(name + id.substring(id.lastIndexOf('.')), window);
        }
    }

    /** Visits each view that the user can open. */
    void views() throws Exception {
        for (var view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
            if (!WorkbenchActivityHelper.filterItem(view) && !view.getId().endsWith("internal.introview")) {
                studio.page().showView(view.getId());
                visit(view.getId(), window);
            }
        }
    }

    /** Visits the pages of the wizards that can be reached without any input. */
    void wizards(IProject project) throws Exception {
        var selection = new StructuredSelection(project);
        var category = PlatformUI.getWorkbench().getNewWizardRegistry().getRootCategory();
        for (var wizard : wizards(category, new ArrayList<>())) {
            visit(wizard.getId(), wizard.createWizard(), selection);
        }
        var file = project.getFile("quangngai-2021-dangky.bieu").getLocation().toPath();
        visit("import", new ImportWizard(List.of(file), null, selection), selection);
    }

    private static List<IWizardDescriptor> wizards(IWizardCategory category, List<IWizardDescriptor> found) {
        for (var wizard : category.getWizards()) {
            if (!WorkbenchActivityHelper.filterItem(wizard)) {
                found.add(wizard);
            }
        }
        for (var inner : category.getCategories()) {
            wizards(inner, found);
        }
        return found;
    }

    private void visit(String place, IWizard wizard, IStructuredSelection selection) {
        if (wizard instanceof IWorkbenchWizard own) {
            own.init(PlatformUI.getWorkbench(), selection);
        }
        var dialog = new WizardDialog(window, wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        for (int step = 1; step < 6; step++) {
            visit(place + " " + step, dialog.getShell());
            var before = dialog.getCurrentPage();
            if (!before.canFlipToNextPage() || !Studio.press(dialog.getShell(), "Sau >", "Next >")) {
                break;
            }
            Studio.spin(100);
        }
        dialog.close();
    }

    /** Visits the preference pages. Each has a dialogue of its own, since a dialogue does not leave an invalid page. */
    void preferences() {
        var manager = PlatformUI.getWorkbench().getPreferenceManager();
        for (var node : manager.getElements(PreferenceManager.PRE_ORDER)) {
            if (!WorkbenchActivityHelper.filterItem(node)) {
                var dialog = PreferencesUtil.createPreferenceDialogOn(window, node.getId(), null, null);
                dialog.setBlockOnOpen(false);
                dialog.open();
                visit("preferences " + node.getId(), dialog.getShell());
                dialog.close();
            }
        }
    }

    /** Visits the dialogues that commands open, and closes them without any change. */
    void dialogues(IProject project) throws Exception {
        ((BieuEditor) studio.open(project.getFile("quangngai-2021-dangky.bieu"))).showText(0, 0);
        execute("org.eclipse.ui.edit.findReplace");
        visit("find", window);
        for (var command : DIALOGUES) {
            var editor = (BieuEditor) studio.open(project.getFile("quangngai-2021-dangky.bieu"));
            editor.showText(editor.document().get().indexOf("cột"), 0);
            if (command.endsWith("file.close")) {
                editor.document().replace(0, 0, "// \n");
            }
            dialogue(command);
        }
        studio.page().closeAllEditors(false);
        var explorer = (CommonNavigator) studio.page().showView(EXPLORER);
        explorer.selectReveal(new StructuredSelection(project.getFile("congvan.bieu")));
        dialogue("org.eclipse.ui.edit.rename");
        dialogue("org.eclipse.ui.edit.delete");
        explorer.selectReveal(new StructuredSelection(project));
        dialogue("org.eclipse.ui.edit.rename");
        dialogue("org.eclipse.ui.edit.delete");
        dialogue("org.eclipse.ui.file.properties");
    }

    private void dialogue(String command) throws Exception {
        var display = Display.getCurrent();
        var before = List.of(display.getShells());
        var end = System.currentTimeMillis() + PATIENCE;
        var isVisited = new boolean[1];
        isAwaiting = true;
        display.timerExec(150, new Runnable() {
            @Override
            public void run() {
                for (var shell : display.getShells()) {
                    if (!before.contains(shell) && !shell.isDisposed() && shell.isVisible()) {
                        isVisited[0] = true;
                        visitor.visit(command, shell);
                        shell.close();
                        return;
                    }
                }
                if (System.currentTimeMillis() < end) {
                    display.timerExec(50, this);
                } else {
                    visitor.visit(command, window);
                    isVisited[0] = true;
                }
            }
        });
        execute(command);
        Studio.until(command, () -> isVisited[0]);
        isAwaiting = false;
        Studio.spin(50);
    }

    private void execute(String command) throws Exception {
        studio.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command, null);
    }
}
