/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Checks that the menus, including those of the platform, are in Vietnamese: except for file names, each label must
 * contain a letter that English does not have.
 */
class LanguageTest {

    private static final Pattern VIETNAMESE = Pattern.compile("[^\\p{ASCII}…]");
    private static final Pattern FILE_NAME = Pattern.compile("\\d .*\\.(bieu|docx) .*");
    private static final String TRANSLATION = ".nl_vi";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
    private static final Set<String> LABELS_WITHOUT_DIACRITICS = Set.of("Trang in");

    @RegisterExtension
    final Studio studio = new Studio();

    private final List<String> labels = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        studio.open(studio.examples().getFile("quangngai-2021-dangky.bieu"));
    }

    private void read(Menu menu, String path) {
        if (menu == null) {
            return;
        }
        menu.notifyListeners(SWT.Show, new Event());
        for (var item : menu.getItems()) {
            if ((item.getStyle() & SWT.SEPARATOR) == 0) {
                var label = item.getText().replaceAll("\t.*", "").replace("&", "");
                labels.add(path + " ▸ " + label);
                read(item.getMenu(), path + " ▸ " + label);
            }
        }
        menu.notifyListeners(SWT.Hide, new Event());
    }

    private void assertVietnamese(int minimum) {
        assertTrue(labels.size() >= minimum, labels.toString());
        assertEquals(
                List.of(),
                labels.stream()
                        .filter(label -> {
                            var own = label.substring(label.lastIndexOf('▸') + 2);
                            return !VIETNAMESE.matcher(own).find()
                                    && !FILE_NAME.matcher(own).matches()
                                    && !LABELS_WITHOUT_DIACRITICS.contains(own);
                        })
                        .toList());
    }

    @Test
    void menuBarIsVietnamese() {
        read(studio.page().getWorkbenchWindow().getShell().getMenuBar(), "");
        assertVietnamese(50);
        assertTrue(labels.contains(" ▸ Tệp ▸ Thoát"), labels.toString());
    }

    @Test
    void contextMenuOfTheTextEditorIsVietnamese() {
        read(Studio.widget(Studio.text(studio.page().getActiveEditor())).getMenu(), "text");
        assertVietnamese(12);
    }

    @Test
    void contextMenuOfFilesIsVietnamese() throws CoreException {
        var explorer = (CommonNavigator) studio.page().showView("org.eclipse.ui.navigator.ProjectExplorer");
        var project = studio.page()
                .getActiveEditor()
                .getEditorInput()
                .getAdapter(IFile.class)
                .getProject();
        for (var selected : List.of(project, project.getFile("congvan.bieu"))) {
            explorer.getCommonViewer().setSelection(new StructuredSelection(selected), true);
            Studio.spin(200);
            read(explorer.getCommonViewer().getTree().getMenu(), selected.getName());
        }
        assertVietnamese(30);
    }

    @Test
    void contextMenuOfProblemsIsVietnamese() throws Exception {
        var view = studio.page().showView("org.eclipse.ui.views.ProblemView");
        Studio.spin(200);
        read(((TreeViewer) view.getSite().getSelectionProvider()).getTree().getMenu(), "problems");
        assertVietnamese(5);
    }

    @Test
    void everyTranslationIsInstalled() throws IOException {
        try (var folders = Files.list(Path.of("../translations"))) {
            assertEquals(
                    folders.map(folder -> folder.getFileName().toString())
                            .filter(name -> name.endsWith(TRANSLATION))
                            .collect(Collectors.toSet()),
                    translations().map(Bundle::getSymbolicName).collect(Collectors.toSet()));
        }
    }

    /**
     * A translation under a key or in a file that the platform does not have is never used. A translation that lacks a
     * placeholder loses the value inserted there.
     */
    @Test
    void everyTranslationMatchesAPlatformTextAndItsPlaceholders() throws Exception {
        var files = 0;
        for (var fragment : translations().toList()) {
            var host = Platform.getHosts(fragment)[0];
            for (var file : Collections.list(fragment.findEntries("/", "*_vi.properties", true))) {
                var english = properties(
                        host.getResource(file.getPath().substring(1).replace("_vi.properties", ".properties")));
                properties(file).forEach((key, text) -> {
                    var original = english.getProperty(key.toString());
                    if (original == null || !placeholders(original).equals(placeholders(text.toString()))) {
                        labels.add(fragment.getSymbolicName() + file.getPath() + " " + key);
                    }
                });
                files++;
            }
        }
        assertTrue(files > 20, files + " files");
        assertEquals(List.of(), labels);
    }

    private static Stream<Bundle> translations() {
        return Arrays.stream(FrameworkUtil.getBundle(LanguageTest.class)
                        .getBundleContext()
                        .getBundles())
                .filter(bundle -> bundle.getSymbolicName().endsWith(TRANSLATION));
    }

    private static Properties properties(URL file) throws IOException {
        var properties = new Properties();
        if (file != null) {
            try (var in = file.openStream()) {
                properties.load(in);
            }
        }
        return properties;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
