/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bieumau.rcp.internal.application.StudioApplication;
import org.bieumau.rcp.internal.preferences.Appearance;
import org.bieumau.rcp.internal.preferences.UserLanguage;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The preferences of the Studio. */
class PreferencesTest {

    @RegisterExtension
    final Studio studio = new Studio();

    @TempDir
    Path folder;

    /** The platform uses the path of the URL as it is, so that an escaped one would be another folder. */
    @Test
    void workspaceOfAHomeFolderWithDiacriticsAndSpacesIsInThatFolder() throws Exception {
        assertEquals(
                "/home/Nguyễn Văn An/BieuMau",
                StudioApplication.workspace(Path.of("/home/Nguyễn Văn An")).getPath());
    }

    @Test
    void languageIsStoredWhereTheStartScriptReadsIt() throws Exception {
        var file = UserLanguage.file("Linux", Map.of("XDG_CONFIG_HOME", folder.toString()), Path.of("/home/a"));
        assertEquals(folder.resolve("bieumau/language"), file);
        assertEquals(
                Path.of("/home/a/.config/bieumau/language"),
                UserLanguage.file("Mac OS X", Map.of(), Path.of("/home/a")));
        assertEquals(
                folder.resolve("bieumau/language"),
                UserLanguage.file("Windows 11", Map.of("APPDATA", folder.toString()), Path.of("/home/a")));
        var language = new UserLanguage(file);
        assertEquals("vi", language.get());
        language.set("en");
        assertEquals("en", new UserLanguage(file).get());
        Files.writeString(file, "xx");
        assertEquals("vi", language.get());
    }

    /** The theme of the platform follows the desktop if no theme is stored. */
    @Test
    void appearanceIsStoredAsTheThemeOfThePlatform() {
        assertEquals(Appearance.SYSTEM, Appearance.get());
        Appearance.DARK.store();
        assertEquals(Appearance.DARK, Appearance.get());
        assertEquals(
                "org.eclipse.e4.ui.css.theme.e4_dark",
                InstanceScope.INSTANCE
                        .getNode("org.eclipse.e4.ui.css.swt.theme")
                        .get("themeid", null));
        Appearance.SYSTEM.store();
        assertEquals(Appearance.SYSTEM, Appearance.get());
    }

    @Test
    void preferencePageOffersChoices() {
        var dialog = PreferencesUtil.createPreferenceDialogOn(
                studio.page().getWorkbenchWindow().getShell(), "org.bieumau.rcp.preferences", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        studio.shot("tuychon", dialog.getShell());
        assertNotNull(Studio.child(dialog.getShell(), Button.class));
        dialog.close();
    }

    @Test
    void keyBindingsPageIsAvailable() {
        var dialog = PreferencesUtil.createPreferenceDialogOn(
                studio.page().getWorkbenchWindow().getShell(), "org.eclipse.ui.preferencePages.Keys", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Studio.spin(1000);
        studio.shot("phimtat", dialog.getShell());
        assertNotNull(Studio.find(
                dialog.getShell(),
                Button.class,
                button -> button.getText().replace("&", "").equals("Bỏ phím")));
        dialog.close();
    }
}
