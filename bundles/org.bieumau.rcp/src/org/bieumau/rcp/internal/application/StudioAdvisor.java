/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bieumau.editor.internal.Preparation;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.drop.WindowDrop;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.internal.WorkbenchPlugin;
import org.osgi.service.prefs.BackingStoreException;

/** Configures the workbench, which keeps its state and shows the projects of the workspace. */
public final class StudioAdvisor extends WorkbenchAdvisor {

    private static final Set<String> UNUSED_ACTION_SETS = Set.of(
            "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
            "org.eclipse.ui.edit.text.actionSet.navigation",
            "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo");

    /** The files to open as soon as there is a window. Accessed on the UI thread. */
    private final List<Path> waiting = new ArrayList<>();

    private boolean isStarted;

    /** @param files the files that the user has given to the program */
    StudioAdvisor(List<Path> files) {
        waiting.addAll(files);
    }

    /** Opens files as if they were dropped on the window, and shows the window. Called on the UI thread. */
    void open(List<Path> files) {
        waiting.addAll(files);
        var windows =
                PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getWorkbenchWindows() : null;
        if (!isStarted || windows.length == 0) {
            return;
        }
        var shell = windows[0].getShell();
        shell.setMinimized(false);
        shell.forceActive();
        var opened = List.copyOf(waiting);
        waiting.clear();
        new WindowDrop(windows[0]).open(opened);
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
        removeActionSets();
        TrayDialog.setDialogHelpAvailable(false);
        declareImage(configurer, IDE.SharedImages.IMG_OBJ_PROJECT, "prj_obj");
        declareImage(configurer, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "cprj_obj");
        // The Problems view asks for these images by names that no API declares.
        declareImage(configurer, "IMG_OBJS_ERROR_PATH", "error_tsk");
        declareImage(configurer, "IMG_OBJS_WARNING_PATH", "warn_tsk");
        declareImage(configurer, "IMG_OBJS_INFO_PATH", "info_tsk");
    }

    /**
     * Removes buttons and menus that all perspectives would show: arrows to annotations and places of edits, and the
     * conversion of line delimiters. Activities do not apply to them.
     */
    private static void removeActionSets() {
        var registry = WorkbenchPlugin.getDefault().getActionSetRegistry();
        for (var set : registry.getActionSets()) {
            if (UNUSED_ACTION_SETS.contains(set.getId())) {
                registry.removeExtension(set.getConfigurationElement().getDeclaringExtension(), new Object[] {set});
            }
        }
    }

    private static void declareImage(IWorkbenchConfigurer configurer, String key, String name) {
        var file = Platform.getBundle("org.eclipse.ui.ide").getEntry("icons/full/obj16/" + name + ".svg");
        if (file == null) {
            file = Platform.getBundle("org.eclipse.ui.ide").getEntry("icons/full/obj16/" + name + ".png");
        }
        configurer.declareImage(key, ImageDescriptor.createFromURL(file), true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new StudioWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return StudioPerspective.ID;
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public void postStartup() {
        removePlatformPreferences();
        isStarted = true;
        if (!waiting.isEmpty()) {
            open(List.of());
        }
        var display = PlatformUI.getWorkbench().getDisplay();
        OpenRequests.receive(
                OpenRequests.folder(
                        ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath()),
                files -> display.asyncExec(() -> open(files)));
        // Files may have been added or removed while the Studio was closed.
        ICoreRunnable refresh =
                monitor -> ResourcesPlugin.getWorkspace().getRoot().refreshLocal(2, monitor);
        Job.createSystem(RcpMessages.ALL.text("job.refresh"), refresh).schedule();
        Job.createSystem(RcpMessages.ALL.text("job.prepare"), (ICoreRunnable) Preparation::run)
                .schedule();
        Job.createSystem(RcpMessages.ALL.text("job.plugins"), (ICoreRunnable) monitor -> PluginProblems.show())
                .schedule();
    }

    /**
     * Removes most preference pages of the platform, since clerks do not need them. The pages for key bindings and for
     * installing software stay.
     */
    private static void removePlatformPreferences() {
        var preferences = PlatformUI.getWorkbench().getPreferenceManager();
        var keys = preferences.find("org.eclipse.ui.preferencePages.Workbench/org.eclipse.ui.preferencePages.Keys");
        for (var page : preferences.getRootSubNodes()) {
            if (!page.getId().startsWith("org.bieumau.")
                    && !page.getId().startsWith("org.eclipse.equinox.internal.p2.")) {
                preferences.remove(page);
            }
        }
        preferences.addToRoot(keys);
    }

    @Override
    public boolean preShutdown() {
        Job.getJobManager().cancel(null);
        return true;
    }

    @Override
    public void postShutdown() {
        try {
            ResourcesPlugin.getWorkspace().save(true, null);
            // Such as the last page of each file.
            Platform.getPreferencesService()
                    .getRootNode()
                    .node(InstanceScope.SCOPE)
                    .flush();
        } catch (CoreException e) {
            Platform.getLog(StudioAdvisor.class).log(e.getStatus());
        } catch (BackingStoreException e) {
            Platform.getLog(StudioAdvisor.class).error(e.getMessage(), e);
        }
    }
}
