/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal;

import java.nio.file.Path;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;

/** Folders of the file system that the workspace may contain. */
public final class WorkspaceFolders {

    private WorkspaceFolders() {}

    /** Lets the workspace see new files in a folder, in a job; does nothing for a folder outside the workspace. */
    public static void refresh(Path folder) {
        var container = ResourcesPlugin.getWorkspace().getRoot().getContainerForLocation(IPath.fromPath(folder));
        if (container == null) {
            return;
        }
        ICoreRunnable work = monitor -> {
            try {
                container.getParent().refreshLocal(IResource.DEPTH_INFINITE, monitor);
            } catch (CoreException e) {
                Platform.getLog(WorkspaceFolders.class).log(e.getStatus());
            }
        };
        Job.createSystem(RcpMessages.ALL.text("job.refresh"), work).schedule();
    }
}
