/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Contribution;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.editor.internal.pages.PagePicture;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.gallery.Gallery;
import org.bieumau.rcp.internal.templates.OwnTemplates;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/**
 * Lets the user choose a form template by its picture: one of a project, one that the user has saved, or one of a pack.
 */
final class TemplateGallery {

    private final Gallery gallery;
    private String listedProject;

    /**
     * Creates the controls.
     *
     * @param area a composite with a grid layout of two columns
     * @param chosen runs when the user chooses a template, and when the templates have been listed
     */
    TemplateGallery(Composite area, int height, Runnable chosen) {
        gallery = new Gallery(area, RcpMessages.ALL.text("form.filter"), true);
        var data = (GridData) gallery.getLayoutData();
        data.heightHint = height;
        data.widthHint = 880;
        gallery.onChosen(value -> chosen.run());
    }

    /** Returns the template that is chosen; null for none. */
    Template chosen() {
        return (Template) gallery.value();
    }

    /**
     * Lists the templates visible to a file in a project, unless they are listed. Runs in a job, because it also reads
     * the packs.
     *
     * @param listed runs when they are listed
     */
    void list(String project, Runnable listed) {
        if (project.equals(listedProject)) {
            return;
        }
        listedProject = project;
        var file = file(project);
        var display = gallery.getDisplay();
        ICoreRunnable job = monitor -> {
            var groups = groups(file);
            display.asyncExec(() -> {
                if (!gallery.isDisposed() && project.equals(listedProject)) {
                    gallery.show(groups);
                    listed.run();
                }
            });
        };
        Job.createSystem(RcpMessages.ALL.text("new.bieu"), job).schedule();
    }

    /** Returns a file in the folder of a project, which need not exist. */
    static Path file(String project) {
        var root = ResourcesPlugin.getWorkspace().getRoot();
        var folder = root.getProject(project).getLocation();
        return (folder == null ? root.getLocation() : folder).append("moi.bieu").toPath();
    }

    /** Returns the templates by where they are from: the project first, then those of the user, then the packs. */
    private static List<Gallery.Group<Template>> groups(Path file) {
        var titles = Registry.installed().provinces().stream()
                .collect(Collectors.toMap(Contribution::id, Contribution::title));
        var byPlace = new LinkedHashMap<String, List<Gallery.Item<Template>>>();
        List.of("project", "own", "packs").forEach(place -> byPlace.put(place, new ArrayList<>()));
        for (var each : templates(file)) {
            var place = each.pack().isEmpty() ? "project" : each.pack().equals(OwnTemplates.ID) ? "own" : "packs";
            byPlace.get(place).add(item(each, place.equals("packs") ? titles.get(each.pack()) : each.library(), file));
        }
        return byPlace.entrySet().stream()
                .map(each -> new Gallery.Group<>(RcpMessages.ALL.text("templates." + each.getKey()), each.getValue()))
                .toList();
    }

    private static List<Template> templates(Path file) {
        try {
            return TemplateCatalogue.of(file, Registry.installed());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private static Gallery.Item<Template> item(Template template, String from, Path file) {
        var title = template.title().isBlank() ? template.name() : template.title();
        return new Gallery.Item<>(
                template.label().isBlank() ? title : template.label() + ". " + title,
                from,
                new PagePicture(file, template.form("", ""), template.stamp()),
                template);
    }
}
