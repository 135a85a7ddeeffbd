/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** Access to the projects of the workspace, which contain the files of the user. */
public final class Projects {

    private Projects() {}

    /**
     * Returns the open project of this name, which is created if it does not exist.
     *
     * @throws CoreException if it cannot be created or opened
     */
    public static IProject open(String name) throws CoreException {
        var project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        if (!project.exists()) {
            project.create(null);
        }
        if (!project.isOpen()) {
            project.open(null);
        }
        return project;
    }
}
