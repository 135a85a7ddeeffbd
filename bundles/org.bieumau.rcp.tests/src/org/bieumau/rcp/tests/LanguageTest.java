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
 * The menus, of the platform too, are in Vietnamese: but for names of files each label has a letter that English lacks.
 */
class LanguageTest {

    private static final Pattern VIETNAMESE = Pattern.compile("[^\\p{ASCII}…]");
    private static final Pattern NAME_OF_A_FILE = Pattern.compile("\\d .*\\.bieu .*");
    private static final String TRANSLATION = ".nl_vi";
    private static final Pattern PLACE = Pattern.compile("\\{\\d");
    private static final Set<String> WITHOUT_SUCH_A_LETTER = Set.of("Trang in");

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

    private void assertVietnamese(int least) {
        assertTrue(labels.size() >= least, labels.toString());
        assertEquals(
                List.of(),
                labels.stream()
                        .filter(label -> {
                            var own = label.substring(label.lastIndexOf('▸') + 2);
                            return !VIETNAMESE.matcher(own).find()
                                    && !NAME_OF_A_FILE.matcher(own).matches()
                                    && !WITHOUT_SUCH_A_LETTER.contains(own);
                        })
                        .toList());
    }

    @Test
    void theMenuBar() {
        read(studio.page().getWorkbenchWindow().getShell().getMenuBar(), "");
        assertVietnamese(50);
        assertTrue(labels.contains(" ▸ Tệp ▸ Thoát"), labels.toString());
    }

    @Test
    void theTextEditor() {
        read(Studio.widget(Studio.text(studio.page().getActiveEditor())).getMenu(), "text");
        assertVietnamese(12);
    }

    @Test
    void theFiles() throws CoreException {
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
    void theProblems() throws Exception {
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
     * A text at a key that the platform does not have, or in another file than it looks in, is never seen; one that
     * lacks a place loses what stands there.
     */
    @Test
    void eachTranslationIsOfATextOfThePlatform() throws Exception {
        var files = 0;
        for (var fragment : translations().toList()) {
            var host = Platform.getHosts(fragment)[0];
            for (var file : Collections.list(fragment.findEntries("/", "*_vi.properties", true))) {
                var english = properties(
                        host.getResource(file.getPath().substring(1).replace("_vi.properties", ".properties")));
                properties(file).forEach((key, text) -> {
                    var theirs = english.getProperty(key.toString());
                    if (theirs == null || !places(theirs).equals(places(text.toString()))) {
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

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
