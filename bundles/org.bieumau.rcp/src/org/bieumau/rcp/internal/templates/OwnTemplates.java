/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.templates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.rcp.internal.Projects;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/**
 * The templates that the user has saved for all projects. They are the files of a project of the workspace, which the
 * Studio offers as a pack, so that the files of other projects can use them.
 */
public final class OwnTemplates implements ProvincePack {

    public static final String ID = "rieng";

    /** The project, and the folder of the workspace that has it. */
    public static final String PROJECT = "mau-co-quan";

    /** The name that the names of the libraries begin with. */
    private static final String LIBRARY = "riêng.";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return RcpMessages.ALL.text("templates.own");
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Map<String, URL> libraries() {
        var folder = folder();
        var found = new TreeMap<String, URL>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".bieu")).toList()) {
                    found.put(file.getFileName().toString(), url(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private static Path folder() {
        return ResourcesPlugin.getWorkspace()
                .getRoot()
                .getLocation()
                .append(PROJECT)
                .toPath();
    }

    /** File for a template that is saved, with the name of its library. */
    record NewLibrary(IFile file, String name) {

        /** @throws CoreException if the file cannot be created */
        void create(String text) throws CoreException {
            Projects.open(PROJECT);
            file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false, null);
        }
    }

    /** Returns a new file for a template with a title. */
    static NewLibrary place(String title) {
        var project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
        var base = NewFile.fileName(title);
        var name = base.isEmpty() || !Character.isLetter(base.charAt(0)) ? "bieu-" + base : base;
        var free = name;
        for (int i = 2; project.getFile(free + ".bieu").exists(); i++) {
            free = name + "-" + i;
        }
        return new NewLibrary(project.getFile(free + ".bieu"), LIBRARY + free.replace('-', '_'));
    }
}
